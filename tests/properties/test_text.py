"""The properties of texts: words in are words out, and markup is CommonMark's."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from itertools import chain

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kommunal_nh.document import (
    Block,
    Code,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    List,
    Paragraph,
    Quote,
    Reference,
    Strong,
    Table,
    Text,
    plain_text,
)
from kommunal_nh.testing import plain_texts, texts, titles, words
from kommunal_nh.text import (
    ParsedHeading,
    Surroundings,
    Target,
    blocks_of,
    inlines_of,
    is_plain,
    problems_in,
)
from kommunal_nh.text.reader import Reader
from kommunal_nh.text.words import is_simple
from trees import find, spoken
from trees import words as said

Parsed = Block | ParsedHeading
often = settings(max_examples=4 * settings().max_examples)
NOWHERE = Surroundings()


def read(source: str, around: Surroundings = NOWHERE) -> list[Parsed]:
    """The blocks of a text."""
    return list(blocks_of(source, around))


def flat(blocks: Iterable[Parsed]) -> list[Block]:
    """Blocks with headings as paragraphs, so that one can walk through them."""
    return [
        Paragraph(block.content) if isinstance(block, ParsedHeading) else block for block in blocks
    ]


# ------------------------------------------------------------------------------------ plain texts

_FUZZ = "aä1 .\n\t-+#=>:!?()/„“'\"\r\N{NO-BREAK SPACE}\N{SOFT HYPHEN}\N{EM SPACE}\x85\u2028🌍{}%§"


@often
@given(st.one_of(plain_texts(), st.text(_FUZZ, max_size=30)))
def test_plain_texts_read_the_same_as_markdown(source: str) -> None:
    """A text that is plain gives the same blocks on the short way as by the Markdown parser."""
    assume(is_plain(source))

    assert read(source) == list(Reader(NOWHERE).read(source))
    assert problems_in(source, NOWHERE) == []


@often
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30))
def test_any_plain_unicode_reads_the_same_as_markdown(source: str) -> None:
    """The two ways agree for all the characters of Unicode."""
    assume(is_plain(source))

    assert read(source) == list(Reader(NOWHERE).read(source))


_PIECES = [
    "a", "b ", " ", "\n", "\n\n", " \n", "  ", "\t", "!", "[", "]", "(", ")", "#", "1.", "-", ":",
    "&", "\\", "\x1c", "\N{EM SPACE}", "[x](#a)", "[](#a)", "[{nummer} y](#b.c)", "[ z ](#ohne)",
    "[w](#fehlt)", "[1.](#a)", "[!](#a)", '[k](#a "t")', "[x] (#a)", "[http://x.de](#a)",
]  # fmt: skip
_TARGETS = {
    "a": Target("a", "1.1", "Titel", "Kurz"),
    "b.c": Target("b.c", "", "Ohne {nummer}"),
    "ohne": Target("", "2", "Ohne Anker"),
}


@often
@given(st.lists(st.sampled_from(_PIECES), max_size=9).map("".join))
def test_references_read_the_same_without_the_parser(source: str) -> None:
    """A text of words and references gives the blocks and problems that the parser finds."""
    assume(is_simple(source))
    around = Surroundings(_TARGETS.get)
    reader = Reader(around)
    expected = list(reader.read(source))

    assert read(source, around) == expected
    found, wanted = problems_in(source, around), reader.problems
    assert [(one.rule, one.target) for one in found] == [(one.rule, one.target) for one in wanted]
    if source.isascii():  # a line of no-break spaces is none to the parser, and not counted
        assert found == wanted


@given(plain_texts())
def test_words_in_are_words_out(source: str) -> None:
    """Prose without markup comes out with exactly its words."""
    assume(is_plain(source))

    assert " ".join(spoken(flat(read(source)))).split() == source.split()


@given(st.lists(titles(), min_size=1, max_size=4))
def test_escaped_words_in_are_words_out(lines: list[str]) -> None:
    """Whatever stands there, with backslashes before its signs it comes out as it is."""
    escaped = "\n\n".join(
        re.sub(f"([{re.escape(string.punctuation)}])", r"\\\1", line) for line in lines
    )

    assert problems_in(escaped, NOWHERE) == []
    assert read(escaped) == [Paragraph((Text(line),)) for line in lines]


# ------------------------------------------------------------------------------------------- stars

_word = st.text("abcäöüßÄÖ0189", min_size=1, max_size=6)
_starred = st.lists(_word, min_size=1, max_size=4).flatmap(
    lambda parts: st.sampled_from(("*", "**", "***")).map(lambda star: star.join(parts))
)


@often
@given(
    st.lists(_starred, min_size=1, max_size=8), st.sampled_from((" ", "\n", ", ", " (", "/", "-"))
)
def test_stars_inside_words_are_letters(parts: list[str], between: str) -> None:
    """Stars between letters never begin or end emphasis, however many words have them."""
    source = between.join(parts)
    blocks = read(source)

    assert find(tuple(blocks), Emphasis) + find(tuple(blocks), Strong) == []
    assert " ".join(spoken(flat(blocks))).split() == source.split()


@given(st.lists(_starred, min_size=1, max_size=3), st.sampled_from(("*", "**")))
def test_emphasis_around_starred_words_stays(parts: list[str], star: str) -> None:
    """Words with stars inside can stand in emphasis; it ends where it ended before."""
    inside = " ".join(parts)
    node = Emphasis if star == "*" else Strong

    assert read(f"vor {star}{inside}{star} nach") == [
        Paragraph((Text("vor "), node((Text(inside),)), Text(" nach")))
    ]


# ------------------------------------------------------------------------------------- CommonMark

MARKS = {"em": "em", "strong": "strong", "code": "code", "a": "a", "li": "li", "th": "cell",
         "td": "cell", "blockquote": "quote"}  # fmt: skip
Event = tuple[str, str]
_SIGNS = st.sampled_from(
    ("*", "**", "***", "_", "__", "`", "``", "\\", "\\*", "!", "[a]", "(b)", "~", "&amp;", "&", "|",
     "[l](https://x.de)", "\n", "  \n", "\n\n", "\n- ", "\n2. ", "\n> ", "\n## ", "\n    ", " ",
     "\n| a | b |\n|---|---|\n| c | *d* |\n", "\n```\n")
)  # fmt: skip
markdown = st.lists(st.one_of(_SIGNS, _SIGNS, _word, words()), max_size=14).map("".join)


class _Reference(HTMLParser):
    """Marks and words of HTML in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[Event] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in MARKS:
            self.events.append(("+", MARKS[tag]))

    def handle_endtag(self, tag: str) -> None:
        if tag in MARKS:
            self.events.append(("-", MARKS[tag]))

    def handle_data(self, data: str) -> None:
        self.events.append(("words", data))


