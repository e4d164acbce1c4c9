"""Finding plugins and asking them, on one screen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import entry_points
from typing import Any

import pluggy

from kommunal_nh import hookspecs
from kommunal_nh.errors import PluginConflict, UnknownFormat
from kommunal_nh.exporters import DataExporter, Exporter
from kommunal_nh.findings import suggestion
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
    """
    manager = new_plugin_manager()
    for name in filter(None, os.environ.get(BLOCKED, "").split(",")):
        manager.set_blocked(name.strip())
    _load_installed(manager)
    manager.check_pending()
    return manager


def _load_installed(manager: pluggy.PluginManager) -> None:
    """Load the plugins one by one, so that a broken one can be named."""
    for entry_point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        if manager.is_blocked(entry_point.name):
            continue
        try:
            manager.register(entry_point.load(), entry_point.name)
        except Exception as problem:
            raise PluginConflict(
                f"Das Plugin „{entry_point.name}“ ({entry_point.value}) lässt sich nicht laden: "
                f"{problem}. Bitte neu installieren oder abschalten: {BLOCKED}={entry_point.name}"
            ) from problem


def exporters(manager: pluggy.PluginManager | None = None) -> dict[str, Exporter | DataExporter]:
    """All installed formats.

    Args:
        manager: Where to look; all installed plugins if left out.

    Returns:
        Each format's name with its exporter, sorted by name.

    Raises:
        PluginConflict: Two plugins claim one format.
    """
    hook = "kommunal_nh_exporters"
    found = _unique(manager or plugin_manager(), hook, "Format", lambda item: item.format)
    return dict(sorted(found.items()))


def exporter(name: str, manager: pluggy.PluginManager | None = None) -> Exporter | DataExporter:
    """The exporter of one format.

    Args:
        name: The format.

        manager: Where to look; all installed plugins if left out.

    Returns:
        The exporter.

    Raises:
        UnknownFormat: No installed plugin writes it.
        PluginConflict: Two plugins claim one format.
    """
    known = exporters(manager)
    if name not in known:
        hint = suggestion(name, known) or " Installierte Formate zeigt: kommunal-nh formats"
        raise UnknownFormat(f"Das Format „{name}“ ist nicht installiert.{hint}")
    return known[name]


def modules(manager: pluggy.PluginManager | None = None) -> dict[str, Module]:
    """All installed modules.

    Args:
        manager: Where to look; all installed plugins if left out.

    Returns:
        Each module by its key.

    Raises:
        PluginConflict: Two plugins claim one key.
    """
    hook = "kommunal_nh_modules"
    return _unique(manager or plugin_manager(), hook, "Modul", lambda item: item.key)


def profile_files(manager: pluggy.PluginManager | None = None) -> dict[str, Any]:
    """All profiles that plugins bring.

    Args:
        manager: Where to look; all installed plugins if left out.

    Returns:
        Each profile's name with its file.

    Raises:
        PluginConflict: Two plugins claim one name.
    """
    hook = "kommunal_nh_profiles"
    pairs = _unique(manager or plugin_manager(), hook, "Profil", lambda item: item[0])
    return {name: path for name, (_, path) in pairs.items()}


def _unique(
    manager: pluggy.PluginManager, hook: str, kind: str, name_of: Callable[[Any], str]
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    owners: dict[str, str] = {}
    for implementation in getattr(manager.hook, hook).get_hookimpls():
        for item in _items(implementation.function()):
            name, owner = name_of(item), implementation.plugin_name
            if name in found:
                raise PluginConflict(
                    f"{kind} „{name}“ kommt aus zwei Plugins: {owners[name]} und {owner}. "
                    f"Bitte eines deinstallieren oder mit {BLOCKED}={owner} abschalten."
                )
            found[name], owners[name] = item, owner
    return found


def _items(answer: Any) -> Iterable[Any]:
    return answer.items() if isinstance(answer, dict) else answer or ()
