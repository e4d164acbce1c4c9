"""Where the writers of blocks write to, and what they have to know of one another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import attrs

from kommunal_nh.document import Block, Inline, StatusStyle, plain_text
from kommunal_nh_docx.bookmarks import bookmark
from kommunal_nh_docx.cover import Cover
from kommunal_nh_docx.heading_pages import PrintedHeading
from kommunal_nh_docx.inlines import Words
from kommunal_nh_docx.numbering import Numbering
from kommunal_nh_docx.page_numbers import PageNumbers
from kommunal_nh_docx.pages import Kind, Pages
from kommunal_nh_docx.paragraphs import opening, tracked
from kommunal_nh_docx.pictures import Pictures

_DEEPEST_INDENT = 4000


@attrs.frozen(eq=False, repr=False)
class Place:
    """Where a block stands.

    Attributes:
        page: The pages it is on.
        indent: From the left, in twentieths of a point.
        depth: In how many lists it is.
        style: Our style for plain text here, or nothing.
    """

    page: Kind = "portrait"
    indent: int = 0
    depth: int = 0
    style: str = ""

    def indented(self, by: int, style: str) -> Place:
        """A place further right.

        Args:
            by: How far, in twentieths of a point.

            style: Our style for plain text there.

        Returns:
            The place; very deep ones stay where there still is room for words.
        """
        return attrs.evolve(self, indent=min(self.indent + by, _DEEPEST_INDENT), style=style)


def _closed(xml: str) -> None:
    raise RuntimeError(f"The document part is not open for {xml!r}.")


@attrs.define(eq=False, repr=False)
class Body:
    """The body of one file while it is written.

    Attributes:
        statuses: The statuses of the document, for the legend.
        ids: Ids of our styles in this file.
        numbered: Ids of the styles that number their paragraphs.
        pages: The pages.
        words: Writes inlines.
        numbering: Takes the lists.
        pictures: Takes the pictures.
        serial: Gives bookmarks and changes numbers that are theirs alone.
        cover: The template's cover, which takes the place of our title page.
        write: Takes the next piece of XML, once the document part is open.
        wants_page: Whether the next paragraph begins a page; None leaves it to its style.
        is_headed: The last paragraph was a heading.
        follower: The block behind the one that is being written, if there is one beside it.
        change: What the last paragraph says of being new or gone.
        page_numbers: The page numbers of the table of contents, if it shall have any.
        has_contents: A table of contents was written.
        anchors: All anchors so far.
        headings: All headings so far, if the table of contents shall have page numbers.
    """

    statuses: Sequence[StatusStyle]
    ids: Mapping[str, str]
    numbered: frozenset[str]
    pages: Pages
    words: Words
    numbering: Numbering
    pictures: Pictures
    serial: Iterator[int]
    cover: Cover | None = None
    write: Callable[[str], None] = _closed
    wants_page: bool | None = None
    is_headed: bool = False
    follower: Block | None = None
    change: str = ""
    page_numbers: PageNumbers | None = None
    has_contents: bool = False
    anchors: list[str] = attrs.field(factory=list)
    headings: list[PrintedHeading] = attrs.field(factory=list)
    _anchors: list[str] = attrs.field(factory=list, init=False)

    def begin(self, place: Place) -> None:
        """Make sure that the right pages are being written.

        Args:
            place: Where the next block stands.
        """
        if place.page != self.pages.current:
            self.write(self.pages.turn(place.page))
            self.wants_page = None

    def paragraph(
        self,
        place: Place,
        runs: str,
        style: str = "",
        *,
        keep_next: bool = False,
        number: tuple[int, int] | None = None,
        indent: int = 0,
        hanging: int = 0,
        change: str = "",
    ) -> None:
        """Write a paragraph.

        Args:
            place: Where it stands.

            runs: Its runs.

            style: Id of one of our styles, or nothing for plain text.

            keep_next: On the same page as the next paragraph.

            number: Level and number of its list; (0, 0) switches a number off.

            indent: From the left, in twentieths of a point.

            hanging: How far its first line begins further left.

            change: What its mark says of being new or gone, if it is.
        """
        if place.page != self.pages.current:
            self.begin(place)
        style_id = self.ids[style] if style else ""
        start = opening(style_id, keep_next, self.wants_page, number, indent, hanging)
        if change:
            start = tracked(start, change)
        self.wants_page, self.is_headed = None, False
        self.change = change
        bookmarks = self.bookmarks() if self._anchors else ""
        self.write(f"{start}{bookmarks}{runs}</w:p>")

    def remember(self, anchor: str) -> None:
        """The next paragraph can be linked to.

        Args:
            anchor: Its anchor; nothing happens if it is empty.
        """
        if anchor:
            self._anchors.append(anchor)
            self.anchors.append(anchor)

    def note(self, heading: Sequence[Inline]) -> None:
        """Keep a heading that is about to be written, if its page will be asked for.

        Args:
            heading: Its number and words.
        """
        if self.page_numbers is not None:
            self.headings.append(PrintedHeading(plain_text(heading), tuple(self._anchors)))

    def bookmarks(self) -> str:
        """The bookmarks that belong here.

        Returns:
            XML; each bookmark is given out once.
        """
        found = "".join([self._bookmark(anchor) for anchor in self._anchors])
        self._anchors.clear()
        return found

    def _bookmark(self, anchor: str) -> str:
        number = next(self.serial)
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(anchor)}"/>'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )
