"""Where the links of pages lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import attrs

from kommunal_nh.testing.promise import squeezed

_ADDRESSES = ("href", "src")


@attrs.define
class _Found(HTMLParser):
    """Collects addresses and anchors of a page."""

    addresses: list[str] = attrs.field(factory=list)
    anchors: set[str] = attrs.field(factory=set)
    words: list[str] = attrs.field(factory=list)
    inside: bool = False

    def __attrs_pre_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.inside = True
            self.words.append("")
        for name, value in attributes:
            if name in _ADDRESSES and value is not None:
                self.addresses.append(value)
            elif name == "id" or (tag == "a" and name == "name"):
                self.anchors.add(value or "")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "a"

    def handle_data(self, words: str) -> None:
        if self.inside:
            self.words[-1] += words


def linked_words(pages: Mapping[str, str]) -> set[str]:
    """The words of all links.

    Args:
        pages: HTML by path of the file.

    Returns:
        The words of each.
    """
    return {squeezed(words) for html in pages.values() for words in _found(html).words}


def internal(pages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The links of pages that do not lead out.

    Args:
        pages: HTML by path of the file.

    Yields:
        Path of the page, and the address as it stands there.
    """
    for name, html in pages.items():
        for address in _found(html).addresses:
            parts = urlsplit(address)
            if not parts.scheme and not parts.netloc:
                yield name, address


def leads_nowhere(pages: Mapping[str, str], files: set[str], name: str, address: str) -> bool:
    """Whether a link leads to a file or anchor that is not there.

    Args:
        pages: HTML by path of the file.

        files: Paths of all files.

        name: Path of the page with the link.

        address: The link.

    Returns:
        True for a dead link.
    """
    parts = urlsplit(address)
    target = normpath(join(dirname(name), unquote(parts.path))) if parts.path else name
    if target not in files:
        return True
    fragment = unquote(parts.fragment)
    return bool(fragment) and fragment not in _found(pages.get(target, "")).anchors


def _found(html: str) -> _Found:
    found = _Found()
    found.feed(html)
    return found
