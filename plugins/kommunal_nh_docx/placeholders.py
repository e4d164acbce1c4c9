"""Placeholders such as {titel} in a template, wherever Word has put their letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from kommunal_nh.document import TitlePage
from kommunal_nh.errors import UsageError
from kommunal_nh_docx.xml import clean, name

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kommunal_nh.document import Document

MARKER = "inhalt"
"""Where the report begins; what stands before it is the cover."""

NAMES = ("titel", "untertitel", "stand", "jahr", "herausgeber", "angaben")

_PLACEHOLDER = re.compile(r"\{\s*([^\W\d_]+)\s*\}")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXT, _PARAGRAPH = name("t"), name("p")
_SIGNS = "tab br cr fldChar drawing pict object sym delText"
_BETWEEN = {name(tag) for tag in _SIGNS.split()}
_WHITE = str.maketrans("\t\n\r", "   ")


def values_of(document: Document) -> dict[str, str]:
    """What stands for each placeholder.

    Args:
        document: The document that is written.

    Returns:
        The words by the name of the placeholder, on one line each.
    """
    pages = (block for block in document.blocks if isinstance(block, TitlePage))
    page = next(pages, TitlePage(document.title, document.subject))
    others = [line for line in page.lines if line != document.publisher]
    words = (
        document.title,
        page.subtitle,
        document.labels.date(document.as_of),
        f"{document.as_of.year:04}",
        document.publisher,
        " · ".join(others),
    )
    return {key: clean(value).translate(_WHITE) for key, value in zip(NAMES, words, strict=True)}


def names_in(element: _Element) -> list[str]:
    """The placeholders in an element.

    Args:
        element: A body, header, footer or something in one.

    Returns:
        Their names in small letters, known or not.
    """
    found = (_PLACEHOLDER.finditer(_joined(texts)) for texts in _stretches(element))
    return [match[1].lower() for matches in found for match in matches]


def demand_known(elements: Iterable[_Element], file: str) -> None:
    """Make sure that no placeholder would be printed as it is.

    Args:
        elements: Cover, headers and footers.

        file: The template, for the message.

    Raises:
        UsageError: There is a placeholder that nothing stands for.
    """
    found = dict.fromkeys(one for element in elements for one in names_in(element))
    unknown = [f"{{{one}}}" for one in found if one not in NAMES]
    if unknown:
        possible = ", ".join(f"{{{one}}}" for one in NAMES)
        raise UsageError(
            f"Die Vorlage „{file}“ enthält unbekannte Platzhalter: {', '.join(unknown)}. "
            f"Möglich sind: {possible}. Bitte in Word berichtigen oder löschen."
        )


def fill_in(element: _Element, values: Mapping[str, str]) -> None:
    """Put the words for the placeholders; nothing in them is taken for a placeholder again.

    Args:
        element: A body, header, footer or something in one.

        values: The words by the name of the placeholder.
    """
    for texts in _stretches(element):
        for match in reversed(list(_PLACEHOLDER.finditer(_joined(texts)))):
            if match[1].lower() in values:
                _put(texts, *match.span(), values[match[1].lower()])


def say(text: _Element, words: str) -> None:
    """Give an element of text its words.

    Args:
        text: A `w:t`.

        words: What it shall say; spaces at its ends are kept.
    """
    text.text = words
    text.set(_SPACE, "preserve")


def _stretches(element: _Element) -> Iterator[list[_Element]]:
    """Texts that follow each other directly; Word divides them wherever something was edited."""
    for paragraph in list(element.iter(_PARAGRAPH)):
        texts: list[_Element] = []
        for child in paragraph.iter(_TEXT, *_BETWEEN):
            if next(child.iterancestors(_PARAGRAPH)) is not paragraph:
                continue  # in a text box, which has paragraphs of its own
            if child.tag == _TEXT:
                texts.append(child)
            elif texts and next(child.iterancestors(name("r")), None) is not None:
                yield texts
                texts = []
        yield texts


def _joined(texts: Iterable[_Element]) -> str:
    return "".join(text.text or "" for text in texts)


def _put(texts: Iterable[_Element], start: int, end: int, words: str) -> None:
    """Replace the letters from start to end, which may belong to several texts."""
    for text in texts:
        old = text.text or ""
        if start < len(old) and end > 0:
            say(text, old[: max(start, 0)] + words + old[max(end, 0) :])
            words = ""
        start, end = start - len(old), end - len(old)
