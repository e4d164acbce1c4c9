"""HTML: pages of this library, of word processors and of others."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import TYPE_CHECKING

from kommunal_nh import UsageError
from kommunal_nh.importers import Manuscript
from kommunal_nh_readers.limits import bytes_of, decoded

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 4096
"""Browsers look for the encoding in as many bytes."""


def read(source: Path) -> Manuscript:
    """Read a page.

    Args:
        source: The file.

    Returns:
        What the importer promises.

    Raises:
        UsageError: The file can not be read.
    """
    data = bytes_of(source)
    markup = decoded(data, source.name, _declared(data))
    return manuscript_of(parsed(markup, source.name), source.name)


def parsed(markup: str, name: str) -> _Element:
    """Markup as a tree.

    Args:
        markup: HTML, well formed or not.

        name: Name of the file, for messages.

    Returns:
        Its root.

    Raises:
        UsageError: It has nothing to read, or is nested too deeply.
    """
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise _too_deep(name)
    if root is None:
        raise UsageError(f"In {name} steht nichts, was gelesen werden kann.")
    return root


def manuscript_of(root: _Element, name: str, *, own: bool = False) -> Manuscript:
    """What stands where on a page.

    Args:
        root: The page.

        name: Name of the file.

        own: This library wrote it, even if the page does not say so.

    Returns:
        The manuscript.

    Raises:
        UsageError: It is nested too deeply.
    """
    from kommunal_nh_readers.html_blocks import Blocks
    from kommunal_nh_readers.html_contents import with_contents
    from kommunal_nh_readers.html_own import filter_names, is_own, told_in_head

    own = own or is_own(root)
    blocks = Blocks(own=own, told=root.get("data-line") is not None)
    try:
        blocks.read(root)
    except RecursionError:
        raise _too_deep(name) from None
    found = blocks.found if own else list(with_contents(blocks.found))
    return Manuscript(
        name,
        (*told_in_head(root, found, own=own), *found),
        is_own=own,
        names=filter_names(root) if own else {},
        language=root.get("lang") or "",
    )


def _too_deep(name: str) -> UsageError:
    return UsageError(
        f"{name} ist zu tief verschachtelt (Elemente in Elementen) und wird nicht gelesen. Bitte "
        "die Datei in einem Textprogramm öffnen und neu speichern."
    )


def _declared(data: bytes) -> str:
    """The encoding that a page says it has, if there is such a one."""
    found = _CHARSET.search(data[:_HEAD])
    try:
        return codecs.lookup(found[1].decode("ascii")).name if found else ""
    except LookupError:
        return ""
