"""Markdown as people see it in a form.

Paragraphs, lists, bold and italic words and links are shown as such. What a form can not show, such
as a table, an image or a reference into the report, is shown as it is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from kommunal_nh.surveying.rich import BULLET, Line, RichText, Run, trimmed
from kommunal_nh.text.parser import groups, parse
from kommunal_nh.value import Value

if TYPE_CHECKING:
    from markdown_it.token import Token

OUTSIDE = ("http://", "https://", "mailto:", "tel:")
"""Addresses that a link in a report may have."""
_INDENT = "  "


@attrs.frozen(eq=False, repr=False)
class Block(Value):
    """A paragraph, a list, or something that is shown as it is written.

    Attributes:
        lines: How it is shown.
        source: Its Markdown.
    """

    lines: RichText
    source: str


def shown(markdown: str) -> RichText:
    """How a text is shown.

    Args:
        markdown: The text.

    Returns:
        Its lines, with an empty one between blocks.
    """
    lines: list[Line] = []
    for block in blocks(markdown):
        lines += [*block.lines, ()]
    return trimmed(lines)


def blocks(markdown: str) -> list[Block]:
    """The blocks of a text.

    Args:
        markdown: The text.

    Returns:
        Each with its Markdown; all of the text is one block if its parts need one another.
    """
    source, found, covered = markdown.splitlines(), [], set[int]()
    for token, inner in groups(parse(markdown)):
        first, end = token.map or (0, 0)
        covered.update(range(first, end))
        raw = [line.rstrip() for line in source[first:end]]
        lines = _convertible(token, inner) or tuple((Run(one),) if one else () for one in raw)
        found.append(Block(trimmed(lines), "\n".join(raw).strip("\n")))
    if any(line.strip() for at, line in enumerate(source) if at not in covered):
        return [_as_written(source)]  # addresses of links stand by themselves
    return found


def _as_written(source: Sequence[str]) -> Block:
    lines = trimmed((Run(line),) if line.strip() else () for line in source)
    return Block(lines, "\n".join(source).strip("\n"))


def _convertible(token: Token, inner: Sequence[Token]) -> tuple[Line, ...]:
    """The lines of a paragraph or list; nothing for what a form can not show."""
    if token.type == "paragraph_open":
        return tuple(_lines(inner[0].children or []))
    if token.type in ("bullet_list_open", "ordered_list_open"):
        return tuple(_items(token, inner, 0) or ())
    return ()


def _items(token: Token, inner: Sequence[Token], depth: int) -> list[Line] | None:
    """The lines of a list; None if an item is more than a paragraph and lists below it."""
    found: list[Line] = []
    start = int(token.attrs.get("start", 1))
    for at, (_, item) in enumerate(groups(inner)):
        sign = BULLET if token.type == "bullet_list_open" else f"{start + at}. "
        parts = list(groups(item))
        if not parts or parts[0][0].type != "paragraph_open":
            return None
        lines = list(_lines(parts[0][1][0].children or []))
        if len(lines) != 1:
            return None
        found.append((Run(_INDENT * depth + sign), *lines[0]))
        for below, content in parts[1:]:
            is_list = below.type in ("bullet_list_open", "ordered_list_open")
            deeper = _items(below, content, depth + 1) if is_list else None
            if deeper is None:
                return None
            found += deeper
    return found


def _lines(children: Sequence[Token]) -> Iterator[Line]:
    line: list[Run] = []
    for run in _runs(children, bold=False, italic=False):
        if run.text == "\n":
            yield tuple(line)
            line = []
        else:
            line.append(run)
    yield tuple(line)


def _runs(children: Sequence[Token], *, bold: bool, italic: bool) -> Iterator[Run]:
    for token, inner in groups(children):
        if token.type == "strong_open":
            yield from _runs(inner, bold=True, italic=italic)
        elif token.type == "em_open":
            yield from _runs(inner, bold=bold, italic=True)
        elif token.type == "link_open":
            yield _link(str(token.attrs.get("href", "")), _words(inner), bold, italic)
        elif text := _word(token):
            yield Run(text, bold, italic)


def _link(address: str, words: str, bold: bool, italic: bool) -> Run:
    if address.startswith(OUTSIDE) and words.strip():
        return Run(words, bold, italic, address)
    return Run(f"[{words}]({address})", bold, italic)


def _words(tokens: Sequence[Token]) -> str:
    return "".join(_word(token) for token in tokens).replace("\n", " ")


def _word(token: Token) -> str:
    match token.type:
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "code_inline":
            return f"`{token.content}`"
        case "image":
            return f"![{token.content}]({token.attrs.get('src', '')})"
        case _:
            return token.content
