"""The exporters that the library calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kommunal_nh.document import Document
    from kommunal_nh.exporters import Options


class HtmlExporter:
    """Writes a document as one page that needs no network and no other file.

    The option `house-style` is a file with colour, fonts and logo.

    Attributes:
        format: Name of the format on the command line.
        suffix: Ending of the file's name.
        media_type: The registered media type.
    """

    format = "html"
    suffix = ".html"
    media_type = "text/html"

    def write(self, document: Document, target: Path, options: Options) -> None:
        from kommunal_nh_html.house import house_of
        from kommunal_nh_html.page import write_page

        house = house_of(options)
        with target.open("wb") as out:
            write_page(document, out, house)


class SiteExporter:
    """Writes a document as a website: a page for each theme and project, with a search.

    The option `base-url` is the address that the site will have; with it, there is a map for
    search engines. The option `house-style` is a file with colour, fonts and logo.

    Attributes:
        format: Name of the format on the command line.
        media_type: The registered media type of the pages.
    """

    format = "site"
    media_type = "text/html"

    def write_folder(self, document: Document, target: Path, options: Options) -> None:
        from kommunal_nh_html.house import house_of
        from kommunal_nh_html.site.writing import write_site

        write_site(document, target, options.get("base-url", ""), house_of(options))
