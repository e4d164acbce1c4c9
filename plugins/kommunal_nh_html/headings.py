"""Headings: a page's title is h1, and what is in it begins with h2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunal_nh_html.escaping import text

if TYPE_CHECKING:
    from kommunal_nh.document import Heading
    from kommunal_nh_html.writer import Writer

_DEEPEST = 6


def write_heading(heading: Heading, writer: Writer) -> None:
    """Write a heading.

    Args:
        heading: The heading.

        writer: Where to.
    """
    writer.put(heading_markup(heading, writer))


def heading_markup(heading: Heading, writer: Writer, title_id: str = "") -> str:
    """A heading; one without any words is left out, because it would name nothing.

    Args:
        heading: The heading.

        writer: Knows how the words are written.

        title_id: Its id, if something refers to it.

    Returns:
        The markup, or nothing.
    """
    words = writer.inlines(heading.content)
    if heading.number:
        words = f"{number_markup(heading.number)} {words}"
    if not words.strip():
        return ""
    rank = max(heading.level + writer.setting.above, 2)
    tag = f"h{min(rank, _DEEPEST)}"
    level = f' aria-level="{rank}"' if rank > _DEEPEST else ""
    named = f' id="{title_id}"' if title_id else ""
    return f"<{tag}{named}{level}>{words}</{tag}>\n"


def number_markup(number: str) -> str:
    """A number, set off from the words that follow it.

    Args:
        number: As printed.

    Returns:
        The markup.
    """
    return f'<span class="number">{text(number)}</span>'
