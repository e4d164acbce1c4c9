"""Which files of a data folder are of which kind, as patterns that editors understand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kommunal_nh.loading.files import REPORT_FILE, Files
from kommunal_nh.loading.merging import BASIS
from kommunal_nh.loading.source import Mapping, Value

_THEMES = "themen/"
_USUAL = ("profil", "archiv", "entfallen")
_GLOB = re.compile(r"([\\*?\[\]{}()!+@])")


def patterns_of(folder: Path) -> dict[str, list[str]]:
    """The files of each kind.

    Args:
        folder: The data folder.

    Returns:
        For each kind of `file_schemas` the files that bericht.yaml names, and those with the usual
        name even if they are not there yet.
    """
    files = Files(folder)
    root = files.yaml(REPORT_FILE)
    named = dict(_named(root if isinstance(root, Mapping) else Mapping(1), files))
    for kind in _USUAL:
        named.setdefault(f"{kind}.yaml", kind)
    found: dict[str, list[str]] = {"bericht": [REPORT_FILE]}
    if all(kind == "thema" for name, kind in named.items() if name.startswith(_THEMES)):
        found["thema"] = [f"{_THEMES}*.yaml"]
        named = {name: kind for name, kind in named.items() if not name.startswith(_THEMES)}
    for name, kind in named.items():
        found.setdefault(kind, []).append(_GLOB.sub(r"\\\1", name))
    return found


def _named(root: Mapping, files: Files) -> Iterator[tuple[str, str]]:
    """Every file that bericht.yaml names, with its kind."""
    themes = root.get("themen")
    for item in themes if isinstance(themes, list) else [themes]:
        if isinstance(item, str):
            yield item, "thema"
    for name in _profiles(root.get("profil"), files):
        yield name, "profil"
    modules = root.get("module")
    data = modules.items() if isinstance(modules, Mapping) else ()
    rows = [(kind, root.get(kind)) for kind in ("archiv", "entfallen")]
    for kind, value in (*rows, *((f"modul-{key}", value) for key, value in data)):
        if isinstance(value, str):
            yield value, kind


def _profiles(value: Value, files: Files) -> Iterator[str]:
    """The file of the profile, and those that it builds on."""
    seen = set()
    while True:
        if isinstance(value, str) and value.endswith((".yaml", ".yml")) and value not in seen:
            yield value
            seen.add(value)
            value = files.yaml(value)
        if not isinstance(value, Mapping):
            return
        value = value.get(BASIS)
