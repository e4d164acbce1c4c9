"""The style sheet and the script of a page, put together from files for one concern each."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from kommunal_nh_html.escaping import css_string
from kommunal_nh_html.statuses import chip_rules, status_rules

if TYPE_CHECKING:
    from kommunal_nh.document import Document

LOOK = (
    "tokens",
    "type",
    "roles",
    "changes",
    "frame",
    "top",
    "contents",
    "filters",
    "projects",
    "statuses",
    "tables",
    "sorting",
    "widths",
    "media",
    "wide",
    "stacked",
    "contrast",
    "page",
    "print",
    "sheets",
    "house",
)
"""The style sheets in `look/`, in the order in which they apply: later ones may overrule."""

EARLY = ("early",)
"""What of `behaviour/` runs before anything is drawn."""

BEHAVIOUR = (
    "ready",
    "address",
    "filters",
    "contents",
    "place",
    "links",
    "theme",
    "tables",
    "sorting",
    "top",
    "printing",
)
"""The scripts in `behaviour/`, in the order in which they start.

Each does one thing, and nothing where the page has no elements for it.
"""

SITE_LOOK = ("search", "site", "cards", "handout")
"""What of `look/` only the pages of a site have, after all others."""

SITE_BEHAVIOUR = ("site", "rows", "found")
"""What of `behaviour/` only the pages of a site have."""

_COUNTERS = {"{seite}": "counter(page)", "{seiten}": "counter(pages)"}


def script() -> str:
    """The script of every page, for the end of its body.

    Returns:
        The source.
    """
    return _script(BEHAVIOUR)


def site_script() -> str:
    """The script of the pages of a site.

    Returns:
        The source.
    """
    return _script((*BEHAVIOUR, *SITE_BEHAVIOUR))


def _script(names: tuple[str, ...]) -> str:
    return f'"use strict";\n(() => {{\n{_joined("behaviour", names, ".js")}\n}})();'


def early_script() -> str:
    """The script for the head of every page: what must be known before anything is drawn.

    Returns:
        The source.
    """
    return _joined("behaviour", EARLY, ".js")


def style(document: Document, own: str = "") -> str:
    """The style sheet of a document's page.

    Args:
        document: The document.

        own: Rules of the house style.

    Returns:
        The source: the common rules, the look of the statuses, the words in the margins of
        printed pages, and the house style.
    """
    return _style(document, LOOK, own)


def site_style(document: Document, own: str = "") -> str:
    """The style sheet of the pages of a site.

    Args:
        document: The document.

        own: Rules of the house style.

    Returns:
        The source.
    """
    return _style(document, (*LOOK, *SITE_LOOK), own)


def _style(document: Document, names: tuple[str, ...], own: str) -> str:
    look = _joined("look", names, ".css")
    rules = (
        look,
        status_rules(document.statuses) + chip_rules(document.chips),
        _page_rules(document),
        own.strip(),
    )
    return "\n".join(rule for rule in rules if rule)


@cache
def _joined(folder: str, names: tuple[str, ...], suffix: str) -> str:
    # Without white space at the ends, which not everybody counts when comparing with the hash.
    sources = (files("kommunal_nh_html") / folder / f"{name}{suffix}" for name in names)
    return "\n".join(source.read_text(encoding="utf-8").strip() for source in sources)


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
