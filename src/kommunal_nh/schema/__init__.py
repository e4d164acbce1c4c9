"""JSON Schemas of the data folder, made from the same classes and keys that loading uses.

An editor that knows them completes keys and names while somebody types, explains them, and marks
what loading would refuse. Made for one report, they also know its statuses, units, municipalities,
themes, modules and extra fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kommunal_nh.house_style.style import HouseStyle
from kommunal_nh.labels import Labels
from kommunal_nh.model import ArchiveEntry, Report, Theme, Withdrawn
from kommunal_nh.plugins import modules
from kommunal_nh.profile import Profile
from kommunal_nh.schema.classes import Maker
from kommunal_nh.schema.special import rows
from kommunal_nh.schema.values import SUFFIX, Schema, or_null

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
__all__ = ["SUFFIX", "Schema", "file_schemas", "json_schema"]


def json_schema(report: Report | None = None) -> Schema:
    """The schema of `bericht.yaml`, with those of the other files below `$defs`.

    Args:
        report: The report whose names and extra fields the schema shall know.

    Returns:
        A JSON Schema (2020-12) as plain data. `#/$defs/Theme` is the schema of a theme file,
        `#/$defs/archiv` that of archiv.yaml, `#/$defs/Profile` that of a profile.
    """
    maker = Maker(report)
    root = maker.reference(Report)
    for key, cls in (("archiv", ArchiveEntry), ("entfallen", Withdrawn)):
        maker.definitions[key] = rows(maker, cls)
    definitions = dict(sorted(maker.definitions.items()))
    whole = definitions.pop(str(root["$ref"]).rpartition("/")[2])
    return {"$schema": _DIALECT, **whole, "title": "bericht.yaml", "$defs": definitions}


def file_schemas(report: Report | None = None) -> dict[str, Schema]:
    """A schema for each kind of file in a data folder.

    Args:
        report: The report whose names and extra fields the schemas shall know.

    Returns:
        JSON Schemas (2020-12) by kind: `bericht`, `thema`, `profil`, `texte`, `archiv`,
        `entfallen`, `hausstil`, and `modul-` with its key for each installed module. Each is
        complete in itself.
    """
    maker = Maker(report)
    roots = {
        "thema": maker.reference(Theme),
        "profil": maker.reference(Profile),
        "texte": maker.reference(Labels),
        "archiv": or_null(rows(maker, ArchiveEntry)),
        "entfallen": or_null(rows(maker, Withdrawn)),
        "hausstil": or_null(maker.reference(HouseStyle)),
    }
    for key, module in modules().items():
        roots[f"modul-{key}"] = maker.reference(module.data_class)
    files = {kind: _alone(kind, root, maker.definitions) for kind, root in roots.items()}
    return {"bericht": json_schema(report), **files}


def _alone(kind: str, root: Schema, definitions: dict[str, Schema]) -> Schema:
    needed: dict[str, Schema] = {}
    waiting = [*_references(root)]
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed[name] = definitions[name]
            waiting += _references(needed[name])
    ordered = {name: needed[name] for name in sorted(needed)}
    return {"$schema": _DIALECT, "title": f"{kind}.yaml", **root, "$defs": ordered}


def _references(value: Any) -> Iterator[str]:
    """The names of all definitions that a schema refers to."""
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"].rpartition("/")[2]
        value = [*value.values()]
    for item in value if isinstance(value, list) else ():
        yield from _references(item)
