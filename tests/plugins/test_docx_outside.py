"""What others' programs make of the file: validators, pandoc, LibreOffice."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.plugins.changed_texts import CHANGES, changed
from tests.plugins.docx_reading import W, document_of, libreoffice, part, program, run, written
from tests.plugins.docx_rules import breaches
from tests.plugins.docx_sample import paragraph, project_table, sample
from tests.plugins.docx_sample import words as texts

import kommunal_nh
from kommunal_nh.document import Heading, Paragraph, Row, Section, Table, Text

SOEST = Path(__file__).parents[2] / "examples" / "kreis_soest"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(sample(), tmp_path_factory.mktemp("docx"))


@pytest.fixture(scope="module")
def soest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    report = kommunal_nh.public_view(kommunal_nh.load(SOEST))
    document = kommunal_nh.assemble(report, kommunal_nh.number(report))
    return written(document, tmp_path_factory.mktemp("soest"))


@pytest.fixture(scope="module")
def tracked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(changed(), tmp_path_factory.mktemp("tracked"))


def pandoc(path: Path, target: str, *options: str) -> str:
    """The file as pandoc reads it."""
    try:
        import pypandoc

        command = pypandoc.get_pandoc_path()
    except (ImportError, OSError):
        command = program("pandoc")
    return run((command, "-f", "docx", "-t", target, *options, str(path)))


def nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """All nodes of what pandoc read."""
    if isinstance(tree, dict):
        if "t" in tree:
            yield tree
        tree = list(tree.values())
    if isinstance(tree, list):
        for child in tree:
            yield from nodes(child)


def said(tree: Any) -> str:
    """The words of what pandoc read."""
    signs = {"Space": " ", "SoftBreak": " ", "LineBreak": " "}
    return "".join(
        node["c"] if node["t"] == "Str" else signs.get(node["t"], "") for node in nodes(tree)
    )


def squeezed(text: str) -> str:
    """Without white space, which every reader treats in its own way."""
    return "".join(text.split())


@pytest.mark.parametrize("name", ["path", "soest", "tracked"])
def test_openxml_audit(name: str, request: pytest.FixtureRequest) -> None:
    """openxml-audit finds no error."""
    file = request.getfixturevalue(name)
    run((program("openxml-audit"), "-m", "0", "-f", "microsoft365", str(file)))


@pytest.mark.parametrize("name", ["path", "soest", "tracked"])
def test_ooxml_integrity(name: str, request: pytest.FixtureRequest) -> None:
    """ooxml-integrity finds nothing at all."""
    file = request.getfixturevalue(name)
    found = run((program("ooxml-integrity"), "check", str(file)))

    assert "0 error(s), 0 warning(s), 0 info" in found


def test_changes_keep_the_rules(tracked: Path) -> None:
    """A file with tracked changes keeps every rule, and has many of both kinds."""
    changes = [e.tag for e in part(tracked).iter(f"{W}ins", f"{W}del")]

    assert breaches(tracked) == []
    assert min(changes.count(f"{W}ins"), changes.count(f"{W}del")) > 20


@pytest.mark.parametrize("decision", ["accept", "reject"])
def test_pandoc_decides(decision: str, tracked: Path) -> None:
    """Pandoc reads the new words when it accepts all changes, and the old ones when not."""
    tree = json.loads(pandoc(tracked, "json", f"--track-changes={decision}"))
    wanted = (
        line
        for name, change in CHANGES.items()
        for line in (name, *(change.new if decision == "accept" else change.old))
    )

    symbol = changed().statuses[0].symbol
    assert squeezed(said(tree["blocks"])).replace(symbol, "") == squeezed("".join(wanted))


def test_soest_keeps_the_rules(soest: Path) -> None:
    """The real report keeps every rule."""
    assert breaches(soest) == []


def test_pandoc_headings(path: Path) -> None:
    """Pandoc sees every heading with its level and number."""
    tree = json.loads(pandoc(path, "json"))
    found = [(n["c"][0], said(n["c"][2])) for n in nodes(tree) if n["t"] == "Header"]

    assert found == [
        (1, "Überblick"),
        (1, "1 Klima"),
        (2, "1.1 Ziel"),
        (3, "1.1.1 umgesetzte Projekte"),
        (4, "1.1.1.1 Klima-Allianz"),
        (4, "1.1.2.1 Wärme"),
        (1, "Projektlisten"),
        (1, "Besonderheiten"),
        (9, "1.2.3 Sehr tief"),
        (1, "Danach"),
    ]


def test_pandoc_links(path: Path) -> None:
    """For pandoc, every link inside the document has its target, and others their address."""
    tree = json.loads(pandoc(path, "json"))
    targets = [n["c"][2][0] for n in nodes(tree) if n["t"] == "Link"]
    anchors = {n["c"][1][0] for n in nodes(tree) if n["t"] == "Header"}
    anchors |= {n["c"][0][0] for n in nodes(tree) if n["t"] == "Span"}

    inner = [target[1:] for target in targets if target.startswith("#")]
    assert len(inner) == 4
    assert set(inner) <= anchors
    assert "mailto:info@example.org" in targets


def test_pandoc_tables(path: Path) -> None:
    """Pandoc sees the cells of a project list, header row included."""
    tree = json.loads(pandoc(path, "json"))
    table = next(n for n in nodes(tree) if n["t"] == "Table" and "1.1.2.1" in said(n))

    for title in [column.title for column in project_table().columns]:
        assert title in said(table["c"][3])
    assert "1.1.2.1WärmeBearbeitung" in re.sub(r"[\s►]", "", said(table["c"][4]))


@settings(
    max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    st.lists(
        st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1),
        min_size=40,
        max_size=120,
    )
)
def test_pandoc_words(tmp_path: Path, prose: list[str]) -> None:
    """Pandoc reads all words of all paragraphs, and no markup."""
    blocks = [Paragraph((Text(f"{number}:{text}"),)) for number, text in enumerate(prose)]
    tree = json.loads(pandoc(written(document_of(*blocks), tmp_path), "json"))

    assert squeezed(said(tree["blocks"])) == squeezed(
        "".join(f"{number}:{text}" for number, text in enumerate(prose))
    )
    assert {n["t"] for n in nodes(tree["blocks"])} <= {"Para", "Str", "Space"}


def pages(pdf: Path) -> list[str]:
    """The text of each page."""
    return run((program("pdftotext"), "-layout", str(pdf), "-")).split("\f")[:-1]


def test_print(path: Path, tmp_path: Path) -> None:
    """LibreOffice prints all of it: header and footer on all pages but the first."""
    printed = pages(libreoffice(path, "pdf", tmp_path))

    assert "Fehler" not in "".join(printed)
    assert "Stand: 01.10.2023" not in printed[0].replace("Stand: 01.10.2023", "", 1)
    for number, page in enumerate(printed[1:], 2):
        assert "Nachhaltigkeitsreport <Muster> & Co" in page
        assert f"Seite {number} von {len(printed)}" in page


def test_long_table_in_print(tmp_path: Path) -> None:
    """A table of many pages has its header row on each of them, and no empty page behind."""
    table = project_table()
    rows = tuple(attrs.evolve(row, facets={}) for _ in range(60) for row in table.rows)
    wide = Section("lists", "klima-allianz", (attrs.evolve(table, rows=rows),), landscape=True)
    document = document_of(
        paragraph("davor"), wide, Section("", "", (Heading(1, "", texts("Archiv")),))
    )

    printed = pages(libreoffice(written(document, tmp_path), "pdf", tmp_path))
    assert len(printed) > 4
    for page in printed[1:-1]:
        assert "Verantwortlich" in page
        assert "Klima-Allianz" in page
    assert "Archiv" in printed[-1]


def test_page_sizes(tmp_path: Path) -> None:
    """Only the pages of the lists are turned."""
    table = Table("Liste", project_table().columns, (Row((texts("x"),) * 6),), landscape=True)
    document = document_of(paragraph("davor"), table, paragraph("danach"))
    pdf = libreoffice(written(document, tmp_path), "pdf", tmp_path)
    sizes = re.findall(
        r"size: +([\d.]+) x ([\d.]+)", run((program("pdfinfo"), "-l", "9", str(pdf)))
    )

    assert [float(width) > float(height) for width, height in sizes] == [False, True, False]
