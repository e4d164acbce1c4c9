"""Tables of the data folder's and the profile's keys, from the classes that loading uses."""

from __future__ import annotations

import typing
from typing import Any

import attrs

from kommunal_nh import (
    ArchiveEntry,
    Chapter,
    Cooperation,
    Council,
    ExtraField,
    Goal,
    KnownTable,
    Labels,
    Level,
    Levels,
    NumberingScheme,
    Part,
    Profile,
    Project,
    Recognition,
    Report,
    Status,
    Theme,
    Withdrawn,
)
from kommunal_nh.fields import keys_of
from kommunal_nh.loading.structure import NAMED
from kommunal_nh_site.docstrings import meaning, sentence
from kommunal_nh_site.kinds import default, kind
from kommunal_nh_site.markdown import code, german, page, table

DATA_FOLDER = (
    Report, Theme, Goal, Project, Part, Cooperation, Chapter, ArchiveEntry, Withdrawn, Council,
)  # fmt: skip
PROFILE = (
    Profile,
    Levels,
    Level,
    Status,
    NumberingScheme,
    ExtraField,
    Recognition,
    KnownTable,
)
HEAD = ("Key", "Type", "If left out", "Attribute", "Meaning")


def data_folder() -> str:
    """The keys of the data folder.

    Returns:
        A section with a table for each class.
    """
    return page(*(_section(cls) for cls in DATA_FOLDER))


def profile() -> str:
    """The keys of a profile and the words of the frame.

    Returns:
        A section with a table for each class; words explain themselves by their default.
    """
    words = [
        (german(code(key)), default(field) or "empty", code(field.name))
        for key, field in keys_of(Labels).items()
    ]
    return page(
        *(_section(cls) for cls in PROFILE),
        "## Labels",
        sentence(Labels),
        table(("Key", "Default", "Attribute"), words),
    )


def _section(cls: type[Any]) -> str:
    name = (
        f"Its name stands before it and is the attribute {code(NAMED[cls])}."
        if cls in NAMED
        else ""
    )
    rows = [_row(cls, key, field) for key, field in keys_of(cls).items()]
    return page(f"## {cls.__name__}", sentence(cls), name, table(HEAD, rows))


def _row(cls: type[Any], key: str, field: attrs.Attribute[Any]) -> tuple[str, ...]:
    home = "profile-keys.md" if _type(cls, field) is Profile and cls is Report else ""
    return (
        german(code(key)),
        kind(_type(cls, field), home),
        default(field),
        code(field.name),
        meaning(cls, field.name).replace("|", "\\|"),
    )


def _type(cls: type[Any], field: attrs.Attribute[Any]) -> Any:
    return typing.get_type_hints(cls)[field.name]
