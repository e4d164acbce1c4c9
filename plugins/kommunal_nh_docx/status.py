"""The marks of statuses, and chips: one character style for each."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs
from lxml import etree
from lxml.etree import _Element

from kommunal_nh.colours import known_colour
from kommunal_nh.document import ChipStyle, StatusStyle
from kommunal_nh_docx.lookup import identifier, style_key
from kommunal_nh_docx.styles import free_id
from kommunal_nh_docx.xml import W, attribute, name

_NOT_IN_NAMES = re.compile(r"[^\w -]")  # a comma, say, would divide it into two names


@attrs.frozen(repr=False)
class Mark:
    """How a status or chip is printed.

    Attributes:
        style: Id of its character style.
        symbol: The character beside its words.
    """

    style: str
    symbol: str


def add_marks(
    styles: _Element, looks: Iterable[StatusStyle | ChipStyle], word: str
) -> dict[str, Mark]:
    """Make a style for each look; a template's own style of that name is kept.

    Args:
        styles: The `w:styles` of the file; the new styles are added to it.

        looks: How the statuses, or the chips, of the document look.

        word: What the names of the styles begin with.

    Returns:
        The marks by the id of the look.
    """
    known = _character_styles(styles)
    taken = {identifier(style) for style in styles.iter(name("style"))}
    marks: dict[str, Mark] = {}
    for number, look in enumerate(looks, 1):
        readable = _NOT_IN_NAMES.sub(" ", look.id).strip()
        label = f"{word} {readable or number}"
        style_id = known.get(style_key("character", label))
        if style_id is None:
            style_id = free_id(f"{word}{number}", taken)
            styles.append(_style(style_id, label, look))
            known[style_key("character", label)] = style_id
        symbol = look.symbol if isinstance(look, StatusStyle) else ""
        marks.setdefault(look.id, Mark(style_id, symbol))
    return marks


def _character_styles(styles: _Element) -> dict[tuple[str, str], str]:
    return {
        style_key("character", label.get(name("val"), "")): identifier(style)
        for style in styles.iter(name("style"))
        if style.get(name("type")) == "character"
        and (label := style.find(name("name"))) is not None
    }


def _style(style_id: str, label: str, look: StatusStyle | ChipStyle) -> _Element:
    fill, colour = (known_colour(one)[1:].upper() for one in (look.colour, look.text_colour))
    return etree.fromstring(
        f'<w:style xmlns:w="{W}" w:type="character" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="{attribute(label)}"/><w:uiPriority w:val="20"/><w:qFormat/>'
        f'<w:rPr><w:noProof/><w:color w:val="{colour}"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:rPr></w:style>'
    )
