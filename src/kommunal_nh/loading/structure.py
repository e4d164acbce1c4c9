"""Plain values become model objects, through cattrs; whatever does not fit becomes a finding.

Rules of the converter:

- a field is read from its German key; keys that no field has are findings;
- text becomes what the field's type says: text, whole number, yes/no, date, imprecise date;
- one value may stand for a list of one, and a text for a cooperation with only a text;
- a mapping whose class has an `id` or `key` that is not a key of the folder gives its names to them
  (statuses, extra fields).
"""

from __future__ import annotations

import types
import typing
from collections import abc
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, TypeVar

import attrs
import cattrs
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, override

from kommunal_nh.dates import PartialDate, parse_date, parse_partial_date
from kommunal_nh.fields import KEY, keys_of
from kommunal_nh.findings import Finding
from kommunal_nh.loading.faults import WrongValue, faults_of, sweep
from kommunal_nh.loading.scalars import (
    decimal_number,
    enum_member,
    is_enum,
    reading,
    text,
    whole_number,
    yes_or_no,
)
from kommunal_nh.loading.source import Value
from kommunal_nh.model import Cooperation, Project
from kommunal_nh.profile import ExtraField, Status

_T = TypeVar("_T")

NAMED = {Status: "id", ExtraField: "key"}
"""Classes whose objects are written as mapping from their name, and the field of that name."""


def structure(
    value: Value, cls: type[_T], name: str, line: int = 1, extra: frozenset[str] = frozenset()
) -> tuple[_T | None, list[Finding]]:
    """Make an object of the model from plain values.

    Args:
        value: What the file says; what does not fit is removed from it.

        cls: The class of the object.

        name: The file, for messages.

        line: Line of the value.

        extra: Keys that the profile adds to projects.

    Returns:
        The object and everything that does not fit. With findings, the object is what is left
        without the faulty values, good for further checks only; None if nothing is left.
    """
    try:
        return converter(extra, careful=False).structure(value, cls), []
    except _MISFITS:
        return _structure_carefully(value, cls, name, line, extra)


_MISFITS = (BaseValidationError, ForbiddenExtraKeysError, WrongValue, KeyError, TypeError)


def _structure_carefully(
    value: Value, cls: type[_T], name: str, line: int, extra: frozenset[str]
) -> tuple[_T | None, list[Finding]]:
    findings: list[Finding] = []
    for _ in range(5):
        try:
            return converter(extra, careful=True).structure(value, cls), findings
        except _MISFITS as problem:
            faults = faults_of(problem, value, line)
            findings += [found for fault in faults for found in fault.findings(name, extra)]
            removed = [fault.remove() for fault in faults]
            if not all(removed):
                break
            sweep(value)
    return None, findings


@lru_cache(maxsize=8)
def converter(extra: frozenset[str], *, careful: bool) -> cattrs.Converter:
    """The converter with all rules of this module.

    Args:
        extra: Keys that the profile adds to projects.

        careful: Collect everything that does not fit, with its place, instead of stopping at the
            first; slower.

    Returns:
        The converter; it is shared, so do not change it.
    """
    made = cattrs.Converter(forbid_extra_keys=True, detailed_validation=careful)
    made.register_structure_hook(str, text)
    made.register_structure_hook(int, whole_number)
    made.register_structure_hook(Decimal, decimal_number)
    made.register_structure_hook(bool, yes_or_no)
    made.register_structure_hook(date, reading(parse_date))
    made.register_structure_hook(PartialDate, reading(parse_partial_date))
    made.register_structure_hook_func(is_enum, enum_member)
    made.register_structure_hook_factory(_is_optional, lambda cls: _optional(made, cls))
    made.register_structure_hook_factory(_is_tuple, lambda cls: _tuple(made, cls))
    made.register_structure_hook_factory(_is_mapping, lambda cls: _mapping(made, cls))
    made.register_structure_hook_factory(attrs.has, lambda cls: _class(made, cls, extra))
    return made


# ------------------------------------------------------------------------------------- classes


def _class(made: cattrs.Converter, cls: type[Any], extra: frozenset[str]) -> Callable[..., Any]:
    known = _named_keys(cls).keys() | (extra if cls is Project else ())

    @cache  # a class is prepared when it first comes up; most reports use only some of them
    def making() -> Callable[..., Any]:
        return (_careful if made.detailed_validation else _quick)(made, cls)

    def read(value: Any, _: Any = None) -> Any:
        if cls is Cooperation and isinstance(value, str):
            return Cooperation(value)
        if not isinstance(value, dict):
            raise WrongValue("Hier werden mehrere Angaben der Form „Schlüssel: Wert“ erwartet.")
        given = {key: item for key, item in value.items() if item is not None or key not in known}
        if cls is Project and extra and not extra.isdisjoint(given):
            return _project(making(), given, extra)
        return making()(given, cls)

    return read


