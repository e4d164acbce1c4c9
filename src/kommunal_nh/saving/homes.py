"""In which file each part of a report stands: what bericht.yaml names, or has in itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias, TypeVar

import yaml

from kommunal_nh.model import Chapter, Theme
from kommunal_nh.saving.sources import Node, entry

_Part = TypeVar("_Part", Chapter, Theme)
Home: TypeAlias = Any
"""The name of a file, or the object itself where bericht.yaml contains it."""


def file_at(root: Node, key: str) -> str:
    """The file that bericht.yaml names below a key.

    Args:
        root: The content of bericht.yaml.

        key: Such as `archiv`.

    Returns:
        Its name; nothing if there is none.
    """
    found = entry(root, key)
    return named(found[1]) if found else ""


def named(node: Node) -> str:
    """The file that a value names.

    Args:
        node: The value.

    Returns:
        Its name; nothing if the value is something else.
    """
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


def homes(node: Node, parts: Sequence[_Part]) -> dict[str, Home]:
    """Where chapters or themes stand.

    Args:
        node: The value of `kapitel` or `themen`.

        parts: What was read from it.

    Returns:
        The home of each, by id.
    """
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return {part.id: named(item) or part for item, part in zip(items, parts, strict=bool(parts))}


def free_name(wanted: str, taken: Sequence[str]) -> str:
    """A name for a new file.

    Args:
        wanted: The name that it should have, with its ending.

        taken: Names that are taken.

    Returns:
        That name, or one with a number behind it.
    """
    stem, _, ending = wanted.rpartition(".")
    names = [wanted, *(f"{stem}-{number}.{ending}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)
