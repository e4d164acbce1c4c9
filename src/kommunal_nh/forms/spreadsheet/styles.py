"""How cells look. Text stays text: a number format keeps `80.10`, a quotation mark keeps `=1+1`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import xlsxwriter

Styles: TypeAlias = Mapping[str, Any]
FONT = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True}
_CELL = {**FONT, "num_format": "@", "border": 1, "border_color": "#b5bac0"}
_FIXED = {**_CELL, "bg_color": "#edeff1", "font_color": "#2b3035"}
_LOOKS: Mapping[str, Mapping[str, Any]] = {
    "fixed": _FIXED,
    "fixed quoted": {**_FIXED, "quote_prefix": True},
    "small": {**_FIXED, "font_size": 8, "font_color": "#5b636b"},
    "open": {**_CELL, "locked": False},
    "open quoted": {**_CELL, "locked": False, "quote_prefix": True},
    "asked": {**_CELL, "locked": False, "bg_color": "#fff9e3"},
    "head": {**_CELL, "bold": True, "bg_color": "#2f5d50", "font_color": "#ffffff"},
    "name": {**FONT, "bold": True, "font_size": 16, "text_wrap": False},
    "line": FONT,
    "bold": {**FONT, "bold": True},
    "italic": {**FONT, "italic": True},
    "both": {**FONT, "bold": True, "italic": True},
}


def styles(book: xlsxwriter.Workbook) -> Styles:
    """The looks of a workbook.

    Args:
        book: The workbook.

    Returns:
        Its formats by name.
    """
    return {name: book.add_format(dict(look)) for name, look in _LOOKS.items()}


def look_of(style: str, text: str) -> str:
    """The look of a cell with a text that must not become a formula when somebody edits it.

    Args:
        style: `fixed` or `open`.

        text: What stands in the cell.

    Returns:
        The name of the style.
    """
    return f"{style} quoted" if text.lstrip()[:1] in tuple("=+-@") and text else style
