"""The marks of the statuses: one character style for each."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs
from lxml import etree
from lxml.etree import _Element

from kommunal_nh.document import StatusStyle
from kommunal_nh_docx.lookup import identifier, style_key
from kommunal_nh_docx.styles import free_id
from kommunal_nh_docx.xml import W, attribute, name

_GREY = "e6e6e6"
_NOT_IN_NAMES = re.compile(r"[^\w -]")  # a comma, say, would divide it into two names
_HALF = 0.179  # luminance at which black and white contrast equally


@attrs.frozen(eq=False, repr=False)
class Mark:
    """How a status is printed.

    Attributes:
        style: Id of its character style.
        symbol: The character beside its words.
    """

    style: str
    symbol: str


def add_marks(styles: _Element, statuses: Iterable[StatusStyle]) -> dict[str, Mark]:
    """Make a style for each status; a template's own style of that name is kept.

    Args:
        styles: The `w:styles` of the file; the new styles are added to it.

        statuses: The statuses of the document.

    Returns:
        The marks by the id of the status.
    """
    known = _character_styles(styles)
    taken = {identifier(style) for style in styles.iter(name("style"))}
    marks: dict[str, Mark] = {}
    for number, status in enumerate(statuses, 1):
        readable = _NOT_IN_NAMES.sub(" ", status.id).strip()
        label = f"Status {readable or number}"
        style_id = known.get(style_key("character", label))
        if style_id is None:
            style_id = free_id(f"Status{number}", taken)
            styles.append(_style(style_id, label, status.colour))
            known[style_key("character", label)] = style_id
        marks.setdefault(status.id, Mark(style_id, status.symbol))
    return marks


def text_colour(colour: str) -> str:
    """Black or white, whichever contrasts more.

    Args:
        colour: Background, six hexadecimal digits.

    Returns:
        Six hexadecimal digits.
    """
    return "000000" if luminance(colour) > _HALF else "FFFFFF"


def luminance(colour: str) -> float:
    """How bright a colour is, as the guidelines for accessible web content count it.

    Args:
        colour: Six hexadecimal digits.

    Returns:
        From 0 for black to 1 for white.
    """
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _character_styles(styles: _Element) -> dict[tuple[str, str], str]:
    return {
        style_key("character", label.get(name("val"), "")): identifier(style)
        for style in styles.iter(name("style"))
        if style.get(name("type")) == "character"
        and (label := style.find(name("name"))) is not None
    }


def _style(style_id: str, label: str, colour: str) -> _Element:
    fill = colour.lstrip("#").lower()
    if not re.fullmatch("[0-9a-f]{6}", fill):
        fill = _GREY
    return etree.fromstring(
        f'<w:style xmlns:w="{W}" w:type="character" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="{attribute(label)}"/><w:uiPriority w:val="20"/><w:qFormat/>'
        f'<w:rPr><w:noProof/><w:color w:val="{text_colour(fill)}"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill.upper()}"/></w:rPr></w:style>'
    )
