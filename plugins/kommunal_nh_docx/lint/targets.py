"""References and links inside the document lead to a bookmark that is there."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from kommunal_nh_docx.lint.fields import Field, fields_of
from kommunal_nh_docx.lint.problem import Problem
from kommunal_nh_docx.lint.word_file import WordFile, near, value
from kommunal_nh_docx.xml import name

_REFERENCES = frozenset({"REF", "PAGEREF", "NOTEREF"})
_BUILT_IN = frozenset({"_top", "top"})  # the beginning of the document, in every word processor


def dangling(file: WordFile) -> Iterator[Problem]:
    """References to nothing.

    Args:
        file: The file.

    Yields:
        A problem for each.
    """
    known = {*_BUILT_IN}
    for _, story in file.stories():
        known |= {value(one, "name").lower() for one in story.iter(name("bookmarkStart"))}
    for part, story in file.stories():
        for element, target in _targets(story):
            if target.lower() not in known:
                place = near(element)
                text = f"Ein Verweis {place} führt zu „{target}“; diese Textmarke gibt es nicht."
                yield Problem("target-missing", text, part)


def _targets(story: _Element) -> Iterator[tuple[_Element, str]]:
    for link in story.iter(name("hyperlink")):
        if target := value(link, "anchor"):
            yield link, target
    for field in fields_of(story)[0]:
        if target := _target(field):
            yield field.start, target


def _target(field: Field) -> str:
    """The bookmark that a field names, or nothing."""
    arguments = field.arguments
    if field.kind in _REFERENCES:
        return next((word for word in arguments if not word.startswith("\\")), "")
    if field.kind == "HYPERLINK" and "\\l" in arguments[:-1]:
        return arguments[arguments.index("\\l") + 1]
    return ""
