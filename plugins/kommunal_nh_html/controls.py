"""What the scripts make their buttons of, with the words of the labels, and where they speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunal_nh_html.escaping import attribute

if TYPE_CHECKING:
    from kommunal_nh.document import Document

SPEAKER = "seite__meldung"

_LINK = (
    '<path d="M6.5 9.5l3-3M7 4.5l1.3-1.3a3.2 3.2 0 0 1 4.5 4.5L11.5 9'
    'M9 11.5l-1.3 1.3a3.2 3.2 0 0 1-4.5-4.5L4.5 7"/>'
)
_HALF_DISC = (
    '<path d="M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z"/>'
    '<path fill="currentColor" d="M8 2v12a6 6 0 0 0 0-12z"/>'
)


def controls(document: Document) -> str:
    """Templates of buttons, which browsers do not show, and the place for what is only heard.

    Args:
        document: The document.

    Returns:
        The markup.
    """
    labels = document.labels
    copying = (
        f' data-done="{attribute(labels.link_copied)}"'
        f' data-failed="{attribute(labels.link_in_address)}"'
    )
    switching = ' aria-pressed="false"'
    return (
        f'<p class="unseen" role="status" id="{SPEAKER}"></p>\n'
        f"{_template('copy-link', labels.copy_link, copying, _LINK)}"
        f"{_template('theme-switch', labels.dark, switching, _HALF_DISC)}"
    )


def _template(name: str, words: str, more: str, drawing: str) -> str:
    said = attribute(words)
    return (
        f'<template data-button="{name}">'
        f'<button type="button" class="{name}" title="{said}" aria-label="{said}"{more}>'
        f'<svg viewBox="0 0 16 16" aria-hidden="true">{drawing}</svg></button>'
        "</template>\n"
    )
