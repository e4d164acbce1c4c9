"""What commands do to folders, so that they can be disturbed in it: build, advance, import, merge.

Each deed happens in a room of its own: a folder with a data folder in it, reports that were built
before, a report to import, and the answers of a unit.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import attrs
from click.testing import CliRunner, Result

from kommunal_nh import build, survey
from kommunal_nh.command import main
from kommunal_nh.forms.spreadsheet import layout
from questioned import answering, edited, suggesting
from two_themes import make_folder

FORMATS = ("docx", "html", "markdown", "site")


@attrs.frozen
class Deed:
    """One thing that a command does.

    Attributes:
        name: The verb.
        options: What stands behind the verb; `{}` is the room.
        refusal: What the command says when this has been done already; empty if it does it again.
    """

    name: str
    options: tuple[str, ...]
    refusal: str = ""

    def arguments(self, room: Path) -> list[str]:
        """The command line in a room."""
        return [self.name, *(option.format(room) for option in self.options)]

    def run(self, room: Path) -> Result:
        """Do it, undisturbed, in this process."""
        return CliRunner().invoke(main, self.arguments(room))


BUILD = Deed(
    "build", ("{}/daten", "-o", "{}/aus", *(part for one in FORMATS for part in ("-f", one)))
)
ADVANCE = Deed("advance", ("{}/daten", "--as-of", "2024-04-01"), "muss danach liegen")
IMPORT = Deed("import", ("{}/bericht.md", "-o", "{}/neu", "--profile", "soest"), "liegt schon")
MERGE = Deed("merge", ("{}/daten", "{}/antwort.xlsx"))
DEEDS = (BUILD, ADVANCE, IMPORT, MERGE)


def furnish(room: Path) -> Path:
    """Fill a room: data that was changed since its reports were built, and a report to import.

    Args:
        room: The folder to make.

    Returns:
        The folder.
    """
    folder = make_folder(room / "daten")
    (built,) = build(folder, "markdown", room)
    built.rename(room / "bericht.md")
    build(folder, FORMATS, room / "aus")
    report = folder / "bericht.yaml"
    report.write_text(report.read_text("utf-8").replace("Musterkreis", "Neukreis"), "utf-8")
    rename_outputs(room / "aus")
    _answer(room)
    return room


def _answer(room: Path) -> None:
    """The answers of a unit: a status and a progress in one theme, an idea for another."""
    form, mail = survey(room / "daten", room / "fragen").files
    edited(form, answering({("beratung", layout.NEW): "Läuft.",
                            ("beratung", layout.STATUS): "in Planung"}))  # fmt: skip
    edited(form, suggesting(("2.1 Mehr Rad fahren", "Radhaus", "Am Bahnhof")))
    form.rename(room / "antwort.xlsx")
    mail.unlink()
    mail.parent.rmdir()


def rename_outputs(folder: Path) -> None:
    """Name the reports as the changed data names them, so that the next build replaces them."""
    for path in sorted(folder.iterdir()):
        path.rename(path.with_name(path.name.replace("musterkreis", "neukreis")))


def copied(room: Path, to: Path) -> Path:
    """Another room like this one."""
    return shutil.copytree(room, to, symlinks=True)


def contents(folder: Path) -> dict[str, bytes | None]:
    """Everything in a folder, hidden or not; None for folders."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }
