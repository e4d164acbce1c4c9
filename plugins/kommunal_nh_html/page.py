"""The whole page, from head to footer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO, TypeVar

from kommunal_nh.document import Block, Document, TableOfContents, TitlePage
from kommunal_nh_html.contents import write_contents
from kommunal_nh_html.controls import controls
from kommunal_nh_html.filters import write_filters
from kommunal_nh_html.frame import MAIN, footer, head, header, skip_link
from kommunal_nh_html.house import PLAIN, House, logo_markup
from kommunal_nh_html.setting import Setting
from kommunal_nh_html.styles import script, style
from kommunal_nh_html.writer import Writer

_B = TypeVar("_B", TitlePage, TableOfContents)


def write_page(document: Document, out: BinaryIO, house: House = PLAIN) -> None:
    """Write a document as one page.

    Args:
        document: The document.

        out: Where to.

        house: The house style.
    """
    writer = Writer(document, out, Setting(logo=house.logo))
    code, logo = script(), logo_markup(writer.setting)
    cover = first(document.blocks, TitlePage)
    contents = first(document.blocks, TableOfContents)
    writer.put(head(document, style(document, house.rules), code))
    writer.put(f"<body>\n{skip_link(document)}{header(document, cover, logo)}")
    _write_columns(document, contents, writer)
    writer.put(f"{footer(document)}{controls(document)}<script>{code}</script>\n</body>\n</html>\n")
    writer.flush()


def _write_columns(document: Document, contents: TableOfContents | None, writer: Writer) -> None:
    writer.put('<div class="columns">\n')
    if contents is not None:
        write_contents(contents, writer)
    writer.put(f'<main id="{MAIN}" tabindex="-1">\n')
    write_filters(document, writer)
    writer.blocks(body(document.blocks))
    writer.put("</main>\n</div>\n")


def first(blocks: Iterable[Block], kind: type[_B]) -> _B | None:
    """The first block of a kind.

    Args:
        blocks: The blocks.

        kind: The kind.

    Returns:
        The block, if there is one.
    """
    return next((block for block in blocks if isinstance(block, kind)), None)


def body(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks without those that stand in the frame.

    Args:
        blocks: The blocks.

    Yields:
        All but the first title page and the first contents.
    """
    framed: list[type] = [TitlePage, TableOfContents]
    for block in blocks:
        if type(block) in framed:
            framed.remove(type(block))
        else:
            yield block
