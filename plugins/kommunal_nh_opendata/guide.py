"""A page that says what is in the folder, for people who find it."""

from __future__ import annotations

from collections.abc import Sequence

from kommunal_nh import Report
from kommunal_nh_opendata.data import OpenData
from kommunal_nh_opendata.licences import licence_of
from kommunal_nh_opendata.tables import Table

GUIDE = "LIESMICH.txt"


def guide_text(report: Report, data: OpenData, tables: Sequence[Table], description: str) -> str:
    """The page.

    Args:
        report: What is published.

        data: The module's data.

        tables: The tables.

        description: What the data is.

    Returns:
        The text of the file.
    """
    licence = licence_of(data.licence)
    name = f", Namensnennung: {data.attribution or report.publisher}" if licence.needs_name else ""
    return "\n".join([
        report.title,
        "",
        description,
        "",
        f"Stand: {report.as_of.isoformat()}",
        f"Lizenz: {licence.title}{name}",
        f"        {licence.page}",
        "",
        "Dateien:",
        "  report.json          der ganze Report; report.schema.json beschreibt ihn (JSON Schema)",
        *(f"  {one.name + '.csv':<20} {one.title} ({len(one.rows)})" for one in tables),
        "  datapackage.json     was die Spalten der Tabellen bedeuten (Frictionless Data)",
        "  metadaten.jsonld     Metadaten für Datenportale (DCAT-AP.de); metadaten.ttl: dieselben",
        "",
        "Die Tabellen sind UTF-8, mit Komma getrennt (RFC 4180). Ein Text, den eine",
        "Tabellenkalkulation für eine Formel hielte (er beginnt mit = + - @ | % oder einem",
        "Steuerzeichen, davor vielleicht Apostrophe), hat einen Apostroph mehr davor. Wer die",
        "Daten mit einem Programm liest, nimmt bei solchen Texten einen Apostroph weg.",
        "",
    ])  # fmt: skip
