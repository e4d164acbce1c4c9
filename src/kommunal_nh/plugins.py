"""Finding plugins and asking them, on one screen."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pluggy

from kommunal_nh import hookspecs
from kommunal_nh.errors import PluginConflict, UnknownFormat
from kommunal_nh.findings import suggestion

if TYPE_CHECKING:
    from kommunal_nh.exporters import AnyExporter
    from kommunal_nh.importers import Importer
    from kommunal_nh.modules import Module

GROUP = "kommunal_nh"
BLOCKED = "KOMMUNAL_NH_BLOCKED_PLUGINS"
"""Environment variable with the names of plugins, separated by commas, that shall not be loaded."""


def new_plugin_manager() -> pluggy.PluginManager:
    """A plugin manager that knows the hooks but no plugin yet.

    Returns:
        The manager; tests and scripts register their own plugins with it.
    """
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    return manager


@cache
def plugin_manager() -> pluggy.PluginManager:
    """The plugin manager with all installed plugins.

    Returns:
        The same manager each time.

    Raises:
        PluginConflict: A plugin can not be loaded.
    """
    manager = new_plugin_manager()
    for name in filter(None, os.environ.get(BLOCKED, "").split(",")):
        manager.set_blocked(name.strip())
    for entry_point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        if not manager.is_blocked(entry_point.name):
            _load(manager, entry_point)
    return manager


def _load(manager: pluggy.PluginManager, entry_point: EntryPoint) -> None:
    """Load one plugin; each by itself, so that a broken one can be named."""
    try:
        manager.register(entry_point.load(), entry_point.name)
        manager.check_pending()
    except Exception as problem:
        raise _broken(entry_point.name, f"lässt sich nicht laden: {problem}") from problem


def _broken(plugin: str, what: str) -> PluginConflict:
    return PluginConflict(
        f"Das Plugin „{plugin}“ {what}. Bitte neu installieren oder abschalten: {BLOCKED}={plugin}"
    )


def exporters(manager: pluggy.PluginManager | None = None) -> dict[str, AnyExporter]:
    """All installed formats.

    Args:
        manager: Where to look; all installed plugins if left out.

    Returns:
        Each format's name with its exporter, sorted by name.

    Raises:
        PluginConflict: Two plugins claim one format, or a plugin offers something else.
    """
    found = _unique(manager, "kommunal_nh_exporters", "Format", _format_of)
    return dict(sorted(found.items()))


def exporter(name: str, manager: pluggy.PluginManager | None = None) -> AnyExporter:
    """The exporter of one format.

    Args:
        name: The format.

        manager: Where to look; all installed plugins if left out.

    Returns:
        The exporter.

    Raises:
        UnknownFormat: No installed plugin writes it.
        PluginConflict: Two plugins claim one format, or a plugin offers something else.
    """
    known = exporters(manager)
    if name not in known:
        hint = suggestion(name, known) or " Installierte Formate zeigt: kommunal-nh formats"
        raise UnknownFormat(f"Das Format „{name}“ ist nicht installiert.{hint}")
    return known[name]


def importers(manager: pluggy.PluginManager | None = None) -> dict[str, Importer]:
    """All installed importers.

    Args:
        manager: Where to look; all installed plugins if left out.

    Returns:
        Each format's name with its importer.

    Raises:
        PluginConflict: Two plugins claim one format, or a plugin offers something else.
    """
    return _unique(manager, "kommunal_nh_importers", "Importer für", _read_format_of)


def modules(manager: pluggy.PluginManager | None = None) -> dict[str, Module]:
    """All installed modules.

    Args:
        manager: Where to look; all installed plugins if left out.

    Returns:
        Each module by its key.

    Raises:
        PluginConflict: Two plugins claim one key, or a plugin offers something else.
    """
    return _unique(manager, "kommunal_nh_modules", "Modul", _key_of)


def profile_files(manager: pluggy.PluginManager | None = None) -> dict[str, Path]:
    """All profiles that plugins bring.

    Args:
        manager: Where to look; all installed plugins if left out.

    Returns:
        Each profile's name with its file.

    Raises:
        PluginConflict: Two plugins claim one name, or a plugin offers something else.
    """
    pairs = _unique(manager, "kommunal_nh_profiles", "Profil", _name_of)
    return {name: Path(path) for name, (_, path) in pairs.items()}


def _format_of(item: Any) -> str:
    from kommunal_nh.exporters import AnyExporter

    if isinstance(item, type) or not isinstance(item, AnyExporter):
        raise TypeError(f"{item!r} ist kein Exporter")
    return item.format


def _read_format_of(item: Any) -> str:
    from kommunal_nh.importers import Importer

    if isinstance(item, type) or not isinstance(item, Importer):
        raise TypeError(f"{item!r} ist kein Importer")
    return item.format


def _key_of(item: Any) -> str:
    from kommunal_nh.modules import Module

    if isinstance(item, type) or not isinstance(item, Module):
        raise TypeError(f"{item!r} ist kein Modul")
    return item.key


def _name_of(item: Any) -> str:
    name, _ = item
    return str(name)


def _unique(
    manager: pluggy.PluginManager | None, hook: str, kind: str, name_of: Callable[[Any], str]
) -> dict[str, Any]:
    """What all plugins answer to a hook, by name; a name that comes twice is an error."""
    found: dict[str, Any] = {}
    owners: dict[str, str] = {}
    for implementation in getattr((manager or plugin_manager()).hook, hook).get_hookimpls():
        owner = implementation.plugin_name
        for name, item in _answer(implementation, name_of):
            if name in found:
                raise PluginConflict(
                    f"{kind} „{name}“ kommt aus zwei Plugins: {owners[name]} und {owner}. "
                    f"Bitte eines deinstallieren oder abschalten: {BLOCKED}={owner}"
                )
            found[name], owners[name] = item, owner
    return found


def _answer(implementation: Any, name_of: Callable[[Any], str]) -> list[tuple[str, Any]]:
    try:
        answer = implementation.function() or ()
        items = answer.items() if isinstance(answer, Mapping) else answer
        return [(name_of(item), item) for item in items]
    except Exception as problem:
        raise _broken(implementation.plugin_name, f"ist fehlerhaft: {problem}") from problem
