"""What an importer is: it turns an existing report into a manuscript."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, runtime_checkable

from kommunal_nh.manuscripts import Grid, GridRow, Line, Manuscript
from kommunal_nh.running_text import running_text
from kommunal_nh.text import markdown_of, star_in_word

__all__ = [
    "Grid",
    "GridRow",
    "Importer",
    "Line",
    "Manuscript",
    "markdown_of",
    "running_text",
    "star_in_word",
]


@runtime_checkable
class Importer(Protocol):
    """Reads reports that were made in another way.

    It says what stands where. What the lines mean (themes, projects, lists) the library finds out
    from the words and number patterns of a profile, the same for all formats.

    Attributes:
        format: Name of the format, such as `docx`.
        suffixes: Endings of file names that it reads, such as `.docx`.
    """

    format: str
    suffixes: tuple[str, ...]

    def read(self, source: Path) -> Manuscript:
        """Read an existing report.

        Args:
            source: The file.

        Returns:
            Its lines and tables in their order; nothing that can be read is left out.

        Raises:
            KommunalNHError: The file is not what it seems to be, with the reason and the remedy.
            OSError: The file can not be opened; the library says so.
        """
