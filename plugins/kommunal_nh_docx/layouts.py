"""The pages of a file: size and margins of the base or template, with header and footer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from kommunal_nh_docx.headers import add_footer, add_header
from kommunal_nh_docx.pages import Kind, Layout
from kommunal_nh_docx.template import references
from kommunal_nh_docx.xml import R, W, name

if TYPE_CHECKING:
    from docx.document import Document as Word
    from lxml.etree import _Element

    from kommunal_nh.document import Document

_KEPT = ("pgSz", "pgMar", "paperSrc", "pgBorders", "docGrid")
_A4 = {"w": "11906", "h": "16838"}
_MARGINS = {
    "top": "1531",
    "right": "1304",
    "bottom": "1304",
    "left": "1304",
    "header": "680",
    "footer": "567",
    "gutter": "0",
}
_NARROWEST = 2000


def layouts(word: Word, document: Document, ids: Mapping[str, str]) -> dict[Kind, Layout]:
    """The kinds of pages.

    Args:
        word: The file; header and footer are added to it if it has none.

        document: What they say.

        ids: Ids of our styles.

    Returns:
        One layout for each kind.
    """
    size = _size(word)
    upright, wide = _turned(size, wide=False), _turned(size, wide=True)
    own = references(word)
    has_first = word.element.body.find(f".//{name('titlePg')}") is not None
    title = has_first or not own
    heads = {
        kind: own | _missing(word, document, ids, _width(page), own)
        for kind, page in (("portrait", upright), ("landscape", wide))
    }
    return {
        "title": _layout(upright, heads["portrait"], title=title),
        "portrait": _layout(upright, heads["portrait"], title=False),
        "landscape": _layout(wide, heads["landscape"], title=False),
    }


_References = dict[tuple[str, str], str]
_ADD: Mapping[str, Callable[[Word, Document, str, int], str]]
