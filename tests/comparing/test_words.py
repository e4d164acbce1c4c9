"""What changed between two lines and between two texts: nothing is lost, and it can be read."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.comparing.rendering import said

from kommunal_nh.comparing.alignment import changed_lines
from kommunal_nh.comparing.contexts import NUMBER, SHORT_TITLE, TITLE
from kommunal_nh.comparing.lines import Line, lines_of, simple
from kommunal_nh.comparing.words import changed_words
from kommunal_nh.document import Deleted, Inline, Inserted, Text
from kommunal_nh.testing import texts
from kommunal_nh.text import Surroundings, Target, blocks_of
from kommunal_nh.text.reader import as_block

AROUND = Surroundings(lambda name: Target(name, NUMBER, TITLE, SHORT_TITLE))


def lines(source: str) -> tuple[Line, ...]:
    """The lines of a text."""
    return tuple(lines_of(as_block(block) for block in blocks_of(source, AROUND)))


def line(source: str) -> tuple[Inline, ...]:
    """The content of a text of one paragraph."""
    (only,) = lines(source)
    return only.content


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """Two texts that have paragraphs and words in common, or none."""
    stock = draw(st.lists(texts(["a", "b"]), min_size=1, max_size=4))
    some = st.lists(st.sampled_from(stock), max_size=4).map("\n\n".join)
    old = draw(some)
    words = old.split(" ")
    places = draw(st.lists(st.integers(0, len(words) - 1), max_size=5)) if words else []
    for place in places:
        words[place] = draw(st.sampled_from(("neu", "", "**fett**", "und und", "[](#a)")))
    return old, draw(st.one_of(some, st.just(" ".join(words))))


def kept(content: Iterable[Inline], other: type[Inserted | Deleted]) -> Iterator[Inline]:
    """The content without one kind of marks and what is in them, the other kind unwrapped."""
    for inline in content:
        if isinstance(inline, Inserted | Deleted):
            yield from () if isinstance(inline, other) else inline.content
        else:
            yield inline


def version(changed: Iterable[Line], other: type[Inserted | Deleted]) -> list[Line]:
    """One of the two texts that a comparison holds; lines that are not in it are empty."""
    found = (
        Line(simple(tuple(kept(one.content, other))), one.kind, one.depth, one.detail)
        for one in changed
    )
    return [one for one in found if one.content]


@given(pairs())
def test_both_texts_are_in_the_comparison(pair: tuple[str, str]) -> None:
    """Without deletions a comparison is the newer text, without insertions the older, exactly."""
    old, new = (lines(text) for text in pair)
    changed = changed_lines(old, new)

    assert version(changed, Deleted) == list(new)
    assert version(changed, Inserted) == list(old)


@given(pairs(), st.sampled_from((0, 10, 1_000_000)))
def test_both_lines_are_in_the_comparison(pair: tuple[str, str], most: int) -> None:
    """The same holds for any two single lines, however long they may be."""
    old, new = (simple(tuple(i for one in lines(text) for i in one.content)) for text in pair)
    changed = changed_words(old, new, most)

    assert simple(tuple(kept(changed, Deleted))) == new
    assert simple(tuple(kept(changed, Inserted))) == old


@given(texts(["a"]))
def test_equal_texts_have_no_marks(text: str) -> None:
    """Comparing a text with itself gives the text."""
    assert changed_lines(lines(text), lines(text)) == lines(text)


@given(pairs())
def test_marks_hold_something_and_no_marks(pair: tuple[str, str]) -> None:
    """No mark is empty, none is in another, and two of a kind never follow each other."""
    for one in changed_lines(*(lines(text) for text in pair)):
        marks = [type(inline) for inline in one.content]
        assert all(a is not b for a, b in itertools.pairwise(marks) if a in MARKS)
        for inline in one.content:
            if isinstance(inline, Inserted | Deleted):
                assert inline.content
                assert not any(isinstance(inner, Inserted | Deleted) for inner in inline.content)


MARKS = (Inserted, Deleted)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Das läuft noch.", "Das läuft noch nicht.", "Das läuft noch{+ nicht+}."),
        ("Stand 01.10.2023 neu", "Stand 01.04.2024 neu", "Stand [-01.10.2023-]{+01.04.2024+} neu"),
        ("Es gibt Rad und Bus.", "Es gibt Bahn und Auto.",
         "Es gibt [-Rad und Bus-]{+Bahn und Auto+}."),
        ("Der Gutachter ist bestellt, sagt er.", "Der Berater ist beauftragt, heißt es.",
         "Der [-Gutachter ist bestellt, sagt er-]{+Berater ist beauftragt, heißt es+}."),
        ("das Klimaschutzkonzept war gut", "ein Klimaschutzkonzept ist gut",
         "[-das-]{+ein+} Klimaschutzkonzept [-war-]{+ist+} gut"),
        ("Bürger*innen machen mit", "Bürgerinnen machen mit",
         "[-Bürger*innen-]{+Bürgerinnen+} machen mit"),
        ("ein **wichtiges** Ziel", "ein wichtiges Ziel", "ein [-**wichtiges**-]{+wichtiges+} Ziel"),
        ("siehe [](#a) dort", "siehe [](#b) dort",
         f"siehe [-{NUMBER}→a-]{{+{NUMBER}→b+}} dort"),
        ("**Alles neu** hier", "**Alles alt** hier", "**Alles **[-**neu**-]{+**alt**+} hier"),
    ],
)  # fmt: skip
def test_changes_can_be_read(old: str, new: str, expected: str) -> None:
    """Whole words change, a lone word between two changes goes with them, a long one stays."""
    assert said(changed_words(line(old), line(new))) == expected


def test_a_new_paragraph_is_new_as_a_whole() -> None:
    """A paragraph between two others is inserted, and these stay as they are."""
    changed = changed_lines(
        lines("Eins ist da.\n\nDrei ist da."), lines("Eins ist da.\n\nZwei ist da!\n\nDrei ist da.")
    )

    assert [said(one.content) for one in changed] == [
        "Eins ist da.", "{+Zwei ist da!+}", "Drei ist da.",
    ]  # fmt: skip


def test_the_most_similar_paragraph_is_the_same_one() -> None:
    """Of two new paragraphs the one that has most words of the old one is its new form."""
    old = "Der Berater ist beauftragt und beginnt im Mai."
    new = "Der Kreistag hat es beschlossen.\n\nDer Berater ist beauftragt und begann im Mai."
    changed = changed_lines(lines(old), lines(new))

    assert [said(one.content) for one in changed] == [
        "{+Der Kreistag hat es beschlossen.+}",
        "Der Berater ist beauftragt und [-beginnt-]{+begann+} im Mai.",
    ]


def test_what_became_an_item_is_another_line() -> None:
    """A paragraph that is a list item now is deleted and inserted: its form changed."""
    changed = changed_lines(lines("Antrag stellen"), lines("- Antrag stellen"))

    assert [(one.kind, said(one.content)) for one in changed] == [
        ("text", "[-Antrag stellen-]"),
        ("item", "{+Antrag stellen+}"),
    ]


def test_very_long_passages_are_replaced_as_a_whole() -> None:
    """Beyond the limit nobody would read single words: all between the common ends is replaced."""
    old = line("Am Anfang Bus Landschaftsschutzgebiete Rad am Ende")
    new = line("Am Anfang Bahn Landschaftsschutzgebiete Auto am Ende")

    assert said(changed_words(old, new)) == (
        "Am Anfang [-Bus-]{+Bahn+} Landschaftsschutzgebiete [-Rad-]{+Auto+} am Ende"
    )
    assert said(changed_words(old, new, 24)) == (
        "Am Anfang [-Bus Landschaftsschutzgebiete Rad-]{+Bahn Landschaftsschutzgebiete Auto+} "
        "am Ende"
    )


def test_lines_know_lists_quotes_and_tables() -> None:
    """Items, rows and quoted paragraphs are lines of their own, each with its depth."""
    source = (
        "Eins\n\n> Zwei\n\n- Drei\n\n  Vier\n  - Fünf\n\n1. Sechs\n\n| A | B |\n| - | - |\n| 7 | |"
    )

    assert [(one.kind, one.depth, said(one.content)) for one in lines(source)] == [
        ("text", 0, "Eins"),
        ("text", 1, "Zwei"),
        ("item", 0, "Drei"),
        ("text", 1, "Vier"),
        ("item", 1, "Fünf"),
        ("numbered", 0, "Sechs"),
        ("columns", 0, "A – B"),
        ("row", 0, "7 – "),
    ]


def test_the_text_of_one_line_stays_one_line() -> None:
    """A fact of one line is that line even if every word of it changed."""
    old, new = Line((Text("Abteilung 65"),)), Line((Text("Sachgebiet"),))
    (changed,) = changed_lines((old,), (new,), together=True)

    assert said(changed.content) == "[-Abteilung 65-]{+Sachgebiet+}"
