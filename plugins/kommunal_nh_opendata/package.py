"""datapackage.json: what the tables are, for programs (Frictionless Data)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from kommunal_nh import Report
from kommunal_nh_opendata.data import OpenData
from kommunal_nh_opendata.licences import licence_of
from kommunal_nh_opendata.reports import REPORT, written
from kommunal_nh_opendata.tables import Table

PACKAGE = "datapackage.json"


def package_text(
    report: Report,
    data: OpenData,
    tables: Sequence[Table],
    files: Mapping[str, bytes],
    description: str,
) -> str:
    """The description of all files.

    Args:
        report: What is published.

        data: The module's data.

        tables: The tables.

        files: What was written so far, by name.

        description: What the data is.

    Returns:
        The text of the file.
    """
    licence = licence_of(data.licence)
    return written({
        "profile": "data-package",
        "name": "nachhaltigkeitsreport",
        "title": report.title,
        "description": description,
        "homepage": data.address,
        "version": report.as_of.isoformat(),
        "created": f"{report.as_of.isoformat()}T00:00:00Z",
        "keywords": list(data.keywords),
        "licenses": [{"name": licence.name, "path": licence.page, "title": licence.title}],
        "contributors": [{"title": report.publisher, "role": "publisher"}],
        "resources": [_table(one, files[f"{one.name}.csv"]) for one in tables]
        + [_json(files[REPORT])],
    })  # fmt: skip


def _table(table: Table, content: bytes) -> dict[str, Any]:
    fields = [
        {"name": one.name, "type": one.kind} | ({"description": one.text} if one.text else {})
        for one in table.fields
    ]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    schema |= {"primaryKey": list(table.key)} if table.key else {}
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n"},
        "schema": schema,
        **_size(content),
    }


def _json(content: bytes) -> dict[str, Any]:
    return {
        "name": "report",
        "type": "json",  # else some take it for a report on the package
        "title": "Der ganze Report",
        "path": REPORT,
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
        **_size(content),
    }


def _size(content: bytes) -> dict[str, Any]:
    return {"bytes": len(content), "hash": f"sha256:{sha256(content).hexdigest()}"}
