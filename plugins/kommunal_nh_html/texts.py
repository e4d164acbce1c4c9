"""Blocks of running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunal_nh_html.escaping import text

if TYPE_CHECKING:
    from kommunal_nh.document import List, PageBreak, Paragraph, Quote, TitlePage
    from kommunal_nh_html.writer import Writer

_PARAGRAPHS = {
    role: f'<p class="{role}">' for role in ("statement", "label", "facts", "empty")
}  # fmt: skip


def write_paragraph(paragraph: Paragraph, writer: Writer) -> None:
    """Write a paragraph; its role is its class.

    Args:
        paragraph: The paragraph.

        writer: Where to.
    """
    start = _PARAGRAPHS.get(paragraph.role, "<p>")
    writer.put(f"{start}{writer.inlines(paragraph.content)}</p>\n")


def write_list(block: List, writer: Writer) -> None:
    """Write a list.

    Args:
        block: The list.

        writer: Where to.
    """
    tag = "ol" if block.ordered else "ul"
    start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
    writer.put(f"<{tag}{start}>\n")
    for item in block.items:
        writer.put("<li>")
        writer.blocks(item)
        writer.put("</li>\n")
    writer.put(f"</{tag}>\n")


def write_quote(quote: Quote, writer: Writer) -> None:
    """Write a quotation.

    Args:
        quote: The quotation.

        writer: Where to.
    """
    writer.put("<blockquote>\n")
    writer.blocks(quote.blocks)
    writer.put("</blockquote>\n")


def write_page_break(block: PageBreak, writer: Writer) -> None:
    """Write what starts a new page when the document is printed.

    Args:
        block: The page break.

        writer: Where to.
    """
    writer.put('<div class="page-break"></div>\n')


def write_title_again(block: TitlePage, writer: Writer) -> None:
    """Write a title page that is not the first; a page has only one first heading.

    Args:
        block: The title page.

        writer: Where to.
    """
    lines = "".join(
        f"<p>{text(line)}</p>\n" for line in (block.title, block.subtitle, *block.lines)
    )
    writer.put(f'<div class="title-page">\n{lines}</div>\n')
