"""What people wrote, as Markdown.

What still reads as in the data keeps its source. All else becomes paragraphs and lists; bold and
italic words, addresses and references survive, and any other sign is only a sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kommunal_nh.characters import HIDDEN, ILLEGAL
from kommunal_nh.document import Emphasis, Inline, Link, Strong, Text
from kommunal_nh.surveying.rich import (
    Line,
    RichText,
    Run,
    canonical,
    list_sign,
    literal,
    trimmed,
    without_sign,
)
from kommunal_nh.surveying.shown import blocks
from kommunal_nh.text import markdown_of
from kommunal_nh.text.parser import parse

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Stand around the number of what is kept as it is written; people have no use for them."""
_PRIVATE = re.compile(f"[{_OPEN}{_CLOSE}]")
_KEPT = re.compile(r"!?\[[^\[\]\n]*\]\([^()\s]+\)|`[^`\n]+`")
_LINK = re.compile(r"\[([^\[\]]+)\]\(((?:https?://|mailto:|tel:)[^()\s]+)\)")
_ADDRESS = re.compile(r"https?://[^\s<>\[\]()„“\"]+[^\s<>\[\]()„“\".,;:!?]")


def markdown(text: RichText, current: str = "") -> str:
    """Lines of words as Markdown.

    Args:
        text: The lines.

        current: What the data says now; blocks that still read like that are taken from there.

    Returns:
        The Markdown, with a line end if there is any.
    """
    known = {canonical(block.lines): block.source for block in blocks(current)}
    if canonical(text) == canonical(_joined([block.lines for block in blocks(current)])):
        return current
    written = _blocks(trimmed(_clean(line) for line in text))
    found = [known.get(canonical(block)) or _block(block) for block in written]
    said = "\n\n".join(filter(None, found))
    return f"{said}\n" if said else ""


def _joined(parts: Sequence[RichText]) -> RichText:
    return tuple(line for part in parts for line in (*part, ()))


def _clean(line: Line) -> Line:
    return tuple(Run(visible(run.text), run.bold, run.italic, run.url) for run in line)


def visible(words: str) -> str:
    """Words without signs that nobody sees.

    Args:
        words: Any words.

    Returns:
        The words.
    """
    return _PRIVATE.sub("", HIDDEN.sub("", ILLEGAL.sub("", words)))


def _blocks(text: RichText) -> Iterator[RichText]:
    """Paragraphs and lists; a list also begins and ends without an empty line."""
    block: list[Line] = []
    for line in text:
        if block and (not line or (list_sign(line) is None) != (list_sign(block[-1]) is None)):
            yield tuple(block)
            block = []
        if line:
            block.append(line)
    if block:
        yield tuple(block)


def _block(lines: RichText) -> str:
    words = "\n".join("".join(map(literal, line)) for line in lines)
    if words.startswith("|") and any(token.type == "table_open" for token in parse(words)):
        return words
    if list_sign(lines[0]) is not None:
        return _list(lines)
    return "\\\n".join(filter(None, map(_inline, lines)))


def _list(lines: RichText) -> str:
    found, depth = [], -1
    for line in lines:
        deep, sign = list_sign(line) or (0, "•")
        depth = min(deep, depth + 1)
        words = _inline(without_sign(line, (deep, sign))) or "–"
        found.append(f"{'    ' * depth}{'-' if sign == '•' else sign} {words}")
    return "\n".join(found)


def _inline(line: Line) -> str:
    kept: list[str] = []
    content = [_marked(run, inline) for run in line for inline in _inlines(run, kept)]
    said = markdown_of(content)
    for at, source in enumerate(kept):
        said = said.replace(f"{_OPEN}{at}{_CLOSE}", source)
    return said


def _marked(run: Run, inline: Inline) -> Inline:
    if run.italic:
        inline = Emphasis((inline,))
    return Strong((inline,)) if run.bold else inline


def _inlines(run: Run, kept: list[str]) -> Iterator[Inline]:
    """Words, with what is written in brackets or as an address as what it means."""
    if run.url:
        yield Link(run.url, (Text(run.text),))
        return
    at = 0
    for found in re.finditer(f"{_KEPT.pattern}|{_ADDRESS.pattern}", run.text):
        yield Text(run.text[at : found.start()])
        yield _meaning(found[0], kept)
        at = found.end()
    yield Text(run.text[at:])


def _meaning(written: str, kept: list[str]) -> Inline:
    if link := _LINK.fullmatch(written):
        return Link(link[2], (Text(link[1]),))
    if _ADDRESS.fullmatch(written):
        return Link(written, (Text(written),))
    kept.append(written)
    return Text(f"{_OPEN}{len(kept) - 1}{_CLOSE}")
