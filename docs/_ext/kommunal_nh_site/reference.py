"""Fills the pages below docs/generated when the site is built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kommunal_nh_site.api import signature_of
from kommunal_nh_site.pages import PAGES

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Connect with Sphinx.

    Args:
        app: The running Sphinx.
    """
    app.connect("source-read", _fill)
    app.connect("env-get-outdated", lambda *_: list(PAGES))  # the code may have changed
    app.connect("autodoc-process-signature", _shorten)


def _fill(app: Sphinx, page: str, source: list[str]) -> None:
    if page in PAGES:
        source[0] += "\n" + PAGES[page]()


def _shorten(
    app: Sphinx, what: str, name: str, thing: Any, options: Any, arguments: str, result: str
) -> tuple[str, str] | None:
    """The arguments of a class without defaults that would fill the screen."""
    return (signature, "") if (signature := signature_of(thing)) else None
