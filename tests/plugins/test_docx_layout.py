"""Pages as LibreOffice breaks them: nothing that introduces something is alone at their foot."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plugins.docx_reading import TAGGED_PDF, libreoffice, read
from tests.plugins.docx_sample import paragraph

import kommunal_nh
from kommunal_nh.document import Block, List, Paragraph, Row, Text
from kommunal_nh_docx.keeping import kept_points, kept_rows
from tag_tree import Tag, Tagged, read_tags

EXAMPLES = Path(__file__).parents[2] / "examples"
INTRODUCING = {*(f"H{level}" for level in range(1, 10)), "Contents Heading"}
INTRODUCING |= {"Feldbezeichnung", "caption", "Zielformulierung"}


@pytest.fixture(scope="module", params=["kreis_soest", "blaustein", "gnk_musterkommune"])
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Tagged:
    folder = tmp_path_factory.mktemp("print")
    (file,) = kommunal_nh.build(EXAMPLES / request.param, "docx", folder / "bericht.docx")
    return read_tags(libreoffice(file, TAGGED_PDF, folder))


def texts(printed: Tagged) -> list[Tag]:
    """The paragraphs and tables in the order of reading, without those that show nothing."""
    return [tag for tag in printed.root.children[0].children if tag.pages]


def test_nothing_introduces_the_next_page(printed: Tagged) -> None:
    """Headings, labels, captions and the wording of goals are on the page of what follows."""
    alone = [
        (tag.name, max(tag.pages))
        for tag, follower in pairwise(texts(printed))
        if tag.name in INTRODUCING and max(tag.pages) != min(follower.pages)
    ]

    assert alone == []


def test_the_status_is_below_its_heading(printed: Tagged) -> None:
    """The first line of facts is on the page of the heading and of the text behind it."""
    for heading, facts, follower in zip(
        texts(printed), texts(printed)[1:], texts(printed)[2:], strict=False
    ):
        if heading.kind.startswith("H") and facts.name == "Eckdaten":
            assert heading.pages == facts.pages
            assert min(follower.pages) == max(facts.pages)


def test_facts_below_headings(printed: Tagged) -> None:
    """Wording and facts below a heading are on the page of what its section goes on with."""
    found = texts(printed)
    for place, heading in enumerate(found):
        if not heading.kind.startswith("H"):
            continue
        end = place + 1
        while end < len(found) and found[end].name in {"Eckdaten", "Zielformulierung"}:
            end += 1
        if end < len(found) and not ends(heading, found[end]):
            assert max(found[end - 1].pages) == min(found[end].pages), found[place:end]


def ends(heading: Tag, follower: Tag) -> bool:
    """Whether the section of a heading is over, as the next one on its level begins."""
    return follower.kind.startswith("H") and follower.kind <= heading.kind


def test_rows_are_whole(printed: Tagged) -> None:
    """No row of a table goes on over a page, and no header row is alone."""
    for table in printed.root.all("Table"):
        rows = table.all("TR")
        assert [row for row in rows if len(row.pages) > 1] == []
        assert rows[0].pages <= rows[1].pages


def test_announced_lists() -> None:
    """Words that end in a colon stay with the short list that they announce, others need not."""
    items = List(((paragraph("eins"),), (paragraph("zwei"),)))
    word = read(paragraph("Das heißt:"), items, paragraph("Vor dem Ende."), items, paragraph("Ja:"))
    kept = [bool(p.paragraph_format.keep_with_next) for p in word.paragraphs]

    assert kept == [True, True, False, False, True, False, False]


def rows(*lengths: int) -> list[Row]:
    return [Row(((Text("a" * length),),)) for length in lengths]


@given(st.lists(st.integers(0, 400), max_size=30))
def test_no_row_stands_alone(lengths: list[int]) -> None:
    """All rows come in order; the first and the last are never alone, and the last keeps none."""
    made = rows(*lengths)
    found = list(kept_rows(iter(made)))
    keeps = [keep for _, keep in found]
    assert [row for row, _ in found] == made
    assert not any(keeps[-1:])
    assert len(made) < 2 or (keeps[0] and keeps[-2])
    is_short = len(made) < 12 and max(lengths, default=0) < 300
    assert all(keeps[:-1]) == (is_short or len(made) <= 3)


def points(*texts: str) -> list[tuple[Block, ...]]:
    return [(Paragraph((Text(text),)),) for text in texts]


def test_short_lists_stay_whole() -> None:
    """A few short points are on one page; of many or long ones only the first and last two."""
    assert kept_points([]) == []
    assert kept_points(points("eins")) == [False]
    assert kept_points(points(*"abcdef")) == [True] * 5 + [False]
    assert kept_points(points(*"abcdefgh")) == [True, *[False] * 5, True, False]
    assert kept_points(points(*["a" * 200] * 4)) == [True, False, True, False]
    assert kept_points([(List(()),)] * 4) == [True, False, True, False]


def test_tables_and_facts_are_whole(printed: Tagged) -> None:
    """Tables of few rows, and facts behind one another, are on one page."""
    for tag, follower in pairwise(texts(printed)):
        if tag.kind == "Table" and len(tag.children) < 12:
            assert len(set(tag.pages)) == 1
        if tag.name == follower.name == "Eckdaten":
            assert max(tag.pages) == min(follower.pages)
