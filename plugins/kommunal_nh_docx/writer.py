"""One run: from document and template to file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from kommunal_nh import Labels
from kommunal_nh.document import Document
from kommunal_nh.stamps import time_stamp
from kommunal_nh_docx.anchors import keep_anchors
from kommunal_nh_docx.blocks import write_body
from kommunal_nh_docx.body import Body
from kommunal_nh_docx.changes import Changes
from kommunal_nh_docx.cover import cover_of
from kommunal_nh_docx.heading_pages import PrintedHeading
from kommunal_nh_docx.inlines import Words
from kommunal_nh_docx.layouts import layouts
from kommunal_nh_docx.links import Links
from kommunal_nh_docx.numbering import Numbering
from kommunal_nh_docx.package import begin, begin_template, numbering_part
from kommunal_nh_docx.page_numbers import PageNumbers
from kommunal_nh_docx.pages import Pages
from kommunal_nh_docx.pictures import Pictures
from kommunal_nh_docx.properties import describe, short
from kommunal_nh_docx.saving import save
from kommunal_nh_docx.settings import prepare
from kommunal_nh_docx.starter import NAME, starter
from kommunal_nh_docx.status import add_marks
from kommunal_nh_docx.styles import ACCENT, adopt, numbered, speak
from kommunal_nh_docx.template import accent, explained, fill_template

if TYPE_CHECKING:
    from docx.document import Document as Word


def write_document(
    document: Document,
    target: Path,
    template: str | None,
    pages: Mapping[str, int] | None = None,
) -> list[PrintedHeading]:
    """Write a document as DOCX.

    Args:
        document: What to write.

        target: The file to make.

        template: A municipality's template, or None for our own design.

        pages: The page of each section by its anchor, as far as known, for contents with page
            numbers; None for contents without.

    Returns:
        All headings, if there is a table of contents that needs their pages.

    Raises:
        UsageError: The template or a picture can not be read.
    """
    with explained(Path(template)) if template else nullcontext():
        word = begin(template)
        if template:
            fill_template(word, document, Path(template).name)
        body = _prepared(word, document, accent(word) if template else ACCENT)
    if pages is not None:
        body.page_numbers = PageNumbers(pages, word.styles.element)
    describe(word, document)
    _write(word, target, body, document)
    return body.headings if body.has_contents else []


def write_template(target: Path, labels: Labels) -> None:
    """Write a template to start from.

    Args:
        target: The file to make, a `.docx` or `.dotx`.

        labels: The words of header and footer.
    """
    word, document = begin_template(target.suffix), starter(labels)
    body = _prepared(word, document, ACCENT)
    describe(word, attrs.evolve(document, title=NAME, publisher="kommunal-nh"))
    _write(word, target, body, document)


def _write(word: Word, target: Path, body: Body, document: Document) -> None:
    def contents(write: Callable[[str], None]) -> None:
        write_body(body, document.blocks, write)
        keep_anchors(word.settings.element, body.anchors)

    save(word, target, contents, body.numbering, body.words.links)


def _prepared(word: Word, document: Document, colour: str) -> Body:
    """Settings, styles, pages and lists: all that the body refers to."""
    prepare(word.settings.element, document.language)
    styles = word.styles.element
    ids = adopt(styles, colour)
    marks = add_marks(styles, document.statuses, "Status")
    chips = add_marks(styles, document.chips, "Chip")
    speak(styles, document.language)
    serial = count(1)
    cover = cover_of(word)
    pages = layouts(word, document, ids, cover.properties if cover else "")
    changes = Changes(short(document.publisher), time_stamp(document.as_of), serial)
    return Body(
        statuses=document.statuses,
        ids=ids,
        numbered=numbered(styles),
        pages=Pages(pages, ids["Gap"]),
        words=Words(ids, marks, chips, Links(), changes),
        numbering=Numbering(numbering_part(word)),
        pictures=Pictures(word.part, document.labels.figure_name),
        serial=serial,
        cover=cover,
    )