def commonmark(source: str) -> list[Event]:
    """Marks and words of a text as markdown-it reads it without any rule of ours."""
    reader = _Reference()
    reader.feed(MarkdownIt("commonmark").enable("table").render(source))
    reader.close()
    return tidy(reader.events)


def ours(blocks: Iterable[Parsed]) -> list[Event]:
    """Marks and words of a text as the library reads it."""
    return tidy(event for block in flat(blocks) for event in block_events(block))


def block_events(block: Block) -> Iterator[Event]:
    """Marks and words of a block."""
    match block:
        case Paragraph(content):
            yield from inline_events(content)
        case List(items):
            for item in items:
                yield from within("li", chain.from_iterable(map(block_events, item)))
        case Quote(inner):
            yield from within("quote", chain.from_iterable(map(block_events, inner)))
        case Table(columns=columns, rows=rows):
            cells = [(Text(column.title),) for column in columns]
            for cell in chain(cells, *(row.cells for row in rows)):
                yield from within("cell", inline_events(cell))
        case _:
            raise AssertionError(block)


def inline_events(content: Iterable[Inline]) -> Iterator[Event]:
    """Marks and words of inlines."""
    names = {Emphasis: "em", Strong: "strong", Link: "a", Reference: "a"}
    for inline in content:
        match inline:
            case Text(text):
                yield ("words", text)
            case Code(text):
                yield from within("code", iter([("words", text)]))
            case Emphasis() | Strong() | Link() | Reference():
                yield from within(names[type(inline)], inline_events(inline.content))
            case LineBreak():
                yield ("words", "\n")
            case _:
                raise AssertionError(inline)


