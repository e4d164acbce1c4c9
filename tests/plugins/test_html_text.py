"""Whatever words go in: they come out, and no markup is born or lost.

The pages are read by the parser of the standard library, which knows nothing of our writer.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kommunal_nh.document import (
    Block,
    Chart,
    Code,
    Column,
    ContentsEntry,
    Deleted,
    Document,
    Emphasis,
    Facet,
    Figure,
    Heading,
    Inserted,
    Legend,
    Link,
    List,
    Paragraph,
    Quote,
    Reference,
    Row,
    Section,
    StatusMark,
    StatusStyle,
    Strong,
    Table,
    TableOfContents,
    Text,
    TitlePage,
)
from kommunal_nh.labels import Labels
from kommunal_nh_html.page import write_page

VOID = {"meta", "link", "br", "img", "col", "input"}


class Reader(HTMLParser):
    """Takes a page apart into its tags, with the names of their attributes, and its words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.values: list[str] = []
        self.words: list[str] = [""]
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "wbr":  # A place where a long word of the contents may be broken, no markup.
            return
        self.tags.append(f"<{tag} {' '.join(name for name, _ in attrs)}>")
        self.values += [value or "" for _, value in attrs]
        if tag not in VOID:
            self.open.append(tag)
        self.words.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.tags.append(f"</{tag}>")
        self.words.append("")

    def handle_data(self, data: str) -> None:
        if self.open[-1:] not in (["style"], ["script"]):
            self.words[-1] += data

    def handle_comment(self, data: str) -> None:
        self.tags.append(f"<!--{data}")


def page(*blocks: Block, **fields: object) -> Document:
    given = {"title": "Report", "publisher": "Kreis", "as_of": date(2023, 10, 1), **fields}
    return Document(blocks=blocks, **given)  # type: ignore[arg-type]


def in_paragraph(words: str) -> Document:
    return page(Paragraph((Text(words),)))


def in_heading(words: str) -> Document:
    return page(Section("project", "a", (Heading(4, "1", (Text(words),)),)))


def in_number(words: str) -> Document:
    return page(Heading(1, words, (Text("a"),)))


def in_inlines(words: str) -> Document:
    inner = (Text(words), Code(words), StatusMark("s", words))
    return page(Paragraph((Strong((Emphasis(inner),)), Reference("a", inner))))


def in_link(words: str) -> Document:
    return page(Paragraph((Link(f"https://a.de/{words}", (Text(words),)),)))


def in_changes(words: str) -> Document:
    labels = Labels(inserted=words, deleted=words, change_end=words)
    return page(Paragraph((Inserted((Text(words),)), Deleted((Code(words),)))), labels=labels)


def in_list(words: str) -> Document:
    return page(Quote((List(((Paragraph((Text(words),)),),)),)))


def in_table(words: str) -> Document:
    cell = (Text(words),)
    columns = (Column(words, header=True), Column("b"))
    return page(Table(words, columns, (Row((cell, cell), {"unit": (words,)}),)))


def in_media(words: str) -> Document:
    table = Table("a", (Column("b"),), ())
    return page(Figure("image/png", b"x", words, words), Chart({}, words, table))


def in_frame(words: str) -> Document:
    return page(TitlePage(words, words, (words,)), title=words, publisher=words, subject=words)


def in_contents(words: str) -> Document:
    entries = tuple(ContentsEntry(level, words, words, "a") for level in (1, 2, 3))
    return page(TableOfContents(words, entries))


def in_legend(words: str) -> Document:
    status = StatusStyle("a", words, words, words, words)
    return page(Legend(words), statuses=(status,))


def in_facet(words: str) -> Document:
    facet = Facet(words, words, ((words, words),))
    return page(Section(words, "a", (), {words: (words,)}), facets=(facet,))


PLACES = (
    in_paragraph,
    in_heading,
    in_number,
    in_inlines,
    in_link,
    in_changes,
    in_list,
    in_table,
    in_media,
    in_frame,
    in_contents,
    in_legend,
    in_facet,
)

nasty = st.sampled_from(
    ["<", ">", "&", '"', "'", "&lt;", "</title>", "-->", "<!--", "\r\n", "\x00"]
)
texts = st.lists(st.text(max_size=5) | nasty, max_size=6).map("".join)


def read(document: Document) -> Reader:
    out = BytesIO()
    write_page(document, out)
    reader = Reader()
    reader.feed(out.getvalue().decode())
    reader.close()
    assert reader.open == []
    return reader


@pytest.mark.parametrize("place", PLACES)
@given(texts)
@example("<script>alert('x')</script>")
@example('" onclick="alert(1)" x="')
@example("</style></script></title>")
@example("Straßenverkehrsordnungswidrigkeit" * 300)
def test_words_stay_words(place: Callable[[str], Document], text: str) -> None:
    """In every place where words can stand, they change neither the tags nor their attributes."""
    # A letter at both ends, since nothing but white space is treated as nothing in some places.
    words = f"a{text}z"
    plain, given = read(place("az")), read(place(words))

    assert given.tags == plain.tags
    assert given.words == [expected(known, words) for known in plain.words]


def expected(known: str, words: str) -> str:
    """What should stand where „az“ stood."""
    return known.replace("az", as_html_holds(words))


def as_html_holds(words: str) -> str:
    """The words, with the replacement character for what HTML forbids."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    return "".join("\ufffd" if forbidden(one) else one for one in lines)


def forbidden(one: str) -> bool:
    control = unicodedata.category(one) in {"Cc", "Cs"} and one not in "\t\n\f"
    return control or "\ufdd0" <= one <= "\ufdef" or ord(one) % 0x10000 >= 0xFFFE


@given(texts)
def test_attributes_hold_the_same_words(text: str) -> None:
    """Alternative texts, labels of regions and descriptions hold exactly the words given."""
    words = f"a{text}z"
    blocks = (Figure("image/png", b"", words), Table(words, (), ()))
    values = read(page(*blocks, subject=words, publisher=words)).values

    assert values.count(as_html_holds(words)) == 3
    assert f"Tabelle: {as_html_holds(words)}" in values


@given(st.text())
def test_file_holds_no_forbidden_character(text: str) -> None:
    """Not one character that HTML forbids gets into the file, and all of it is UTF-8."""
    out = BytesIO()
    write_page(in_table(text), out)
    write_page(in_legend(text), out)
    write_page(in_link(text), out)

    assert not [one for one in out.getvalue().decode() if forbidden(one)]
