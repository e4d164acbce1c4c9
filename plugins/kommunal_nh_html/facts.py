"""Facts: names and what is said of them, as a list of pairs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kommunal_nh.document import Paragraph, Strong

if TYPE_CHECKING:
    from kommunal_nh.document import Block
    from kommunal_nh_html.writer import Writer


def is_fact(block: Block) -> bool:
    """Whether a block is a fact that begins with its name.

    Args:
        block: Any block.

    Returns:
        True for a paragraph of facts whose first words are strong.
    """
    return (
        isinstance(block, Paragraph)
        and block.role == "facts"
        and len(block.content) > 1
        and isinstance(block.content[0], Strong)
    )


def write_facts(facts: Iterable[Any], writer: Writer) -> None:
    """Write facts that follow one another as one list.

    Args:
        facts: The facts.

        writer: Where to.
    """
    writer.put('<dl class="facts">\n')
    for fact in facts:
        name, *said = fact.content
        words = writer.inlines(name.content)
        writer.put(f"<dt>{words}</dt> <dd>{writer.inlines(said).strip()}</dd>\n")
    writer.put("</dl>\n")
