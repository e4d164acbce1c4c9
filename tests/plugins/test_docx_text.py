"""Whatever prose goes in, its words come out, and no markup is born or lost."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from tests.plugins.docx_reading import W, document_of, part, read, words, written
from tests.plugins.docx_rules import breaches
from tests.plugins.docx_sample import LONG_WORD
from tests.plugins.docx_sample import words as texts

from kommunal_nh.document import (
    Block,
    Code,
    Column,
    Emphasis,
    Heading,
    Inline,
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
)

anything = st.text(st.characters(codec=None))
nasty = st.sampled_from(
    [
        "&amp; <w:p/> ]]> <!-- -->",
        "a \"b\" 'c'",
        "z.\u00a0B. 80\u202f% Nach\u00adhaltig\u200bkeit",
        "\u202eאבג\u202c 👩‍🌾 𝟙 e\u0301",
        "\x00\x0b\x1f\ud800\udfff\ufffe\uffff",
        " vorn und hinten ",
        "{nummer} %s \\",
        LONG_WORD,
    ]
)
prose = anything | nasty


def expected(text: str) -> str:
    """What a reader sees: spaces for white space, a sign for what XML forbids."""
    forbidden = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", text)
    return re.sub("[\t\n\r]", " ", forbidden)


def table_of(text: str) -> Table:
    """A table with the text in one cell."""
    return Table("t", (Column("t"), Column("t")), (Row((texts(text), ())),))


CONTEXTS: dict[str, Callable[[str], Block]] = {
    "paragraph": lambda text: Paragraph(texts(text)),
    "statement": lambda text: Paragraph(texts(text), "statement"),
    "heading": lambda text: Heading(2, "", texts(text)),
    "item": lambda text: List(((Paragraph(texts(text)),),)),
    "quote": lambda text: Quote((Paragraph(texts(text)),)),
    "caption": lambda text: Table(text, (), ()),
    "cell": table_of,
    "header": lambda text: Table("t", (Column(text),), ()),
}


@pytest.mark.parametrize("context", CONTEXTS)
@given(text=prose)
@example(text="&<>\"'\x0b")
def test_words_survive(context: str, text: str) -> None:
    """Text stays the same in every place, in one run without a look of its own."""
    body = read(CONTEXTS[context](text)).element.body
    runs = [run for run in body.iter(f"{W}r") if words(run) != "t"]

    assert "".join(map(words, runs)) == (expected(text) if expected(text) != "t" else "")
    assert len(runs) <= 1
    assert not list(body.iter(f"{W}b", f"{W}i", f"{W}hyperlink", f"{W}br", f"{W}tab"))


Look = tuple[bool, bool, bool, str]


def inlines() -> st.SearchStrategy[tuple[Inline, ...]]:
    """Inlines in one another."""
    leaf = st.builds(Text, prose) | st.just(LineBreak())
    anchor = st.sampled_from(["ziel", "x" * 50])
    return st.recursive(
        st.lists(leaf, min_size=1, max_size=3).map(tuple),
        lambda inner: st.lists(
            leaf
            | st.builds(Strong, inner)
            | st.builds(Emphasis, inner)
            | st.builds(Link, st.just("https://example.org/"), inner)
            | st.builds(Reference, anchor, inner),
            min_size=1,
            max_size=3,
        ).map(tuple),
        max_leaves=8,
    )


def flat(content: Sequence[Inline], look: Look) -> Iterator[tuple[str, Look]]:
    """Each sign of inlines with its look: bold, italic, in a link, its address."""
    is_bold, is_italic, is_link, address = look
    for inline in content:
        match inline:
            case Text(text):
                yield from ((sign, look) for sign in expected(text))
            case LineBreak():
                yield "\n", (False, False, is_link, address)
            case Strong(inner):
                yield from flat(inner, (True, is_italic, is_link, address))
            case Emphasis(inner):
                yield from flat(inner, (is_bold, True, is_link, address))
            case Link() | Reference() if not is_link:
                url = inline.url if isinstance(inline, Link) else ""
                yield from flat(inline.content, (is_bold, is_italic, True, url))
            case Link(_, inner) | Reference(_, inner):
                yield from flat(inner, look)


def seen(paragraph: WordParagraph) -> Iterator[tuple[str, Look]]:
    """The same, as python-docx reads it."""
    for piece in paragraph.iter_inner_content():
        is_link = not isinstance(piece, Run)
        for run in piece.runs if is_link else [piece]:
            look = (bool(run.bold), bool(run.italic), is_link, piece.address if is_link else "")
            yield from ((sign, look) for sign in run.text)


@given(inlines())
def test_markup_survives(content: tuple[Inline, ...]) -> None:
    """What is strong, stressed or linked is so in the file, sign by sign, and nothing else is."""
    wanted = list(flat(content, (False, False, False, "")))
    found = [sign for p in read(Paragraph(content)).paragraphs for sign in seen(p)]

    assert found == wanted


@given(prose)
def test_code_keeps_its_lines(text: str) -> None:
    """In code, line feeds and tabs are meant."""
    found = "".join(words(p._p) for p in read(Paragraph((Code(text),))).paragraphs)
    wanted = "".join(
        sign if sign in "\n\t" else expected(sign) for sign in text.replace("\r\n", "\n")
    )

    assert found == wanted


@given(st.lists(prose, max_size=6), prose, prose)
def test_all_attributes(titles: list[str], caption: str, anchor: str) -> None:
    """Titles, captions and anchors end up in attributes, and keep every rule there too."""
    columns = tuple(Column(title) for title in titles)
    blocks = (
        Section("", anchor, (Paragraph(texts("x")),)),
        Paragraph((Reference(anchor, texts("dorthin")),)),
        Table(caption, columns, (Row(((),) * len(columns)),)),
    )
    with tempfile.TemporaryDirectory() as folder:
        path = written(document_of(*blocks), Path(folder))

        assert breaches(path) == []
        assert [e.get(f"{W}val") for e in part(path).iter(f"{W}tblCaption")] == (
            [expected(caption)] if columns else []
        )


@given(st.text(st.characters(codec="utf-8")))
def test_addresses(rest: str) -> None:
    """An address leads where it should, whatever is in it, and never breaks the file."""
    paragraphs = read(Paragraph((Link(f"https://example.org/{rest}", texts("x")),))).paragraphs
    (link,) = paragraphs[0].hyperlinks

    assert link.address.startswith("https://example.org/")
    assert (
        not re.search(r'[\s<>"{}|\\^`\x00-\x20]', link.address.replace("\u2028", ""))
        or not rest.isascii()
    )
    if re.fullmatch(r"[\w/?=&.%-]*", rest, re.ASCII):
        assert link.address == f"https://example.org/{rest}"


def test_xml_is_text() -> None:
    """What the body holds is text for an XML parser, however large its nodes are."""
    body = read(Paragraph(texts(LONG_WORD * 100))).element.body

    assert len("".join(etree.tostring(body, method="text", encoding="unicode").split())) == len(
        LONG_WORD * 100
    )
