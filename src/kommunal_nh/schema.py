"""JSON Schema for the data folder, made from the same classes and keys that loading uses."""

from __future__ import annotations

import types
import typing
from collections import abc
from datetime import date
from enum import Enum
from typing import Any

import attrs

from kommunal_nh.dates import PartialDate
from kommunal_nh.fields import DOC, keys_of
from kommunal_nh.labels import Labels
from kommunal_nh.loading.scalars import YES
from kommunal_nh.loading.structure import NAMED
from kommunal_nh.model import (
    ArchiveEntry,
    Chapter,
    Cooperation,
    Project,
    Report,
    Theme,
    Withdrawn,
)
from kommunal_nh.profile import Level, Levels, Profile

Schema = dict[str, Any]
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_PLAIN: dict[Any, Schema] = {
    str: _TEXT,
    object: {},
    int: {"type": ["integer", "string"], "pattern": r"^\s*[+-]?\d+\s*$"},
    bool: {"enum": [True, False, *YES]},
    date: {"type": "string", "pattern": r"^\s*(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4})\s*$"},
    PartialDate: {
        "type": ["string", "integer"],
        "minimum": 1000,
        "maximum": 9999,
        "pattern": r"^\s*(\d{4}(-Q[1-4]|-\d{1,2}(-\d{1,2})?)?|(Q[1-4][/ ]|[1-4]\. Quartal )\d{4}|"
        r"(\d{1,2}\.)?\d{1,2}[./]\d{4})\s*$",
    },
}


def json_schema() -> Schema:
    """The schema of `bericht.yaml`, with those of the other files below `$defs`.

    Returns:
        A JSON Schema (2020-12) as plain data. `#/$defs/Theme` is the schema of a theme file,
        `#/$defs/archiv` that of archiv.yaml, `#/$defs/Profile` that of a profile.
    """
    maker = _Maker()
    root = maker.object_of(Report)
    root["properties"] |= {
        "profil": {"anyOf": [{"type": ["string", "null"]}, maker.of(Profile)]},
        "kapitel": maker.files_or(Chapter),
        "themen": maker.files_or(Theme),
        "archiv": maker.file_or_list(ArchiveEntry),
        "entfallen": maker.file_or_list(Withdrawn),
        "module": {"type": ["object", "null"]},
    }
    maker.definitions["archiv"] = {"type": "array", "items": maker.of(ArchiveEntry)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "bericht.yaml",
        **root,
        "$defs": dict(sorted(maker.definitions.items())),
    }


class _Maker:
    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def of(self, kind: Any) -> Schema:
        """The schema of a type."""
        if kind in _PLAIN:
            return _PLAIN[kind]
        if isinstance(kind, type) and issubclass(kind, Enum):
            return {"enum": [member.value for member in kind]}
        if attrs.has(kind):
            return self._reference(kind)
        return self._generic(typing.get_origin(kind), typing.get_args(kind))

    def object_of(self, cls: type[Any]) -> Schema:
        """The schema of a class as an object with its keys."""
        attrs.resolve_types(cls)
        keys = keys_of(cls)
        properties = {key: self._property(field) for key, field in keys.items()}
        required = [key for key, field in keys.items() if field.default is attrs.NOTHING]
        schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        if cls is Project:
            schema["additionalProperties"] = {"anyOf": [_TEXT, {"type": "null"}]}
            schema["description"] = "Weitere Schlüssel sind die Felder des Profils."
        if cls is Profile:
            properties["basis"] = {"type": "string"}
            properties["texte"] = {"anyOf": [{"type": ["string", "null"]}, self.of(Labels)]}
            properties["verzeichnistiefe"] = {"enum": [*range(1, 5), *"1234", None]}
        if cls is Labels:
            properties["basis"] = {"type": ["string", "null"]}
        if cls is Levels:
            goals = {"type": "array", "items": self.of(Level), "minItems": 1}
            properties["ziele"] = {"anyOf": [goals, {"type": "null"}]}
            for key in ("thema", "projekt"):  # a profile with a basis may leave out what that has
                properties[key] = {"anyOf": [self._named(Level), {"type": "null"}]}
        return schema | ({"required": required} if required else {})

    def files_or(self, cls: type[Any]) -> Schema:
        """A list of file names, or of what would stand in those files."""
        item = {"anyOf": [{"type": "string"}, self.of(cls)]}
        return {"anyOf": [{"type": ["string", "null"]}, {"type": "array", "items": item}]}

    def file_or_list(self, cls: type[Any]) -> Schema:
        """The name of a file, or the list that would stand in it."""
        return {"anyOf": [{"type": ["string", "null"]}, {"type": "array", "items": self.of(cls)}]}

    def _property(self, field: attrs.Attribute[Any]) -> Schema:
        schema = self.of(field.type)
        if field.default is not attrs.NOTHING:
            schema = {"anyOf": [schema, {"type": "null"}]}
        doc = field.metadata.get(DOC)
        return schema | {"description": doc} if doc else schema

    def _reference(self, cls: type[Any]) -> Schema:
        if cls.__name__ not in self.definitions:
            self.definitions[cls.__name__] = {}
            self.definitions[cls.__name__] = self.object_of(cls)
        reference = {"$ref": f"#/$defs/{cls.__name__}"}
        return {"anyOf": [_TEXT, reference]} if cls is Cooperation else reference

    def _generic(self, origin: Any, arguments: tuple[Any, ...]) -> Schema:
        if origin in (typing.Union, types.UnionType):
            kinds = [kind for kind in arguments if kind is not type(None)]
            return {"anyOf": [*map(self.of, kinds), {"type": "null"}]}
        if origin is abc.Mapping:
            value = {"anyOf": [self.of(arguments[1]), {"type": "null"}]}
            return {"type": "object", "additionalProperties": value}
        item = arguments[0]
        several: Schema = {"type": "array", "items": self.of(item)}
        if item in NAMED:
            return {
                "anyOf": [{"type": "object", "additionalProperties": self._named(item)}, several]
            }
        return {"anyOf": [several, self.of(item)]} if item in (str, int) else several

    def _named(self, cls: type[Any]) -> Schema:
        """A class whose name stands before it; a profile with a basis may leave keys out."""
        schema = self.object_of(cls)
        schema.pop("required", None)
        return schema
