"""Word files that are made with python-docx: the same bytes each time."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from kommunal_nh.archives import open_archive

if TYPE_CHECKING:
    from docx.document import Document as Word

_LEFT_OUT = ("/thumbnail", "/stylesWithEffects")
"""A picture of the base, and its styles as Word 2010 wrote them, which would differ from ours: Word
would repair the file."""


def save_word(word: Word, target: Path) -> None:
    """Write a Word file, without the time of the day.

    Args:
        word: The file, as python-docx has it.

        target: Where to.
    """
    parts: tuple[Any, ...] = (word.part.package, word.part)
    for rels in (part.rels for part in parts):
        for key in [key for key, one in rels.items() if one.reltype.endswith(_LEFT_OUT)]:
            del rels[key]
    whole = BytesIO()
    word.save(whole)
    with ZipFile(whole) as made, open_archive(target) as archive:
        for name in sorted(made.namelist()):
            archive.add(name, made.read(name))
