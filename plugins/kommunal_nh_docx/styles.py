"""Styles of a file: ours are found in it or added, all of them in the language of the report."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

from kommunal_nh_docx.lookup import identifier, index_of, keys_of, value_of
from kommunal_nh_docx.tidying import remove
from kommunal_nh_docx.tints import recolour
from kommunal_nh_docx.xml import name

ACCENT = "1F5C3A"
BLACK = "000000"
"""What stands for an accent that can not be read."""

_REFERENCES = ("basedOn", "next", "link")


def base_styles() -> _Element:
    """Our own styles.

    Returns:
        The `w:styles` that the plugin ships.
    """
    parser = etree.XMLParser(remove_blank_text=True)
    content = (Path(__file__).with_name("base") / "styles.xml").read_bytes()
    return etree.fromstring(content, parser)


def adopt(styles: _Element, accent: str = ACCENT) -> dict[str, str]:
    """Find our styles in a file, and add those that it lacks.

    Args:
        styles: The `w:styles` of the file; missing styles are added to it.

        accent: Colour for those, so that they look like the others.

    Returns:
        For the id of each of our styles the id that it has in this file.
    """
    known = index_of(styles)
    taken = {identifier(style) for style in styles.iter(name("style"))}
    ids: dict[str, str] = {}
    missing: list[_Element] = []
    for style in base_styles().iter(name("style")):
        found = next((known[key] for key in keys_of(style) if key in known), "")
        ids[identifier(style)] = found or free_id(identifier(style), taken)
        if not found:
            missing.append(style)
    for style in missing:
        styles.append(_adapted(style, ids, accent))
    return ids


def free_id(wanted: str, taken: set[str]) -> str:
    """An id that no other style has; it is taken from now on.

    Args:
        wanted: What it should be.

        taken: The ids that there are.

    Returns:
        The id, with a number behind it if need be.
    """
    found, number = wanted, 1
    while found in taken:
        number += 1
        found = f"{wanted}{number}"
    taken.add(found)
    return found


def numbered(styles: _Element) -> frozenset[str]:
    """The styles that number their paragraphs, by themselves or by a style they are based on.

    Args:
        styles: The `w:styles` of the file.

    Returns:
        Their ids.
    """
    by_id = {identifier(style): style for style in styles.iter(name("style"))}
    return frozenset(style_id for style_id in by_id if _list_of(style_id, by_id) not in _NO_LIST)


_NO_LIST = ("", "0")  # zero takes away the number that a style would inherit


def _list_of(style_id: str, by_id: Mapping[str, _Element]) -> str:
    """The list that a style belongs to, perhaps by a style it is based on."""
    seen: set[str] = set()
    while style_id in by_id and style_id not in seen:
        seen.add(style_id)
        number = by_id[style_id].find(f"{name('pPr')}/{name('numPr')}/{name('numId')}")
        if number is not None:
            return number.get(name("val"), "")
        style_id = value_of(by_id[style_id], "basedOn")
    return ""


def speak(styles: _Element, language: str) -> None:
    """Set the language of all text.

    Args:
        styles: The `w:styles` of the file.

        language: Language tag.
    """
    defaults = styles
    for tag in ("docDefaults", "rPrDefault", "rPr"):
        defaults = _first(defaults, tag)
    if defaults.find(name("lang")) is None:
        etree.SubElement(defaults, name("lang"))
    for element in styles.iter(name("lang")):
        element.set(name("val"), language)


def _first(parent: _Element, tag: str) -> _Element:
    child = parent.find(name(tag))
    if child is None:
        child = etree.Element(name(tag))
        parent.insert(0, child)
    return child


def _adapted(style: _Element, ids: Mapping[str, str], accent: str) -> _Element:
    copy = deepcopy(style)
    copy.set(name("styleId"), ids[identifier(style)])
    copy.attrib.pop(name("default"), "")
    for tag in _REFERENCES:
        reference = copy.find(name(tag))
        if reference is not None:
            reference.set(name("val"), ids[reference.get(name("val"), "")])
    for fonts in list(copy.iter(name("rFonts"))):
        if fonts.get(name("asciiTheme")):
            remove(fonts)  # like the rest of the template, which may not use its theme's
    recolour(copy, accent, is_of_theme=accent != BLACK)
    return copy
