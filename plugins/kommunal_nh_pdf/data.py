"""A document as plain data, as the Typst files read it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from kommunal_nh.document import Block, Section, TableOfContents
from kommunal_nh.labels import fill
from kommunal_nh_pdf.anchors import Anchors
from kommunal_nh_pdf.flow import Flow
from kommunal_nh_pdf.look import chip_looks, look, status_looks

if TYPE_CHECKING:
    from kommunal_nh import HouseStyle
    from kommunal_nh.document import Document
    from kommunal_nh_pdf.pictures import Pictures

_LANGUAGE = re.compile(r"([a-z]{2,3})\b(?:.*-([a-z]{2})$)?", re.IGNORECASE)


def document_data(document: Document, pictures: Pictures, style: HouseStyle) -> dict[str, Any]:
    """A document as data.

    Args:
        document: The document.

        pictures: Takes its pictures.

        style: The house style.

    Returns:
        Nothing but mappings, lists, texts, numbers and truth values.
    """
    flow = Flow(Anchors(document.blocks), pictures, frozenset(_listed(document.blocks)))
    return {
        **_frame(document),
        "look": look(style, pictures),
        "statuses": status_looks(document.statuses),
        "chips": chip_looks(document.chips),
        "pages": flow.pages(document.blocks),
    }


def _frame(document: Document) -> dict[str, Any]:
    labels = document.labels
    language, region = _language(document.language)
    return {
        # A PDF must have a title, since readers show it instead of the file's name.
        "title": document.title.strip() or document.publisher.strip() or document.as_of.isoformat(),
        "publisher": document.publisher,
        "subject": document.subject,
        "as_of": fill(labels.as_of, stand=labels.date(document.as_of)),
        "language": language,
        "region": region,
        "page": labels.page,
        "inserted": labels.inserted,
        "deleted": labels.deleted,
        "change_end": labels.change_end,
    }


def _language(tag: str) -> tuple[str, str | None]:
    """The parts of a language tag that Typst takes."""
    found = _LANGUAGE.match(tag)
    if found is None:
        return "de", None
    language, region = found.groups()
    return language.lower(), region.upper() if region else None


def _listed(blocks: Iterable[Block]) -> Iterator[str]:
    """Anchors that a table of contents shows."""
    for block in blocks:
        if isinstance(block, TableOfContents):
            yield from (one.anchor for one in block.entries if one.level <= block.depth)
        elif isinstance(block, Section) and block.kind != "project":
            yield from _listed(block.blocks)
