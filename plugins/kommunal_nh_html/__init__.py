"""HTML for kommunal_nh: one page that needs nothing but itself, and a website of many.

The page carries its style, its script and its pictures; it reads and prints without the script,
which adds the filter, links to copy, lists that sort and the dark look. What stands where:

    exporter   the exporters that the library calls
    site/      the website, page by page · setting: what differs between pages
    page       the whole page, from head to footer
    frame      head, title page and footer
    contents   the navigation, from the table of contents
    filters    the form that filters the projects
    writer     which function writes which block
    sections · headings · texts · facts · tables · media   the blocks
    controls   what the scripts make their buttons of
    inlines    the words inside them · changes: what was inserted and deleted
    statuses   colours and symbols of the statuses
    styles     style sheet and script, from look/ and behaviour/ · policy: what the browser may load
    escaping   what keeps words from becoming markup
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunal_nh import hookimpl
from kommunal_nh_html.exporter import HtmlExporter, SiteExporter

if TYPE_CHECKING:
    from kommunal_nh.exporters import AnyExporter

__all__ = ["HtmlExporter", "SiteExporter", "kommunal_nh_exporters"]


@hookimpl
def kommunal_nh_exporters() -> list[AnyExporter]:
    """Offer the formats `html` and `site`.

    Returns:
        The exporters.
    """
    return [HtmlExporter(), SiteExporter()]
