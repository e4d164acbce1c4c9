"""What an importer is: it turns an existing report into a data folder."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, runtime_checkable

from kommunal_nh.findings import Finding
from kommunal_nh.model import Report
from kommunal_nh.profile import Profile


@runtime_checkable
class Importer(Protocol):
    """Reads reports that were made in another way.

    Attributes:
        format: Name of the format, such as `docx`.
        suffixes: Endings of file names that it reads.
    """

    format: str
    suffixes: tuple[str, ...]

    def read(self, source: Path, profile: Profile) -> tuple[Report, list[Finding]]:
        """Read an existing report.

        Args:
            source: The file.

            profile: The words and number patterns to look for.

        Returns:
            The report, and what is contradictory or could not be recognised.

        Raises:
            KommunalNHError: The file can not be read, with the reason.
        """
