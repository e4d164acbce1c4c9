"""Tracked changes: accepting all gives the new text, rejecting all the old one."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from tests.plugins.changed_texts import CHANGES, changed
from tests.plugins.docx_reading import W, document_of, part, written
from tests.plugins.docx_rules import breaches
from tests.plugins.docx_sample import words as texts
from tests.plugins.docx_tracked import Decided, decided

from kommunal_nh.document import (
    Block,
    Code,
    Column,
    Deleted,
    Document,
    Emphasis,
    Heading,
    Inline,
    Inserted,
    LineBreak,
    Link,
    List,
    Paragraph,
    Reference,
    Row,
    Section,
    StatusMark,
    Strong,
    Table,
    Text,
)

# ----------------------------------------------------------------------------- LibreOffice decides


@pytest.fixture(scope="module")
def in_libreoffice(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Decided]:
    """What LibreOffice makes of each change."""
    folder = tmp_path_factory.mktemp("changes")
    paths = [
        written(document_of(*change.blocks), folder).rename(folder / f"{number}.docx")
        for number, change in enumerate(CHANGES.values())
    ]
    return dict(zip(CHANGES, decided(paths), strict=True))


@pytest.mark.parametrize("name", CHANGES)
def test_libreoffice_decides(name: str, in_libreoffice: dict[str, Decided]) -> None:
    """All changes accepted, LibreOffice has exactly the new text; all rejected, the old one."""
    found, change = in_libreoffice[name], CHANGES[name]

    assert (lines(found.accepted), lines(found.rejected)) == (change.new, change.old)


def lines(text: str) -> tuple[str, ...]:
    """The lines of a text, without bullets."""
    return tuple(re.sub(r"^ +• ", "", line) for line in text.split("\n"))


# ------------------------------------------------------------------------------------- XML decides

Sign = tuple[str, bool, bool]
"""A sign, whether it is bold, and whether it is italic."""


class Side(NamedTuple):
    """One of the two texts.

    Attributes:
        gone: What is not in it, in the tree.
        tag: The same, in the file.
    """

    gone: type[Inline]
    tag: str


NEW, OLD = Side(Deleted, f"{W}del"), Side(Inserted, f"{W}ins")
SIGNS = {f"{W}br": "\n", f"{W}tab": "\t"}


def in_file(path: Path, side: Side) -> list[list[Sign]]:
    """The paragraphs of one of the texts, after all changes of the file are decided."""
    body = part(path)
    found: list[list[Sign]] = []
    kept: list[Sign] = []
    for p in body.iter(f"{W}p"):
        kept += (sign for run in p.iter(f"{W}r") for sign in in_run(run, side))
        if p.find(f"{W}pPr/{W}rPr/{side.tag}") is None:
            found.append(kept)
            kept = []
    assert kept == [], "the last paragraph can not go"
    return found


def in_run(run: etree._Element, side: Side) -> Iterator[Sign]:
    if next(run.iterancestors(side.tag), None) is not None:
        return
    look = [run.find(f"{W}rPr/{W}{tag}") is not None for tag in "bi"]
    for child in run.iter(f"{W}t", f"{W}delText", *SIGNS):
        yield from (
            (sign, look[0], look[1]) for sign in SIGNS.get(str(child.tag), child.text or "")
        )


def in_tree(blocks: Iterable[Block], side: Side) -> Iterator[list[Sign]]:
    """The same, from the tree."""
    for block in blocks:
        match block:
            case Paragraph(content) | Heading(_, "", content):
                if not all(is_gone(inline, side) for inline in content):
                    yield list(in_content(content, side))
            case Heading(_, number, content):
                yield list(in_content((Text(f"{number} "), *content), side))
            case List(items):
                yield from in_tree((block for item in items for block in item), side)
            case Table(caption, _, rows):
                yield [(sign, False, False) for sign in caption]
                yield [("A", False, False)]
                yield from (list(in_content(cell, side)) for row in rows for cell in row.cells)
                yield []


def is_gone(inline: Inline, side: Side) -> bool:
    """Whether nothing of an inline is in one of the texts, however deep the change stands."""
    if isinstance(inline, Text | Code | LineBreak | StatusMark):
        return False
    return isinstance(inline, side.gone) or all(is_gone(one, side) for one in inline.content)


def in_content(
    content: Sequence[Inline], side: Side, bold: bool = False, italic: bool = False
) -> Iterator[Sign]:
    for inline in content:
        match inline:
            case Text(text) | Code(text):
                yield from ((sign, bold, italic) for sign in text)
            case StatusMark(_, text):
                yield from ((sign, True, italic) for sign in text)
            case LineBreak():
                yield "\n", False, False
            case _ if not isinstance(inline, side.gone):
                is_bold, is_italic = isinstance(inline, Strong), isinstance(inline, Emphasis)
                yield from in_content(inline.content, side, bold or is_bold, italic or is_italic)


MORE: tuple[tuple[Inline, ...], ...] = ((), (Text("b"),), (Inserted(texts("c")),))
ANCHORS = ("ziel", "x" * 50)
prose = st.text("ab <&>\u00a0ä", min_size=1, max_size=5)
leaves = prose.map(Text) | prose.map(Code) | st.sampled_from([LineBreak(), Code("a\n\tb")])
leaves |= st.builds(StatusMark, st.just("fremd"), prose)


def several(inline: st.SearchStrategy[Inline]) -> st.SearchStrategy[tuple[Inline, ...]]:
    return st.lists(inline, min_size=1, max_size=3).map(tuple)


def around(inline: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    marked = st.builds(Strong, several(inline)) | st.builds(Emphasis, several(inline))
    link = st.builds(Link, st.just("https://example.org/?a=1&b=2"), several(inline))
    return marked | link | st.builds(Reference, st.sampled_from(ANCHORS), several(inline))


plain = leaves | around(leaves) | around(around(leaves))
change = st.builds(Inserted, several(plain)) | st.builds(Deleted, several(plain))
contents = several(plain | change | around(plain | change)) | several(change)
paragraphs = contents.map(Paragraph)
headings = st.builds(
    Heading,
    st.integers(1, 3),
    st.sampled_from(["", "1.2"]),
    st.sampled_from([(kind(texts("a")), *more) for kind in (Inserted, Deleted) for more in MORE]),
)
lists = st.lists(st.tuples(paragraphs, paragraphs), min_size=1, max_size=3).map(
    lambda items: List(tuple(items))
)
tables = contents.map(lambda cell: Table("t", (Column("A"),), (Row((cell,)),)))


@given(st.lists(paragraphs | headings | lists | tables, min_size=1, max_size=4))
@example([Paragraph((Deleted(texts("a")), Deleted(texts("b")))), Paragraph(texts("c"))])
@example([Paragraph((Inserted((Link("https://a.de/", texts("a")),)),)), Paragraph(texts("c"))])
@example(
    [Paragraph((Inserted(texts("a")), Strong((Inserted(texts("b")),)))), Paragraph(texts("c"))]
)
@example([Paragraph((Inserted((Strong((Text("a"), Reference("ziel", texts("c")))),)),))])
def test_xml_decides(blocks: list[Block]) -> None:
    """Both texts are in the file sign by sign, with their looks; and it keeps all rules."""
    end = Paragraph(texts("Ende"))
    targets = (Section("", anchor, (end,)) for anchor in ANCHORS)
    with tempfile.TemporaryDirectory() as folder:
        path = written(document_of(*blocks, *targets), Path(folder))

        assert in_file(path, NEW) == list(in_tree([*blocks, end, end], NEW))
        assert in_file(path, OLD) == list(in_tree([*blocks, end, end], OLD))
        assert breaches(path) == []


# --------------------------------------------------------------------------------------- the rest


def origins(path: Path) -> set[tuple[str, str]]:
    """Author and date of all changes of a file."""
    changes = part(path).iter(f"{W}ins", f"{W}del")
    return {(one.get(f"{W}author", ""), one.get(f"{W}date", "")) for one in changes}


def test_changes_have_author_and_date(tmp_path: Path) -> None:
    """A change is made by the publisher on the day of the document."""
    document = Document('"Titel"', 'Kreis <"&', date(2024, 4, 1), changed().blocks)

    assert origins(written(document, tmp_path)) == {('Kreis <"&', "2024-04-01T00:00:00Z")}


def test_date_can_be_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH is the date of changes as it is that of the file."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    path = written(changed(), tmp_path)
    created = part(path, "docProps/core.xml").xpath("string(*[local-name()='created'])")

    assert {day for _, day in origins(path)} == {created} == {"2023-11-14T22:13:20Z"}


def test_links_are_inserted_inside(tmp_path: Path) -> None:
    """An inserted link is one, with the insertion in it; of a deleted one the words remain."""
    link = Link("https://example.org/", texts("Netz"))
    content = (Inserted((Text("a "), Strong((link,)))), Deleted((Text("b "), link)))
    (p,) = part(written(document_of(Paragraph(content)), tmp_path)).iter(f"{W}p")

    shape = [[etree.QName(e).localname for e in child.iter() if e.text] for child in p]
    assert [etree.QName(child).localname for child in p] == ["ins", "hyperlink", "del"]
    assert [etree.QName(child[0]).localname for child in p] == ["r", "ins", "r"]
    assert shape == [["t"], ["t"], ["delText", "delText"]]


def test_nothing_is_no_change(tmp_path: Path) -> None:
    """Changes without words leave no trace."""
    nothing = (Inserted(()), Deleted((Text(""),)), Inserted((Strong(()),)))
    path = written(document_of(Paragraph(nothing), Paragraph((Text("a"), *nothing))), tmp_path)

    assert origins(path) == set()
    assert len(list(part(path).iter(f"{W}p"))) == 1


def test_rest_of_list_item_stays(tmp_path: Path) -> None:
    """A new item with an old paragraph in it is tracked as such, and nothing else is."""
    item = (Paragraph((Inserted(texts("neu")),)), Paragraph(texts("alt")))
    marks = part(written(document_of(List((item,))), tmp_path)).iterfind(f".//{W}p/{W}pPr")

    assert [len(list(mark.iterfind(f"{W}rPr/{W}ins"))) for mark in marks] == [1, 0]
