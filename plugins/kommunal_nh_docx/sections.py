"""The sections of a template: which settings hold where."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from kommunal_nh_docx.xml import name

if TYPE_CHECKING:
    from lxml.etree import _Element

_REFERENCES = (name("headerReference"), name("footerReference"))
_LOST = ("footnotePr", "endnotePr")  # they speak of notes, which do not come along


def complete(body: _Element) -> list[_Element]:
    """The settings of all sections, each with the headers and footers that it inherits.

    Args:
        body: The body of a template.

    Returns:
        Copies of its settings in their order; at least one.
    """
    found: list[_Element] = []
    inherited: dict[tuple[str, str | None], _Element] = {}
    for section in body.iter(name("sectPr")):
        for own in section.iterchildren(*_REFERENCES):
            inherited[str(own.tag), own.get(name("type"))] = own
        found.append(_with(section, list(inherited.values())))
    return found or [etree.Element(name("sectPr"))]


def section_of(blocks: Sequence[_Element], end: int, sections: Sequence[_Element]) -> _Element:
    """The settings that hold for the last block before a place.

    Args:
        blocks: The blocks of a body.

        end: The place.

        sections: What `complete` says of it.

    Returns:
        One of the sections.
    """
    before = blocks[: max(end - 1, 0)]
    passed = sum(1 for block in before for _ in block.iter(name("sectPr")))
    return sections[min(passed, len(sections) - 1)]


def _with(section: _Element, references: Sequence[_Element]) -> _Element:
    copy = deepcopy(section)
    for own in [*copy.iterchildren(*_REFERENCES), *copy.iterchildren(*map(name, _LOST))]:
        copy.remove(own)
    copy[:0] = [deepcopy(reference) for reference in references]
    return copy
