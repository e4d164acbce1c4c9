"""The page for what is not there, and the map for search engines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kommunal_nh_html.escaping import address, text
from kommunal_nh_html.house import logo_markup
from kommunal_nh_html.site.layout import columns, end, head, header

if TYPE_CHECKING:
    from kommunal_nh.document import Document
    from kommunal_nh_html.writer import Writer


def write_missing(document: Document, contents: str, trail: str, writer: Writer) -> None:
    """Write the page that a server shows for addresses that there are not.

    Args:
        document: The document.

        contents: Markup of the contents.

        trail: Markup of the pages above.

        writer: Where to.
    """
    labels = document.labels
    logo = logo_markup(writer.setting)
    robots = '<meta name="robots" content="noindex">\n'
    writer.put(head(document, labels.not_found, more=robots))
    writer.put(header(document, text(labels.not_found), trail, logo) + columns(contents))
    writer.put(
        f'<div class="sheet">\n<p>{text(labels.not_found_text)}</p>\n</div>\n{end(document)}'
    )
    writer.flush()


def sitemap(base: str, document: Document, names: Iterable[str]) -> str:
    """The map of a site, as search engines read it.

    Args:
        base: The address that the site will have.

        document: The document; its day is that of all pages.

        names: Names of the pages' files.

    Returns:
        The source.
    """
    day = document.as_of.isoformat()
    pages = "".join(
        f"<url><loc>{address(base + name)}</loc><lastmod>{day}</lastmod></url>\n" for name in names
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{pages}</urlset>\n'
    )
