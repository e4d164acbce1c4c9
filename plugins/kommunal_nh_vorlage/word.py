"""Writes the paper as a Word file: the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from kommunal_nh.characters import ILLEGAL
from kommunal_nh.document import Block, Heading, Inline, List, Paragraph, Table, plain_text
from kommunal_nh.stamps import time_stamp
from kommunal_nh.word_files import save_word
from kommunal_nh_vorlage.fields import add_page_number
from kommunal_nh_vorlage.styles import dress
from kommunal_nh_vorlage.word_tables import write_table

if TYPE_CHECKING:
    from docx.document import Document as Word

_LONGEST = 255  # of a property, in Word
_HANGING = 0.8  # from a box to its sentence, in centimetres


@attrs.frozen
class Frame:
    """What stands around the blocks.

    Attributes:
        publisher: The municipality.
        title: Title of the paper.
        subject: What it is about.
        language: Language tag.
        as_of: The day that the report speaks of.
        page: What the footer says, with `{seite}` and `{seiten}`.
    """

    publisher: str
    title: str
    subject: str
    language: str
    as_of: date
    page: str


def write(frame: Frame, blocks: Iterable[Block], target: Path) -> None:
    """Write the file.

    Args:
        frame: What stands around the blocks.

        blocks: The paper.

        target: The file to make.
    """
    from docx import Document

    word = Document()
    dress(word, frame.language)
    _describe(word, frame)
    word.add_paragraph(_clean(frame.publisher), "Subtitle")
    word.add_paragraph(_clean(frame.title), "Title")
    for block in blocks:
        _write(word, block)
    add_page_number(word.sections[0].footer.paragraphs[0], frame.page)
    save_word(word, target)


def _write(word: Word, block: Block) -> None:
    match block:
        case Heading(level, _, content):
            word.add_heading(_words(content), level)
        case List(items):
            for item in items:
                for inner in item:
                    if isinstance(inner, Paragraph):
                        word.add_paragraph(_words(inner.content), "List Bullet")
        case Table():
            write_table(word, block, _words)
        case Paragraph():
            _paragraph(word, block)


def _paragraph(word: Word, block: Paragraph) -> None:
    from docx.shared import Cm

    made = word.add_paragraph(_words(block.content))
    if block.role == "label":  # a box and its sentence
        made.paragraph_format.left_indent = Cm(_HANGING)
        made.paragraph_format.first_line_indent = Cm(-_HANGING)
        made.paragraph_format.tab_stops.add_tab_stop(Cm(_HANGING))


def _words(content: tuple[Inline, ...]) -> str:
    return _clean(plain_text(content))


def _clean(text: str) -> str:
    return ILLEGAL.sub("\ufffd", text)


def _describe(word: Word, frame: Frame) -> None:
    properties = word.core_properties
    properties.title = _clean(f"{frame.title}: {frame.subject}")[:_LONGEST]
    properties.subject = _clean(frame.subject)[:_LONGEST]
    properties.author = properties.last_modified_by = _clean(frame.publisher)[:_LONGEST]
    properties.language = frame.language[:_LONGEST]
    properties.created = properties.modified = time_stamp(frame.as_of)
    properties.comments = properties.keywords = properties.category = ""
    properties.revision = 1
