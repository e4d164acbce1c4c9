"""Fields: their instructions are no text, their results are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from kommunal_nh_readers.docx_names import name

if TYPE_CHECKING:
    from lxml.etree import _Element

_LINK = re.compile(r'\s*HYPERLINK\s+(?P<local>\\l\s+)?"(?P<target>[^"]*)"', re.IGNORECASE)
_CONTENTS = re.compile(r"\s*TOC\b(?!.*\\[ac]\b)", re.IGNORECASE | re.DOTALL)
_TYPE = name("w:fldCharType")


@attrs.define
class _Field:
    """A field that has begun and not ended."""

    instruction: str = ""
    shown: bool = False


class Fields:
    """The fields that are open at a place of the text; they can span paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def mark(self, element: _Element) -> None:
        """Pass a mark of a field.

        Args:
            element: A `w:fldChar`.
        """
        kind = element.get(_TYPE)
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].shown = True
        elif kind == "end" and self._open:
            self._open.pop()

    def instruct(self, element: _Element) -> None:
        """Pass a part of an instruction.

        Args:
            element: A `w:instrText`.
        """
        if self._open:
            self._open[-1].instruction += element.text or ""

    @property
    def shows(self) -> bool:
        """Whether text at this place is seen."""
        return all(field.shown for field in self._open)

    @property
    def in_contents(self) -> bool:
        """Whether this place is in a table of contents."""
        return any(is_contents(field.instruction) for field in self._open)

    @property
    def link(self) -> str:
        """Where text at this place leads; empty for nowhere."""
        for field in reversed(self._open):
            if found := _LINK.match(field.instruction):
                return ("#" if found["local"] else "") + found["target"]
        return ""


def is_contents(instruction: str) -> bool:
    """Whether a field is a table of contents, and not one of figures or tables.

    Args:
        instruction: What it says.

    Returns:
        True if it is.
    """
    return _CONTENTS.match(instruction) is not None
