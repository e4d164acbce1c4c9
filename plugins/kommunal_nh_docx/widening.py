"""Headers and footers of a template on landscape pages: their tab stops move with the margin."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from kommunal_nh_docx.headers import new_part
from kommunal_nh_docx.xml import name

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.parts.story import StoryPart
    from lxml.etree import _Element

_MOVED = {"right", "end", "center"}
_BEHIND_TABS = (
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
    "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)


def widened(word: Word, tag: str, key: str, width: int, wide: int) -> str:
    """A header or footer for landscape pages.

    Args:
        word: The file.

        tag: `headerReference` or `footerReference`.

        key: Id of the relationship to the template's own.

        width: Width of the text on upright pages, in twentieths of a point.

        wide: Width of the text on landscape pages.

    Returns:
        Id of the relationship to a copy whose tab stops are moved; the same id if there are none.
    """
    part = word.part.rels[key].target_part
    if not any(_stops(word, paragraph) for paragraph in part.element.iter(name("p"))):
        return key
    copy, relation = new_part(word, tag.removesuffix("Reference"))
    _copy(part, copy)
    for paragraph in copy.element.iter(name("p")):
        if stops := _stops(word, paragraph):
            _set(paragraph, _moved(stops, wide / width))
    return relation


def _copy(part: StoryPart, copy: StoryPart) -> None:
    for child in list(copy.element):
        copy.element.remove(child)
    copy.element.extend(deepcopy(child) for child in part.element)
    for key, relation in part.rels.items():
        target = relation.target_ref if relation.is_external else relation.target_part
        copy.load_rel(relation.reltype, target, key, relation.is_external)


def _stops(word: Word, paragraph: _Element) -> dict[int, _Element]:
    """The tab stops of a paragraph that has tabs, its own and those of its styles."""
    if next(paragraph.iterfind(f"{name('r')}/{name('tab')}"), None) is None:
        return {}
    stops: dict[int, _Element] = {}
    for properties in (*_styles(word, paragraph), paragraph.find(name("pPr"))):
        for tab in () if properties is None else properties.iterfind(f"{name('tabs')}/*"):
            position = int(float(tab.get(name("pos"), "0")))
            stops.pop(position, None)
            if tab.get(name("val")) != "clear":
                stops[position] = tab
    return {key: tab for key, tab in stops.items() if tab.get(name("val")) in _MOVED}


def _styles(word: Word, paragraph: _Element) -> Iterator[_Element | None]:
    """The paragraph properties of its style, and before them of those that it is based on."""
    known = {style.get(name("styleId")): style for style in word.styles.element}
    named = paragraph.find(f"{name('pPr')}/{name('pStyle')}")
    style = known.get(named.get(name("val"))) if named is not None else None
    chain: list[_Element] = []
    while style is not None and style not in chain:
        chain.append(style)
        based = style.find(name("basedOn"))
        style = known.get(based.get(name("val"))) if based is not None else None
    return (style.find(name("pPr")) for style in reversed(chain))


def _moved(stops: dict[int, _Element], factor: float) -> Iterator[_Element]:
    """What clears the old stops, and the new ones."""
    new = {round(position * factor): deepcopy(tab) for position, tab in stops.items()}
    for position in stops.keys() - new.keys():
        yield etree.Element(name("tab"), {name("val"): "clear", name("pos"): str(position)})
    for position, tab in new.items():
        tab.set(name("pos"), str(position))
        yield tab


def _set(paragraph: _Element, stops: Iterator[_Element]) -> None:
    properties = paragraph.find(name("pPr"))
    if properties is None:
        properties = etree.Element(name("pPr"))
        paragraph.insert(0, properties)
    tabs = properties.find(name("tabs"))
    if tabs is None:
        tabs = etree.Element(name("tabs"))
        behind = {name(tag) for tag in _BEHIND_TABS.split()}
        places = [place for place, child in enumerate(properties) if child.tag in behind]
        properties.insert(min(places, default=len(properties)), tabs)
    _add(tabs, list(stops))


def _add(tabs: _Element, stops: list[_Element]) -> None:
    """Stops are in order, and a place has only one."""
    replaced = {stop.get(name("pos")) for stop in stops}
    kept = [tab for tab in tabs if tab.get(name("pos")) not in replaced]
    for child in list(tabs):
        tabs.remove(child)
    tabs.extend(sorted([*kept, *stops], key=lambda stop: float(stop.get(name("pos"), "0"))))
