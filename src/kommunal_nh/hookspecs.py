"""The hooks that plugins can implement; each is typed, documented and empty.

A plugin is a package with an entry point in the group `kommunal_nh` that names a module; the module
has functions of these names, marked with `kommunal_nh.hookimpl`. The plugins of this project use
nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kommunal_nh.exporters import AnyExporter
    from kommunal_nh.findings import Finding
    from kommunal_nh.importers import Importer
    from kommunal_nh.model import Report
    from kommunal_nh.modules import Module

hookspec = pluggy.HookspecMarker("kommunal_nh")
hookimpl = pluggy.HookimplMarker("kommunal_nh")
"""Marks a function of a plugin as the implementation of the hook that has its name."""


@hookspec
def kommunal_nh_exporters() -> Iterable[AnyExporter]:  # type: ignore[empty-body]
    """The formats that this plugin writes.

    Called once for each run, before the first format is needed. Heavy imports belong into the
    exporter's `write`, `write_data` or `write_folder`.

    Returns:
        The exporters. Two plugins that claim the same format are an error that names both.
    """


@hookspec
def kommunal_nh_importers() -> Iterable[Importer]:  # type: ignore[empty-body]
    """The formats of existing reports that this plugin reads.

    Called once for each run, before the first file is read. Heavy imports belong into the
    importer's `read`.

    Returns:
        The importers. Two plugins that claim the same format are an error that names both.
    """


@hookspec
def kommunal_nh_modules() -> Iterable[Module]:  # type: ignore[empty-body]
    """The modules that a report can switch on by a key below `module` in `bericht.yaml`.

    Called when a report names a module or the JSON schema is asked for. A plugin whose entry point
    is in the group `kommunal_nh.modules` and has the name of the key is loaded only then.

    Returns:
        The modules, objects of subclasses of `kommunal_nh.Module`. Two plugins that claim the same
        key are an error that names both.
    """


@hookspec
def kommunal_nh_checks(report: Report) -> Iterable[Finding]:  # type: ignore[empty-body]
    """Further rules of this plugin.

    Called once for each check, after the core's own rules and before private data is removed.

    Args:
        report: The whole report.

    Returns:
        What was found; a finding that names the id of a project, goal or theme gets its file and
        line from the library.
    """


@hookspec
def kommunal_nh_profiles() -> Mapping[str, Path]:  # type: ignore[empty-body]
    """The profiles that this plugin brings.

    Called once for each run, when a report names a profile that is neither a file nor shipped with
    the library.

    Returns:
        Name and YAML file of each profile. Two plugins that claim the same name are an error that
        names both.
    """
