"""Assembles municipal sustainability reports from data in a folder.

    >>> import kommunal_nh
    >>> report = kommunal_nh.load("examples/kreis_soest")
    >>> files = kommunal_nh.build(report, ["docx"], out="build")

A report can equally be made in Python from `Report`, `Theme`, `Goal` and `Project`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kommunal_nh.assembly import assemble
    from kommunal_nh.building import build
    from kommunal_nh.changing import (
        add_project,
        change_project,
        move_project,
        withdraw_project,
    )
    from kommunal_nh.comparing import Changes, change_report, compare
    from kommunal_nh.comparing.diffing import diff
    from kommunal_nh.dates import PartialDate
    from kommunal_nh.document import Document
    from kommunal_nh.editions.advancing import Advance, advance
    from kommunal_nh.editions.freezing import freeze
    from kommunal_nh.editions.making import edition_of
    from kommunal_nh.editions.shelf import read_edition
    from kommunal_nh.errors import (
        DataError,
        EditionError,
        KommunalNHError,
        MissingExtra,
        NumberingError,
        PluginConflict,
        TamperedEdition,
        UnknownFormat,
        UsageError,
    )
    from kommunal_nh.exporters import (
        DataExporter,
        DataFolderExporter,
        Exporter,
        FolderExporter,
        Options,
        TemplateWriter,
    )
    from kommunal_nh.fields import key
    from kommunal_nh.findings import Finding, Severity
    from kommunal_nh.hookspecs import hookimpl
    from kommunal_nh.house_style.reading import read_house_style
    from kommunal_nh.house_style.style import HouseStyle
    from kommunal_nh.importers import Importer
    from kommunal_nh.importing import Imported, import_report
    from kommunal_nh.labels import Labels
    from kommunal_nh.loading.label_sets import load_labels, shipped_labels
    from kommunal_nh.loading.profiles import load_profile, shipped_profiles
    from kommunal_nh.merging import Merge, merge
    from kommunal_nh.model import (
        ArchiveEntry,
        Chapter,
        Cooperation,
        Council,
        Edition,
        Goal,
        Part,
        Project,
        Report,
        Theme,
        Withdrawn,
    )
    from kommunal_nh.modules import Fact, Module
    from kommunal_nh.naming import Names
    from kommunal_nh.numbering import Numbering, number
    from kommunal_nh.previewing import preview
    from kommunal_nh.profile import (
        ExtraField,
        FieldKind,
        KnownTable,
        Level,
        Levels,
        NumberingScheme,
        Profile,
        Recognition,
        Stage,
        Status,
    )
    from kommunal_nh.public import public_view
    from kommunal_nh.reading import check, load
    from kommunal_nh.saving import revise, save
    from kommunal_nh.shortening import short_version
    from kommunal_nh.starting import new
    from kommunal_nh.surveying import Survey, survey
    from kommunal_nh.templating import write_template
    from kommunal_nh.walks import all_goals, all_projects, former_ids, projects_of

_HOMES = {
    "assembly": ("assemble",),
    "building": ("build",),
    "changing": (
        "add_project",
        "change_project",
        "move_project",
        "withdraw_project",
    ),
    "comparing": (
        "Changes",
        "change_report",
        "compare",
    ),
    "comparing.diffing": ("diff",),
    "dates": ("PartialDate",),
    "document": ("Document",),
    "editions.advancing": (
        "Advance",
        "advance",
    ),
    "editions.freezing": ("freeze",),
    "editions.making": ("edition_of",),
    "editions.shelf": ("read_edition",),
    "errors": (
        "DataError",
        "EditionError",
        "KommunalNHError",
        "MissingExtra",
        "NumberingError",
        "PluginConflict",
        "TamperedEdition",
        "UnknownFormat",
        "UsageError",
    ),
    "exporters": (
        "DataExporter",
        "DataFolderExporter",
        "Exporter",
        "FolderExporter",
        "Options",
        "TemplateWriter",
    ),
    "fields": ("key",),
    "findings": (
        "Finding",
        "Severity",
    ),
    "hookspecs": ("hookimpl",),
    "house_style.reading": ("read_house_style",),
    "house_style.style": ("HouseStyle",),
    "importers": ("Importer",),
    "importing": ("Imported", "import_report"),
    "labels": ("Labels",),
    "loading.label_sets": (
        "load_labels",
        "shipped_labels",
    ),
    "loading.profiles": (
        "load_profile",
        "shipped_profiles",
    ),
    "merging": ("Merge", "merge"),
    "model": (
        "ArchiveEntry",
        "Chapter",
        "Cooperation",
        "Council",
        "Edition",
        "Goal",
        "Part",
        "Project",
        "Report",
        "Theme",
        "Withdrawn",
    ),
    "modules": (
        "Fact",
        "Module",
    ),
    "naming": ("Names",),
    "numbering": (
        "Numbering",
        "number",
    ),
    "previewing": ("preview",),
    "profile": (
        "ExtraField",
        "FieldKind",
        "KnownTable",
        "Level",
        "Levels",
        "NumberingScheme",
        "Profile",
        "Recognition",
        "Stage",
        "Status",
    ),
    "public": ("public_view",),
    "reading": (
        "check",
        "load",
    ),
    "saving": ("revise", "save"),
    "shortening": ("short_version",),
    "starting": ("new",),
    "surveying": ("Survey", "survey"),
    "templating": ("write_template",),
    "walks": (
        "all_goals",
        "all_projects",
        "former_ids",
        "projects_of",
    ),
}
"""Where each public name lives; it is imported when it is first asked for, so that the command
answers quickly and a plugin loads only what it needs."""

__all__ = [
    "Advance",
    "ArchiveEntry",
    "Changes",
    "Chapter",
    "Cooperation",
    "Council",
    "DataError",
    "DataExporter",
    "DataFolderExporter",
    "Document",
    "Edition",
    "EditionError",
    "Exporter",
    "ExtraField",
    "Fact",
    "FieldKind",
    "Finding",
    "FolderExporter",
    "Goal",
    "HouseStyle",
    "Imported",
    "Importer",
    "KnownTable",
    "KommunalNHError",
    "Labels",
    "Level",
    "Levels",
    "Merge",
    "MissingExtra",
    "Module",
    "Names",
    "Numbering",
    "NumberingError",
    "NumberingScheme",
    "Options",
    "Part",
    "PartialDate",
    "PluginConflict",
    "Profile",
    "Project",
    "Recognition",
    "Report",
    "Severity",
    "Stage",
    "Status",
    "Survey",
    "TamperedEdition",
    "TemplateWriter",
    "Theme",
    "UnknownFormat",
    "UsageError",
    "Withdrawn",
    "add_project",
    "advance",
    "all_goals",
    "all_projects",
    "assemble",
    "build",
    "change_project",
    "change_report",
    "check",
    "compare",
    "diff",
    "edition_of",
    "former_ids",
    "freeze",
    "hookimpl",
    "import_report",
    "key",
    "load",
    "load_labels",
    "load_profile",
    "merge",
    "move_project",
    "new",
    "number",
    "preview",
    "projects_of",
    "public_view",
    "read_edition",
    "read_house_style",
    "revise",
    "save",
    "shipped_labels",
    "shipped_profiles",
    "short_version",
    "survey",
    "withdraw_project",
    "write_template",
]


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            value = getattr(import_module(f"kommunal_nh.{module}"), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module 'kommunal_nh' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
