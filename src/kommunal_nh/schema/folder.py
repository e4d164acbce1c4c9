"""Which files of a data folder are of which kind, as patterns that editors understand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kommunal_nh.loading.files import REPORT_FILE, Files
from kommunal_nh.loading.merging import BASIS, ENDINGS
from kommunal_nh.loading.source import Mapping, Value

_THEMES = "themen/"
_USUAL = ("profil", "archiv", "entfallen", "hausstil")
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
    yield from _profiles(root.get("profil"), files)
    modules = root.get("module")
    data = modules.items() if isinstance(modules, Mapping) else ()
    rows = [(kind, root.get(kind)) for kind in ("archiv", "entfallen")]
    for kind, value in (*rows, *((f"modul-{key}", value) for key, value in data)):
        if isinstance(value, str):
            yield value, kind


def _profiles(value: Value, files: Files) -> Iterator[tuple[str, str]]:
    """The file of the profile, those that it builds on, and those of their words."""
    if isinstance(value, str):
        yield from ((name, "profil") for name, _ in _built(value, files))
        sources = [content for _, content in _built(value, files)]
    else:
        sources = [value]
        if isinstance(value, Mapping):
            yield from _profiles(value.get(BASIS), files)
    for source in sources:
        words = source.get("texte") if isinstance(source, Mapping) else None
        start = words.get(BASIS) if isinstance(words, Mapping) else words
        yield from ((name, "texte") for name, _ in _built(start, files))


def _built(value: Value, files: Files) -> Iterator[tuple[str, Value]]:
    """A file and those that it builds on, with what they say."""
    seen = set()
    while isinstance(value, str) and value.endswith(ENDINGS) and value not in seen:
        seen.add(value)
        content = files.yaml(value)
        yield value, content
        value = content.get(BASIS) if isinstance(content, Mapping) else None
