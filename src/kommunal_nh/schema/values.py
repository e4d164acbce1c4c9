"""Single values in a schema: what a scalar must be to become what a field's type says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from math import isfinite
from typing import Any

from kommunal_nh.checks.content import NUMBER
from kommunal_nh.dates import PartialDate
from kommunal_nh.loading.scalars import DECIMAL, WHOLE_NUMBER, YES
from kommunal_nh.profile import ExtraField, FieldKind
from kommunal_nh.schema.dates import END, day, partial_date

Schema = dict[str, Any]
SUFFIX = ".schema.json"
"""How the names of files with schemas end."""
_WHOLE_NUMBER = rf"^\s*{WHOLE_NUMBER.pattern}\s*{END}"
_DECIMAL = rf"^\s*(?:{DECIMAL.pattern})\s*{END}"
_YES_OR_NO = "|".join("".join(f"[{c.upper()}{c}]" for c in word) for word in YES)
_YAML_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_ONE_LINE = rf"^[^\S\r]*[^\r\n]*[^\S\r]*{END}"


def text() -> Schema:
    """The schema of any text.

    Returns:
        A schema that also takes what YAML reads as a number or a truth value, as loading does.
    """
    return {"type": ["string", "number", "boolean"]}


def one_line() -> Schema:
    """The schema of a title.

    Returns:
        A schema for texts without a line feed inside.
    """
    return {**text(), **form(_ONE_LINE, "Das geht über mehrere Zeilen: bitte in eine schreiben.")}


def form(pattern: str, message: str) -> Schema:
    """What a text must look like.

    Args:
        pattern: A regular expression.

        message: What an editor says of other texts.

    Returns:
        A part of a schema.
    """
    return {"pattern": pattern, "patternErrorMessage": message}


def single(kind: Any) -> Schema | None:
    """The schema of a value that is written as one scalar.

    Args:
        kind: The type of a field.

    Returns:
        The schema; None if the type is not that of a scalar.
    """
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    make = _KINDS.get(kind)
    return make() if make else None


def _whole_number() -> Schema:
    whole = form(_WHOLE_NUMBER, "Das ist keine ganze Zahl: bitte nur Ziffern.")
    return {"type": ["integer", "string"], **whole}


def _decimal_number() -> Schema:
    number = form(_DECIMAL, "Das ist keine Zahl: möglich sind etwa 12 und 12,5.")
    return {"type": ["number", "string"], **number}


def _yes_or_no() -> Schema:
    any_case = form(rf"^\s*(?:{_YES_OR_NO})\s*{END}", "Möglich sind ja und nein.")
    return {"anyOf": [{"enum": ["ja", "nein"]}, {"type": ["boolean", "string"], **any_case}]}


_KINDS: dict[Any, Any] = {
    str: text,
    int: _whole_number,
    Decimal: _decimal_number,
    bool: _yes_or_no,
    date: day,
    PartialDate: partial_date,
}


def or_null(schema: Schema) -> Schema:
    """The schema of a value that may be left empty.

    Args:
        schema: The schema of the value.

    Returns:
        A schema that also takes null.
    """
    if "type" in schema and "enum" not in schema:
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return {**schema, "type": [*kinds, *({"null"} - {*kinds})]}
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    return {"anyOf": [schema, {"type": "null"}]}


def one_or_several(item: Schema, alone: Schema | None) -> Schema:
    """The schema of a list for which one value alone can stand.

    Args:
        item: The schema of an item.

        alone: The schema of that one value; None if only a list will do.

    Returns:
        The schema of both.
    """
    several = {"type": "array", "items": item}
    return several if alone is None else {"anyOf": [several, alone]}


def names(known: Mapping[str, str]) -> Schema:
    """The schema of a name that must be known.

    Args:
        known: The names with their meanings, for people.

    Returns:
        A schema for these names, also as YAML reads them without quotes: 80.01 is a number.
    """
    if not known:
        return {"not": {}}
    listed: Schema = {
        "enum": [*known],
        "enumDescriptions": [*known.values()],
        "errorMessage": f"Das gibt es nicht; möglich sind: {', '.join(known)}.",
    }
    others = {_as_yaml_reads(name): name for name in known}.keys() - known.keys()
    return {"anyOf": [listed, *map(_unlisted, sorted(others))]} if others else listed


def _unlisted(value: float) -> Schema:
    """One number or truth value that an editor does not offer: for 80.10 it would offer 80.1."""
    if isinstance(value, bool):
        return {"const": value}
    return {"type": "number", "minimum": value, "maximum": value}


def _as_yaml_reads(name: str) -> Any:
    if name.lower() in ("true", "false") and name in (name.lower(), name.upper(), name.title()):
        return name.lower() == "true"
    if not _YAML_NUMBER.fullmatch(name) or not isfinite(float(name)):
        return name
    return int(name) if name.lstrip("+-").isdigit() else float(name)


def suggested(known: Mapping[str, str]) -> Schema:
    """The schema of any text, with names that an editor offers.

    Args:
        known: The names with their meanings.

    Returns:
        The schema.
    """
    return {"anyOf": [names(known), text()]} if known else text()


def extra_value(field: ExtraField) -> Schema:
    """The schema of the value of a field that the profile adds to projects.

    Args:
        field: The field.

    Returns:
        A schema for its kind; null is allowed where the field is not required.
    """
    schema = _EXTRA[field.kind](field.required)
    return schema if field.required else or_null(schema)


def _extra_text(required: bool) -> Schema:
    return {**text(), "minLength": 1} if required else text()


def _extra_number(required: bool) -> Schema:
    pattern = f"^(?:{NUMBER.pattern}){'' if required else '?'}{END}"
    message = "Das ist keine Zahl; möglich sind 1.000 und 2,5."
    return {"type": ["string", "number"], **form(pattern, message)}


def _extra_link(required: bool) -> Schema:
    empty = "" if required else f"^{END}|"
    return {"type": "string", **form(f"{empty}^https?://", "Ein Link beginnt mit https://.")}


_EXTRA: dict[FieldKind, Any] = {
    FieldKind.TEXT: _extra_text,
    FieldKind.MARKDOWN: _extra_text,
    FieldKind.REFERENCE: _extra_text,
    FieldKind.DATE: lambda required: partial_date(or_empty=not required),
    FieldKind.NUMBER: _extra_number,
    FieldKind.LINK: _extra_link,
}
