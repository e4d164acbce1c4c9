"""Every tree of blocks is read back as the same tree."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.plugins import markdown_texts as nasty
from tests.plugins.markdown_expected import expected
from tests.plugins.markdown_reading import blocks, markdown, outline, plain
from tests.plugins.test_markdown_texts import check, cmark_gfm, every_reader

from kommunal_nh.document import (
    Column,
    ContentsEntry,
    Heading,
    Link,
    List,
    Paragraph,
    Reference,
    Section,
    Strong,
    Table,
    TableOfContents,
    Text,
    TitlePage,
)

unhurried = settings(suppress_health_check=[HealthCheck.too_slow])  # whole documents take time


def written(*parts: Any) -> str:
    return markdown(nasty.document((TitlePage("Titel"), *parts)))


@every_reader
@unhurried
@given(document=nasty.documents(st.one_of(nasty.sections, nasty.simple)))
def test_every_document_is_read_back(read: Any, document: Any) -> None:
    """Sections, lists, quotes and tables in one another keep their shape, words and marks."""
    text = markdown(document)

    assert blocks(read(text)) == expected(document), text


@unhurried
@given(document=nasty.documents(nasty.sections))
def test_the_file_is_tidy(document: Any) -> None:
    """LF only, one line feed at the end, no spaces at line ends, no two empty lines in a row."""
    text = markdown(document)

    assert "\r" not in text
    assert text.endswith("\n")
    assert not re.search(r"[ \t]\n|\n\n\n|\n\n\Z|\A\n", text)


@given(levels=st.lists(st.integers(1, 9), max_size=12))
def test_the_outline_has_no_gaps(levels: list[int]) -> None:
    """There is one heading of level 1, the title, and no level is left out on the way down."""
    headings = [Heading(level, "", (Text(f"h{place}"),)) for place, level in enumerate(levels)]
    read = blocks(cmark_gfm(written(*headings)))
    depths = [int(tag[1]) if tag != "p" else 7 for tag, _ in read]

    assert [plain(words) for _, words in read[1:]] == [f"h{place}" for place in range(len(levels))]
    assert depths.count(1) == 1 == depths[0]
    assert all(after <= before + 1 for before, after in pairwise(depths))


def test_levels_without_gaps_stay() -> None:
    """A heading is one level below that of the tree; beyond 6 it is a strong paragraph."""
    read = blocks(cmark_gfm(written(*(Heading(n, "", (Text(f"h{n}"),)) for n in range(1, 8)))))

    assert outline(read) == [(1, "Titel"), *((n + 1, f"h{n}") for n in range(1, 6))]
    assert read[-2:] == [
        ("p", (("h6", frozenset({"strong"})),)),
        ("p", (("h7", frozenset({"strong"})),)),
    ]


def test_a_document_without_title_page_has_its_title() -> None:
    """The document's own title stands above everything."""
    text = markdown(nasty.document([Paragraph((Text("a"),))]))

    assert text == "# Titel\n\na\n"


def test_a_second_title_page_is_a_chapter() -> None:
    """There is one title; another title page becomes a heading of level 2."""
    assert written(TitlePage("Anhang", "zum Report", ("a", "b"))) == (
        "# Titel\n\n## Anhang\n\n**zum Report**\n\na\\\nb\n"
    )


def test_an_empty_document_is_its_title() -> None:
    """Nothing else is written for it."""
    assert markdown(nasty.document(())) == "# Titel\n"


def test_anchor_and_reference() -> None:
    """A section can be linked on GitHub and in browsers (id) and on GitLab (name)."""
    section = Section("project", "klima-allianz", (Heading(1, "1", (Text("Klima-Allianz"),)),))
    reference = Paragraph((Reference("klima-allianz", (Text("1.1.1.1"),)),))

    assert written(section, reference) == (
        '# Titel\n\n<a id="klima-allianz" name="klima-allianz"></a>\n\n## 1 Klima-Allianz\n\n'
        "[1.1.1.1](#klima-allianz)\n"
    )


@given(name=st.one_of(nasty.anchors, nasty.words))
@example(name='"><b>fett</b>')
@example(name='a" b="c')
def test_odd_anchors_cannot_break_out(name: str) -> None:
    """Whatever an anchor is called, it is one anchor and adds no words."""
    read = blocks(cmark_gfm(written(Section("project", name, (Paragraph((Text("a"),)),)))))

    assert read == [("h1", (("Titel", frozenset()),)), ("p", (("a", frozenset()),))]


