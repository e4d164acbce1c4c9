"""Words with their markup, as plain words and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from kommunal_nh.text import escaped

_EDGES = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>]+", re.IGNORECASE)
_BLANK = re.compile(r"\s+")


class Form(NamedTuple):
    """How words are set.

    Attributes:
        bold: In bold.
        italic: In italics.
        target: Where they lead; empty for nowhere.
    """

    bold: bool = False
    italic: bool = False
    target: str = ""


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
        One line; empty if there is no markup, so that the words say it all.
    """
    pieces = _without_needless(list(_merged(spans)))
    if not any(any(span.form) for span in pieces):
        return ""
    written = ""
    for place, span in enumerate(pieces):
        before = pieces[place - 1] if place else None
        after = pieces[place + 1] if place + 1 < len(pieces) else None
        written += _written(span, before, after)
    return _BLANK.sub(" ", written).strip()


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Neighbours that are set alike are one; space at the edges of markup is outside of it."""
    for form, group in groupby(spans, key=lambda span: span.form):
        text = "".join(span.text for span in group)
        start, middle, end = _EDGES.fullmatch(text).groups()  # type: ignore[union-attr]
        if not middle or not any(form):
            yield Span(text, Form())
        else:
            yield from (
                one
                for one in (Span(start, Form()), Span(middle, form), Span(end, Form()))
                if one.text
            )


def _without_needless(spans: list[Span]) -> list[Span]:
    """Bold and italics say nothing where all words have them."""
    said = [span.form for span in spans if span.text.strip()]
    bold, italic = all(form.bold for form in said), all(form.italic for form in said)
    plain = (
        span._replace(
            form=Form(
                span.form.bold and not bold,
                span.form.italic and not italic,
                span.form.target if _ADDRESS.fullmatch(span.form.target) else "",
            )
        )
        for span in spans
    )
    return [
        Span("".join(span.text for span in group), form)
        for form, group in groupby(plain, key=lambda span: span.form)
    ]


def _written(span: Span, before: Span | None, after: Span | None) -> str:
    text, form = span
    inner = _inner(text)
    if _inside_a_word(before, text, after) or (before and any(before.form)):
        form = form._replace(bold=False, italic=False)
    mark = "**" * form.bold + "*" * form.italic
    if form.target:
        inner = f"[{inner}](<{form.target}>)"
    return f"{mark}{inner}{mark}"


def _inner(text: str) -> str:
    start, middle, end = _EDGES.fullmatch(text).groups()  # type: ignore[union-attr]
    return f"{start and ' '}{escaped(middle)}{end and ' '}"


def _inside_a_word(before: Span | None, text: str, after: Span | None) -> bool:
    """Where an asterisk would be a letter, as in Bürger*innen."""
    opens = before is not None and before.text[-1:].isalnum() and text[:1].isalnum()
    closes = after is not None and after.text[:1].isalnum() and text[-1:].isalnum()
    return opens or closes
