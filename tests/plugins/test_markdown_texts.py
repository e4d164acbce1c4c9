"""Whatever prose goes in, its words come out, and no markup is born or lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.plugins import markdown_texts as nasty
from tests.plugins.markdown_expected import expected
from tests.plugins.markdown_reading import blocks, markdown

from kommunal_nh.document import (
    Code,
    Column,
    Deleted,
    Emphasis,
    Heading,
    Inserted,
    LineBreak,
    Link,
    List,
    Paragraph,
    Quote,
    Reference,
    Row,
    Section,
    Strong,
    Table,
    Text,
    TitlePage,
)

MARKDOWN_IT = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def cmark_gfm(text: str) -> str:
    """GitHub's own parser, with its autolinks, task lists and struck words."""
    return cmarkgfm.github_flavored_markdown_to_html(text, options=Options.CMARK_OPT_UNSAFE)


READERS: dict[str, Callable[[str], str]] = {
    "cmark-gfm": cmark_gfm,
    "markdown-it-py": MARKDOWN_IT.render,
}
CHAPTERS = tuple(Heading(level, "", (Text("Ziel"),)) for level in range(1, 6))
PLACES: dict[str, Callable[[Any], Any]] = {
    "heading": lambda words: Heading(1, "", words),
    "numbered heading": lambda words: Heading(1, "1.", words),
    "heading too deep for Markdown": lambda words: Section(
        "goal", "", (*CHAPTERS, Heading(6, "1.", words))
    ),
    "paragraph": Paragraph,
    "label": lambda words: Paragraph(words, role="label"),
    "list": lambda words: List(((Paragraph(words),), (Paragraph(words), Paragraph(words)))),
    "numbered list": lambda words: List(((Paragraph(words),),), ordered=True, start=7),
    "nested list": lambda words: List(((Paragraph(words), List(((Paragraph(words),),))),)),
    "quote": lambda words: Quote((Paragraph(words), List(((Paragraph(words),),)))),
    "cell": lambda words: Table("Tabelle", (Column("A"), Column("B")), (Row((words, words)),)),
}
MARKS: dict[str, Callable[[str], Any]] = {
    "text": lambda text: (Text(text),),
    "broken line": lambda text: (Text(text), LineBreak(), Text(text)),
    "strong": lambda text: (Text("a"), Strong((Text(text),)), Text("b")),
    "emphasis": lambda text: (Text("a"), Emphasis((Text(text),)), Text("b")),
    "both": lambda text: (Text("a "), Strong((Emphasis((Text(text),)), Text(text))), Text("b")),
    "changes": lambda text: (Text("a"), Deleted((Text(text),)), Inserted((Text(text),)), Text("b")),
    "changes in marks": lambda text: (Strong((Text("a"), Inserted((Text(text),)))), Text(text)),
    "marks in changes": lambda text: (
        Text(text),
        Deleted((Emphasis((Text(text),)), Text("a"))),
        Inserted((Text("b"), Strong((Text(text),)))),
        Text("c"),
    ),
    "code": lambda text: (Text(text), Code(text), Text(text)),
    "link": lambda text: (Text(text), Link("https://x.de/a_b", (Text("a" + text),)), Text(text)),
    "reference": lambda text: (Strong((Text(text), Reference("x", (Text("1" + text),)))),),
}
every_reader = pytest.mark.parametrize("read", READERS.values(), ids=READERS)


def check(read: Callable[[str], str], *parts: Any) -> None:
    """The reader finds in the Markdown what is in the tree."""
    document = nasty.document((TitlePage("Titel"), *parts))
    text = markdown(document)

    assert blocks(read(text)) == expected(document), text


@every_reader
@given(text=nasty.texts)
@example(text="Bürger*innen und Hörer*innen")
@example(text="- Anstrich")
@example(text="1. Zahl")
@example(text="\u00a0a\u00a0")
@example(text="!\u00ad?")
@example(text="Neu!https://x.de/?a=1&b=2")
def test_plain_prose_stays_plain_prose(read: Any, text: str) -> None:
    """Text is read as the same words, without markup, wherever it stands."""
    check(read, *(place((Text(text),)) for place in PLACES.values()))


@every_reader
@given(content=nasty.content)
def test_marks_stay_on_their_words(read: Any, content: Any) -> None:
    """Strong, emphasised, literal and linked words are those of the tree, wherever they stand."""
    check(read, *(place(content) for place in PLACES.values()))


