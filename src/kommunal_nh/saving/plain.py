"""The model as plain values: mappings with German keys, lists, texts, numbers and dates.

The counterpart of `kommunal_nh.loading.structure`; data folders and frozen editions are made of it.
Rules:

- a field gets its German key; what is at its default is left out, unless all is asked for;
- a number that can have a fraction is a text with a comma;
- a cooperation with only a text is that text, a truth value is ja or nein;
- statuses and extra fields become mappings from their name;
- the values of extra fields stand beside the other fields of a project;
- the words of the frame are the name of the shipped set that is nearest, with what differs from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs

from kommunal_nh.dates import PartialDate
from kommunal_nh.fields import keys_of
from kommunal_nh.labels import Labels
from kommunal_nh.loading.label_sets import load_labels, shipped_labels
from kommunal_nh.loading.structure import NAMED
from kommunal_nh.model import Cooperation, Project


def plain(
    value: Any, *, whole: bool = False, known: Callable[[Any], Any] = lambda item: None
) -> Any:
    """A value of the model as plain data.

    Args:
        value: An object of the model, a profile, or the value of one of their fields.

        whole: Write fields at their default, too.

        known: What stands for an item of a list, where there is something already.

    Returns:
        Mappings, lists, texts, whole numbers and dates.
    """
    return _Plain(whole, known).of(value)


@attrs.frozen(eq=False)
class _Plain:
    whole: bool
    known: Callable[[Any], Any]

    def of(self, value: Any) -> Any:
        write = _WRITERS.get(type(value))
        if write is not None:
            return write(value)
        if isinstance(value, Labels) and not self.whole:
            return _labels(value)
        if isinstance(value, tuple | list):
            return self._sequence(value)
        if isinstance(value, Mapping):
            return {key: self.of(item) for key, item in value.items()}
        if isinstance(value, Enum):
            return value.value
        return dict(self._entries(value)) if attrs.has(type(value)) else value

    def _entries(self, thing: Any) -> Iterator[tuple[str, Any]]:
        for key, field in fields_of(type(thing)).items():
            value = getattr(thing, field.name)
            if value is not None and (self.whole or not field.is_default(value)):
                yield key, self.of(value)
        if isinstance(thing, Project):
            yield from sorted(thing.extra.items())

    def _sequence(self, values: tuple[Any, ...] | list[Any]) -> Any:
        if values and type(values[0]) in NAMED:
            name = NAMED[type(values[0])]
            return {getattr(value, name): self.of(value) for value in values}
        return [self.known(value) or self.of(value) for value in values]


@attrs.frozen(eq=False)
class Field:
    """A field of the model that has a key in the data folder.

    Attributes:
        name: Its attribute.
        default: What it is when the key is left out.
    """

    name: str
    default: Any

    def is_default(self, value: Any) -> bool:
        """Whether the field needs no entry in the data.

        Args:
            value: Its value.

        Returns:
            True if the value is what the field is when its key is left out.
        """
        return value is None or bool(value == self.default)


def fields_of(cls: type[Any]) -> dict[str, Field]:
    """The keys of a class with their fields, found once for each class.

    Args:
        cls: A class of the model.

    Returns:
        The fields in the order of the class; shared, so do not change it.
    """
    if cls not in _FIELDS:
        _FIELDS[cls] = {
            key: Field(field.name, _default(field.default)) for key, field in keys_of(cls).items()
        }
    return _FIELDS[cls]


def _default(default: Any) -> Any:
    return default.factory() if hasattr(default, "factory") else default


_FIELDS: dict[type[Any], dict[str, Field]] = {}


def _cooperation(value: Cooperation) -> Any:
    if not value.municipalities:
        return value.text
    names = list(value.municipalities)
    return {"text": value.text, "kommunen": names} if value.text else {"kommunen": names}


def _labels(labels: Labels) -> Any:
    sets = {name: plain(load_labels(name), whole=True) for name in shipped_labels()}
    words = plain(labels, whole=True)
    others = {name: dict(words.items() - known.items()) for name, known in sets.items()}
    name = min(others, key=lambda name: len(others[name]))
    differing = {key: text for key, text in words.items() if key in others[name]}
    return {"basis": name, **differing} if differing else name


def _decimal(value: Decimal) -> str:
    """With a comma, since nobody knows what 1.234 means."""
    return format(value, "f").replace(".", ",")


_WRITERS: dict[type, Callable[[Any], Any]] = {
    str: lambda value: value,
    int: lambda value: value,
    Decimal: _decimal,
    bool: lambda value: "ja" if value else "nein",
    date: lambda value: value,
    PartialDate: lambda value: value,
    Cooperation: _cooperation,
}
