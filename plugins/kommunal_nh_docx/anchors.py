"""Anchors that their bookmarks do not tell, kept in the file so that it can be read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from lxml import etree

from kommunal_nh.document import Block, Section
from kommunal_nh_docx.bookmarks import bookmark
from kommunal_nh_docx.settings import before_those_behind
from kommunal_nh_docx.xml import clean, name

if TYPE_CHECKING:
    from lxml.etree import _Element


def keep_anchors(settings: _Element, blocks: Iterable[Block]) -> None:
    """Write down which anchor each bookmark stands for, where its name is a hash.

    Args:
        settings: The `w:settings` of the file.

        blocks: The blocks of the document.
    """
    hashed = {bookmark(anchor): anchor for anchor in _anchors(blocks)}
    kept = {mark: anchor for mark, anchor in hashed.items() if mark.replace("_", "-") != anchor}
    if not kept:
        return
    variables = etree.Element(name("docVars"))
    for mark, anchor in kept.items():
        variable = etree.SubElement(variables, name("docVar"))
        variable.set(name("name"), mark)
        variable.set(name("val"), clean(anchor))
    before_those_behind(settings, "docVars", variables)


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Section):
            if block.anchor:
                yield block.anchor
            yield from _anchors(block.blocks)
