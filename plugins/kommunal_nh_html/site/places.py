"""Where the pages of a site lie, and what their addresses are."""

from __future__ import annotations

from kommunal_nh.document import Page, Pages
from kommunal_nh_html.escaping import fragment

SEARCH = "suche.html"
MISSING = "404.html"


class Places:
    """Addresses of pages and sections. All pages lie side by side.

    So an address does not change when a project comes to another theme, and the page for what is
    not there finds its style from every address of the site.
    """

    def __init__(self, pages: Pages) -> None:
        self._places = pages.places
        self._own = {page.anchor: page.name for page in pages.pages if page.anchor}

    def page(self, page: Page) -> str:
        """The file of a page.

        Args:
            page: The page.

        Returns:
            Its name, which is its address as well.
        """
        return f"{page.name}.html"

    def anchor(self, anchor: str, current: str = "") -> str:
        """The address of a section.

        Args:
            anchor: Its anchor.

            current: Name of the page that leads there.

        Returns:
            The value of the attribute `href`; nothing if there is no such section.
        """
        name = self._places.get(anchor)
        if name is None:
            return ""
        file = "" if name == current else f"{name}.html"
        return file if file and self._own.get(anchor) == name else file + fragment(anchor)
