"""What a schema says of a profile beyond the types of its fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kommunal_nh.labels import Labels
from kommunal_nh.loading.label_sets import shipped_labels
from kommunal_nh.loading.merging import BASIS
from kommunal_nh.loading.profiles import load_profile, shipped_profiles
from kommunal_nh.plugins import profile_files
from kommunal_nh.profile import PARTS, Level, Levels, Profile
from kommunal_nh.schema.dates import END
from kommunal_nh.schema.values import Schema, form, or_null, suggested, text

if TYPE_CHECKING:
    from kommunal_nh.schema.classes import Maker


def _depth(_: Maker) -> Schema:
    written = {"type": "string", "pattern": rf"^\s*\+?0*[1-4]\s*{END}"}
    return {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 4}, written]}


def _parts(_: Maker) -> Schema:
    item = suggested(dict.fromkeys(PARTS, "Teil des Reports"))
    return {"anyOf": [{"type": "array", "items": item, "uniqueItems": True}, text()]}


def _goal_levels(maker: Maker) -> Schema:
    complete = {"allOf": [maker.reference(Level), {"required": ["einzahl"]}]}
    return {"type": "array", "items": complete, "minItems": 1}


def _level(_: Maker, schema: Schema) -> Schema:
    return {key: value for key, value in schema.items() if key != "required"}


def _with_basis(_: Maker, schema: Schema) -> Schema:
    """A profile; what its basis has, it may leave out."""
    known = [*shipped_profiles(), *profile_files()]
    meaning = "Name oder Datei des Profils, von dem dieses abweicht"
    basis = or_null(suggested(dict.fromkeys(known, "Profil, das es schon gibt")))
    schema["properties"] = {BASIS: {**basis, "description": meaning}, **schema["properties"]}
    alone = {"if": {"properties": {BASIS: {"type": "null"}}}, "then": _complete(None)}
    return {**schema, "allOf": [alone, *map(_on, known)]}


def _on(name: str) -> Schema:
    condition = {"properties": {BASIS: {"const": name}}, "required": [BASIS]}
    return {"if": condition, "then": _complete(load_profile(name))}


def _complete(basis: Profile | None) -> Schema:
    """What must be there beyond that which a basis has."""
    named: Schema = {"required": ["bezeichnung"]}
    statuses: Schema = {status.id: {} for status in basis.statuses} if basis else {}
    fields: Schema = {field.key: {} for field in basis.fields} if basis else {}
    wanted = {
        "status": {"properties": statuses, "additionalProperties": named},
        "felder": {"properties": fields, "additionalProperties": named},
    }
    level: Schema = {"required": ["einzahl"]}
    levels = {} if basis else {"ebenen": {"properties": {"thema": level, "projekt": level}}}
    return {"properties": {**wanted, **levels}}


def _labels(maker: Maker) -> Schema:
    known = suggested(dict.fromkeys(shipped_labels(), "Texte, die es schon gibt"))
    return {"anyOf": [*known["anyOf"], maker.reference(Labels)]}


def _labels_with_basis(_: Maker, schema: Schema) -> Schema:
    basis = or_null(suggested(dict.fromkeys(shipped_labels(), "Texte, die es schon gibt")))
    meaning = "Name oder Datei der Texte, von denen diese abweichen"
    schema["properties"] = {BASIS: {**basis, "description": meaning}, **schema["properties"]}
    return schema


def _months(_: Maker) -> Schema:
    name = r"[^,]*[^,\s][^,]*"
    message = "Zwölf Namen werden erwartet, mit Kommas dazwischen."
    return {"type": "string", **form(rf"^{name}(?:,{name}){{11}}{END}", message)}


KEYS: dict[tuple[type[Any], str], Callable[[Maker], Schema]] = {
    (Profile, "teile"): _parts,
    (Profile, "texte"): _labels,
    (Profile, "verzeichnistiefe"): _depth,
    (Labels, "monatsnamen"): _months,
    (Levels, "ziele"): _goal_levels,
}
"""Keys of a profile of which more is known than the type of their field."""

CLASSES: dict[type[Any], Callable[[Maker, Schema], Schema]] = {
    Profile: _with_basis,
    Level: _level,
    Labels: _labels_with_basis,
}
"""Classes of a profile of which more is known than the keys of their fields."""
