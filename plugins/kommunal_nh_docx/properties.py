"""What the file says of itself: title, author, language, dates."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from kommunal_nh.errors import UsageError
from kommunal_nh_docx.xml import clean

if TYPE_CHECKING:
    from docx.document import Document as Word

    from kommunal_nh.document import Document

_EARLIEST = date(1980, 1, 1)  # what Windows and zip files take for a date begins here
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


def time_stamp(as_of: date) -> datetime:
    """The time stamp of the file.

    Args:
        as_of: The day that the report speaks of.

    Returns:
        That day, or what the environment variable SOURCE_DATE_EPOCH says.

    Raises:
        UsageError: The variable is not a number of seconds.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return _midnight(max(as_of, _EARLIEST))
    try:
        return max(datetime.fromtimestamp(int(seconds), UTC), _midnight(_EARLIEST))
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(
            f"SOURCE_DATE_EPOCH={seconds} ist keine Zeit in Sekunden seit 1970. "
            f"Bitte die Umgebungsvariable berichtigen oder löschen."
        ) from error


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def short(text: str) -> str:
    """Text as long as Word lets a property be.

    Args:
        text: Any text.

    Returns:
        Its beginning, without what XML forbids.
    """
    return clean(text)[:_LONGEST]
