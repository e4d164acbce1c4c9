"""Documents as JSON and back, with the version of the form; reports as plain data and back."""

from __future__ import annotations

import base64
import json
from collections import abc
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any, get_args, get_origin

import attrs
import cattrs
from cattrs.errors import BaseValidationError
from cattrs.strategies import configure_tagged_union

from kommunal_nh.document import Block, Document, Inline
from kommunal_nh.errors import UsageError
from kommunal_nh.model import Report

VERSION = 3
"""Version of the form; rises when a node comes or changes in a way that older readers can not read.
Version 2 brought `Inserted` and `Deleted`, version 3 `Chip`."""
_READ = (1, 2, 3)
_MISFITS = (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError)
"""What JSON that is no document ends in."""


def to_json(document: Document) -> str:
    """A document as JSON.

    Args:
        document: The document; everything deferred in it is made.

    Returns:
        Readable JSON; the same document gives the same text.
    """
    content = _converter().unstructure(document)
    return json.dumps({"version": VERSION, "document": content}, ensure_ascii=False, indent=1)


def from_json(text: str) -> Document:
    """Read a document that `to_json` wrote.

    Args:
        text: The JSON.

    Returns:
        An equal document.

    Raises:
        UsageError: The text is not a document, or of another version.
    """
    try:
        data = json.loads(text)
        version = data["version"]
    except _MISFITS as problem:
        raise UsageError("Das ist kein Dokument von kommunal_nh.") from problem
    if version not in _READ:
        raise UsageError(f"Das Dokument hat die Version {version}; gelesen wird bis {VERSION}.")
    try:
        return _converter().structure(data["document"], Document)
    except (*_MISFITS, BaseValidationError) as problem:
        raise UsageError(
            "Das Dokument ist unvollständig oder beschädigt: bitte neu schreiben lassen."
        ) from problem


def report_to_data(report: Report) -> dict[str, Any]:
    """A report as plain data that needs nothing else to be read.

    Args:
        report: The report; what is private in it is written, too, so take the public part of it.

    Returns:
        Mappings, lists, text, numbers and dates by the keys of the data folder, with profile and
        words in full. Images and earlier editions are not in it.
    """
    from kommunal_nh.editions.frozen import data_of

    return data_of(report)


def report_from_data(data: Any, name: str) -> Report:
    """Read a report that `report_to_data` made.

    Args:
        data: The data; dates can be text.

        name: What to call it in messages.

    Returns:
        An equal report, but for images and earlier editions.

    Raises:
        UsageError: It is no such data, or needs a module that is not installed.
    """
    from kommunal_nh.editions.frozen import report_of

    try:
        return report_of(data, name)
    except (*_MISFITS, BaseValidationError) as problem:
        raise UsageError(
            f"{name} ist kein vollständiger Report: bitte neu schreiben lassen."
        ) from problem


@cache
def _converter() -> cattrs.Converter:
    made = cattrs.Converter()
    made.register_unstructure_hook(date, date.isoformat)
    made.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    made.register_unstructure_hook(bytes, lambda value: base64.b64encode(value).decode())
    made.register_structure_hook(bytes, lambda value, _: base64.b64decode(value))
    made.register_structure_hook_factory(_is_iterable, lambda cls: _tuple_of(made, cls))
    made.register_unstructure_hook_factory(_is_iterable, lambda cls: _list_of(made, cls))
    for union in (Inline, Block):
        for cls in get_args(union):
            attrs.resolve_types(cls)
        configure_tagged_union(union, made, tag_name="node")
    attrs.resolve_types(Document)
    return made


def _is_iterable(cls: Any) -> bool:
    return get_origin(cls) is abc.Iterable


def _tuple_of(made: cattrs.Converter, cls: Any) -> Any:
    (item,) = get_args(cls)
    return lambda value, _: tuple(made.structure(one, item) for one in value)


def _list_of(made: cattrs.Converter, cls: Any) -> Any:
    (item,) = get_args(cls)

    def write(value: Iterable[Any]) -> list[Any]:
        return [made.unstructure(one, unstructure_as=item) for one in value]

    return write
