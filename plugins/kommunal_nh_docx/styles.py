"""Styles: found by their names, as their ids differ between languages; added where missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from importlib.resources import files

from lxml import etree
from lxml.etree import _Element

from kommunal_nh_docx.xml import name

ACCENT = "1F5C3A"

# What some programs write as the name instead of the English one that the standard asks for.
_GERMAN = {
    "normal": "Standard",
    "title": "Titel",
    "subtitle": "Untertitel",
    "header": "Kopfzeile",
    "footer": "Fußzeile",
    "caption": "Beschriftung",
    "quote": "Zitat",
    "list bullet": "Aufzählungszeichen",
    "list number": "Listennummer",
    "list continue": "Listenfortsetzung",
    "toc heading": "Inhaltsverzeichnisüberschrift",
    **{f"heading {level}": f"Überschrift {level}" for level in range(1, 10)},
    **{f"toc {level}": f"Verzeichnis {level}" for level in range(1, 10)},
}

_REFERENCES = ("basedOn", "next", "link")


def base_styles() -> _Element:
    """Our own styles.

    Returns:
        The `w:styles` that the plugin ships.
    """
    parser = etree.XMLParser(remove_blank_text=True)
    content = (files(__package__) / "base" / "styles.xml").read_bytes()
    return etree.fromstring(content, parser)


def adopt(styles: _Element, accent: str = ACCENT) -> dict[str, str]:
    """Find our styles in a file, and add those that it lacks.

    Args:
        styles: The `w:styles` of the file; missing styles are added to it.

        accent: Colour for those, so that they look like the others.

    Returns:
        For the id of each of our styles the id that it has in this file.
    """
    known = _index(styles)
    taken = {identifier(style) for style in styles.iter(name("style"))}
    ids: dict[str, str] = {}
    missing: list[_Element] = []
    for style in base_styles().iter(name("style")):
        found = next((known[key] for key in _keys(style) if key in known), "")
        ids[identifier(style)] = found or free_id(identifier(style), taken)
        if not found:
            missing.append(style)
    for style in missing:
        styles.append(_adapted(style, ids, accent))
    return ids


def identifier(style: _Element) -> str:
    """The id of a style.

    Args:
        style: A `w:style`.

    Returns:
        Its id, or nothing.
    """
    return style.get(name("styleId"), "")


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
        style_id = _value(by_id[style_id], "basedOn")
    return ""


def speak(styles: _Element, language: str) -> None:
    """Set the language of all text.

    Args:
        styles: The `w:styles` of the file.

        language: Language tag.
    """
    defaults = styles.find(f"{name('docDefaults')}/{name('rPrDefault')}/{name('rPr')}")
    if defaults is not None and defaults.find(name("lang")) is None:
        etree.SubElement(defaults, name("lang"))
    for element in styles.iter(name("lang")):
        element.set(name("val"), language)


def style_key(kind: str, label: str) -> tuple[str, str]:
    """What a style is found by.

    Args:
        kind: `paragraph`, `character`, `table` or `numbering`.

        label: Its name.

    Returns:
        Kind and name; capitals make no difference.
    """
    return kind, label.strip().lower()


def _index(styles: _Element) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for style in styles.iter(name("style")):
        kind = style.get(name("type"), "paragraph")
        found.setdefault(style_key(kind, _value(style, "name")), identifier(style))
        found.setdefault((kind, f"id:{identifier(style).lower()}"), identifier(style))
        if style.get(name("default")) in {"1", "true", "on"}:
            found.setdefault((kind, "default"), identifier(style))
    return found


def _keys(style: _Element) -> Iterator[tuple[str, str]]:
    """Where to look for one of our styles: default, English name, German name, usual ids."""
    kind, label = style.get(name("type"), ""), _value(style, "name").lower()
    if style.get(name("default")):
        yield kind, "default"
    yield style_key(kind, label)
    if style.get(name("customStyle")):
        return
    german = _GERMAN.get(label, label)
    yield style_key(kind, german)
    for usual in (label, german):
        bare = usual.replace(" ", "").lower()
        yield kind, f"id:{bare}"
        yield kind, f"id:{bare.encode('ascii', 'ignore').decode()}"


def _adapted(style: _Element, ids: Mapping[str, str], accent: str) -> _Element:
    copy = deepcopy(style)
    copy.set(name("styleId"), ids[identifier(style)])
    copy.attrib.pop(name("default"), "")
    for tag in _REFERENCES:
        reference = copy.find(name(tag))
        if reference is not None:
            reference.set(name("val"), ids[reference.get(name("val"), "")])
    for element in copy.iter():
        for key, value in element.attrib.items():
            if value == ACCENT:
                element.set(key, accent)
    return copy


def _value(style: _Element, tag: str) -> str:
    child = style.find(name(tag))
    return "" if child is None else child.get(name("val"), "")
