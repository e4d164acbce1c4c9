"""Files as a reader sees them, by other people's libraries: lxml, cmark-gfm, poppler."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import cmarkgfm
import lxml.html
from cmarkgfm.cmark import Options
from tests.plugins.docx_reading import paragraphs
from tests.plugins.pdf_reading import spoken_words
from tests.tag_tree import read_tags

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
    return shown(as_html(file.read_text("utf-8")))


_WAYS = re.compile(r"^\[[←↑].*\n?|^\[.* →\]\([^()]*\)$", re.MULTILINE)
_NEXT = re.compile(r"^\[.* →\]\(([^()]*)\)$", re.MULTILINE)


def wiki_words(folder: Path) -> str:
    """What GitHub shows of the pages of a folder, from each to the next, without the ways."""
    file, words = folder / "README.md", []
    while True:
        source = file.read_text("utf-8")
        words.append(shown(as_html(_WAYS.sub("", source))))
        found = _NEXT.search(source)
        if not found:
            return "\n".join(words)
        file = file.parent / found[1].rpartition("](")[2]


def site_words(folder: Path) -> str:
    """What the pages of a site show, from each to the next, without the ways."""
    file, words = folder / "index.html", []
    while True:
        words.append(html_words(file))
        found = lxml.html.parse(file).xpath("//a[@rel='next']/@href")
        if not found:
            return "\n".join(words)
        file = folder / found[0]


def as_html(source: str) -> str:
    """Markdown as GitHub reads it."""
    return cmarkgfm.github_flavored_markdown_to_html(source, Options.CMARK_OPT_UNSAFE)


def pdf_words(file: Path) -> str:
    """What the tag tree of a PDF says, without what the pages repeat."""
    return spoken_words(file)


def pdf_alternatives(file: Path) -> str:
    """The alternative texts of all tags of a PDF."""
    return "\n".join(tag.alt for tag in read_tags(file).root.walk())


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
