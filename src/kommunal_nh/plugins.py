"""Finding plugins and asking them, on one screen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
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
"""Entry points of the plugins that every run asks."""
MODULES = "kommunal_nh.modules"
"""Entry points of the modules, by their key; each is loaded only when a report names the key."""
_MODULE = "modul-"
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
            _load(manager, entry_point, entry_point.name)
    return manager


def _load(manager: pluggy.PluginManager, entry_point: EntryPoint, name: str) -> None:
    """Load one plugin; each by itself, so that a broken one can be named."""
    try:
        manager.register(entry_point.load(), name)
        manager.check_pending()
    except Exception as problem:
        raise _broken(name, f"lässt sich nicht laden: {problem}") from problem


def _load_modules(manager: pluggy.PluginManager, keys: Iterable[str]) -> None:
    """Load the modules with some keys; none a second time."""
    names = {key: f"{_MODULE}{key}" for key in keys}
    new = {key: name for key, name in names.items() if not manager.has_plugin(name)}
    for entry_point in entry_points(group=MODULES) if new else ():
        name = new.get(entry_point.name, "")
        if name and not manager.is_blocked(name):
            _load(manager, entry_point, name)


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
    if manager is None:
        _load_modules(plugin_manager(), module_keys())
    return _unique(manager, "kommunal_nh_modules", "Modul", _key_of)


def module_keys() -> list[str]:
    """The keys of all installed modules, as far as they are known without loading any.

    Returns:
        The keys, sorted.
    """
    loaded = _unique(None, "kommunal_nh_modules", "Modul", _key_of)
    return sorted({*loaded, *(point.name for point in entry_points(group=MODULES))})


def modules_of(keys: Iterable[str]) -> dict[str, Module]:
    """The modules with some keys; no other one is loaded.

    Args:
        keys: The keys that a report names.

    Returns:
        Each module by its key, in this order; those that are not installed are missing.

    Raises:
        PluginConflict: Two plugins claim one key, or a plugin offers something else.
    """
    wanted = tuple(keys)
    if not wanted:
        return {}
    _load_modules(plugin_manager(), wanted)
    loaded = _unique(None, "kommunal_nh_modules", "Modul", _key_of)
    return {key: loaded[key] for key in wanted if key in loaded}


def need_past(keys: Iterable[str]) -> bool:
    """Whether a module speaks of earlier editions.

    Args:
        keys: The keys of the modules that a report names.

    Returns:
        True if one of them does.
    """
    return any(module.needs_past for module in modules_of(keys).values())


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

    if not isinstance(item, Module):
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
