"""The lint for Word files finds what was broken on purpose, and nothing in what we write."""

from __future__ import annotations

import zipfile
from pathlib import Path

import attrs
import pytest
from tests.plugins.changed_texts import changed
from tests.plugins.docx_defects import BODY, DEFECTS, Defect, gone, once
from tests.plugins.docx_reading import document_of, parts, written
from tests.plugins.docx_soest import soest_document

import kommunal_nh
from kommunal_nh import KommunalNHError
from kommunal_nh.building import build_document
from kommunal_nh.document import Column, Heading, Table, Text
from kommunal_nh_docx.lint import RULES, lint

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def soest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(soest_document(), tmp_path_factory.mktemp("soest"))


def seeded(source: Path, target: Path, defect: Defect) -> Path:
    """A copy with one part edited."""
    with zipfile.ZipFile(target, "w") as package:
        for name, content in parts(source).items():
            if name != defect.member:
                package.writestr(name, content)
            elif defect.edit is not gone:
                package.writestr(name, defect.edit(content.decode()))
    return target


def test_nothing_in_the_real_report(soest: Path) -> None:
    """The real report, with a picture, has no problem."""
    assert lint(soest) == []


@pytest.mark.parametrize("defect", DEFECTS.values(), ids=DEFECTS.keys())
def test_seeded_defect(defect: Defect, soest: Path, tmp_path: Path) -> None:
    """A defect that was put into the real report is found by its rule and by no other."""
    found = lint(seeded(soest, tmp_path / "kaputt.docx", defect))

    assert {problem.rule for problem in found} == {defect.rule}
    assert all(problem.message.endswith((".", ").")) for problem in found)


def test_each_rule_has_a_defect() -> None:
    """No rule is without a defect that it finds."""
    found = {defect.rule for defect in DEFECTS.values()} - {"unreadable", "part-missing"}

    assert len(found) == len(RULES)


@pytest.mark.parametrize("content", [b"", b"PK", b"Sehr geehrte Damen und Herren"])
def test_no_word_file(content: bytes, tmp_path: Path) -> None:
    """A file that is something else is one problem, not an exception."""
    (tmp_path / "x.docx").write_bytes(content)

    assert [problem.rule for problem in lint(tmp_path / "x.docx")] == ["unreadable"]


def folders() -> list[Path]:
    """All examples that are data folders."""
    return sorted(path.parent for path in EXAMPLES.glob("*/bericht.yaml"))


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_nothing_in_examples(folder: Path, tmp_path: Path) -> None:
    """No example has a problem, and none of its frozen editions."""
    sources = [folder, *sorted((folder / "ausgaben").glob("*.json"))]
    for number, source in enumerate(sources):
        (file,) = kommunal_nh.build(source, "docx", tmp_path / f"{number}.docx")
        assert lint(file) == []


def test_nothing_in_changes(tmp_path: Path) -> None:
    """Tracked changes are no problem."""
    assert lint(written(changed(), tmp_path)) == []


def test_nothing_in_a_report_from_a_template(soest: Path, tmp_path: Path) -> None:
    """A report in the looks of a template has no problem."""
    assert lint(written(soest_document(), tmp_path, soest)) == []


def test_tables_in_tables_and_merged_cells(tmp_path: Path) -> None:
    """Cells that span columns count as many, and tables inside tables are tables of their own."""
    table = Table("x", (Column("a"), Column("b")), ())
    path = written(document_of(table), tmp_path)
    inner = (
        "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>"
        "<w:tc><w:p/></w:tc></w:tr></w:tbl>"
    )
    span = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    row = f"<w:tr><w:tc>{span}{inner}<w:p/></w:tc></w:tr></w:tbl>"
    merged = Defect("", BODY, once("</w:tbl>", row))

    assert lint(seeded(path, tmp_path / "y.docx", merged)) == []


def test_strict(tmp_path: Path) -> None:
    """A file with problems is refused with a list of them, and no file is left; others pass."""
    good = document_of(Heading(1, "", (Text("Eins"),)))
    bad = document_of(Heading(3, "", (Text("Tief"),)), Heading(9, "", (Text("Tiefer"),)))
    build_document(good, "gut", "docx", tmp_path, {"strict": "ja"})

    with pytest.raises(KommunalNHError, match=r"Mängel \(2\)(.|\n)*„Tief“(.|\n)*„Tiefer“"):
        build_document(bad, "schlecht", "docx", tmp_path, {"strict": "ja"})
    build_document(bad, "nachsichtig", "docx", tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gut.docx", "nachsichtig.docx"]


def test_strict_warnings(tmp_path: Path) -> None:
    """In Python as well warnings end a strict build; frozen editions are past mending."""
    report = kommunal_nh.load(EXAMPLES / "kreis_soest")
    old = kommunal_nh.ArchiveEntry(theme="Altes Thema", project="Alt", edition=report.as_of)
    warned = attrs.evolve(report, archive=(old,), folder=None)
    edition = kommunal_nh.edition_of(warned)

    kommunal_nh.build(report, "docx", tmp_path / "a.docx", {"strict": "ja"})
    with pytest.raises(kommunal_nh.DataError, match="Altes Thema"):
        kommunal_nh.build(warned, "docx", tmp_path / "b.docx", {"strict": "ja"})
    kommunal_nh.build(edition, "docx", tmp_path / "c.docx", {"strict": "ja"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "c.docx"]
