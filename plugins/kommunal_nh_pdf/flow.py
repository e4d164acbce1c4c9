"""The blocks of a document one after another, on the pages that they stand on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

import attrs

from kommunal_nh.document import Block, Heading, Section, Table, TitlePage
from kommunal_nh_pdf.blocks import block_data
from kommunal_nh_pdf.keeping import kept_together
from kommunal_nh_pdf.levels import Depths
from kommunal_nh_pdf.neighbours import beside_one_another, same_sort_of_theme

if TYPE_CHECKING:
    from collections.abc import Collection

    from kommunal_nh_pdf.anchors import Anchors
    from kommunal_nh_pdf.pictures import Pictures

Data = dict[str, Any]
COVER, UPRIGHT, LANDSCAPE = "cover", "upright", "landscape"


@attrs.define
class Flow:
    """Turns the tree into a list: sections are opened, headings know their place.

    Attributes:
        anchors: What can be linked.
        pictures: Takes pictures.
        listed: Anchors that the table of contents shows.
    """

    anchors: Anchors
    pictures: Pictures
    listed: Collection[str]
    _depths: Depths = attrs.field(factory=Depths)

    def pages(self, blocks: Iterable[Block]) -> list[Data]:
        """Blocks grouped by the kind of page that they stand on.

        Args:
            blocks: The blocks of the document.

        Returns:
            Mappings with `kind` and `blocks`.
        """
        flat = self._flat(blocks, UPRIGHT)
        return [
            {"kind": kind, "blocks": _arranged(block for _, block in group)}
            for kind, group in groupby(flat, key=lambda pair: pair[0])
        ]

    def _flat(self, blocks: Iterable[Block], page: str) -> Iterator[tuple[str, Data]]:
        for block in blocks:
            match block:
                case Section():
                    yield from self._section(block, LANDSCAPE if block.landscape else page)
                case Heading():
                    yield from ((page, made) for made in self._heading(block, None))
                case TitlePage():
                    yield COVER, block_data(block, self)
                case Table(landscape=True):
                    yield LANDSCAPE, block_data(block, self)
                case _:
                    yield page, block_data(block, self)

    def _section(self, section: Section, page: str) -> Iterator[tuple[str, Data]]:
        blocks = iter(section.blocks)
        first = next(blocks, None)
        if isinstance(first, Heading):
            yield from ((page, made) for made in self._heading(first, section))
        else:
            if anchor := self._anchor(section):
                yield page, {"block": "anchor", "anchor": anchor}
            yield from self._flat(() if first is None else (first,), page)
        yield from self._flat(blocks, page)

    def _heading(self, heading: Heading, section: Section | None) -> Iterator[Data]:
        anchor = self._anchor(section)
        made = block_data(heading, self)
        if not (made["content"] or heading.number):
            if anchor:
                yield {"block": "anchor", "anchor": anchor}
            return
        yield made | {
            "depth": self._depths.next(heading.level),
            "anchor": anchor,
            "kind": section.kind if section else "",
            "listed": bool(anchor) and section is not None and section.anchor in self.listed,
            "opens": heading.level <= 1 and not (section and section.runs_on),
        }

    def _anchor(self, section: Section | None) -> str:
        return self.anchors.claim(section.anchor) if section and section.anchor else ""


def _arranged(blocks: Iterable[Data]) -> list[Data]:
    """Blocks that know what is beside them on their pages."""
    return _begun(kept_together(beside_one_another(same_sort_of_theme(blocks))))


def _begun(blocks: Iterable[Data]) -> list[Data]:
    """Blocks on a page of their own: what comes first on it need not begin another one."""
    made: list[Data] = []
    begun = False
    for block in blocks:
        if begun or block["block"] not in ("page-break", "anchor"):
            made.append(block if begun else block | {"first": True})
            begun = True
        elif block["block"] == "anchor":
            made.append(block)
    while made and made[-1]["block"] == "page-break":
        made.pop()
    return made
