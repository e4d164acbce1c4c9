"""Documents as text that a person can read: one line for each block, marks in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kommunal_nh.document import (
    Block,
    Code,
    Deleted,
    Document,
    Emphasis,
    Heading,
    Inline,
    Inserted,
    LineBreak,
    Link,
    List,
    Paragraph,
    Quote,
    Reference,
    Section,
    StatusMark,
    Strong,
    Table,
    Text,
    TitlePage,
)


def rendered(document: Document | Iterable[Block]) -> str:
    """A document as text.

    Args:
        document: The document, or some blocks.

    Returns:
        The text; deleted words are [-so-], inserted ones {+so+}, marks ‹so›, references so→anchor.
    """
    blocks = document.blocks if isinstance(document, Document) else document
    return "\n".join(line for block in blocks for line in _lines(block)).strip() + "\n"


def said(content: Iterable[Inline]) -> str:
    """Inline content as text.

    Args:
        content: The inlines.

    Returns:
        The text, see `rendered`.
    """
    return "".join(_word(inline) for inline in content)


def _lines(block: Block) -> Iterator[str]:  # noqa: C901 - one case for each kind of block
    match block:
        case Section():
            for inner in block.blocks:
                yield from _lines(inner)
        case TitlePage(title, subtitle, lines):
            yield from (f"= {line}" for line in (title, subtitle, *lines))
        case Heading(level, number, content):
            yield from ("", f"{'#' * level} {number} {said(content)}".replace("  ", " "))
        case Paragraph(content, role):
            yield f"{role}: {said(content)}"
        case List(items):
            for item in items:
                yield from (f"  - {line}" for inner in item for line in _lines(inner))
        case Quote(blocks):
            yield from (f"  > {line}" for inner in blocks for line in _lines(inner))
        case Table(caption, columns, rows):
            yield f"table: {caption}"
            yield " | ".join(column.title for column in columns)
            yield from (" | ".join(map(said, row.cells)) for row in rows)
        case _:
            yield type(block).__name__


def _word(inline: Inline) -> str:  # noqa: C901 - one case for each kind of inline
    match inline:
        case Text(text) | Code(text):
            return text
        case StatusMark(_, text):
            return f"‹{text}›"
        case LineBreak():
            return "⏎"
        case Strong(content):
            return f"**{said(content)}**"
        case Emphasis(content):
            return f"*{said(content)}*"
        case Link(url, content):
            return f"[{said(content)}]({url})"
        case Reference(anchor, content):
            return f"{said(content)}→{anchor}"
        case Deleted(content):
            return f"[-{said(content)}-]"
        case Inserted(content):
            return f"{{+{said(content)}+}}"
