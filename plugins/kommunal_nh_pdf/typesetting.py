"""Typst: from data to the bytes of a PDF."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from kommunal_nh.errors import UsageError
from kommunal_nh_pdf.signs import readable
from kommunal_nh_pdf.troubles import in_german

if TYPE_CHECKING:
    from kommunal_nh_pdf.pictures import Pictures
    from kommunal_nh_pdf.typefaces import Typefaces

_LAYOUT = Path(__file__).with_name("layout")
_EARLIEST = date(1970, 1, 2)


def typeset(
    data: Mapping[str, Any], pictures: Pictures, typefaces: Typefaces, as_of: date
) -> bytes:
    """Set a document.

    Args:
        data: The document as data.

        pictures: Its pictures.

        typefaces: The fonts.

        as_of: The day that it speaks of.

    Returns:
        The bytes of the PDF.

    Raises:
        UsageError: A picture can not be read, or Typst has another reason to stop.
    """
    import typst

    stamp = time_stamp(as_of)
    day = {"year": stamp.year, "month": stamp.month, "day": stamp.day}
    text = json.dumps({**readable(dict(data), typefaces.has_sign), "date": day}, ensure_ascii=False)
    with _workshop(pictures) as folder:
        compiler = typst.Compiler(
            folder / "report.typ", folder, typefaces.fonts, sys_inputs={"data": text}
        )
        try:
            made = compiler.compile(pdf_standards=["ua-1", "a-2a"], timestamp=stamp)
        except typst.TypstError as problem:
            raise UsageError(in_german(problem, folder, pictures)) from problem
    return made if isinstance(made, bytes) else b""


@contextmanager
def _workshop(pictures: Pictures) -> Iterator[Path]:
    """A folder with all that Typst reads; it sees nothing outside."""
    with TemporaryDirectory(prefix="kommunal-nh-pdf-") as name:
        folder = Path(name)
        for file in _LAYOUT.glob("*.typ"):
            copyfile(file, folder / file.name)
        pictures.write(folder)
        yield folder


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
        return datetime.combine(max(as_of, _EARLIEST), time(), UTC)
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError) as problem:
        raise UsageError(
            f"Die Umgebungsvariable SOURCE_DATE_EPOCH ist „{seconds}“, erwartet werden Sekunden "
            "seit 1970: bitte berichtigen oder löschen."
        ) from problem
