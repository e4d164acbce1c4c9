"""The published report of the Kreis Soest in Word files that other programs made."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from tests.importing.manuscripts import SOEST, imported
from tests.outside.published_report import page, word_file
from tests.outside.read_back_readers import pandoc
from tests.plugins.docx_reading import libreoffice, program, run

from kommunal_nh.importing import Imported, recognised
from kommunal_nh.loading.profiles import load_profile
from kommunal_nh.serial import to_json
from kommunal_nh_readers import DocxImporter

pytestmark = pytest.mark.skipif(not SOEST.exists(), reason="the published report is not here")

_FROM_PAGES = "docx:MS Word 2007 XML"


@cache
def published() -> Imported:
    """The report as it is read from the text itself."""
    return imported(SOEST)


def _plain_text(folder: Path) -> Path:
    """The text file, opened in LibreOffice and saved as DOCX."""
    file = folder / "report.txt"
    file.write_bytes(SOEST.read_bytes())
    return libreoffice(file, "docx", folder)


def _by_libreoffice(folder: Path) -> Path:
    return _opened_in_libreoffice(folder, headings=False)


def _headings_by_libreoffice(folder: Path) -> Path:
    return _opened_in_libreoffice(folder, headings=True)


def _by_pandoc(folder: Path) -> Path:
    return _pandoc(folder, headings=False)


def _headings_by_pandoc(folder: Path) -> Path:
    return _pandoc(folder, headings=True)


def _numbered_by_word(folder: Path) -> Path:
    """Only Word knows the numbers of the headings."""
    file = folder / "report.docx"
    assert word_file(SOEST.read_text("utf-8"), file) > 250
    return file


def _numbered_and_saved_by_libreoffice(folder: Path) -> Path:
    return libreoffice(_numbered_by_word(folder), "docx", folder)


def _page(folder: Path, *, headings: bool) -> Path:
    file = folder / "report.html"
    file.write_text(page(SOEST.read_text("utf-8"), headings=headings), "utf-8")
    return file


def _pandoc(folder: Path, *, headings: bool) -> Path:
    file = folder / "report.docx"
    run((pandoc(), "-f", "html", "-o", str(file), str(_page(folder, headings=headings))))
    return file


def _opened_in_libreoffice(folder: Path, *, headings: bool) -> Path:
    run((
        program("soffice", "libreoffice"), "--headless",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--infilter=HTML (StarWriter)", "--convert-to", _FROM_PAGES, "--outdir", str(folder),
        str(_page(folder, headings=headings)),
    ))  # fmt: skip
    return folder / "report.docx"


@pytest.mark.parametrize(
    "made",
    [
        _plain_text,
        _by_libreoffice,
        _headings_by_libreoffice,
        _by_pandoc,
        _headings_by_pandoc,
        _numbered_by_word,
        _numbered_and_saved_by_libreoffice,
    ],
)
def test_the_same_report_comes_out(tmp_path: Path, made: Callable[[Path], Path]) -> None:
    """Whoever made the Word file: report, contradictions and leftovers are those of the text."""
    found = recognised(DocxImporter().read(made(tmp_path)), load_profile("soest"))
    assert to_json(found.report) == to_json(published().report)
    assert [one.rule for one in found.findings] == [one.rule for one in published().findings]
    assert [words for _, words in found.left] == [words for _, words in published().left]
