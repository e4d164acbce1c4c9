"""Words with their markup, as plain words and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from kommunal_nh.document import Code, Emphasis, Inline, LineBreak, Link, Reference, Strong, Text
from kommunal_nh.text import markdown_of as markdown

_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>]+", re.IGNORECASE)
_BLANK = re.compile(r"[ \t\n]+")


class Form(NamedTuple):
    """How words are set.

    Attributes:
        bold: In bold.
        italic: In italics.
        target: Where they lead: an address, or an id behind a number sign; empty for nowhere.
        code: In the type of programs.
        mark: They are the mark of a status.
    """

    bold: bool = False
    italic: bool = False
    target: str = ""
    code: bool = False
    mark: bool = False


class Span(NamedTuple):
    """Words that are set in the same way."""

    text: str
    form: Form


def words_of(spans: Iterable[Span]) -> str:
    """The words without markup.

    Args:
        spans: The words.

    Returns:
        One line; white space, also that between lines, counts as one space.
    """
    return " ".join("".join(span.text for span in spans).split())


def markdown_of(spans: Sequence[Span]) -> str:
    """The words as Markdown.

    Args:
        spans: The words.

    Returns:
        The text; empty if there is no markup, so that the words say it all.
    """
    said = [span.form for span in spans if span.text.strip()]
    bold, italic = all(form.bold for form in said), all(form.italic for form in said)
    plain = [_meant(span, bold=not bold, italic=not italic) for span in spans]
    if not any(any(span.form) for span in plain):
        return ""
    return markdown(inlines_of(plain))


def _meant(span: Span, *, bold: bool, italic: bool) -> Span:
    """Bold and italics say nothing where all words have them."""
    form = span.form
    return Span(
        _BLANK.sub(" ", span.text),
        Form(form.bold and bold, form.italic and italic, form.target, form.code, form.mark),
    )


def leads(target: str) -> bool:
    """Whether an address may stand in the data.

    Args:
        target: The address.

    Returns:
        True for the web, e-mail and telephone.
    """
    return _ADDRESS.fullmatch(target) is not None


def inlines_of(spans: Iterable[Span]) -> tuple[Inline, ...]:
    """The words as inline content.

    Args:
        spans: The words.

    Returns:
        The content; a line feed is a line break.
    """
    return tuple(_inlines(spans))


def _inlines(spans: Iterable[Span]) -> Iterator[Inline]:
    for target, group in groupby(spans, key=lambda span: span.form.target):
        content = tuple(one for span in group for one in _marked(span))
        if target.startswith("#"):
            yield Reference(target[1:], content)
        elif target:
            yield Link(target, content)
        else:
            yield from content


def _marked(span: Span) -> Iterator[Inline]:
    content = tuple(_lines(span))
    content = (Emphasis(content),) if span.form.italic else content
    yield from (Strong(content),) if span.form.bold else content


def _lines(span: Span) -> Iterator[Inline]:
    for place, line in enumerate(span.text.split("\n")):
        if place:
            yield LineBreak()
        if line:
            yield Code(line) if span.form.code else Text(line)
