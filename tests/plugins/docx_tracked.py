"""What LibreOffice makes of tracked changes when all of them are accepted or rejected.

LibreOffice is asked through a macro in a profile that is thrown away. It is started once for all
files of a call, as starting takes longer than the files.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from tests.plugins.docx_reading import program

# Each line of the list of tasks holds what to do, which file to read and which to write.
MACRO = """
Sub Main
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim asText(1) As New com.sun.star.beans.PropertyValue
  asText(0).Name = "FilterName"
  asText(0).Value = "Text (encoded)"
  asText(1).Name = "FilterOptions"
  asText(1).Value = "UTF8,LF"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  tasks = FreeFile
  Open Environ("TRACKED_TASKS") For Input As #tasks
  Do While Not Eof(tasks)
    Line Input #tasks, task
    parts = Split(task, " ")
    document = StarDesktop.loadComponentFromURL(parts(1), "_blank", 0, hidden())
    frame = document.CurrentController.Frame
    dispatcher.executeDispatch(frame, ".uno:" & parts(0) & "AllTrackedChanges", "", 0, Array())
    document.storeToURL(parts(2), asText())
    document.close(True)
  Loop
  Close #tasks
  StarDesktop.terminate()
End Sub
"""
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Tracked"
 script:language="StarBasic">{}</script:module>"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Tracked"/></library:library>"""


class Decided(NamedTuple):
    """A file after all its changes were decided; a paragraph, an item or a cell is a line.

    Attributes:
        accepted: Its text with all changes accepted.
        rejected: Its text with all changes rejected.
    """

    accepted: str
    rejected: str


def accepted(path: Path) -> str:
    """The text of a file with all changes accepted."""
    return decided([path])[0].accepted


def rejected(path: Path) -> str:
    """The text of a file with all changes rejected."""
    return decided([path])[0].rejected


def decided(paths: Sequence[Path]) -> list[Decided]:
    """The text of each file with all changes accepted, and with all rejected."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tasks = [
            (verb, path.resolve(), folder / f"{verb}{number}.txt")
            for number, path in enumerate(paths)
            for verb in ("Accept", "Reject")
        ]
        carry_out(tasks, folder)
        texts = [text(result) for _, _, result in tasks]
    return [Decided(*pair) for pair in zip(texts[::2], texts[1::2], strict=True)]


def carry_out(tasks: Iterable[tuple[str, Path, Path]], folder: Path) -> None:
    """Let LibreOffice do all tasks."""
    office = [program("soffice", "libreoffice"), "--headless", "--norestore"]
    office.append(f"-env:UserInstallation={(folder / 'profile').as_uri()}")
    lines = [f"{verb} {source.as_uri()} {target.as_uri()}" for verb, source, target in tasks]
    (folder / "tasks").write_text("\n".join(lines), encoding="ascii")
    start([*office, "--terminate_after_init"], folder)  # it makes the profile, which is then ours
    library = folder / "profile" / "user" / "basic" / "Standard"
    (library / "Tracked.xba").write_text(MODULE.format(escape(MACRO)), encoding="utf-8")
    (library / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    start([*office, "macro:///Standard.Tracked.Main"], folder)


def start(command: Sequence[str], folder: Path) -> None:
    """Run LibreOffice until it ends by itself."""
    environment = {**os.environ, "TRACKED_TASKS": str(folder / "tasks")}
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=300)


def text(path: Path) -> str:
    """A text that LibreOffice wrote, without its mark at the beginning."""
    return path.read_text(encoding="utf-8-sig").removesuffix("\n")
