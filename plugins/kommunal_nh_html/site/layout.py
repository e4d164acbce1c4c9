"""One page of a site, from head to footer."""

from __future__ import annotations

from kommunal_nh.document import Document, TitlePage
from kommunal_nh_html import frame
from kommunal_nh_html.controls import controls
from kommunal_nh_html.escaping import attribute, text
from kommunal_nh_html.frame import MAIN, TOP, as_of, footer, skip_link
from kommunal_nh_html.policy import site_policy
from kommunal_nh_html.site.places import SEARCH

STYLE, SCRIPT, EARLY = "dateien/aussehen.css", "dateien/verhalten.js", "dateien/zuerst.js"


def head(document: Document, title: str, description: str = "", more: str = "") -> str:
    """Everything up to the start of the body.

    Args:
        document: The document.

        title: What the page is called; empty for the first one.

        description: What is on it, in a sentence.

        more: Further elements.

    Returns:
        The markup.
    """
    whole = " – ".join(filter(None, (title, document.title, "" if title else as_of(document))))
    fields = {"author": document.publisher, "description": description or document.subject}
    described = "".join(
        f'<meta name="{name}" content="{attribute(words)}">\n'
        for name, words in fields.items()
        if words
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{attribute(document.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{site_policy()}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{text(whole)}</title>\n<meta name="color-scheme" content="light dark">\n'
        f'{described}<link rel="icon" href="data:,">\n{more}'
        f'<link rel="stylesheet" href="{STYLE}">\n<script src="{EARLY}"></script>\n'
        f'<script src="{SCRIPT}" defer></script>\n</head>\n<body>\n{skip_link(document)}'
    )


def first_header(document: Document, cover: TitlePage | None, logo: str = "") -> str:
    """The title page as the head of the first page, with the search.

    Args:
        document: The document.

        cover: Its title page, if it has one.

        logo: Markup of the logo.

    Returns:
        The markup.
    """
    return frame.header(document, cover, logo, search_form(document))


def header(
    document: Document, title: str, trail: str, logo: str = "", *, search: bool = True
) -> str:
    """The head of any other page: whose site it is, where one is, and the page's title.

    Args:
        document: The document.

        title: Markup of the title.

        trail: Markup of the pages above.

        logo: Markup of the logo.

        search: Whether one can search from here.

    Returns:
        The markup.
    """
    site = f'<p class="site"><a href="index.html">{text(document.title)}</a></p>\n'
    form = search_form(document) if search else ""
    return _header(f"{logo}{site}{trail}<h1>{title}</h1>\n{form}")


def _header(inner: str) -> str:
    return f'<header id="{TOP}">\n<div>\n{inner}</div>\n</header>\n'


def search_form(document: Document) -> str:
    """The field that leads to the search; it stays hidden until the script has started.

    Args:
        document: The document.

    Returns:
        The markup.
    """
    words = text(document.labels.site_search)
    return (
        f'<form class="site-search" role="search" action="{SEARCH}" hidden>\n'
        f'<label class="unseen" for="seite__suche">{text(document.labels.search)}</label>\n'
        '<input type="search" id="seite__suche" name="suche" autocomplete="off">\n'
        f"<button>{words}</button>\n</form>\n"
    )


def columns(contents: str) -> str:
    """Everything between head and content.

    Args:
        contents: Markup of the contents.

    Returns:
        The markup.
    """
    return f'<div class="columns">\n{contents}<main id="{MAIN}" tabindex="-1">\n'


def end(document: Document) -> str:
    """Everything behind the content.

    Args:
        document: The document.

    Returns:
        The markup.
    """
    return f"</main>\n</div>\n{footer(document)}{controls(document)}</body>\n</html>\n"
