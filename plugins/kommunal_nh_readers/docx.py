"""Word files: headings, numbers as Word prints them, lists, tables, and what stands beside."""

from __future__ import annotations

from pathlib import Path

from kommunal_nh.importers import Manuscript
from kommunal_nh_readers.docx_body import Body
from kommunal_nh_readers.docx_package import Package


def read(source: Path) -> Manuscript:
    """Read a Word file.

    Args:
        source: The file.

    Returns:
        What the importer promises.

    Raises:
        UsageError: The file can not be read.
    """
    with Package(source) as package:
        body = Body(package)
        return Manuscript(
            source.name,
            tuple(body.blocks()),
            unit="Absatz",
            is_own=body.is_own,
            language=body.language,
        )
