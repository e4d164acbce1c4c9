"""What stands around the content: head, title page and footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunal_nh.labels import fill
from kommunal_nh_html.escaping import attribute, text
from kommunal_nh_html.policy import policy
from kommunal_nh_html.styles import early_script

if TYPE_CHECKING:
    from kommunal_nh.document import Document, TitlePage

TOP = "seite__anfang"
MAIN = "seite__inhalt"


def head(document: Document, style: str, script: str) -> str:
    """Everything up to the start of the body.

    Args:
        document: The document.

        style: The style sheet.

        script: The script, which stands at the end of the body.

    Returns:
        The markup.
    """
    title = f"{document.title} – {as_of(document)}"
    early = early_script()
    return (
        f'<!DOCTYPE html>\n<html lang="{attribute(document.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(style, early, script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{text(title)}</title>\n<meta name="color-scheme" content="light dark">\n'
        f"{_described(document)}"
        # Without this line browsers ask the server for an icon.
        f'<link rel="icon" href="data:,">\n<style>{style}</style>\n'
        f"<script>{early}</script>\n</head>\n"
    )


def _described(document: Document) -> str:
    fields = {"author": document.publisher, "description": document.subject}
    return "".join(
        f'<meta name="{name}" content="{attribute(words)}">\n'
        for name, words in fields.items()
        if words
    )


def skip_link(document: Document) -> str:
    """The first thing that the keyboard reaches.

    Args:
        document: The document.

    Returns:
        The markup.
    """
    return f'<a class="skip" href="#{MAIN}">{text(document.labels.skip_link)}</a>\n'


def header(document: Document, cover: TitlePage | None, logo: str = "", more: str = "") -> str:
    """The title page as the head of the page.

    Args:
        document: The document.

        cover: Its title page, if it has one.

        logo: Markup of the logo.

        more: Markup that stands below.

    Returns:
        The markup.
    """
    title = (cover and cover.title) or document.title
    subtitle = (
        f'<p class="subtitle">{text(cover.subtitle)}</p>\n' if cover and cover.subtitle else ""
    )
    lines = "".join(f"<p>{text(line)}</p>\n" for line in cover.lines) if cover else ""
    return (
        f'<header id="{TOP}">\n<div>\n{logo}<h1>{text(title)}</h1>\n{subtitle}{lines}'
        f"{more}</div>\n</header>\n"
    )


def footer(document: Document) -> str:
    """Who answers for the page, of which day it speaks, and the way back to its top.

    Args:
        document: The document.

    Returns:
        The markup.
    """
    words = text(document.labels.back_to_top)
    return (
        f"<footer>\n<div>\n<p>{text(document.publisher)}</p>\n<p>{text(as_of(document))}</p>\n"
        f'<p class="to-top"><a href="#{TOP}"><span>{words}</span></a></p>\n'
        "</div>\n</footer>\n"
    )


def as_of(document: Document) -> str:
    """The day that a document speaks of, in words.

    Args:
        document: The document.

    Returns:
        Words such as `Stand: 01.10.2023`.
    """
    labels = document.labels
    return fill(labels.as_of, stand=labels.date(document.as_of))
