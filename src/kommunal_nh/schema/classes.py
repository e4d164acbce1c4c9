"""Classes of the model in a schema: objects with the keys that loading knows."""

from __future__ import annotations

import types
import typing
from collections import abc
from enum import Enum
from typing import Any

import attrs

from kommunal_nh.fields import DOC, is_table, keys_of
from kommunal_nh.loading.structure import NAMED
from kommunal_nh.model import Cooperation, Report
from kommunal_nh.schema.special import CLASSES, KEYS, TITLES
from kommunal_nh.schema.values import Schema, one_or_several, or_null, single, text


class Maker:
    """Makes the schemas of classes and keeps them below `$defs`.

    Attributes:
        report: The report whose names and fields are known; None if any report may be meant.
        definitions: The schema of each class so far, by name.
    """

    def __init__(self, report: Report | None) -> None:
        self.report = report
        self.definitions: dict[str, Schema] = {}
        self._classes: dict[str, tuple[type[Any], bool]] = {}

    def of(self, kind: Any) -> Schema:
        """The schema of a type.

        Args:
            kind: The type of a field.

        Returns:
            Its schema; classes are references into `definitions`.
        """
        if (schema := single(kind)) is not None:
            return schema
        if attrs.has(kind):
            reference = self.reference(kind)
            return {"anyOf": [text(), reference]} if kind is Cooperation else reference
        arguments = typing.get_args(kind)
        make = _GENERIC.get(typing.get_origin(kind))
        return make(self, *arguments) if make else {}

    def reference(self, cls: type[Any], *, in_list: bool = False) -> Schema:
        """A reference to the schema of a class.

        Args:
            cls: The class.

            in_list: Whether an object that could stand below its name stands in a list instead.

        Returns:
            The reference.
        """
        name = cls.__name__ + ("InList" if in_list else "")
        while self._classes.setdefault(name, (cls, in_list)) != (cls, in_list):
            name += "_"  # a module's class can have the name of another one
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self._object(cls, in_list=in_list)
        return {"$ref": f"#/$defs/{name}"}

    def _object(self, cls: type[Any], *, in_list: bool) -> Schema:
        attrs.resolve_types(cls)
        keys = keys_of(cls)
        properties = {key: self._property(cls, key, field) for key, field in keys.items()}
        required = [key for key, field in keys.items() if field.default is attrs.NOTHING]
        if cls in NAMED:
            properties[NAMED[cls]] = _own_name(in_list=in_list)
            required = [NAMED[cls], *required] if in_list else []
        schema = {
            **({"title": TITLES[cls]} if cls in TITLES else {}),
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
            **({"required": required} if required else {}),
        }
        return CLASSES[cls](self, schema) if cls in CLASSES else schema

    def _property(self, cls: type[Any], key: str, field: attrs.Attribute[Any]) -> Schema:
        make = KEYS.get((cls, key))
        schema = make(self) if make else self.of(field.type)
        if is_table(field):
            schema = {"anyOf": [text(), *schema.get("anyOf", [schema])]}
        if field.default is not attrs.NOTHING:
            schema = or_null(schema)
        return {**schema, **_description(field), **_default(field.default)}


def _own_name(*, in_list: bool) -> Schema:
    meaning = "Kennung, die Projekte angeben" if in_list else "Kennung; sie steht schon davor"
    hidden = {} if in_list else {"doNotSuggest": True}
    return {**(text() if in_list else or_null(text())), "description": meaning, **hidden}


def _description(field: attrs.Attribute[Any]) -> Schema:
    usual = f"Ohne Angabe: „{field.default}“" if isinstance(field.default, str) else ""
    meaning = field.metadata[DOC] or usual
    return {"description": meaning} if meaning else {}


def _default(default: Any) -> Schema:
    if default is attrs.NOTHING:
        return {}
    if isinstance(default, bool):
        return {"default": "ja" if default else "nein"}
    if isinstance(default, Enum):
        return {"default": default.value}
    return {"default": default} if default and isinstance(default, str | int) else {}


def _optional(maker: Maker, *kinds: Any) -> Schema:
    (kind,) = (kind for kind in kinds if kind is not type(None))
    return or_null(maker.of(kind))


def _mapping(maker: Maker, _: Any, kind: Any) -> Schema:
    value = maker.of(kind)
    empty = kind is str or typing.get_args(kind)[:1] == (str,)  # null stands for an empty text
    return {"type": "object", "additionalProperties": or_null(value) if empty and value else value}


def _sequence(maker: Maker, item: Any, _: Any = None) -> Schema:
    if item in NAMED:
        several = {"type": "array", "items": maker.reference(item, in_list=True)}
        named = {"type": "object", "additionalProperties": maker.reference(item)}
        return {"anyOf": [named, several]}
    return one_or_several(maker.of(item), single(item))


_GENERIC: dict[Any, Any] = {
    typing.Union: _optional,
    types.UnionType: _optional,
    abc.Mapping: _mapping,
    tuple: _sequence,
}