def _quick(made: cattrs.Converter, cls: type[Any]) -> Callable[..., Any]:
    """Makes an object or fails; unlike cattrs it writes no code first, which takes its time."""
    attrs.resolve_types(cls)
    hooks = {
        key: (field.name, field.type, made.get_structure_hook(field.type))
        for key, field in _named_keys(cls).items()
    }

    def make(given: dict[str, Any], _: Any) -> Any:
        values = {}
        for key, value in given.items():
            name, kind, read = hooks[key]
            values[name] = read(value, kind)
        return cls(**values)

    return make


def _named_keys(cls: type[Any]) -> dict[str, attrs.Attribute[Any]]:
    keys = keys_of(cls)
    if cls in NAMED:
        keys[NAMED[cls]] = attrs.fields_dict(cls)[NAMED[cls]]
    return keys


def _careful(made: cattrs.Converter, cls: type[Any]) -> Callable[..., Any]:
    """Collects everything that does not fit."""
    renamed = {field.name: override(rename=key) for key, field in keys_of(cls).items()}
    omitted = {
        field.name: override(omit=True)
        for field in attrs.fields(cls)
        if KEY not in field.metadata and NAMED.get(cls) != field.name
    }
    return make_dict_structure_fn(cls, made, **renamed, **omitted)  # type: ignore[arg-type]


def _project(make: Callable[..., Project], given: dict[str, Any], extra: frozenset[str]) -> Project:
    values = {key: given.pop(key) for key in sorted(extra & given.keys())}
    problems = []
    for key, value in values.items():
        try:
            text(value, str)
        except WrongValue as problem:
            problem.add_note(AttributeValidationNote(f"Feld {key}", key, str))
            problems.append(problem)
    if problems:
        raise ClassValidationError("Projekt", problems, Project)
    return attrs.evolve(make(given, Project), extra=values)


# --------------------------------------------------------------------------------- collections


def _is_optional(cls: Any) -> bool:
    return typing.get_origin(cls) in (typing.Union, types.UnionType) and type(None) in cls.__args__


def _optional(made: cattrs.Converter, cls: Any) -> Callable[..., Any]:
    (inner,) = (kind for kind in cls.__args__ if kind is not type(None))
    read = made.get_structure_hook(inner)
    return lambda value, _: None if value is None else read(value, inner)


def _is_tuple(cls: Any) -> bool:
    return typing.get_origin(cls) is tuple


def _tuple(made: cattrs.Converter, cls: Any) -> Callable[..., Any]:
    (item, _) = typing.get_args(cls)

    def read(value: Any, _: Any) -> tuple[Any, ...]:
        if item in NAMED and isinstance(value, dict):
            value = [_with_name(item, name, fields) for name, fields in value.items()]
        elif isinstance(value, str):
            value = [value]
        elif isinstance(value, tuple):
            return value  # a table that is a file of its own
        elif not isinstance(value, list):
            raise WrongValue("Hier wird eine Liste erwartet: jede Zeile beginnt mit „- “.")
        return _items(made, value, item, cls)

    return read


def _with_name(cls: type[Any], name: str, fields: Any) -> Any:
    return {NAMED[cls]: name, **fields} if isinstance(fields, dict) else fields


def _items(made: cattrs.Converter, values: Any, item: Any, cls: Any) -> tuple[Any, ...]:
    read = made.get_structure_hook(item)
    if not made.detailed_validation:
        return tuple([read(value, item) for value in values])
    done, problems = [], []
    for index, value in enumerate(values):
        try:
            done.append(read(value, item))
        except (BaseValidationError, WrongValue) as problem:
            note = IterableValidationNote(f"Nr. {index + 1}", index, item)
            problem.add_note(note)
            problems.append(problem)
    if problems:
        raise IterableValidationError("Liste", problems, cls)
    return tuple(done)


def _is_mapping(cls: Any) -> bool:
    return typing.get_origin(cls) is abc.Mapping


def _mapping(made: cattrs.Converter, cls: Any) -> Callable[..., Any]:
    _, item = typing.get_args(cls)

    def read(value: Any, _: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise WrongValue("Hier werden mehrere Angaben der Form „Schlüssel: Wert“ erwartet.")
        if item is object:
            return dict(value)
        values = ["" if entry is None else entry for entry in value.values()]
        return dict(zip(value, _items(made, values, item, cls), strict=True))

    return read
