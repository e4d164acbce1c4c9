"""The page with the search, and what it looks through."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kommunal_nh.document import Document, Page, Section
from kommunal_nh_html.escaping import attribute, permitted, text
from kommunal_nh_html.filters import write_filters
from kommunal_nh_html.house import logo_markup
from kommunal_nh_html.sections import facet_token
from kommunal_nh_html.site.layout import columns, end, head, header
from kommunal_nh_html.site.ways import name
from kommunal_nh_html.site.words import first_mark, words

if TYPE_CHECKING:
    from kommunal_nh_html.writer import Writer

INDEX = "dateien/suchverzeichnis.js"
_LEFT_OUT = {"front", "lists"}  # they only repeat what stands on other pages


def write_search(document: Document, contents: str, trail: str, writer: Writer) -> None:
    """Write the page with the search.

    Args:
        document: The document.

        contents: Markup of the contents.

        trail: Markup of the pages above.

        writer: Where to.
    """
    labels = document.labels
    index = f'<script src="{INDEX}" defer></script>\n'
    logo = logo_markup(writer.setting)
    writer.put(head(document, labels.site_search, more=index))
    writer.put(header(document, text(labels.site_search), trail, logo, search=False))
    writer.put(columns(contents))
    write_filters(document, writer, labels.site_search)
    writer.put(
        f'<p class="without-script">{text(labels.search_unavailable)}</p>\n'
        f'<ol class="found" data-hits="{attribute(labels.search_hits)}"></ol>\n{end(document)}'
    )
    writer.flush()


def index_source(document: Document, pages: Iterable[Page], classes: Mapping[str, str]) -> str:
    """What the search looks through, as a script.

    Pages that are opened without a server may load scripts, but no data.

    Args:
        document: The document.

        pages: All pages.

        classes: The class of each status, by its id.

    Returns:
        The source, one line for each page.
    """
    entries = (_entry(page, classes) for page in pages if page.kind not in _LEFT_OUT)
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    return permitted(f"globalThis.kommunalNhPages = [\n{lines}\n];\n")


def _entry(page: Page, classes: Mapping[str, str]) -> dict[str, Any]:
    body = [" ".join(one.split()) for one in words(page.blocks)][1:]
    entry = {
        "address": f"{page.name}.html",
        "title": name(page),
        "text": " ".join(filter(None, body)),
        "facets": list(_facets(page)),
    }
    mark = first_mark(page.blocks) if page.kind == "project" else None
    if mark is not None:
        entry |= {"status": mark.text, "class": classes.get(mark.status, "status-0")}
    return entry


def _facets(page: Page) -> Iterator[str]:
    for block in page.blocks:
        if isinstance(block, Section):
            for key, options in block.facets.items():
                yield from (facet_token(key, option) for option in options)
