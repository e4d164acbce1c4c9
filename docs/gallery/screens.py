"""What a browser shows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import cmarkgfm
from cmarkgfm.cmark import Options as Cmark
from printed import run
from views import Screen

_SCRIPT = Path(__file__).with_name("screens.cjs")
_PAGE = "<!doctype html><html lang=de><title>Markdown</title><style>{}</style><main>{}</main>"
_STYLE = (
    "main{max-width:46rem;margin:auto;font:16px/1.5 sans-serif}"
    "td,th{border:1px solid #ccc;padding:.3em .6em}table{border-collapse:collapse}"
)


def screens(built: Path, views: Sequence[Screen], scratch: Path) -> list[Path]:
    """Picture what a browser shows.

    Args:
        built: An HTML or Markdown file, or a folder of them.

        views: What to look at, and how.

        scratch: A folder for the pictures.

    Returns:
        One picture for each view.
    """
    scratch.mkdir()
    pictures = [scratch / f"{place:02}.png" for place in range(len(views))]
    orders = [
        {
            "file": str(_readable(built / view.page if view.page else built, scratch)),
            "target": str(picture),
            "at": view.at,
            "width": view.width,
            "height": view.height,
            "dark": view.dark,
        }
        for view, picture in zip(views, pictures, strict=True)
    ]
    run("node", str(_SCRIPT), json.dumps(orders))
    return pictures


def _readable(file: Path, scratch: Path) -> Path:
    """Markdown as the parser of a Git host makes HTML of it."""
    if file.suffix != ".md":
        return file
    page = scratch / f"{file.parent.name}-{file.stem}.html"
    content = cmarkgfm.github_flavored_markdown_to_html(
        file.read_text(encoding="utf-8"), Cmark.CMARK_OPT_UNSAFE
    )
    page.write_text(_PAGE.format(_STYLE, content), encoding="utf-8")
    return page
