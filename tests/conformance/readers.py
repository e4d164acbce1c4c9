"""Files as a reader sees them, by other people's libraries: lxml, cmark-gfm, poppler."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cmarkgfm
import lxml.html
from cmarkgfm.cmark import Options
from tests.plugins.docx_reading import paragraphs
from tests.plugins.pdf_reading import spoken_words

_UNSEEN = {"head", "script", "style", "template", "nav", "form"}
_INLINE = {"a", "b", "code", "del", "em", "i", "ins", "span", "strong", "wbr"}


def docx_words(file: Path) -> str:
    """The paragraphs of a Word file, those in tables too."""
    return "\n".join(words for _, words in paragraphs(file))


def html_words(file: Path) -> str:
    """What a page shows."""
    return shown(file.read_text("utf-8"))


def markdown_words(file: Path) -> str:
    """What GitHub shows of a Markdown file."""
    options = Options.CMARK_OPT_UNSAFE
    return shown(cmarkgfm.github_flavored_markdown_to_html(file.read_text("utf-8"), options))


def pdf_words(file: Path) -> str:
    """What the tag tree of a PDF says, without what the pages repeat."""
    return spoken_words(file)


def shown(html: str) -> str:
    """The words of a page, with a space wherever it breaks the line."""
    return "".join(_texts(lxml.html.document_fromstring(html or "<p></p>")))


def _texts(element: lxml.html.HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in _UNSEEN or element.get("hidden"):
        return
    gap = "" if element.tag in _INLINE else "\n"
    yield gap + (element.text or "")
    for child in element:
        yield from _texts(child)
        yield child.tail or ""
    yield gap
