"""Small pieces of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def code(text: str) -> str:
    """Words to be taken literally, also inside a table.

    Args:
        text: The words, without backticks.

    Returns:
        Inline code.
    """
    return f"`{text}`".replace("|", "\\|")


def german(markdown: str) -> str:
    """German words on an English page.

    Args:
        markdown: Inline Markdown.

    Returns:
        The same, marked as German.
    """
    return f'<span lang="de">{markdown}</span>'


def german_blocks(markdown: str) -> str:
    """German paragraphs or tables on an English page.

    Args:
        markdown: Blocks of Markdown.

    Returns:
        The same, marked as German.
    """
    return f'<div lang="de">\n\n{markdown}\n\n</div>'


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table.

    Args:
        head: Names of the columns.

        rows: The cells as inline Markdown; a | outside of `code` must be escaped.

    Returns:
        Its lines.
    """
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def page(*blocks: str) -> str:
    """Blocks below each other.

    Args:
        *blocks: Headings, paragraphs, tables; empty ones are left out.

    Returns:
        The blocks with a blank line between them.
    """
    return "\n\n".join(filter(None, blocks)) + "\n"
