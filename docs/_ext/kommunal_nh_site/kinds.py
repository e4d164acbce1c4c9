"""The types and defaults of fields, in words for those who write a data folder."""

from __future__ import annotations

import types
import typing
from collections import abc
from datetime import date
from enum import Enum
from typing import Any

import attrs

from kommunal_nh import PartialDate
from kommunal_nh_site.markdown import code, german

_WORDS = {
    str: "text",
    int: "whole number",
    bool: f"{german('`ja`')} or {german('`nein`')}",
    date: "date",
    PartialDate: "date, also imprecise",
    object: "data of the module",
}


def kind(of: Any, link: str = "") -> str:
    """A type in words.

    Args:
        of: The type of a field.

        link: Page of the classes' tables, if it is another one.

    Returns:
        Inline Markdown; classes lead to their table.
    """
    if of in _WORDS:
        return _WORDS[of]
    if isinstance(of, type) and issubclass(of, Enum):
        return "one of " + ", ".join(german(code(member.value)) for member in of)
    if attrs.has(of):
        return f"[{of.__name__}]({link}#{of.__name__.lower()})"
    origin, arguments = typing.get_origin(of), typing.get_args(of)
    if origin in (typing.Union, types.UnionType):
        return " or ".join(kind(each, link) for each in arguments if each is not types.NoneType)
    if origin is abc.Mapping:
        return f"mapping of names to {kind(arguments[1], link)}"
    plural = "s" if arguments[0] in (str, int) else ""
    return f"list of {kind(arguments[0], link)}{plural}"


def default(field: attrs.Attribute[Any]) -> str:
    """What a field is when its key is left out.

    Args:
        field: A field of a class.

    Returns:
        Inline Markdown; empty for what is empty, and what is wrong where the key is required.
    """
    value = field.default
    if value is attrs.NOTHING:
        return "required"
    if isinstance(value, str):
        return german(code(value)) if value else ""
    if isinstance(value, bool):
        return german(code("ja" if value else "nein"))
    if isinstance(value, Enum):
        return german(code(value.value))
    if isinstance(value, int):
        return str(value)
    return german(", ".join(map(_name, value))) if value and isinstance(value, tuple) else ""


def _name(item: Any) -> str:
    return code(item if isinstance(item, str) else getattr(item, "id", None) or item.singular)
