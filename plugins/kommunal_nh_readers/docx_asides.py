"""What stands beside the text of a Word file: notes, headers, footers, comments."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from kommunal_nh_readers.docx_markup import words_of
from kommunal_nh_readers.docx_names import name
from kommunal_nh_readers.docx_paragraphs import Found, ParagraphReader

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kommunal_nh_readers.docx_package import Package
    from kommunal_nh_readers.docx_styles import Styles

_KINDS = {"header": "Kopfzeile", "footer": "Fußzeile", "comments": "Kommentar"}
_SPECIAL = {"separator", "continuationSeparator", "continuationNotice"}


class Notes:
    """Footnotes and endnotes."""

    def __init__(self, package: Package, styles: Styles) -> None:
        self._package = package
        self._styles = styles
        self._parts = cache(self._read_part)

    def words(self, kind: str, key: str) -> str:
        """The words of a note.

        Args:
            kind: `footnotes` or `endnotes`.

            key: Its id.

        Returns:
            One line; empty if there is no such note.
        """
        return self._parts(kind).get(key, "")

    def _read_part(self, kind: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for part in self._package.related(kind):
            root = self._package.root(part)
            for note in () if root is None else root:
                if note.get(name("w:type")) not in _SPECIAL:
                    found[note.get(name("w:id"), "")] = _words(note, self._styles)
        return found


def asides(package: Package, styles: Styles, *, own: bool) -> Iterator[str]:
    """Headers, footers and comments.

    Args:
        package: The file.

        styles: Its styles.

        own: This library wrote the file: headers and footers are made anew each time.

    Yields:
        What each paragraph says, after what it is; the same words only once.
    """
    seen: set[str] = set()
    for kind, label in _KINDS.items() if not own else [("comments", _KINDS["comments"])]:
        for part in package.related(kind):
            root = package.root(part)
            for found in () if root is None else _paragraphs(root, styles):
                words = words_of(found.spans)
                if any(map(str.isalpha, words)) and words not in seen:
                    seen.add(words)
                    yield f"{label}: {words}"


def _words(element: _Element, styles: Styles) -> str:
    return " ".join(filter(None, (words_of(one.spans) for one in _paragraphs(element, styles))))


def _paragraphs(element: _Element, styles: Styles) -> Iterator[Found]:
    """Every paragraph, those in tables and text boxes too."""
    reader = ParagraphReader(styles, {})
    for paragraph in element.iter(name("w:p")):
        yield reader.read(paragraph)
