"""The order of the pages; it is in conf.py, since a Git host would show it as markup."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Connect with Sphinx.

    Args:
        app: The running Sphinx.
    """
    app.add_config_value("navigation", {}, "env", dict)
    app.connect("source-read", _add_contents)
    app.connect("build-finished", _copy_start)


def _add_contents(app: Sphinx, page: str, source: list[str]) -> None:
    if page == app.config.root_doc:
        source[0] += "".join(map(_contents, app.config.navigation.items()))


def _contents(part: tuple[str, list[str]]) -> str:
    caption, pages = part
    lines = ["", "```{toctree}", ":hidden:", ":glob:", f":caption: {caption}", "", *pages, "```"]
    return "\n".join([*lines, ""])


def _copy_start(app: Sphinx, problem: Exception | None) -> None:
    """A web server shows index.html where only a folder is asked for."""
    start = app.outdir / f"{app.config.root_doc}.html"
    if problem is None and start.is_file():
        shutil.copyfile(start, app.outdir / "index.html")
