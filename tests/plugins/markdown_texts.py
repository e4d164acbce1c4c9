"""Words and documents that are hard to write as Markdown."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from kommunal_nh.document import (
    Block,
    Chart,
    Code,
    Column,
    Deleted,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inserted,
    Legend,
    LineBreak,
    Link,
    List,
    PageBreak,
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

MARKUP = [
    "__a a__",
    "~a~",
    "a*b c*d",
    "a_ _b",
    "`a``b`",
    *"\\`*_[](){}<>~$^|!&=:@#+-.%\"'/",
    "**",
    "__",
    "***",
    "```",
    "~~",
    "~~~",
    "$$",
    "||",
]
BLOCKS = [
    "- ",
    "+ ",
    "* ",
    "1. ",
    "2) ",
    "# ",
    "###",
    " #",
    "> ",
    "---",
    "===",
    ":--",
    "-:",
    "    ",
]
HTML = ["<b>", "</b>", "<!--", "-->", "<a href=x>", "<?x?>", "&amp;", "&copy;", "&#65;", "&#x41;"]
LINKS = ["[x](y)", "![x](y)", "[x]: y", "[^1]", "[ ] ", "[x] ", "](", "[!NOTE]", "[[x]]", "{#id}"]
ADDRESSES = [
    "https://informierbar.de/", "http://x.de/a_b*c", "https://x.de/?a=1&b=2&copy;=3", "ftp://x.de",
    "https://x.de/%C3%A4", "https://x.de/Maße_(neu).", "www.x.de", "WWW.x.de/a_b", "a.b@x-y.de",
    "a@b", "a_b@x.de", "mailto:a@b.de", "xmpp:a@b.de", "https://", "://", "x.de", "http://ü.de",
    "https://xn--mnchen-3ya.de/", "https://x.de/a|b", "https://x.de)", "a@b.c.", "@a@b.de",
]  # fmt: skip
GITHUB = ["@klima", "#123", ":smile:", "GH-7", "a/b#1", "!5", "%1", "$5", "~bug", "::", ":+1:"]
PROSE = [
    "Bürger*innen", "Hörer*innen", "Schüler_innen", "80_01", "z. B.", "„Klima“", "‚a‘", "CO₂",
    "12:30:45", "–", "…", "“", "”", "Ä", "ß", "x", "a", "1", "i)", "a)", "€", "§ 5", "5 %", "²",
]  # fmt: skip
UNICODE = [
    "\u00a0", "\u00ad", "\u2003", "\u202f", "\u3000", "\ufeff", "\u200b", "\u200d", "\u2028",
    "\u0301", "e\u0301", "😀", "👩‍💻", "אב", "\u202e", "\u2066", "ا", "中", "𝐀", "\ud800", "\ufffe",
    "\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\t", "\n", "\r\n", "  ",
]  # fmt: skip
NASTY = [*MARKUP, *BLOCKS, *HTML, *LINKS, *ADDRESSES, *GITHUB, *PROSE, *UNICODE]

characters = st.characters(exclude_categories=("Cs", "Co", "Cn"))
pieces = st.one_of(
    st.sampled_from(NASTY), st.just(" "), st.just("a"), st.text(characters, max_size=2)
)
# deferred, because Hypothesis writes out every strategy inside a recursive one
texts = st.deferred(lambda: st.lists(pieces, min_size=1, max_size=8).map("".join))
words = texts.filter(lambda text: any(map(str.isalnum, text)))

STATUSES = (
    StatusStyle("fertig", "umgesetzt", "Seit dem letzten Bericht.", "#006600", "✔"),
    StatusStyle("plan", "in *Planung*", "", "#ffffff", "*"),
    StatusStyle("idee", "Ideen|speicher", "1. noch offen", "#000000", "|"),
)
urls = st.sampled_from([
    "https://x.de/", "http://x.de/a_b?c=1&copy;=2#d", "https://x.de/(a)", "mailto:a@b.de",
    "tel:+49123", "https://x.de/a b|c", "https://x.de/a*b*c\\d<e>", "https://x.de/%20`",
])  # fmt: skip
anchors = st.sampled_from(["klima-allianz", "a.b_c", "übung", "a b", "1"])

leaves = st.one_of(
    texts.map(Text),
    texts.map(Text),
    texts.map(Code),
    st.just(LineBreak()),
    st.builds(StatusMark, st.sampled_from(["fertig", "plan", "idee", "fremd"]), words),
)


def contents(inline: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[Any]:
    return st.lists(inline, min_size=least, max_size=4).map(tuple)


def marked(inline: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(contents(inline).map(Strong), contents(inline).map(Emphasis))


def changed(inline: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(contents(inline).map(Inserted), contents(inline).map(Deleted))


unlinked = st.recursive(leaves, marked, max_leaves=6)
labels = st.tuples(words.map(Text), contents(st.one_of(unlinked, unlinked, changed(unlinked)))).map(
    lambda label: (label[0], *label[1])
)
links = st.one_of(
    st.builds(Link, urls, labels),
    st.builds(Reference, anchors, labels),
    urls.map(lambda url: Link(url, (Text(url.removeprefix("mailto:")),))),
)
unchanged = st.recursive(st.one_of(leaves, leaves, links), marked, max_leaves=6)
inlines = st.one_of(unchanged, unchanged, changed(unchanged), marked(changed(unchanged)))
content = st.deferred(lambda: contents(inlines))

paragraphs = st.builds(Paragraph, content, st.sampled_from(["text", "label", "facts", "empty"]))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Tables of any size, even without columns or rows."""
    width = draw(st.integers(0, 3))
    aligns = st.sampled_from(["start", "center", "end"])
    columns = draw(st.tuples(*[st.builds(Column, texts, align=aligns)] * width))
    rows = st.lists(st.tuples(*[content] * width).map(Row), max_size=3 if width else 0)
    return Table(draw(words), columns, tuple(draw(rows)))


