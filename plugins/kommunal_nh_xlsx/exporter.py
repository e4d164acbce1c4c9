"""The exporter that the library calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kommunal_nh import Numbering, Options, Report


class XlsxExporter:
    """Writes the projects as a spreadsheet."""

    format = "xlsx"
    suffix = ".xlsx"
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    def write_data(
        self, report: Report, numbering: Numbering, target: Path, options: Options
    ) -> None:
        """Write the projects, a sheet for each theme; see `kommunal_nh.DataExporter`.

        Args:
            report: The public part of the report.

            numbering: Its numbers.

            target: The file to make.

            options: None are known.
        """
        from kommunal_nh_xlsx.book import write_book  # loads what writes spreadsheets

        write_book(report, numbering, target)
