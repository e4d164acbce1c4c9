"""The style sheet and the script of a page."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from kommunal_nh_html.escaping import css_string
from kommunal_nh_html.statuses import status_rules

if TYPE_CHECKING:
    from kommunal_nh.document import Document

_COUNTERS = {"{seite}": "counter(page)", "{seiten}": "counter(pages)"}


def script() -> str:
    """The script of every page.

    Returns:
        The source.
    """
    return _resource("report.js")


def style(document: Document) -> str:
    """The style sheet of a document's page.

    Args:
        document: The document.

    Returns:
        The source: the common rules, the look of the statuses, and the words in the margins of
        printed pages.
    """
    rules = (_resource("report.css"), status_rules(document.statuses), _page_rules(document))
    return "\n".join(rule for rule in rules if rule)


@cache
def _resource(name: str) -> str:
    # Without white space at the ends, which not everybody counts when comparing with the hash.
    return (files("kommunal_nh_html") / name).read_text(encoding="utf-8").strip()


def _page_rules(document: Document) -> str:
    page = " ".join(_counted(piece) for piece in _pieces(document.labels.page))
    return (
        f"@page {{ @top-left {{ content: {css_string(document.title)}; }}"
        f" @bottom-left {{ content: {css_string(document.publisher)}; }}"
        f" @bottom-right {{ content: {page or 'none'}; }} }}"
    )


def _pieces(label: str) -> list[str]:
    return [piece for piece in re.split(r"(\{seiten?\})", label) if piece]


def _counted(piece: str) -> str:
    return _COUNTERS.get(piece) or css_string(piece)
