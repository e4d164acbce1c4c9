"""Header and footer: title and date above, publisher and page below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from lxml import etree

from kommunal_nh.labels import fill
from kommunal_nh_docx.tabs import right_tab
from kommunal_nh_docx.xml import W, attribute, escape

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document as Word
    from docx.parts.story import StoryPart

    from kommunal_nh.document import Document

_FIELDS = {"{seite}": "PAGE", "{seiten}": "NUMPAGES"}
_FIELD = re.compile("({seiten?})")


def add_header(word: Word, document: Document, style: str, width: int) -> str:
    """Make a header for pages of one width.

    Args:
        word: The file.

        document: Gives title and date.

        style: Id of the paragraph's style.

        width: Where the right side ends.

    Returns:
        Id of the relationship to the header.
    """
    labels = document.labels
    as_of = fill(labels.as_of, stand=labels.date(document.as_of))
    part, relation = new_part(word, "header")
    tabs = right_tab(word.styles.element, style, width)
    _replace(part.element, _line(style, tabs, _run(document.title), _run(as_of)))
    return relation


def add_footer(word: Word, document: Document, style: str, width: int) -> str:
    """Make a footer for pages of one width; otherwise as `add_header`.

    Args:
        word: The file.

        document: Gives the publisher and the word for pages.

        style: Id of the paragraph's style.

        width: Where the right side ends.

    Returns:
        Id of the relationship to the footer.
    """
    part, relation = new_part(word, "footer")
    pieces = _FIELD.split(document.labels.page)
    page = "".join(_field(piece) if piece in _FIELDS else _run(piece) for piece in pieces)
    tabs = right_tab(word.styles.element, style, width)
    _replace(part.element, _line(style, tabs, _run(document.publisher), page))
    return relation


def new_part(word: Word, kind: str) -> tuple[StoryPart, str]:
    """Add an empty header or footer.

    Args:
        word: The file.

        kind: `header` or `footer`.

    Returns:
        The part, and the id of the relationship to it.
    """
    make = {"header": word.part.add_header_part, "footer": word.part.add_footer_part}[kind]
    part, relation = cast("Callable[[], tuple[StoryPart, str]]", make)()
    return part, relation


def _line(style: str, tabs: str, left: str, right: str) -> str:
    return (
        f'<w:p xmlns:w="{W}"><w:pPr><w:pStyle w:val="{attribute(style)}"/>{tabs}</w:pPr>'
        f"{left}<w:r><w:tab/></w:r>{right}</w:p>"
    )


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _field(placeholder: str) -> str:
    return f'<w:fldSimple w:instr=" {_FIELDS[placeholder]} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _replace(element: etree._Element, paragraph: str) -> None:
    for child in list(element):
        element.remove(child)
    element.append(etree.fromstring(paragraph))
