"""Fields of a template that show a property of the file, such as TITLE: what they show is old."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import attrs
from lxml import etree

from kommunal_nh_docx.placeholders import say
from kommunal_nh_docx.properties import short
from kommunal_nh_docx.xml import name

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kommunal_nh.document import Document

_PROPERTY = re.compile(r'\s*(?:DOCPROPERTY\s+"?(\w+)"?|(TITLE|SUBJECT|AUTHOR)\b)', re.IGNORECASE)
_RUN, _TEXT, _SIGN = name("r"), name("t"), name("fldChar")


@attrs.define
class _Field:
    """A field while it is read.

    Attributes:
        instruction: What it shall show.
        texts: What it shows.
        has_result: It came to what it shows.
    """

    instruction: str = ""
    texts: list[_Element] = attrs.field(factory=list)
    has_result: bool = False


def properties_shown(document: Document) -> dict[str, str]:
    """What fields can show of a document.

    Args:
        document: The document.

    Returns:
        The words by the name of the property, in small letters.
    """
    said = {
        "title": document.title,
        "subject": document.subject,
        "author": document.publisher,
        "company": document.publisher,
    }
    return {key: short(value) for key, value in said.items()}


def refresh_fields(story: _Element, values: Mapping[str, str]) -> None:
    """Let fields show the report's properties now, and not only when Word renews them.

    Args:
        story: A body, header or footer.

        values: The words by the name of the property, in small letters.
    """
    for field in story.iter(name("fldSimple")):
        _show(field.get(name("instr"), ""), list(field.iter(_TEXT)), field, values)
    for paragraph in story.iter(name("p")):
        for instruction, texts, end in _complex_fields(paragraph):
            _show(instruction, texts, end, values)


def _show(
    instruction: str, texts: list[_Element], place: _Element, values: Mapping[str, str]
) -> None:
    found = _PROPERTY.match(instruction)
    words = values.get((found[1] or found[2]).lower()) if found else None
    if words is None:
        return
    for text in texts or [_new_text(place)]:
        say(text, words)
        words = ""


def _complex_fields(paragraph: _Element) -> Iterator[tuple[str, list[_Element], _Element]]:
    """The fields that begin and end in a paragraph: instruction, texts, and the sign of the end."""
    open_fields: list[_Field] = []
    for child in list(paragraph.iter(_SIGN, name("instrText"), _TEXT)):
        kind = child.get(name("fldCharType"), "") if child.tag == _SIGN else ""
        if kind == "begin":
            open_fields.append(_Field())
        elif not open_fields:
            continue
        elif kind == "separate":
            open_fields[-1].has_result = True
        elif kind == "end":
            field = open_fields.pop()
            if field.has_result:
                yield field.instruction, field.texts, child
        elif child.tag == _TEXT:
            open_fields[-1].texts.append(child)
        else:
            open_fields[-1].instruction += child.text or ""


def _new_text(place: _Element) -> _Element:
    """A text in a simple field, or before the run with the sign that ends another one."""
    run = etree.Element(_RUN)
    if place.tag == _SIGN:
        next(place.iterancestors(_RUN)).addprevious(run)
    else:
        place.append(run)
    return etree.SubElement(run, _TEXT)
