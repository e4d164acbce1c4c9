"""Paragraphs of Word files that this library wrote, as the data had them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from kommunal_nh.document import Emphasis, Inline, Strong, plain_text
from kommunal_nh.importers import Grid, Line, running_text
from kommunal_nh.text import markdown_of
from kommunal_nh_readers.docx_lines import Text
from kommunal_nh_readers.docx_markup import Span, inlines_of

_TITLE, _LEGEND, _QUOTE, _BESIDE_BULLETS = "title", "legende", "quote", "list continue"
_STRONG = {"feldbezeichnung", "caption"}
_EMPHASISED = {"leerhinweis"}
_CONTENTS = {"toc heading"}
_STEP = 397
"""Indent of one level, in twentieths of a point."""


def own_blocks(texts: Iterable[Text | Line | Grid]) -> Iterator[Line | Grid]:
    """Paragraphs as lines; contents and legend are made anew each time and left out.

    Args:
        texts: Paragraphs, and blocks that are ready.

    Yields:
        The blocks in order.
    """
    kept = _without_legend(texts)
    for is_quote, group in groupby(kept, key=lambda one: _is(one, _QUOTE)):
        if is_quote:
            yield _quote([_line(one) for one in group if isinstance(one, Text)])
        else:
            for one in group:
                if not isinstance(one, Text):
                    yield one
                elif not (one.is_contents or one.style in _CONTENTS) and _says(one):
                    yield _line(one)


def _is(one: Text | Line | Grid, style: str) -> bool:
    return isinstance(one, Text) and one.style == style


def _without_legend(texts: Iterable[Text | Line | Grid]) -> Iterator[Text | Line | Grid]:
    """A legend is a label and what follows it in a style of its own."""
    before: Text | Line | Grid | None = None
    for one in texts:
        if _is(one, _LEGEND):
            before = None if before is None or _is(before, "feldbezeichnung") else before
            continue
        if before is not None:
            yield before
        before = one
    if before is not None:
        yield before


def _says(one: Text) -> bool:
    return bool(one.found.text.strip() or one.mark or one.anchor)


def _line(one: Text) -> Line:
    content = inlines_of(_spans(one))
    if one.style in _STRONG:
        content = (Strong(content),)
    elif one.style in _EMPHASISED:
        content = (Emphasis(content),)
    level = 1 if one.style == _TITLE else one.level
    marker = (one.mark.words or "-") if one.mark else ""
    depth = one.depth if one.mark else round(one.indent / _STEP) * (one.style == _BESIDE_BULLETS)
    return Line(
        one.at, _words(content), markdown_of(content), level, marker, depth, anchor=one.anchor
    )


def _spans(one: Text) -> Iterator[Span]:
    """The mark of a status has no-break spaces in it and around it."""
    for span in one.found.spans:
        text = span.text.replace("\u00a0", " ").strip() if span.form.mark else span.text
        yield Span(text, span.form)


def _words(content: tuple[Inline, ...]) -> str:
    return " ".join(filter(None, re.split(r"[ \n]+", plain_text(content)))) if content else ""


def _quote(lines: list[Line]) -> Line:
    text = running_text(lines)
    quoted = "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
    return Line(lines[0].at, " ".join(line.words for line in lines), quoted)