def test_links_are_explicit() -> None:
    """A link that shows its address is short; every other one has its address in brackets."""
    links = [
        Link("https://x.de/a_b", (Text("https://x.de/a_b"),)),
        Link("mailto:a@x.de", (Text("a@x.de"),)),
        Link("https://x.de/(a)", (Text("dort"),)),
        Link("https://x.de/ä|<", (Text("https://x.de"),)),
    ]
    shown = [line for line in written(*(Paragraph((link,)) for link in links)).split("\n") if line]

    assert shown[1:] == [
        "<https://x.de/a_b>",
        "<a@x.de>",
        "[dort](<https://x.de/(a)>)",
        r"[https\://x.de](<https://x.de/ä%7C%3C>)",
    ]


def test_contents_are_a_nested_list_of_links() -> None:
    """Entries down to the depth, indented by level; one without anchor is plain."""
    entries = (
        ContentsEntry(1, "", "Einleitung", ""),
        ContentsEntry(1, "1", "Klima", "klima"),
        ContentsEntry(3, "1.1.1", "- umgesetzt", "a"),
        ContentsEntry(2, "1.2", "", "b"),
        ContentsEntry(5, "1.1.1.1", "tief", "tief"),
        ContentsEntry(1, "", "1. Archiv", ""),
    )

    assert written(TableOfContents("Inhalt", entries)) == (
        "# Titel\n\n## Inhalt\n\n- Einleitung\n- [1 Klima](#klima)\n"
        "  - [1.1.1 - umgesetzt](#a)\n  - [1.2](#b)\n- 1\\. Archiv\n"
    )


@every_reader
@given(
    entries=st.lists(
        st.builds(ContentsEntry, st.integers(1, 4), st.just("1"), nasty.words, nasty.anchors)
    )
)
def test_contents_lose_no_entry(read: Any, entries: list[ContentsEntry]) -> None:
    """Every entry is read back as a link with its words."""
    found = blocks(read(written(TableOfContents("Inhalt", entries))))[2:]
    wanted = expected(
        nasty.document(
            [
                Paragraph((Reference(entry.anchor, (Text(f"{entry.number} {entry.title}"),)),))
                for entry in entries
            ]
        )
    )

    assert list(paragraphs(found)) == wanted


def paragraphs(read: list[Any]) -> Any:
    for block in read:
        yield from (
            [block] if block[0] == "p" else (p for item in block[-1] for p in paragraphs(item))
        )


@every_reader
@given(lists=st.lists(st.tuples(st.booleans(), st.integers(0, 9)), max_size=5))
def test_lists_that_follow_one_another_stay_apart(read: Any, lists: list[tuple[bool, int]]) -> None:
    """Lists in a row are as many lists, even in an item, and an empty item stays an item."""
    items = ((Paragraph((Text("a"),)),), ())
    row = [List(items, ordered, start) for ordered, start in lists]

    check(read, *row, List((tuple(row), (List(((),)), Paragraph((Text("b"),)))), ordered=True))


@every_reader
def test_empty_lists_in_lists_are_no_rule(read: Any) -> None:
    """The marks of three empty items in a row do not become a line across the page."""
    check(read, Paragraph((Text("a"),)), List(((List(((List(((),)),),)),),)))


def test_lists_are_tight_where_they_can_be() -> None:
    """Items of one paragraph stand line by line, others have an empty line between them."""
    a, b = Paragraph((Text("a"),)), Paragraph((Text("b"),))

    assert written(List(((a,), (b,)))).endswith("\n\n- a\n- b\n")
    assert written(List(((a,), (b, List(((a,),), True, 9))), True, 9)).endswith(
        "\n\n9. a\n\n10. b\n\n    9. a\n"
    )


def test_numbers_of_lists_stay_numbers() -> None:
    """Numbers that Markdown can not write are the nearest that it can."""
    a = ((Paragraph((Text("a"),)),),)

    assert "\n0. a\n" in written(List(a, True, -3))
    assert "\n999999999. a\n" in written(List(a, True, 10**12))


def test_the_caption_stands_above_the_table() -> None:
    """A table without columns is its caption, one without caption is only the table."""
    assert written(Table("Projekte", (), ())) == "# Titel\n\n**Projekte**\n"
    assert "**" not in written(Table("", (), ()))


def test_columns_keep_their_alignment() -> None:
    """Start is the reader's own, centre and end are written down."""
    columns = tuple(Column(align, align=align) for align in ("start", "center", "end"))

    assert "\n| start | center | end |\n| --- | :---: | ---: |\n" in written(
        Table("Projekte", columns, ())
    )


def test_strong_in_strong_is_strong() -> None:
    """Marks inside the same mark, and marks side by side, are one mark."""
    inner = Strong((Text("b"),))

    assert written(Paragraph((Strong((Text("a"), inner)), inner))) == "# Titel\n\n**abb**\n"
