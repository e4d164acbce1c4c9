"""Every word of an existing report is in the data, in the findings or in the file of the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from hashlib import md5
from itertools import count
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kommunal_nh.importing import Imported, recognised
from kommunal_nh.importing.leftovers import beside
from kommunal_nh.loading.profiles import load_profile
from kommunal_nh.manuscripts import Grid, GridRow, Line, Manuscript
from kommunal_nh.saving import planned
from kommunal_nh.saving.new_folder import new_folder

SHAPES: tuple[Callable[[Callable[[], str], int, int], str], ...] = (
    lambda word, one, two: f"{one}. {word()} {word()}",
    lambda word, one, two: f"{one} {word().upper()}",
    lambda word, one, two: f"{one}.{two} Strategisches Ziel {two}",
    lambda word, one, two: f"{one}.{two} {word()} {word()}",
    lambda word, one, two: f"{one}.{two}.{two} Projekte in Planung",
    lambda word, one, two: f"{one}.{one}.3 {word()}",
    lambda word, one, two: f"{one}.{one}.{two}.{one} {word()} {word()}",
    lambda word, one, two: f"{one}.{one}.{two}.{two} {word()} {word()}",
    lambda word, one, two: "Projektbeschreibung:",
    lambda word, one, two: "Sachstand:",
    lambda word, one, two: f"Sachstand: {word()}",
    lambda word, one, two: f"Status: {word()}",
    lambda word, one, two: f"Verantwortlich: {word()}, {word()}",
    lambda word, one, two: f"Zusammenarbeit mit Kommunen: {word()}",
    lambda word, one, two: f"Zeitraum: {word()}",
    lambda word, one, two: f"Federführung: {word()}",
    lambda word, one, two: f"Dimension: {word()}",
    lambda word, one, two: "derzeit keine Projekte vorhanden",
    lambda word, one, two: f"{word()} {word()} {word()}.",
    lambda word, one, two: f"{word()} {word()} siehe {one}.{one}.{two}.{one} {word()}",
    lambda word, one, two: f"{word()} und {word()}-",
    lambda word, one, two: f"{word().lower()} {word()}",
    lambda word, one, two: f"{word()} *{word()} <b>{word()}</b> [{word()}]({word()}) | `{word()}`",
    lambda word, one, two: "Inhaltsverzeichnis",
    lambda word, one, two: f"{word()} {one}",
    lambda word, one, two: "Projektlisten",
    lambda word, one, two: f"Projektliste „{word()}“",
    lambda word, one, two: "Archiv",
    lambda word, one, two: "in Planung",
    lambda word, one, two: f"Stand: 0{one}.10.2023",
    lambda word, one, two: f"{one}",
)
HEADS = (
    ("Nr.", "Projekt", "Planung", "Umgesetzt", "Verantwortlichkeit"),
    ("Nr.", "Projekt", "Status", "Anmerkung"),
    ("Themenfeld", "Projekt", "Report", "Nummer im Report"),
    ("Themenfeld", "Projekt", "Report", "Verantwortlichkeit"),
    ("Projekt", "Grund", "Report"),
    ("Nr.", "Projekt", "Themenfeld", "Planung", "Grund"),
    ("Themenfeld", "Dimension", "Federführung"),
    ("Themenfeld", "Dimension", "Grund"),
    ("Jahr", "Menge"),
)
numbers = st.integers(1, 4)


@st.composite
def lines(draw: st.DrawFn, word: Callable[[], str], at: int) -> Line:
    """A line of some shape, with words that no other line has."""
    shape = draw(st.sampled_from(SHAPES))
    words = shape(word, draw(numbers), draw(numbers))
    level = draw(st.sampled_from((0, 0, 0, 1, 2, 3, 4)))
    marker = draw(st.sampled_from(("", "", "", "-", "1.", "a)"))) if not level else ""
    return Line(at, words, level=level, marker=marker, depth=int(bool(marker)))


@st.composite
def grids(draw: st.DrawFn, word: Callable[[], str], at: int) -> Grid:
    """A table with a head that lists have, or with another one, and with rows of any length."""
    head = draw(st.sampled_from(HEADS))
    rows = [GridRow(at, head)] if draw(st.booleans()) else []
    for _ in range(draw(st.integers(1, 3))):
        cells = [draw(st.sampled_from((word(), "x", "", "1.1.1.1", "01.10.2022"))) for _ in head]
        rows.append(GridRow(at, tuple(cells[: draw(st.integers(1, len(cells)))])))
    return Grid(tuple(rows))


@st.composite
def manuscripts(draw: st.DrawFn) -> Manuscript:
    """Lines and tables in any order."""
    fresh = (f"W{md5(str(number).encode()).hexdigest()[:12]}q" for number in count())
    length = draw(st.integers(1, 40))
    blocks = [
        draw((lines if draw(numbers) < 4 else grids)(lambda: next(fresh), at))
        for at in range(1, length + 1)
    ]
    return Manuscript("report.txt", tuple(blocks))


def unique(text: str) -> set[str]:
    """The words of a text that only one line has."""
    return set(re.findall(r"w[0-9a-f]{12}q", text.lower()))


def words_of(manuscript: Manuscript) -> Iterator[str]:
    """Everything that a manuscript says."""
    for block in manuscript.blocks:
        if isinstance(block, Line):
            yield block.words
        else:
            yield from (cell for row in block.rows for cell in row.cells)


def written(found: Imported, manuscript: Manuscript) -> str:
    """Everything that an import writes."""
    files = {**new_folder(found.report), **beside(found, manuscript)}
    text = "\n".join(data.decode() for data in files.values())
    return re.sub(r"-\n\s*|\n\s*(?=q)", "", text)


@given(manuscripts())
def test_no_word_is_lost(manuscript: Manuscript) -> None:
    """Whatever stands in whatever order, each word is written somewhere."""
    found = recognised(manuscript, load_profile("soest"))

    lost = unique(" ".join(words_of(manuscript))) - unique(written(found, manuscript))

    assert lost == set()


@given(manuscripts())
def test_what_was_recognised_can_be_written_and_read(manuscript: Manuscript) -> None:
    """Whatever stands in whatever order, the data folder says what was recognised."""
    found = recognised(manuscript, load_profile("soest"))

    changes = planned(found.report, Path("nowhere"), None).changes

    assert "bericht.yaml" in changes
