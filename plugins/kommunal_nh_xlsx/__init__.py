"""Project lists as a spreadsheet for kommunal_nh, for filtering, sorting and working on.

exporter   the exporter that the library calls
book       the sheets in their order, and what is said of the file
overview   the first sheet: how many projects by theme and status
projects   a sheet for each theme · archive: what former editions reported
columns    which columns there are, and how wide
sheet      one table on one sheet: header, filter, frozen panes, print
looks      formats of cells, and colours of the statuses
names      names of sheets that every program accepts
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kommunal_nh import hookimpl
from kommunal_nh_xlsx.exporter import XlsxExporter

if TYPE_CHECKING:
    from kommunal_nh.exporters import AnyExporter

__all__ = ["XlsxExporter", "kommunal_nh_exporters"]


@hookimpl
def kommunal_nh_exporters() -> list[AnyExporter]:
    """Offer the format `xlsx`.

    Returns:
        The exporter.
    """
    return [XlsxExporter()]
