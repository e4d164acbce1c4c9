"""Where a schema says more than the type of a field: files, names, and what a profile changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from attrs import NOTHING

from kommunal_nh.fields import keys_of
from kommunal_nh.house_style.style import HouseStyle
from kommunal_nh.labels import Labels
from kommunal_nh.loading.profiles import shipped_profiles
from kommunal_nh.model import (
    ALL_MUNICIPALITIES,
    ArchiveEntry,
    Chapter,
    Cooperation,
    Council,
    Goal,
    Part,
    Project,
    Report,
    Theme,
    Withdrawn,
)
from kommunal_nh.plugins import modules, profile_files
from kommunal_nh.profile import (
    ExtraField,
    FieldKind,
    Level,
    Levels,
    NumberingScheme,
    Profile,
    Status,
)
from kommunal_nh.schema import house, profile
from kommunal_nh.schema.values import (
    Schema,
    extra_value,
    names,
    one_line,
    one_or_several,
    or_null,
    suggested,
    text,
)
from kommunal_nh.walks import all_goals, all_projects, former_ids, projects_of

if TYPE_CHECKING:
    from kommunal_nh.schema.classes import Maker

TITLES: dict[type[Any], str] = {
    Report: "Report",
    Council: "Vorlage",
    Chapter: "Kapitel",
    Theme: "Thema",
    Goal: "Ziel",
    Project: "Projekt",
    Part: "Teil eines Projekts",
    Cooperation: "Zusammenarbeit",
    ArchiveEntry: "Eintrag im Archiv",
    Withdrawn: "Entfallenes Projekt",
    Profile: "Profil",
    Levels: "Ebenen",
    Level: "Ebene",
    NumberingScheme: "Nummern",
    Status: "Status",
    ExtraField: "Zusätzliche Angabe",
    Labels: "Wörter und Texte",
    HouseStyle: "Hausstil",
}
"""What the classes are called for editors."""

# ------------------------------------------------------------------------------ names of the report


def _status(maker: Maker) -> Schema:
    if maker.report is None:
        return text()
    return names({status.id: status.label for status in maker.report.profile.statuses})


def _units(maker: Maker) -> Schema:
    return text_or_names(maker.report.units if maker.report else None)


def _municipalities(maker: Maker) -> Schema:
    if maker.report is None:
        return text_or_names(None)
    everyone = {ALL_MUNICIPALITIES: "alle Kommunen des Reports"}
    return text_or_names({**maker.report.municipalities, **everyone})


def text_or_names(known: Mapping[str, str] | None) -> Schema:
    """The schema of a list of names, or of one alone.

    Args:
        known: The names that there are; None if any may be meant.

    Returns:
        The schema.
    """
    one = text() if known is None else names(known)
    return one_or_several(one, one)


def _theme(maker: Maker) -> Schema:
    themes = maker.report.themes if maker.report else ()
    return suggested({theme.id: theme.title for theme in themes})


def _merged_into(maker: Maker) -> Schema:
    if maker.report is None:
        return text()
    titles = {project.id: project.title for project in all_projects(maker.report)}
    return suggested({**dict.fromkeys(former_ids(maker.report), "früheres Projekt"), **titles})


# ------------------------------------------------------------------ files, or what stands in them


def _profile(maker: Maker) -> Schema:
    known = dict.fromkeys([*shipped_profiles(), *profile_files()], "Profil, das es schon gibt")
    return {"anyOf": [*suggested(known)["anyOf"], maker.reference(Profile)]}


def _files(cls: type[Any]) -> Callable[[Maker], Schema]:
    def make(maker: Maker) -> Schema:
        items = {"anyOf": [text(), maker.reference(cls)]}
        return {"anyOf": [text(), {"type": "array", "items": items}]}

    return make


def _file_or_rows(cls: type[Any]) -> Callable[[Maker], Schema]:
    return lambda maker: {"anyOf": [text(), rows(maker, cls)]}


def rows(maker: Maker, cls: type[Any]) -> Schema:
    """The schema of a list of rows.

    Args:
        maker: Makes the schema of a row.

        cls: The class of a row.

    Returns:
        The schema.
    """
    return {"type": "array", "items": maker.reference(cls)}


def _modules(maker: Maker) -> Schema:
    """The modules that are installed; of others only loading says that they are missing."""
    properties = {
        name: {
            "anyOf": [text(), maker.reference(module.data_class), *_nothing(module.data_class)],
            "description": f"Das Modul „{name}“: eine Datei oder ihre Angaben",
        }
        for name, module in modules().items()
    }
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": maker.report is None,
    }


def _nothing(cls: type[Any]) -> list[Schema]:
    """Nothing is enough where no field must be there."""
    needed = any(field.default is NOTHING for field in keys_of(cls).values())
    return [] if needed else [{"type": "null"}]


def _extra_fields(maker: Maker, schema: Schema) -> Schema:
    """A project with the fields of the profile, or with any where the profile is not known."""
    if maker.report is None:
        return {**schema, "additionalProperties": or_null(text())}
    fields, known = maker.report.profile.fields, _titles(maker.report)
    schema["properties"] |= {
        field.key: {**_extra_value(field, known), "description": field.label} for field in fields
    }
    schema["required"] += [field.key for field in fields if field.required]
    return schema


def _extra_value(field: ExtraField, known: Mapping[str, str]) -> Schema:
    if field.kind is not FieldKind.REFERENCE:
        return extra_value(field)
    offered = {"anyOf": [*([names(known)] if known else []), extra_value(field)]}
    return offered if field.required else or_null(offered)


def _titles(report: Report) -> dict[str, str]:
    """Everything that a field can refer to, with its title."""
    found = {chapter.id: chapter.title for chapter in report.chapters}
    for theme in report.themes:
        found[theme.id] = theme.title
        found |= {goal.id: goal.title or "Ziel" for goal in all_goals(theme)}
        found |= {project.id: project.title for project in projects_of(theme)}
    return found


KEYS: dict[tuple[type[Any], str], Callable[[Maker], Schema]] = {
    (Report, "titel"): lambda _: one_line(),
    (Report, "herausgeber"): lambda _: one_line(),
    (Report, "profil"): _profile,
    (Report, "kapitel"): _files(Chapter),
    (Report, "themen"): _files(Theme),
    (Report, "archiv"): _file_or_rows(ArchiveEntry),
    (Report, "entfallen"): _file_or_rows(Withdrawn),
    (Report, "module"): _modules,
    (Chapter, "titel"): lambda _: one_line(),
    (Theme, "titel"): lambda _: one_line(),
    (Project, "titel"): lambda _: one_line(),
    (Project, "status"): _status,
    (Project, "verantwortlich"): _units,
    (Cooperation, "kommunen"): _municipalities,
    (ArchiveEntry, "thema"): _theme,
    (Withdrawn, "aufgegangen_in"): _merged_into,
    **house.KEYS,
    **profile.KEYS,
}
"""Keys of which more is known than the type of their field."""

CLASSES: dict[type[Any], Callable[[Maker, Schema], Schema]] = {
    Project: _extra_fields,
    **profile.CLASSES,
}
"""Classes of which more is known than the keys of their fields."""