@every_reader
@given(text=nasty.texts)
@example(text=" x ")
@example(text="„x“")
@example(text="*x*")
@example(text="\u00a0")
@example(text="")
def test_marks_hold_next_to_letters(read: Any, text: str) -> None:
    """Words are marked whatever they begin or end with, even inside a word."""
    check(read, *(Paragraph(mark(text)) for mark in MARKS.values()))


@every_reader
@pytest.mark.parametrize("text", nasty.NASTY, ids=ascii)
def test_every_nasty_text_is_harmless(read: Any, text: str) -> None:
    """Each single text that is known to be nasty is read as itself, also twice in a sentence."""
    contents = [(Text(text),), (Text(f"{text} und {text}"),), (Text(f"a{text}b {text}"),)]

    check(read, *(place(content) for content in contents for place in PLACES.values()))


@every_reader
@given(parts=st.lists(st.tuples(nasty.texts, nasty.texts), min_size=1, max_size=5))
@example(parts=[("", "!")])
@example(parts=[("&", "amp;"), ("www", ".x.de"), (":smi", "le:")])
@example(parts=[("siehe", " https://köln.example")])
@example(parts=[("https://a-", "Å")])
def test_markup_is_not_born_where_texts_meet(read: Any, parts: list[tuple[str, str]]) -> None:
    """Two texts, or a text and a link, do not become markup together."""
    content = [
        inline
        for before, after in parts
        for inline in (Text(before), Text(after), Link("tel:1", (Text("x" + after),)))
    ]

    check(read, Paragraph(tuple(content)))


@every_reader
def test_nothing_is_no_gap_between_marks(read: Any) -> None:
    """Empty words between two marked ones do not keep the readers from telling the marks apart."""
    nothing = [Emphasis(()), Text(""), Strong((Text(""),)), Reference("a", ()), Code("")]
    nothing += [Inserted(()), Deleted((Strong((Text(""),)),))]
    contents = [(Code("a"), gap, Code("`"), gap, Strong((gap, Code("b")))) for gap in nothing]

    check(read, *map(Paragraph, contents))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            (Deleted((Text("alt"),)), Inserted((Text("*neu*"),))),
            r"<del>alt</del><ins>\*neu\*</ins>",
        ),
        ((Text("a"), Inserted((Text(" b "),)), Text("c")), "a <ins>b</ins> c"),
        ((Text("a"), Deleted((Text(" "),)), Inserted(()), Text("c")), "a c"),
        ((Inserted((Text("a"),)), Inserted((LineBreak(), Text("b")))), "<ins>a\\\nb</ins>"),
        ((Strong((Deleted((Text("a"),)),)),), "**<del>a</del>**"),
        ((Text("x"), Strong((Inserted((Text("a"),)),))), "x<strong><ins>a</ins></strong>"),
        ((Inserted((Link("tel:1", (Text("a"),)),)),), "<ins>[a](<tel:1>)</ins>"),
    ],
)
def test_changes_are_elements(content: Any, expected: str) -> None:
    """Changes are `ins` and `del`, as few as can be, around words and not around spaces."""
    text = markdown(nasty.document((TitlePage("Titel"), Paragraph(content))))

    assert text == f"# Titel\n\n{expected}\n"


@pytest.mark.parametrize("address", ["https://x.de/a_b", "https://x.de/%C3%A4", "mailto:a@x.de"])
def test_addresses_in_prose_can_be_followed(address: str) -> None:
    """An address that somebody typed is a link to it, without the full stop after it."""
    html = cmark_gfm(
        markdown(nasty.document([Paragraph((Text(f"siehe {address.removeprefix('mailto:')}."),))]))
    )

    assert re.findall('href="([^"]*)"', html) == [address]


def test_names_stay_names_on_github() -> None:
    """Mentions, numbers of issues and emoji are split, as GitHub looks for them in the HTML."""
    text = markdown(nasty.document([Paragraph((Text("@klima #12 a/b#1 :smile: GH-7 12:30:45"),))]))

    assert text.split("\n")[2] == (
        "@<!-- -->klima #<!-- -->12 a/b#<!-- -->1 :<!-- -->smile: G<!-- -->H-7 12:30:45"
    )


@every_reader
def test_text_of_any_length(read: Any) -> None:
    """Words of ten thousand characters, markup among them, are read back in a moment."""
    check(read, *(Paragraph((Text(part * 10_000),)) for part in ("a", ":", "_", "a@", "*a", "<a&")))
