"""Which function writes which block, and where the markup goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import count, groupby
from typing import Any, BinaryIO

from kommunal_nh.document import (
    Block,
    Chart,
    Document,
    Figure,
    Heading,
    Inline,
    Legend,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Section,
    Table,
    TableOfContents,
    TitlePage,
)
from kommunal_nh_html.changes import deletion, insertion
from kommunal_nh_html.contents import write_contents_again
from kommunal_nh_html.escaping import permitted
from kommunal_nh_html.facts import is_fact, write_facts
from kommunal_nh_html.headings import write_heading
from kommunal_nh_html.inlines import Looks, inlines
from kommunal_nh_html.media import write_chart, write_figure
from kommunal_nh_html.sections import write_section
from kommunal_nh_html.setting import ONE_PAGE, Setting
from kommunal_nh_html.statuses import chip_classes, status_classes, write_legend
from kommunal_nh_html.tables import write_table
from kommunal_nh_html.texts import (
    write_list,
    write_page_break,
    write_paragraph,
    write_quote,
    write_title_again,
)

_PIECES_IN_MEMORY = 8192


class Writer:
    """Takes pieces of markup and writes them in batches, so that memory does not grow.

    Attributes:
        document: The document that is written.
        put: Takes the next piece of markup.
        serial: Numbers for ids that no anchor gives.
        setting: What depends on the page that is written.
    """

    def __init__(self, document: Document, out: BinaryIO, setting: Setting = ONE_PAGE) -> None:
        self.document = document
        self.setting = setting
        self.serial = count(1)
        self.classes = status_classes(document.statuses)
        labels = document.labels
        changes = (insertion(labels), deletion(labels))
        self._looks = Looks(self.classes, chip_classes(document.chips), *changes, setting.address)
        self._out = out
        self._pieces: list[str] = []
        self.put = self._pieces.append

    def inlines(self, content: Iterable[Inline]) -> str:
        """Inline content as markup.

        Args:
            content: The inlines.

        Returns:
            The markup.
        """
        return inlines(content, self._looks)

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Write blocks one after another.

        Args:
            blocks: The blocks.
        """
        for are_facts, run in groupby(blocks, is_fact):
            if are_facts:
                write_facts(run, self)
            else:
                self._each(run)

    def _each(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            _WRITERS[type(block)](block, self)
            self.flush_when_full()

    def flush_when_full(self) -> None:
        """Write what was put so far if it is much."""
        if len(self._pieces) > _PIECES_IN_MEMORY:
            self.flush()

    def flush(self) -> None:
        """Write what was put so far."""
        self._out.write(permitted("".join(self._pieces)).encode())
        self._pieces.clear()


_WRITERS: dict[type, Callable[[Any, Writer], None]] = {
    Section: write_section,
    TitlePage: write_title_again,
    TableOfContents: write_contents_again,
    Heading: write_heading,
    Paragraph: write_paragraph,
    List: write_list,
    Table: write_table,
    Figure: write_figure,
    Chart: write_chart,
    Legend: write_legend,
    Quote: write_quote,
    PageBreak: write_page_break,
}
