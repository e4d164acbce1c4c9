"""Where the pages of a wiki lie, and how one leads to another."""

from __future__ import annotations

from posixpath import dirname, relpath

from kommunal_nh.document import Page, Pages

_FRONT = "README.md"


class Paths:
    """The files of pages: a folder for each theme, and in it a file for each project.

    Names are made of ids, so a page keeps its address when numbers change.
    """

    def __init__(self, pages: Pages) -> None:
        self._places = pages.places
        self._own = {page.anchor: page.name for page in pages.pages if page.anchor}
        self._files = {page.name: _file(page) for page in pages.pages}

    def file(self, page: str) -> str:
        """The file of a page.

        Args:
            page: Name of the page.

        Returns:
            Its path in the folder, such as `klima/README.md`.
        """
        return self._files[page]

    def to(self, file: str, page: str) -> str:
        """The way to a file.

        Args:
            file: Its path in the folder.

            page: Name of the page that leads there.

        Returns:
            The address, relative to the page.
        """
        return relpath(file, dirname(self._files[page]) or ".")

    def anchor(self, anchor: str, page: str) -> str:
        """The way to a section.

        Args:
            anchor: Its anchor.

            page: Name of the page that leads there.

        Returns:
            The address, relative to the page; nothing if there is no such section. A section that
            is a page needs no anchor.
        """
        place = self._places.get(anchor)
        if place is None:
            return ""
        file = "" if place == page else self.to(self._files[place], page)
        if self._own.get(anchor) == place:
            return file or self.to(self._files[place], page)
        return f"{file}#{anchor}"


def _file(page: Page) -> str:
    if page.kind == "front":
        return _FRONT
    if page.kind == "theme":
        return f"{page.name}/README.md"
    return f"{page.name}.md" if page.parent == "index" else f"{page.parent}/{page.name}.md"
