"""All files of a site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from kommunal_nh.document import Document, Heading, Page, Pictures, Section, TitlePage, split
from kommunal_nh_html.escaping import attribute
from kommunal_nh_html.filters import write_filters
from kommunal_nh_html.house import PLAIN, House, logo_markup
from kommunal_nh_html.page import body, first
from kommunal_nh_html.sections import write_sheet
from kommunal_nh_html.setting import Setting
from kommunal_nh_html.site import layout, ways
from kommunal_nh_html.site.cards import write_chapter_cards, write_theme_cards
from kommunal_nh_html.site.missing import sitemap, write_missing
from kommunal_nh_html.site.places import MISSING, SEARCH, Places
from kommunal_nh_html.site.search import INDEX, index_source, write_search
from kommunal_nh_html.site.words import description
from kommunal_nh_html.statuses import status_classes
from kommunal_nh_html.styles import early_script, site_script, site_style
from kommunal_nh_html.writer import Writer


def write_site(document: Document, folder: Path, base: str = "", house: House = PLAIN) -> None:
    """Write a document as a folder of pages.

    Args:
        document: The document.

        folder: The folder to make.

        base: The address that the site will have, if it is known.

        house: The house style.
    """
    folder.mkdir()
    _Site(document, folder, f"{base.rstrip('/')}/" if base else "", house).write()


class _Site:
    """The pages of one document on their way into a folder."""

    def __init__(self, document: Document, folder: Path, base: str, house: House) -> None:
        self._document = document
        self._folder = folder
        self._base = base
        self._house = house
        pages = split(document, projects=True)
        self._pages = pages.pages
        self._by_name = {page.name: page for page in pages.pages}
        self._below: defaultdict[str, list[Page]] = defaultdict(list)
        for page in pages.pages:
            self._below[page.parent].append(page)
        self._places = Places(pages)
        self._pictures = Pictures(folder)

    def write(self) -> None:
        self._write_files()
        for place, page in enumerate(self._pages):
            before = self._pages[place - 1] if place else None
            behind = next(iter(self._pages[place + 1 : place + 2]), None)
            self._write_page(page, before, behind)
        for name, write in ((SEARCH, write_search), (MISSING, write_missing)):
            self._write_other(name, write)

    def _write_files(self) -> None:
        document = self._document
        classes = status_classes(document.statuses)
        (self._folder / "dateien").mkdir()
        self._put(layout.STYLE, site_style(document, self._house.rules) + "\n")
        self._put(layout.SCRIPT, site_script() + "\n")
        self._put(layout.EARLY, early_script() + "\n")
        self._put(INDEX, index_source(document, self._pages, classes))
        if self._base:
            names = [self._places.page(page) for page in self._pages]
            self._put("sitemap.xml", sitemap(self._base, document, names))

    def _put(self, name: str, source: str) -> None:
        (self._folder / name).write_text(source, "utf-8", newline="\n")

    def _write_other(self, name: str, write: Callable[[Document, str, str, Writer], None]) -> None:
        labels = self._document.labels
        with (self._folder / name).open("wb") as out:
            setting = Setting(self._places.anchor, self._pictures.file, logo=self._house.logo)
            writer = Writer(self._document, out, setting)
            contents = ways.contents(self._below, None, labels)
            write(self._document, contents, ways.trail(self._pages[:1], labels), writer)

    def _write_page(self, page: Page, before: Page | None, behind: Page | None) -> None:
        document, labels = self._document, self._document.labels
        with (self._folder / self._places.page(page)).open("wb") as out:
            writer = Writer(document, out, self._setting(page))
            writer.put(self._head(page, logo_markup(writer.setting)))
            writer.put(layout.columns(ways.contents(self._below, page, labels)))
            if page.kind == "lists":
                write_filters(document, writer)
            if page.kind == "front":
                _write_front(page, self._below, writer)
            else:
                _write_content(page, writer)
            writer.put(ways.page_by_page(before, behind, labels) + layout.end(document))
            writer.flush()

    def _setting(self, page: Page) -> Setting:
        above = 1 if page.kind == "front" else 1 - _level(page)
        return Setting(
            lambda anchor: self._places.anchor(anchor, page.name),
            self._pictures.file,
            above,
            self._house.logo,
        )

    def _head(self, page: Page, logo: str) -> str:
        document = self._document
        address = attribute(self._base + self._places.page(page))
        link = f'<link rel="canonical" href="{address}">\n' if self._base else ""
        if page.kind == "front":
            cover = first(page.blocks, TitlePage)
            return layout.head(document, "", more=link) + layout.first_header(document, cover, logo)
        title = ways.name(page)
        trail = ways.trail(self._above(page), document.labels)
        begin = layout.head(document, title, description(page.blocks), link)
        return begin + layout.header(document, ways.name_markup(page), trail, logo)

    def _above(self, page: Page) -> Sequence[Page]:
        above = self._by_name.get(page.parent)
        return [*self._above(above), above] if above else []


def _level(page: Page) -> int:
    heading = _heading(page)
    return heading.level if heading else 0


def _heading(page: Page) -> Heading | None:
    """The heading that is the page's title, and so stands at its head."""
    section = next(iter(page.blocks), None)
    inner = next(iter(section.blocks), None) if isinstance(section, Section) else None
    return inner if isinstance(inner, Heading) else None


def _write_front(page: Page, below: ways.Below, writer: Writer) -> None:
    write_theme_cards(below, writer)
    writer.blocks(body(page.blocks))
    write_chapter_cards(below, writer)


def _write_content(page: Page, writer: Writer) -> None:
    for block in page.blocks:
        if isinstance(block, Section):
            write_sheet(block, writer)
