"""The language of each page and of each link to one, for screen readers, hyphens and search."""

from __future__ import annotations

from fnmatch import fnmatch
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

AFTER_THE_THEME = 900
WORDS = {
    "Back to top": "Zum Anfang",
    "Home": "Start",
    "Next": "Weiter",
    "On this page": "Auf dieser Seite",
    "Previous": "Zurück",
    "Search": "Suchen",
    "Skip to content": "Zum Inhalt springen",
}
"""The theme's words on German pages; it brings no translation, and Sphinx translates only whole
sites."""


def setup(app: Sphinx) -> None:
    """Connect with Sphinx.

    Args:
        app: The running Sphinx.
    """
    app.add_config_value("german_pages", [], "html", list)
    app.connect("html-page-context", _mark, priority=AFTER_THE_THEME)


def language_of(page: str, german: list[str]) -> str:
    """The language of a page.

    Args:
        page: Its name, without suffix.

        german: Patterns of the names of German pages.

    Returns:
        `de` or `en`.
    """
    return "de" if any(fnmatch(page, pattern) for pattern in german) else "en"


def _mark(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    german = app.config.german_pages
    context["language"] = language_of(page, german)
    if context["language"] == "de":
        context["_"] = context["gettext"] = lambda text: WORDS.get(text.strip(), text)
    context["furo_navigation_tree"] = _spoken(context.get("furo_navigation_tree", ""), page, german)


def _spoken(navigation: str, page: str, german: list[str]) -> str:
    """The navigation with languages, and with the level that the theme's headings lack."""
    tree = BeautifulSoup(navigation, "html.parser")
    for heading in tree.select("[role=heading]"):
        heading["aria-level"] = "2"
    for link in tree.select("a[href]"):
        target = str(link["href"]).removesuffix(".html")
        name = page if target == "#" else normpath(join(dirname(page), target))
        link["lang"] = language_of(name, german)
    return str(tree)
