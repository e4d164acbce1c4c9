"""Lays what differs over what it builds on."""

from __future__ import annotations

from typing import cast

from kommunal_nh.loading.source import Mapping

BASIS = "basis"
"""The key that names what a profile or a set of words builds on."""
ENDINGS = (".yaml", ".yml")
"""A name that ends so is the name of a file."""
MAX_BASES = 10


def merge(below: Mapping, above: Mapping) -> Mapping:
    """Lay one mapping over another.

    Args:
        below: What holds if nothing else is said.

        above: What differs; inside mappings entry by entry, otherwise the whole value.

    Returns:
        A new mapping with the lines of `above`.
    """
    merged = Mapping(above.line)
    merged.update(below)
    merged.lines = dict(above.lines)
    merged.blocks = set(above.blocks)
    for key, value in above.items():
        old = below.get(key)
        both = isinstance(value, Mapping) and isinstance(old, Mapping)
        merged[key] = merge(cast("Mapping", old), value) if both else value
    return merged
