"""What a reader of any format has to find, made from the document tree by a walk of its own.

A reading is a sequence of pieces in the order of the file: `("h", level, words)` for a heading,
`("p", words)` for everything else that is a line or paragraph of its own (captions, contents, items
of lists), `("head", cells)` and `("row", cells)` for tables. White space of every kind counts as
one space; no other sign may differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, TypeAlias
from unicodedata import normalize

import attrs

from kommunal_nh.document import (
    Chart,
    Code,
    Document,
    Emphasis,
    Figure,
    Heading,
    Legend,
    LineBreak,
    Link,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Reference,
    Section,
    StatusMark,
    Strong,
    Table,
    TableOfContents,
    Text,
    TitlePage,
)
from kommunal_nh.labels import fill

Piece: TypeAlias = tuple[Any, ...]
Links: TypeAlias = tuple[tuple[str, str], ...]
Anchors: TypeAlias = Mapping[str, list[str]]

NOWHERE = "(leads nowhere)"


@attrs.frozen
class Reading:
    """What was found in a file, or has to be found.

    Attributes:
        pieces: All that can be read, in order.
        links: Words of each link inside the document, and the heading that it leads to.
    """

    pieces: tuple[Piece, ...]
    links: Links

    @property
    def outline(self) -> list[Piece]:
        """Level and words of each heading."""
        return [piece[1:] for piece in self.pieces if piece[0] == "h"]

    @property
    def rows(self) -> list[Piece]:
        """The rows of all tables, header rows marked as such."""
        return [piece for piece in self.pieces if piece[0] in {"head", "row"}]

    @property
    def texts(self) -> list[str]:
        """All that stands outside headings and tables."""
        return [piece[1] for piece in self.pieces if piece[0] == "p"]

    @property
    def text(self) -> str:
        """Every word of every piece, without any space."""
        return squeezed(said for piece in self.pieces for said in words_of(piece))


def words_of(piece: Piece) -> Iterable[str]:
    """The words of a piece."""
    return piece[1] if piece[0] in {"head", "row"} else piece[-1:]


def squeezed(texts: Iterable[str]) -> str:
    """Texts one after another, without any space."""
    return re.sub(r"\s+", "", normalize("NFC", "".join(texts)))


def plain(text: str) -> str:
    """Text as it is compared: composed letters, and one space wherever there is white space."""
    return re.sub(r"\s+", " ", normalize("NFC", text)).strip()


def reading(pieces: Iterable[Piece], links: Iterable[tuple[str, str]], anchors: Anchors) -> Reading:
    """A reading of which the links know where they lead.

    Args:
        pieces: The pieces; those without any words are left out.

        links: Words and anchor of each link.

        anchors: The headings of each anchor, of which there should be one.
    """
    return Reading(
        tuple(piece for piece in pieces if any(words_of(piece))),
        tuple((words, " | ".join(anchors.get(to, [NOWHERE]))) for words, to in links),
    )


# ---------------------------------------------------------------------------------------- formats


@attrs.frozen
class Format:
    """What the same tree looks like in a format, as far as readers can see it.

    Attributes:
        name: The exporter's name for it.
        deepest: Level of the deepest heading; those below it are paragraphs.
        flattest: Level of the deepest heading that can be told from those below it.
        symbols: Marks show the symbol of their status as text.
        cell_break: What stands for a line break in a cell.
        colon: What stands between a status and its meaning.
        picture: What stands before the description of a picture.
        drawings: The reader says what drawings show; LibreOffice drops that.
        begins_with_title: The title stands there, whether or not there is a title page.
        title_page: The title page is read with the rest.
        contents: Contents are read with the rest, where they stand; "first", before all else; or
            not at all.
    """

    name: str
    deepest: int = 99
    flattest: int = 99
    symbols: bool = True
    cell_break: str = " "
    colon: str = " "
    picture: str = ""
    drawings: bool = True
    begins_with_title: bool = False
    title_page: bool = True
    contents: Literal["there", "first", "out"] = "there"


DOCX = Format("docx", flattest=9)
HTML = Format("html", symbols=False, title_page=False, contents="first")
# To pandoc, a page is nothing but its main part, and all levels below <h6> are <h6>.
PANDOC_HTML = attrs.evolve(HTML, flattest=5, contents="out")
MARKDOWN = Format(
    "markdown", deepest=5, cell_break=" / ", colon=": ", picture="Bild: ", begins_with_title=True
)


def expected(document: Document, form: Format) -> Reading:
    """What has to be found in the file of a document."""
    walk = _Walk(document, form)
    return reading(list(walk.whole()), walk.links, walk.anchors)


class _Walk:
    """Goes through a document as a reader goes through its file."""

    def __init__(self, document: Document, form: Format) -> None:
        self.document = document
        self.form = form
        self.symbols = {status.id: status.symbol for status in document.statuses}
        self.links: list[tuple[str, str]] = []
        self.anchors: dict[str, list[str]] = {}
        self.open: list[str] = []

    def whole(self) -> Iterator[Piece]:
        blocks = list(self.document.blocks)
        if not self.form.title_page:
            blocks = [block for block in blocks if not isinstance(block, TitlePage)]
        if self.form.contents == "out":
            blocks = [block for block in blocks if not isinstance(block, TableOfContents)]
        if self.form.contents == "first":
            blocks.sort(key=lambda block: not isinstance(block, TableOfContents))
        if self.form.begins_with_title:
            match blocks:
                case [TitlePage() as page, *blocks]:
                    yield ("h", 0, plain(page.title))
                    yield from self.below_title(page)
                case _:
                    yield ("h", 0, plain(self.document.title))
        yield from self.blocks(blocks)

    def blocks(self, blocks: Iterable[Any]) -> Iterator[Piece]:
        for block in blocks:
            yield from self.block(block)

    def block(self, block: Any) -> Iterator[Piece]:
        match block:
            case Section(anchor=anchor, blocks=inner):
                self.open += [anchor] if anchor else []
                yield from self.blocks(inner)
            case Quote(inner):
                yield from self.blocks(inner)
            case List(items):
                for item in items:
                    yield from self.blocks(item)
            case Heading():
                yield from self.heading(block)
            case Paragraph(content):
                yield ("p", self.words(content))
            case Table():
                yield from self.table(block)
            case _:
                yield from self.rare(block)

    def rare(self, block: Any) -> Iterator[Piece]:
        match block:
            case TitlePage(title) if self.form.begins_with_title:
                yield ("h", 1, plain(title))
                yield from self.below_title(block)
            case TitlePage(title, subtitle, lines):
                yield from (("p", plain(line)) for line in (title, subtitle, *lines))
            case TableOfContents():
                yield from self.contents(block)
            case Legend():
                yield from self.legend(block)
            case Chart():
                yield from self.chart(block)
            case Figure(alt=alt, caption=caption):
                yield ("p", plain(self.form.picture + alt))
                yield ("p", plain(caption))
            case PageBreak():
                pass
            case _:
                raise NotImplementedError(block)

    def chart(self, block: Chart) -> Iterator[Piece]:
        if self.form.drawings or not block.spec:
            yield ("p", plain(block.alt))
        yield from self.table(block.table)

    def heading(self, block: Heading) -> Iterator[Piece]:
        words = self.words((Text(f"{block.number} "), *block.content))
        for anchor in self.open:
            self.anchors.setdefault(anchor, []).append(words)
        self.open.clear()
        if block.level > self.form.deepest:
            yield ("p", words)
        else:
            yield ("h", min(block.level, self.form.flattest), words)

    def below_title(self, page: TitlePage) -> Iterator[Piece]:
        yield ("p", plain(page.subtitle))
        yield ("p", plain(" ".join(page.lines)))

    def contents(self, block: TableOfContents) -> Iterator[Piece]:
        if self.form.begins_with_title:
            yield ("h", 1, plain(block.title))
        elif self.form.contents == "there":
            yield ("p", plain(block.title))
        for entry in block.entries:
            if entry.level <= block.depth:
                words = plain(f"{entry.number} {entry.title}")
                self.links += [(words, entry.anchor)] if entry.anchor and words else []
                yield ("p", words)

    def table(self, block: Table) -> Iterator[Piece]:
        yield ("p", plain(block.caption))
        if block.columns:
            yield ("head", tuple(plain(column.title) for column in block.columns))
            for row in block.rows:
                yield ("row", tuple(self.words(cell, self.form.cell_break) for cell in row.cells))

    def legend(self, block: Legend) -> Iterator[Piece]:
        yield ("p", plain(block.title))
        for status in self.document.statuses:
            mark = self.said(StatusMark(status.id, status.label))
            meaning = self.form.colon + status.definition if status.definition else ""
            yield ("p", plain(mark + meaning))

    def words(self, content: Iterable[Any], line_break: str = " ") -> str:
        self.links += references(content, self)
        said = "".join(map(self.said, content))
        return plain(line_break.join(filter(None, map(plain, said.split("\v")))))

    def said(self, inline: Any) -> str:
        match inline:
            case LineBreak():
                return "\v"
            case StatusMark(status, text):
                symbol = self.symbols.get(status, "") if self.form.symbols else ""
                return f"{symbol} {text}" if symbol else text
            case Text(text) | Code(text):
                return text.replace("\v", " ")
            case _:
                return "".join(map(self.said, inline.content))


def references(content: Iterable[Any], walk: _Walk) -> Iterator[tuple[str, str]]:
    """Words and anchor of the references in some inlines; in a link there is no other."""
    for inline in content:
        match inline:
            case Reference(anchor, inner):
                words = plain(walk.said(inline).replace("\v", " "))
                yield from [(words, anchor)] if anchor and words else []
            case Strong(inner) | Emphasis(inner):
                yield from references(inner, walk)
            case Link() | Text() | Code() | StatusMark() | LineBreak():
                pass
            case _:
                raise NotImplementedError(inline)


# ------------------------------------------------------------------------------------ whole files


def whole_html(document: Document) -> str:
    """Every word of a page: frame, contents, form, content, frame."""
    labels, subject = document.labels, document.subject
    pages = [block for block in document.blocks if isinstance(block, TitlePage)]
    page = pages[0] if pages else TitlePage(document.title)
    lists = [block for block in document.blocks if isinstance(block, TableOfContents)]
    pieces = expected(document, HTML).pieces
    count = len(pieces) - len(expected(document, PANDOC_HTML).pieces)  # lines of the contents
    before = (document.title, "–", subject, labels.skip_link, page.title, page.subtitle)
    return squeezed(
        (
            *(*before, *page.lines, *(one.title for one in lists)),
            *(said for piece in pieces[:count] for said in words_of(piece)),
            *_form(document),
            *(said for piece in pieces[count:] for said in words_of(piece)),
            *(document.publisher, subject, labels.back_to_top),
        )
    )


def _form(document: Document) -> Iterator[str]:
    labels = document.labels
    yield fill(labels.filter_heading, projekte=document.project_word)
    yield labels.search
    for facet in document.facets:
        yield from (facet.label, labels.filter_all, *(name for _, name in facet.options))
    yield labels.reset


def whole_markdown(document: Document) -> str:
    """Every word of a Markdown file: nothing but the content."""
    return expected(document, MARKDOWN).text


def whole_docx(document: Document) -> dict[str, str]:
    """Every word of each part of a DOCX file: the body, headers and footers for two widths."""
    page = document.labels.page.replace("{seite}", "1").replace("{seiten}", "1")
    header = squeezed((document.title, document.subject))
    footer = squeezed((document.publisher, page))
    found = {"document": expected(document, DOCX).text}
    found |= {f"header{number}": header for number in (1, 2)}
    return found | {f"footer{number}": footer for number in (1, 2)}
