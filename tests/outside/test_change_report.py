"""The Soest change report as others read it: LibreOffice decides its tracked changes."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.plugins.docx_rules import breaches
from tests.plugins.docx_tracked import Decided, decided

from kommunal_nh import Changes, diff, edition_of, load
from kommunal_nh.building import build_document
from kommunal_nh.comparing import change_report
from kommunal_nh.model import Edition, Project
from kommunal_nh.numbering import numbering_of
from kommunal_nh.walks import all_projects

SCRIPT = Path(__file__).parents[2] / "examples" / "kreis_soest" / "naechste_ausgabe.py"
CHANGED = ("klimaschutzkonzept-2-0", "energieberatung-kreiseigene-gebaeude")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example half a year later, as its script leaves it."""
    folder = tmp_path_factory.mktemp("soest") / "2024-04-01"
    subprocess.run([sys.executable, SCRIPT, folder], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def changes(folder: Path) -> Changes:
    """What changed since the last edition."""
    return diff(folder)


@pytest.fixture(scope="module")
def docx(changes: Changes, folder: Path) -> Path:
    """The change report as a Word file."""
    (file,) = build_document(change_report(changes), "aenderungen", "docx", folder / "build")
    return file


@pytest.fixture(scope="module")
def in_libreoffice(docx: Path) -> Decided:
    """Its text with all changes accepted, and with all rejected."""
    return decided([docx])[0]


def progress(edition: Edition, name: str) -> str:
    """What an edition says of the progress of a project, without line ends."""
    projects: dict[str, Project] = {one.id: one for one in all_projects(edition.report)}
    return " ".join(projects[name].progress.split())


def squeezed(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


@pytest.mark.parametrize("name", CHANGED)
def test_accepting_gives_the_new_text(name: str, changes: Changes, in_libreoffice: Decided) -> None:
    """With all changes accepted, the new text stands there whole and the old one does not."""
    text = squeezed(in_libreoffice.accepted)

    assert progress(changes.new, name) in text
    assert progress(changes.old, name) not in text


@pytest.mark.parametrize("name", CHANGED)
def test_rejecting_gives_the_old_text(name: str, changes: Changes, in_libreoffice: Decided) -> None:
    """With all changes rejected, the old text stands there whole and the new one does not."""
    text = squeezed(in_libreoffice.rejected)

    assert progress(changes.old, name) in text
    assert progress(changes.new, name) not in text


def test_nothing_else_depends_on_the_decision(in_libreoffice: Decided) -> None:
    """Only the lines of the changed passages differ between the two texts."""
    accepted, rejected = (text.split("\n") for text in in_libreoffice)
    differing = {*accepted} ^ {*rejected}

    assert 0 < len(differing) <= 2 * len(CHANGED)


def test_the_file_keeps_the_rules(docx: Path) -> None:
    """Our own rules for Word files hold: bookmarks, header rows, languages and so on."""
    assert list(breaches(docx)) == []


def test_numbers_are_those_of_the_editions(changes: Changes, in_libreoffice: Decided) -> None:
    """Whatever is archived is listed with the number that the old edition printed."""
    numbers = numbering_of(changes.old)
    text = in_libreoffice.accepted
    for change in changes.projects:
        if change.is_archived and change.old is not None:
            assert re.search(
                rf"{re.escape(numbers[change.id])}\s+{re.escape(change.old.title)}", text
            )


def test_the_folder_agrees(folder: Path, changes: Changes) -> None:
    """What was compared is what the folder says now."""
    assert changes.new == edition_of(load(folder))
