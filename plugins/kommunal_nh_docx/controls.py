"""Content controls of a template, such as Word's own for title and date of publication."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml import etree

from kommunal_nh_docx.placeholders import say
from kommunal_nh_docx.tidying import remove
from kommunal_nh_docx.xml import name

if TYPE_CHECKING:
    from lxml.etree import _Element

# The properties of a file that Word's cover pages show, by the last part of their path.
_PROPERTIES = {
    "title": "titel",
    "subject": "untertitel",
    "creator": "herausgeber",
    "company": "herausgeber",
    "publishdate": "stand",
}
_LAST_STEP = re.compile(r"(\w+)(?:\[\d+\])?/?$")
_YEAR = {"yy", "yyyy", "jjjj"}
_HOLDERS = [name(tag) for tag in ("p", "tc", "body", "txbxContent", "hdr", "ftr")]


def fill_controls(element: _Element, values: Mapping[str, str]) -> None:
    """Fill the content controls whose title, tag or property is known.

    What others only prompt for, such as "Click here", goes: it is no text of the report.

    Args:
        element: A body, header or footer.

        values: The words by the name of the placeholder.
    """
    for control in list(element.iter(name("sdt"))):
        properties, content = control.find(name("sdtPr")), control.find(name("sdtContent"))
        if properties is None or content is None:
            continue
        meant = _meant(properties, values)
        prompts = properties.find(name("showingPlcHdr")) is not None
        if meant or prompts:
            _write(content, values.get(meant, ""))
        _release(properties, content if prompts else None)


def is_known(element: _Element, values: Mapping[str, str]) -> bool:
    """Whether there is a content control that the report fills.

    Args:
        element: A body, header or footer.

        values: Anything by the name of each placeholder.

    Returns:
        Whether there is one.
    """
    return any(_meant(properties, values) for properties in element.iter(name("sdtPr")))


def _meant(properties: _Element, values: Mapping[str, str]) -> str:
    """The placeholder that a control stands for, or nothing."""
    for tag in ("alias", "tag"):
        label = _value(properties, tag).strip().lower()
        if label in values:
            return label
    binding = properties.find(name("dataBinding"))
    step = _LAST_STEP.search("" if binding is None else binding.get(name("xpath"), ""))
    meant = _PROPERTIES.get(step[1].lower(), "") if step else ""
    is_year = meant == "stand" and _value(properties, "date/dateFormat").lower() in _YEAR
    return "jahr" if is_year else meant


def _value(properties: _Element, path: str) -> str:
    found = properties.find("/".join(name(step) for step in path.split("/")))
    return "" if found is None else found.get(name("val"), "")


def _write(content: _Element, words: str) -> None:
    texts = list(content.iter(name("t")))
    if words and not texts:
        texts = [_new_text(content)]
    for text in texts:
        say(text, words)
        words = ""


def _new_text(content: _Element) -> _Element:
    holder = next(content.iter(name("p")), None)
    if holder is None:
        holder = content
        if next(content.iterancestors(*_HOLDERS)).tag != name("p"):
            holder = etree.SubElement(content, name("p"))
    return etree.SubElement(etree.SubElement(holder, name("r")), name("t"))


def _release(properties: _Element, prompt: _Element | None) -> None:
    """Word would put the property again in place of what is there now, or show a prompt."""
    for tag in ("dataBinding", "showingPlcHdr", "placeholder"):
        for found in properties.findall(name(tag)):
            properties.remove(found)
    for found in [] if prompt is None else list(prompt.iter(name("rStyle"))):
        remove(found)  # the grey of prompts
