"""The PDF that LibreOffice makes of a DOCX file has everything that assistive programs need."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pikepdf
import pytest
from tests.plugins.docx_reading import TAGGED_PDF, libreoffice, program, run, written
from tests.plugins.docx_soest import soest_document

from kommunal_nh.document import (
    Block,
    Chart,
    Document,
    Figure,
    Heading,
    List,
    Quote,
    Section,
    Table,
    plain_text,
)
from tag_tree import Tagged, read_tags


@pytest.fixture(scope="module")
def document() -> Document:
    return soest_document()


@pytest.fixture(scope="module")
def pdf(document: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ua")
    return libreoffice(written(document, folder), TAGGED_PDF, folder)


@pytest.fixture(scope="module")
def tagged(pdf: Path) -> Tagged:
    return read_tags(pdf)


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """All blocks, those inside of others too."""
    for block in blocks:
        yield block
        if isinstance(block, Section | Quote):
            yield from walk(block.blocks)
        if isinstance(block, List):
            for item in block.items:
                yield from walk(item)


def headings(document: Document) -> list[Heading]:
    """The headings of a document."""
    return [block for block in walk(document.blocks) if isinstance(block, Heading)]


def test_whole(tagged: Tagged, document: Document) -> None:
    """Language, title, mark and claim are those of an accessible file."""
    assert tagged.language == "de-DE"
    assert tagged.title == document.title
    assert (tagged.shows_title, tagged.is_marked, tagged.part) == (True, True, "1")


def test_headings(tagged: Tagged, document: Document) -> None:
    """There are as many headings of each level as in the document, and as many bookmarks."""
    levels = Counter(f"H{heading.level}" for heading in headings(document))

    assert {kind: tagged.root.count(kind) for kind in (*levels, "H5", "H6")} == levels | {
        "H5": 0,
        "H6": 0,
    }
    assert ["".join(title.split()) for _, title, _ in tagged.bookmarks] == [
        "".join(f"{heading.number}{plain_text(heading.content)}".split())
        for heading in headings(document)
    ]


def test_tables(tagged: Tagged, document: Document) -> None:
    """Each table has a header cell for each column, with its scope, and all of its rows."""
    tables = [
        block.table if isinstance(block, Chart) else block
        for block in walk(document.blocks)
        if isinstance(block, Table | Chart)
    ]
    found = tagged.root.all("Table")

    assert len(found) == len(tables) > 5
    for tag, table in zip(found, tables, strict=True):
        assert [cell.scope for cell in tag.all("TH")] == ["Column"] * len(table.columns)
        assert tag.count("TR") == 1 + len(tuple(table.rows))


def test_links_lists_and_pictures(tagged: Tagged, document: Document) -> None:
    """Links and lists are tagged, and pictures and drawings have their words."""
    pictures = [block for block in walk(document.blocks) if isinstance(block, Figure | Chart)]
    assert tagged.root.count("Link") > 300
    assert tagged.root.count("LI") > 20
    assert tagged.root.count("TOCI") > 280
    assert [figure.alt for figure in tagged.root.all("Figure")] == [
        picture.alt for picture in pictures
    ]
    assert len(pictures) > 1


def test_pdfua(pdf: Path) -> None:
    """The tool pdfua finds no error."""
    run((program("pdfua"), "check", str(pdf)))


def test_outloud(pdf: Path, tmp_path: Path) -> None:
    """The tool outloud finds one error, which is LibreOffice's: the order of tabs is no name."""
    assert errors(pdf, tmp_path) == {"LNK-005"}

    with pikepdf.open(pdf) as file:
        for page in file.pages:
            page.obj.Tabs = pikepdf.Name.S
        file.save(tmp_path / "mended.pdf")
    assert errors(tmp_path / "mended.pdf", tmp_path) == set()


def errors(pdf: Path, folder: Path) -> set[str]:
    """The rules that outloud says are broken."""
    target = folder / "outloud.json"
    run((program("outloud"), "--fail-on", "never", "--json", str(target), str(pdf)))
    return set(broken(json.loads(target.read_text("utf-8"))))


def broken(tree: object) -> Iterator[str]:
    """The rules of all errors, wherever they are in the report."""
    if isinstance(tree, dict):
        if tree.get("severity") == "error" and "message" in tree:
            yield str(tree["rule"])
        tree = list(tree.values())
    if isinstance(tree, list):
        for child in tree:
            yield from broken(child)