def within(name: str, events: Iterator[Event]) -> Iterator[Event]:
    """Events between the begin and the end of a mark."""
    yield ("+", name)
    yield from events
    yield ("-", name)


def tidy(events: Iterable[Event]) -> list[Event]:
    """Events with each word by itself, and without marks around nothing."""
    tidied: list[Event] = []
    for kind, value in events:
        if kind == "words":
            tidied += [("word", word) for word in value.split()]
        elif kind == "-" and tidied and tidied[-1] == ("+", value):
            tidied.pop()
        else:
            tidied.append((kind, value))
    return tidied


def has_star_in_word(source: str) -> bool:
    """Whether the rule about stars inside words has anything to say."""
    return re.search(r"[^\W_]\*+[^\W_]", source) is not None


@often
@given(markdown)
def test_everything_else_is_commonmark(source: str) -> None:
    """Without stars inside words, emphasis, links, lists, quotes and tables are CommonMark's."""
    assume(not has_star_in_word(source) and problems_in(source, NOWHERE) == [])

    assert code_as_lines(ours(read(source))) == code_as_lines(commonmark(source))


def code_as_lines(events: list[Event]) -> list[Event]:
    """Events without the marks of code, which a code block has once there and in each line here."""
    return [event for event in events if event[1] != "code" or event[0] == "word"]


@often
@given(
    markdown, st.sampled_from(("", "<b>x</b>", "[x](y:z)", "![](a.gif)", "<!-- -->", "[x](#nix)"))
)
def test_no_problem_is_overlooked(source: str, bad: str) -> None:
    """The quick way to see that a text has no problem finds what reading all of it finds."""
    reader = Reader(NOWHERE)
    for _ in reader.read(source + bad):
        pass

    assert problems_in(source + bad, NOWHERE) == reader.problems


# ------------------------------------------------------------------------------------- references

TARGETS = {
    "a": Target("a", "1.2", "Titel {kurztitel}", "{nummer}"),
    "b": Target("b", "", "{nummer} {titel}"),
}
SHOWN = {
    "a": ("1.2", "Titel {kurztitel}", "{nummer}"),
    "b": ("{nummer} {titel}", "{nummer} {titel}", "{nummer} {titel}"),
}
AROUND = Surroundings(TARGETS.get)


@given(texts(["a", "b"]))
def test_references_are_filled_in_once(source: str) -> None:
    """What a reference fills in stays as it is, even if a title looks like a placeholder."""
    for reference in find(tuple(read(source, AROUND)), Reference):
        name, title, short = SHOWN[reference.anchor]
        possible = {name, f"Projekt {name}", title, f"{short}, {name}", f"siehe {name}"}
        assert said(reference.content) in possible


@given(texts(["a"]), texts())
def test_texts_can_be_read_again(source: str, other: str) -> None:
    """Reading a text depends on nothing that was read before."""
    first = read(source, AROUND)
    read(other, AROUND)

    assert read(source, AROUND) == first


@given(texts(["a"]))
def test_one_line_says_what_the_blocks_say(source: str) -> None:
    """Where only one paragraph fits, the words of all paragraphs and items are still there."""
    line = plain_text(inlines_of(source, AROUND)).split()
    blocks = " ".join(spoken(flat(read(source, AROUND)))).split()

    assert [word for word in line if word != "–"] == [word for word in blocks if word != "–"]
