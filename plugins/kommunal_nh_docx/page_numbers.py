"""Page numbers in the table of contents, as fields that Word can renew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from kommunal_nh_docx.bookmarks import bookmark
from kommunal_nh_docx.paragraphs import opening
from kommunal_nh_docx.tabs import right_tab

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNKNOWN = "0"  # only in a file that is made to find out the pages
_NO_RIGHT_INDENT = '<w:ind w:right="0"/>'  # LibreOffice drops a tab that is right of the text


@attrs.frozen(eq=False, repr=False)
class PageNumbers:
    """Knows on which pages the sections begin.

    Attributes:
        pages: The page of each section by its anchor.
        styles: The `w:styles` of the file.
    """

    pages: Mapping[str, int]
    styles: _Element

    def opening(self, style: str, width: int) -> str:
        """The beginning of a line that ends in a page number.

        Args:
            style: Id of its style.

            width: Width of the text.

        Returns:
            XML that is not closed yet.
        """
        tab = right_tab(self.styles, style, width, "dot")
        return opening(style).replace("</w:pPr>", f"{tab}{_NO_RIGHT_INDENT}</w:pPr>")

    def field(self, anchor: str) -> str:
        """The page number of a section.

        Args:
            anchor: Its anchor.

        Returns:
            A tab and a field with the number in it.
        """
        number = self.pages.get(anchor, _UNKNOWN)
        return (
            "<w:r><w:tab/></w:r>"
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> PAGEREF {bookmark(anchor)} \\h </w:instrText>'
            '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            f"<w:r><w:t>{number}</w:t></w:r>"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
