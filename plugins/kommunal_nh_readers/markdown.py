"""Markdown: CommonMark with tables; as in our own texts, an asterisk inside a word is a letter."""

from __future__ import annotations

import re
from pathlib import Path

from markdown_it import MarkdownIt

from kommunal_nh import UsageError
from kommunal_nh.importers import Manuscript, star_in_word
from kommunal_nh_readers.html import manuscript_of, parsed
from kommunal_nh_readers.limits import text_of

_DEEPEST = 60
_ANCHOR = re.compile(r'^<a id="([^"\n]+)" name="\1"></a>$', re.MULTILINE)
"""How this library writes the id of what follows."""


def read(source: Path) -> Manuscript:
    """Read a Markdown file.

    Args:
        source: The file.

    Returns:
        What the importer promises.

    Raises:
        UsageError: The file can not be read.
    """
    text = text_of(source)
    page = _page(text, source.name)
    own = _ANCHOR.search(text) is not None
    return manuscript_of(parsed(page, source.name), source.name, own=own)


def _page(text: str, name: str) -> str:
    """A text as a page whose blocks say in which line they stand."""
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    parser.inline.ruler.before("emphasis", "star_in_word", star_in_word)  # Bürger*innen
    tokens = parser.parse(text)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        raise UsageError(
            f"{name} ist tiefer verschachtelt als {_DEEPEST} Ebenen und wird nicht gelesen. Bitte "
            "Listen und Zitate einfacher aufbauen."
        )
    for token in tokens:
        if token.map and token.nesting >= 0:
            token.attrSet("data-line", str(token.map[0] + 1))
    body = parser.renderer.render(tokens, parser.options, {})
    return f'<html data-line="1"><body data-line="1">{body}</body></html>'
