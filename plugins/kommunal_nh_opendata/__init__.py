"""Open data: the report as JSON, tables and metadata, for portals, programs and spreadsheets.

What stands where:

    module       the module, and the exporter that writes the folder
    data         the keys of its file · licences: those that have a short name
    rules        what is found wrong with the data
    reports      report.json and its schema, and back
    tables       projects, goals, archive · module_tables: what modules keep in rows
    csv_files    tables as CSV that no spreadsheet takes for formulas
    package      datapackage.json (Frictionless)
    catalogue    DCAT-AP.de as JSON-LD and Turtle
    guide        a page that says what is in the folder
"""

from __future__ import annotations

from kommunal_nh import hookimpl
from kommunal_nh_opendata.module import OpenDataModule
from kommunal_nh_opendata.reports import read_report

__all__ = ["OpenDataModule", "kommunal_nh_modules", "read_report"]


@hookimpl
def kommunal_nh_modules() -> list[OpenDataModule]:
    """Offer the module `opendata`.

    Returns:
        The module.
    """
    return [OpenDataModule()]
