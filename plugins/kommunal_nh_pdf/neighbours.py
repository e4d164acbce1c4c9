"""What a block owes to those beside it: more room above, or its place on their page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

Data = dict[str, Any]

_NOTHING: Data = {"block": "nothing"}


def beside_one_another(blocks: Iterable[Data]) -> Iterator[Data]:
    """Blocks that know their neighbours.

    Args:
        blocks: The blocks of some pages.

    Yields:
        The same blocks; facts behind a text say that they begin (`begins`), words that end in a
        colon that they announce the list or table behind them (`announces`).
    """
    before = _NOTHING
    for block, after in pairwise((*blocks, _NOTHING)):
        made = block
        if _role(block) == "facts" and _is_text(before):
            made = block | {"begins": True}
        if _announces(block) and after["block"] in ("list", "table", "quote", "figure"):
            made = block | {"announces": True}
        yield made
        before = block


def same_sort_of_theme(blocks: Iterable[Data]) -> list[Data]:
    """Themes that share a page look alike.

    Args:
        blocks: The blocks of some pages.

    Returns:
        The same blocks; themes that stand in a row on one page are `compact`.
    """
    made = list(blocks)
    chapters = [place for place, one in enumerate(made) if _is_chapter(one)]
    for first, second in pairwise(chapters):
        if not made[second]["opens"] and made[first]["kind"] == made[second]["kind"] == "theme":
            made[first] |= {"compact": True}
            made[second] |= {"compact": True}
    return made


def _is_chapter(block: Data) -> bool:
    return bool(block["block"] == "heading" and block["depth"] == 1)


def _is_text(block: Data) -> bool:
    return _role(block) == "text" or block["block"] in ("list", "quote")


def _role(block: Data) -> str:
    return str(block.get("role", ""))


def _announces(block: Data) -> bool:
    last = (block.get("content") or [""])[-1]
    return _role(block) == "text" and isinstance(last, str) and last.rstrip().endswith(":")
