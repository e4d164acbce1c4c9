"""The pages of headings, found in the outline of a PDF file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from kommunal_nh.errors import UsageError

if TYPE_CHECKING:
    from pypdf import PdfReader

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


@attrs.frozen
class PrintedHeading:
    """A heading as it was written.

    Attributes:
        text: Number and words.
        anchors: The sections that begin with it.
    """

    text: str
    anchors: tuple[str, ...]


def pages_of(headings: Sequence[PrintedHeading], pdf: Path) -> dict[str, int]:
    """Find the pages of headings.

    Args:
        headings: All headings of the file, in order.

        pdf: The file as PDF, with an outline.

    Returns:
        The page of each section by its anchor, from 1.

    Raises:
        UsageError: The outline has other headings, so that any number might be wrong.
    """
    printed = [heading for heading in headings if _bare(heading.text)]
    found = [item for item in _outline(pdf) if _bare(item[0])]
    for heading, (title, _) in zip(printed, found, strict=False):
        if _bare(heading.text) != _bare(title):
            raise _differs(heading.text, title)
    if len(printed) != len(found):
        raise _differs(f"{len(printed)} Überschriften", f"{len(found)} Überschriften")
    return {
        anchor: page
        for heading, (_, page) in zip(printed, found, strict=True)
        for anchor in heading.anchors
    }


def _bare(text: str) -> str:
    """Words without white space, which programs treat in their own ways."""
    return "".join(text.translate(_INVISIBLE).split())


def _outline(pdf: Path) -> Iterator[tuple[str, int]]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(pdf)
        yield from _items(reader, reader.outline)
    except PyPdfError as problem:
        raise _differs("Überschriften", "keine lesbare Datei") from problem


def _items(reader: PdfReader, items: Any) -> Iterator[tuple[str, int]]:
    for item in items:
        if isinstance(item, list):
            yield from _items(reader, item)
        else:
            yield str(item.title), (reader.get_destination_page_number(item) or 0) + 1


def _differs(ours: str, theirs: str) -> UsageError:
    return UsageError(
        "Die Seitenzahlen für das Inhaltsverzeichnis lassen sich nicht bestimmen: im Report steht "
        f"„{ours}“, LibreOffice findet „{theirs}“. Bitte ohne --page-numbers bauen; mit einer "
        "Vorlage prüfen, ob nur deren Überschriften eine Gliederungsebene haben."
    )
