"""Blocks that stay on one page: facts, and the short text that they follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

Data = dict[str, Any]

_SHORT = 700  # letters; longer texts are cut at the end of a page, and facts may stand overleaf


def kept_together(blocks: Iterable[Data]) -> Iterator[Data]:
    """Blocks, with facts and what they follow as one.

    Args:
        blocks: The blocks of some pages.

    Yields:
        The same blocks; some of them in a block of the kind `kept`.
    """
    group: list[Data] = []
    for block in blocks:
        if group and not _is_facts(block):
            yield from _closed(group)
            group = []
        if group or _is_short_text(block):
            group.append(block)
        else:
            yield block
    yield from _closed(group)


def _closed(group: list[Data]) -> list[Data]:
    return [{"block": "kept", "blocks": group}] if len(group) > 1 else group


def _is_facts(block: Data) -> bool:
    return bool(block["block"] == "paragraph" and block["role"] == "facts")


def _is_short_text(block: Data) -> bool:
    return bool(
        block["block"] == "paragraph"
        and block["role"] == "text"
        and sum(len(one) for one in block["content"] if isinstance(one, str)) < _SHORT
    )
