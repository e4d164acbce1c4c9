"""Bookmarks as ids, in files that this library wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from kommunal_nh_readers.docx_names import name

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kommunal_nh_readers.docx_styles import Styles

_READABLE = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_HASHED = re.compile(r"s_[a-z0-9_]*__[0-9a-f]{14}")


class Anchors:
    """Turns bookmarks back; those of other programs and of people are no ids.

    Bookmarks that can not be turned back are explained in the settings of the file. A program that
    forgets these settings makes the file one like any other.
    """

    def __init__(
        self, document: _Element | None, settings: _Element | None, styles: Styles
    ) -> None:
        self._document = document
        self._styles = styles
        self._kept = {
            variable.get(name("w:name"), ""): variable.get(name("w:val"), "")
            for variable in (() if settings is None else settings.iter(name("w:docVar")))
            if _HASHED.fullmatch(variable.get(name("w:name"), ""))
        }

    @cached_property
    def are_ids(self) -> bool:
        """Whether bookmarks are ids: the file is of ours, and each of them can be turned back."""
        if not self._styles.are_ours:
            return False
        names = [] if self._document is None else [
            mark.get(name("w:name"), "") for mark in self._document.iter(name("w:bookmarkStart"))
        ]  # fmt: skip
        hashed = {one for one in names if _HASHED.fullmatch(one)}
        return any(map(self._turned_back, names)) and hashed <= self._kept.keys()

    def of(self, bookmarks: Iterable[str]) -> str:
        """The id that a paragraph has.

        Args:
            bookmarks: The names in it.

        Returns:
            The first one as an id; empty if there is none.
        """
        if not self.are_ids:
            return ""
        return next(filter(None, map(self._turned_back, bookmarks)), "")

    def _turned_back(self, bookmark: str) -> str:
        if bookmark in self._kept:
            return self._kept[bookmark]
        return bookmark.replace("_", "-") if _READABLE.fullmatch(bookmark) else ""
