"""Anchors that their bookmarks do not tell, kept in the file so that it can be read back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lxml import etree

from kommunal_nh_docx.bookmarks import bookmark
from kommunal_nh_docx.settings import before_those_behind
from kommunal_nh_docx.xml import clean, name

if TYPE_CHECKING:
    from lxml.etree import _Element


def keep_anchors(settings: _Element, anchors: Iterable[str]) -> None:
    """Write down which anchor each bookmark stands for, where its name is a hash.

    Args:
        settings: The `w:settings` of the file.

        anchors: The anchors of all sections.
    """
    marks = {bookmark(anchor): anchor for anchor in anchors}
    kept = {mark: anchor for mark, anchor in marks.items() if mark.replace("_", "-") != anchor}
    if not kept:
        return
    variables = etree.Element(name("docVars"))
    for mark, anchor in kept.items():
        variable = etree.SubElement(variables, name("docVar"))
        variable.set(name("name"), mark)
        variable.set(name("val"), clean(anchor))
    before_those_behind(settings, "docVars", variables)
