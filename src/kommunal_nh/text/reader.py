"""Blocks of Markdown become blocks of the document tree."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote

import attrs

from kommunal_nh.document import (
    Block,
    Code,
    Column,
    Figure,
    Inline,
    LineBreak,
    List,
    Paragraph,
    Quote,
    Row,
    Table,
    Text,
    plain_text,
)
from kommunal_nh.images import media_type
from kommunal_nh.text.captions import captioned, usual_caption
from kommunal_nh.text.inlines import InlineReader
from kommunal_nh.text.parser import groups, is_deep, parse
from kommunal_nh.text.surroundings import Problem, Surroundings
from kommunal_nh.value import Value

if TYPE_CHECKING:
    from markdown_it.token import Token

_ALIGNS = {"text-align:center": "center", "text-align:right": "end"}
_NARROW, _WIDE = 8, 60  # letters; what is longer is broken


@attrs.frozen(eq=False, repr=False)
class ParsedHeading(Value):
    """A heading in a text; chapters make sections of it.

    Attributes:
        level: Its level as written.
        content: Its words.
    """

    level: int
    content: tuple[Inline, ...]


class Reader:
    """Reads one text.

    Attributes:
        problems: What is not allowed in it, complete when all blocks have been read.
    """

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.problems: list[Problem] = []
        self._inlines = InlineReader(around, self.problems)

    def read(self, source: str) -> Iterator[Block | ParsedHeading]:
        """Read the text.

        Args:
            source: Markdown.

        Yields:
            Its blocks.
        """
        tokens = parse(source)
        if is_deep(tokens):
            self._inlines.line = next((one.map[0] for one in tokens if one.map), 0)
            self._inlines.report("nested-too-deep", "")
        return self._blocks(tokens)

    def _blocks(self, tokens: Sequence[Token]) -> Iterator[Block | ParsedHeading]:
        return captioned(self._plain_blocks(tokens))

    def _plain_blocks(self, tokens: Sequence[Token]) -> Iterator[Block | ParsedHeading]:
        for token, inner in groups(tokens):
            if token.map:
                self._inlines.line = token.map[0]
            if read := _BLOCKS.get(token.type):
                yield from read(self, token, inner)

    def _inner(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        return tuple(as_block(block) for block in self._blocks(tokens))

    def _content(self, token: Token) -> tuple[Inline, ...]:
        return self._inlines.read(token.children or [])

    def _paragraph(self, token: Token, inner: Sequence[Token]) -> Iterator[Block]:
        children = inner[0].children or []
        if len(children) == 1 and children[0].type == "image":
            yield from self._figure(children[0])
        elif content := self._content(inner[0]):
            yield Paragraph(content)

    def _heading(self, token: Token, inner: Sequence[Token]) -> Iterator[ParsedHeading]:
        if content := self._content(inner[0]):
            yield ParsedHeading(int(token.tag[1:]), content)

    def _list(self, token: Token, inner: Sequence[Token]) -> Iterator[Block]:
        items = tuple(self._inner(item) for _, item in groups(inner))
        ordered = token.type == "ordered_list_open"
        yield List(items, ordered, int(token.attrs.get("start", 1)) if ordered else 1)

    def _quote(self, token: Token, inner: Sequence[Token]) -> Iterator[Block]:
        yield Quote(self._inner(inner))

    def _code(self, token: Token, inner: Sequence[Token]) -> Iterator[Block]:
        lines: list[Inline] = []
        for line in token.content.rstrip("\n").split("\n"):
            lines += ([LineBreak()] if lines else []) + ([Code(line)] if line else [])
        yield Paragraph(tuple(lines))

    def _table(self, token: Token, inner: Sequence[Token]) -> Iterator[Block]:
        titles, aligns, values = [], [], []
        for cell, inline in itertools.pairwise(inner):
            if cell.map:
                self._inlines.line = cell.map[0]
            if cell.type == "th_open":
                titles.append(plain_text(self._content(inline)))
                aligns.append(_ALIGNS.get(str(cell.attrs.get("style", "")), "start"))
            elif cell.type == "td_open":
                values.append(self._content(inline))
        width = len(titles)
        rows = tuple(Row(tuple(values[i : i + width])) for i in range(0, len(values), width))
        columns = tuple(_columns(titles, aligns, rows))
        yield Table(usual_caption(columns), columns, rows)

    def _html(self, token: Token, inner: Sequence[Token]) -> Iterator[Block]:
        self._inlines.report_html(token.content)
        yield Paragraph((Text(token.content.strip()),))

    def _figure(self, token: Token) -> Iterator[Block]:
        path, alt = unquote(str(token.attrs.get("src", ""))), token.content.strip()
        data = self.around.image(path)
        kind = media_type(data) if data is not None else None
        if not alt:
            self._inlines.report("missing-alt-text", path)
        if data is None:
            self._inlines.report("missing-image", path)
        elif kind is None:
            self._inlines.report("image-format", path)
        else:
            yield Figure(kind, data, alt, str(token.attrs.get("title", "")))


def as_block(block: Block | ParsedHeading) -> Block:
    """A heading where there is no room for sections becomes a label.

    Args:
        block: What was read.

    Returns:
        A block of the document tree.
    """
    if isinstance(block, ParsedHeading):
        return Paragraph(block.content, role="label")
    return block


def _columns(titles: Sequence[str], aligns: Sequence[str], rows: Sequence[Row]) -> Iterator[Column]:
    """Columns that are as wide as what stands in them."""
    for place, (title, align) in enumerate(zip(titles, aligns, strict=True)):
        longest = max((len(plain_text(row.cells[place])) for row in rows), default=0)
        yield Column(title, min(max(len(title), longest, _NARROW), _WIDE), align)


_BLOCKS: dict[str, Callable[..., Iterator[Block | ParsedHeading]]] = {
    "paragraph_open": Reader._paragraph,
    "heading_open": Reader._heading,
    "bullet_list_open": Reader._list,
    "ordered_list_open": Reader._list,
    "blockquote_open": Reader._quote,
    "code_block": Reader._code,
    "fence": Reader._code,
    "table_open": Reader._table,
    "html_block": Reader._html,
}
