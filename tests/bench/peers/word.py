"""docxtpl fills a template and python-docx writes by program: the words and tables of a report."""

from __future__ import annotations

from pathlib import Path

from measuring import Task
from processes import python
from workshop import Workshop

from peers.peer import HERE, Peer, program

_LINES = "is given headings with their numbers, texts and tables as plain lines; "
_LESS = "no contents, links, marks or landscape"


def _given(shop: Workshop, folder: Path) -> Path:
    file = shop.out(folder, "lines.json")
    if not file.exists():
        shop.run(python(HERE / "lines.py", folder, file))
    return file


def _template(shop: Workshop) -> Path:
    template = shop.work / "template.docx"
    if not template.exists():
        shop.run([program(shop, "python"), HERE / "template_alone.py", "make", template])
    return template


def _filled(shop: Workshop, folder: Path) -> Task:
    template, out = _template(shop), shop.out(folder, "filled.docx")
    script = (program(shop, "python"), HERE / "template_alone.py", "fill")
    return Task([*map(str, (*script, template, _given(shop, folder), out))], [out])


def _scripted(shop: Workshop, folder: Path) -> Task:
    template, out = _template(shop), shop.out(folder, "scripted.docx")
    script = (program(shop, "python"), HERE / "script_alone.py")
    return Task([*map(str, (*script, folder, template, out))], [out])


def _by_hand(shop: Workshop, folder: Path) -> Task:
    out = shop.out(folder, "python-docx.docx")
    script = (program(shop, "python"), HERE / "by_hand_alone.py")
    return Task([*map(str, (*script, _given(shop, folder), out))], [out])


DOCXTPL = Peer(
    "docxtpl",
    "docx",
    f"reads the data folder, numbers it and makes the lists by a script; checks nothing; {_LESS}",
    _scripted,
)
DOCXTPL_LINES = Peer("docxtpl given lines", "docx", f"{_LINES}{_LESS}", _filled)
PYTHON_DOCX = Peer("python-docx given lines", "docx", f"{_LINES}{_LESS}", _by_hand)
