"""The module `opendata`, and the exporter that writes its folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kommunal_nh import Finding, Module, Numbering, Options, Report
from kommunal_nh.exporters import AnyExporter
from kommunal_nh_opendata.catalogue import JSON_LD, TURTLE, graph_of, json_ld_of, turtle_of
from kommunal_nh_opendata.csv_files import csv_text
from kommunal_nh_opendata.data import OpenData
from kommunal_nh_opendata.guide import GUIDE, guide_text
from kommunal_nh_opendata.module_tables import module_tables
from kommunal_nh_opendata.package import PACKAGE, package_text
from kommunal_nh_opendata.reports import KEY, REPORT, SCHEMA, published, report_text, schema_text
from kommunal_nh_opendata.rules import findings
from kommunal_nh_opendata.tables import report_tables


class OpenDataExporter:
    """Writes the folder.

    Attributes:
        data: The module's data.
        format: Name of the format.
        media_type: The registered media type of the main file.
    """

    format = "opendata"
    media_type = "application/json"

    def __init__(self, data: OpenData) -> None:
        self.data = data

    def write_data_folder(
        self, report: Report, numbering: Numbering, target: Path, options: Options
    ) -> None:
        target.mkdir()
        for name, content in files_of(report, numbering, self.data).items():
            (target / name).write_bytes(content)


def files_of(report: Report, numbering: Numbering, data: OpenData) -> dict[str, bytes]:
    """All files of the folder.

    Args:
        report: The public part of the report.

        numbering: Its numbers.

        data: The module's data.

    Returns:
        The content of each, by name.
    """
    report = published(report, data)
    description = data.description or _description(report)
    tables = [*report_tables(report, numbering), *module_tables(report)]
    files = {REPORT: report_text(report, numbering).encode()}
    files |= {f"{one.name}.csv": csv_text(one).encode() for one in tables}
    titles = {REPORT: "Der ganze Report"} | {f"{one.name}.csv": one.title for one in tables}
    shared = {name: (title, len(files[name])) for name, title in titles.items()}
    graph = graph_of(report, data, shared, description)
    texts = {
        SCHEMA: schema_text(report),
        PACKAGE: package_text(report, data, tables, files, description),
        JSON_LD: json_ld_of(graph),
        TURTLE: turtle_of(graph),
        GUIDE: guide_text(report, data, tables, description),
    }
    return files | {name: text.encode() for name, text in texts.items()}


def _description(report: Report) -> str:
    return (
        f"Themen, Ziele, Projekte und Archiv aus „{report.title}“ ({report.publisher}), Stand "
        f"{report.profile.labels.date(report.as_of)}."
    )


class OpenDataModule(Module):
    """The report as open data, as a folder beside the report."""

    key = KEY
    data_class = OpenData

    def check(self, report: Report, data: OpenData) -> Iterable[Finding]:
        return findings(report, data)

    def exporters(self, data: OpenData) -> Iterable[AnyExporter]:
        return (OpenDataExporter(data),)
