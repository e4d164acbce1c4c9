"""What modules keep in rows, as tables; nothing is known of a module but the keys of its data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

import attrs

from kommunal_nh import Report
from kommunal_nh.fields import keys_of
from kommunal_nh_opendata.tables import TYPES, Cell, Field, Table

_TEXTS = "texte"  # words of the frame are no data
_SEPARATOR = "; "
_ID = "id"


def module_tables(report: Report) -> Iterator[Table]:
    """The tables of all modules of a report.

    Args:
        report: What is published.

    Yields:
        A table for each list of rows that a module has, and for each list inside its rows.
    """
    for key, data in sorted(report.modules.items()):
        if attrs.has(type(data)):
            yield from _tables(data, (key,), ())


def _tables(thing: Any, path: tuple[str, ...], above: tuple[str, ...]) -> Iterator[Table]:
    for key, field in keys_of(type(thing)).items():
        rows = getattr(thing, field.name)
        if key != _TEXTS and _are_rows(rows):
            inner = path if path[-1] == key else (*path, key)
            yield from _table([(above, row) for row in rows], inner)


def _table(rows: list[tuple[tuple[str, ...], Any]], path: tuple[str, ...]) -> Iterator[Table]:
    """A table of rows, each with the ids of what it stands in, and the tables inside them."""
    cls = type(rows[0][1])
    parents = len(rows[0][0])
    names = [f"{name}_id" for name in path[-parents - 1 : -1]] if parents else []
    columns = [_Column(key, field.name) for key, field in keys_of(cls).items()]
    kept = [one for one in columns if not any(_are_rows(one.of(row)) for _, row in rows)]
    values = tuple((*above, *(_cell(one.of(row)) for one in kept)) for above, row in rows)
    fields = [Field(name, text="Kennung dessen, wozu die Zeile gehört") for name in names]
    fields += [
        Field(one.key, _kind([row[parents + place] for row in values]), _doc(cls, one.name))
        for place, one in enumerate(kept)
    ]
    title = " ".join(path).capitalize()
    yield Table("-".join(path), title, tuple(fields), values)
    for one in columns:
        if one not in kept:
            inside = [
                ((*above, str(getattr(row, _ID, ""))), item)
                for above, row in rows
                for item in one.of(row)
            ]
            yield from _table(inside, (*path, one.key))


@attrs.frozen
class _Column:
    key: str
    name: str

    def of(self, row: Any) -> Any:
        return getattr(row, self.name)


def _doc(cls: type[Any], name: str) -> str:
    from kommunal_nh.fields import DOC

    return str(attrs.fields_dict(cls)[name].metadata.get(DOC, ""))


def _are_rows(value: Any) -> bool:
    return (
        isinstance(value, tuple)
        and bool(value)
        and attrs.has(type(value[0]))
        and bool(keys_of(type(value[0])))
    )


def _cell(value: Any) -> Cell:
    if value is None or value == ():
        return None
    if isinstance(value, Enum):
        return str(value.value)
    if type(value) in (*TYPES, str):
        cell: Cell = value
        return cell
    if isinstance(value, tuple):
        return _SEPARATOR.join(map(_words, value))
    return _words(value)


def _words(value: Any) -> str:
    """Anything else in words: mappings as `key: value`, objects by their keys."""
    if isinstance(value, Mapping):
        return _SEPARATOR.join(f"{key}: {_words(item)}" for key, item in value.items())
    if attrs.has(type(value)) and keys_of(type(value)):
        return _SEPARATOR.join(
            f"{key}: {_words(getattr(value, field.name))}"
            for key, field in keys_of(type(value)).items()
        )
    return str(value.value if isinstance(value, Enum) else value)


def _kind(values: list[Cell]) -> str:
    """What all values of a column are."""
    kinds = {TYPES.get(type(value), "string") for value in values if value is not None}
    if kinds == {"integer", "number"}:
        return "number"
    return kinds.pop() if len(kinds) == 1 else "string"