figures = st.builds(
    Figure, st.just("image/png"), st.just(b""), words, st.one_of(st.just(""), texts)
)
simple: st.SearchStrategy[Block] = st.one_of(
    paragraphs,
    paragraphs,
    tables(),
    figures,
    st.builds(Chart, st.just({}), words, tables()),
    st.builds(Legend, words),
    st.just(PageBreak()),
)


def containers(block: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    inner = st.lists(block, max_size=3).map(tuple)
    items = st.lists(inner, max_size=3).map(tuple)
    return st.one_of(
        st.builds(List, items, st.booleans(), st.integers(0, 1200)),
        st.builds(Quote, inner),
        st.builds(Section, st.just("text"), st.one_of(st.just(""), anchors), inner),
    )


deeper = st.one_of(simple, simple, containers(simple))
deepest = st.one_of(simple, simple, containers(deeper), containers(containers(deeper)))
blocks = st.lists(deepest, max_size=4).map(tuple)


def section(level: int, below: st.SearchStrategy[Any]) -> st.SearchStrategy[Section]:
    numbers = st.sampled_from(["", "1", "1.2", "a)", "1."])
    heading = st.builds(Heading, st.just(level), numbers, labels)
    return st.builds(
        lambda anchor, head, some, rest: Section("goal", anchor, (head, *some, *rest)),
        anchors,
        heading,
        blocks,
        below,
    )


sections = section(7, st.just(()))  # deeper than Markdown has headings
for level in range(6, 0, -1):
    sections = section(level, st.lists(sections, max_size=1))


def documents(parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Document]:
    """Documents with a title page, contents and some parts."""
    pages = st.builds(TitlePage, words, texts, st.lists(texts, max_size=3).map(tuple))
    contents = TableOfContents("Inhalt", ())
    return st.builds(
        lambda page, some: document((page, contents, *some)), pages, st.lists(parts, max_size=3)
    )


def document(blocks: Any) -> Document:
    """A document of some blocks."""
    return Document("Titel", "Kreis", date(2023, 10, 1), blocks, statuses=STATUSES)
