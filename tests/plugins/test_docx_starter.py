"""The template to start from gives the same report as no template, and takes every change."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import attrs
import docx
import pytest
from docx.shared import Cm, RGBColor
from tests.plugins.docx_reading import (
    W,
    document_of,
    paragraphs,
    part,
    parts,
    program,
    run,
    style_names,
    words,
    written,
)
from tests.plugins.docx_rules import breaches
from tests.plugins.docx_sample import paragraph, png, sample

import kommunal_nh
from kommunal_nh.document import Document, TitlePage


@pytest.fixture(params=[".docx", ".dotx"])
def starter(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return kommunal_nh.write_template(tmp_path / f"vorlage{request.param}")


def report() -> Document:
    """A report with a title page and every kind of block."""
    plain = sample()
    page = TitlePage(plain.title, "Stand: heute", (plain.publisher,))
    rest = [block for block in plain.blocks if not isinstance(block, TitlePage)]
    return attrs.evolve(plain, blocks=(page, *rest))


def heads(path: Path) -> list[str]:
    """The words of headers and footers."""
    found = {name: part(path, name) for name in parts(path) if re.match("word/(head|foot)er", name)}
    return sorted({words(element) for element in found.values()})


def test_sound(starter: Path) -> None:
    """The template keeps every rule itself, and is a template if its name says so."""
    kind = "template" if starter.suffix == ".dotx" else "document"

    assert breaches(starter) == []
    assert f"wordprocessingml.{kind}.main+xml" in parts(starter)["[Content_Types].xml"].decode()


def test_openxml_audit(starter: Path) -> None:
    """openxml-audit finds no error in it."""
    run((program("openxml-audit"), "-m", "0", "-f", "microsoft365", str(starter)))


def test_same_report(starter: Path, tmp_path: Path) -> None:
    """Unchanged, it gives the same paragraphs in the same styles, and the same header."""
    document = report()
    plain = written(document, tmp_path)
    expected, expected_heads = paragraphs(plain), heads(plain)
    path = written(document, tmp_path, starter)

    assert breaches(path) == []
    assert paragraphs(path) == expected
    assert heads(path) == expected_heads
    assert "Hinweise" not in words(part(path))


def test_same_bytes(tmp_path: Path) -> None:
    """It is the same file each time."""
    first = kommunal_nh.write_template(tmp_path / "a.docx").read_bytes()

    assert kommunal_nh.write_template(tmp_path / "b.docx").read_bytes() == first


def test_changed_in_word(tmp_path: Path) -> None:
    """What an officer changes in it comes into the report: logo, styles, margins, footer."""
    starter = kommunal_nh.write_template(tmp_path / "vorlage.docx")
    word = docx.Document(str(starter))
    (tmp_path / "logo.png").write_bytes(png())
    word.paragraphs[0].insert_paragraph_before().add_run().add_picture(str(tmp_path / "logo.png"))
    word.styles["Heading 1"].font.color.rgb = RGBColor(0x80, 0, 0)
    for section in word.sections:
        section.left_margin = Cm(4)
    word.sections[-1].footer.paragraphs[0].add_run("!")
    word.save(str(starter))
    path = written(report(), tmp_path, starter)

    changed = docx.Document(str(path))
    assert changed.inline_shapes[0].width == docx.Document(str(starter)).inline_shapes[0].width
    assert changed.styles["Heading 1"].font.color.rgb == RGBColor(0x80, 0, 0)
    assert {round(section.left_margin.cm) for section in changed.sections} == {4}
    assert any(text.endswith("!") for text in heads(path))


def test_all_styles(starter: Path, tmp_path: Path) -> None:
    """Every style that a report uses is in it, so that nothing has to be added."""
    path = written(report(), tmp_path, starter)
    added = set(style_names(path).values()) - set(style_names(starter).values())

    assert {name for name in added if not name.startswith("Status ")} == set()


def test_hints_show_each_kind_of_text(starter: Path) -> None:
    """The hints show the styles that one would want to change."""
    shown = {style for style, _ in paragraphs(starter)}

    assert shown >= {"heading 1", "heading 4", "Zielformulierung", "Eckdaten", "Feldbezeichnung",
                     "Leerhinweis", "List Bullet", "Quote", "caption", "Tabellentext"}  # fmt: skip


def test_nothing_is_left_of_the_hints(starter: Path, tmp_path: Path) -> None:
    """Lists and relationships of the hints do not come along."""
    path = written(document_of(TitlePage("Titel"), paragraph("Text")), tmp_path, starter)

    assert words(part(path)) == "TitelKreis MusterText"
    with zipfile.ZipFile(path) as package:
        assert not [name for name in package.namelist() if "media" in name]
    assert not list(part(path).iter(f"{W}tbl"))
