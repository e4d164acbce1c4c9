"""What the file says of itself: title, author, language, dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunal_nh.stamps import time_stamp
from kommunal_nh_docx.xml import clean

if TYPE_CHECKING:
    from docx.document import Document as Word

    from kommunal_nh.document import Document

_LONGEST = 255  # of a property, in Word


def describe(word: Word, document: Document) -> None:
    """Write the properties of the file; those of a template go.

    Args:
        word: The file to describe.

        document: What is in it.
    """
    properties = word.core_properties
    stamp = time_stamp(document.as_of)
    properties.title = short(document.title)
    properties.subject = short(document.subject)
    properties.author = properties.last_modified_by = short(document.publisher)
    properties.language = short(document.language)
    properties.created = properties.modified = stamp
    properties.comments = properties.keywords = properties.category = ""
    properties.revision = 1


def short(text: str) -> str:
    """Text as long as Word lets a property be.

    Args:
        text: Any text.

    Returns:
        Its beginning, without what XML forbids.
    """
    return clean(text)[:_LONGEST]
