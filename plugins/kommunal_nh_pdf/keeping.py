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
        The same blocks; some of them in a block of the kind `kept`. What is `lead` stands below a
        heading and belongs to what comes next.
    """
    group: list[Data] = []
    lead = below_heading = False
    for block in blocks:
        if group and not _is_facts(block):
            yield from _closed(group, lead=lead)
            group = []
        if group:
            group.append(block)
        elif _is_facts(block) or _is_short_text(block):
            group, lead = [block], below_heading and _is_facts(block)
        else:
            yield block
        below_heading = block["block"] == "heading" or (below_heading and _is_statement(block))
    yield from _closed(group, lead=lead)


def _closed(group: list[Data], *, lead: bool) -> Iterator[Data]:
    if len(group) > 1 or (group and lead):
        yield {"block": "kept", "lead": lead, "blocks": group}
    else:
        yield from group


def _is_statement(block: Data) -> bool:
    return bool(block["block"] == "paragraph" and block["role"] == "statement")


def _is_facts(block: Data) -> bool:
    return bool(block["block"] == "paragraph" and block["role"] == "facts")


def _is_short_text(block: Data) -> bool:
    return bool(
        block["block"] == "paragraph"
        and block["role"] == "text"
        and sum(len(one) for one in block["content"] if isinstance(one, str)) < _SHORT
    )
