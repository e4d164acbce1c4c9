"""The report as JSON with its schema, and back."""

from __future__ import annotations

import json
from typing import Any

import attrs

from kommunal_nh import Numbering, Report, UsageError
from kommunal_nh.schema import json_schema
from kommunal_nh.serial import report_from_data, report_to_data
from kommunal_nh_opendata.data import OpenData

FORMAT, VERSION = "kommunal_nh/offene-daten", 1
KEY = "opendata"
REPORT, SCHEMA = "report.json", "report.schema.json"


def published(report: Report, data: OpenData) -> Report:
    """What of a report is in the open data.

    Args:
        report: The public part of the report.

        data: The module's data.

    Returns:
        The report without the modules that stay out, and without this one.
    """
    hidden = {*data.without, KEY}
    modules = {key: one for key, one in report.modules.items() if key not in hidden}
    changed: Report = attrs.evolve(report, modules=modules, folder=None, images={}, past=())
    return changed


def report_text(report: Report, numbering: Numbering) -> str:
    """A report as JSON.

    Args:
        report: What `published` gave.

        numbering: Its numbers.

    Returns:
        The text of the file.
    """
    content = {
        "$schema": SCHEMA,
        "format": FORMAT,
        "version": VERSION,
        "report": report_to_data(report),
        "nummern": dict(numbering.texts),
    }
    return written(content)


def schema_text(report: Report) -> str:
    """The schema of `report_text`.

    Args:
        report: What `published` gave.

    Returns:
        A JSON Schema (2020-12).
    """
    whole = json_schema(report)
    definitions = {**whole.pop("$defs"), "Report": {k: v for k, v in whole.items() if k[0] != "$"}}
    return written({
        "$schema": whole["$schema"],
        "title": f"{FORMAT} {VERSION}",
        "type": "object",
        "properties": {
            "$schema": {"type": "string"},
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "report": {"$ref": "#/$defs/Report"},
            "nummern": {"type": "object", "additionalProperties": {"type": "string"}},
        },
        "required": ["format", "version", "report", "nummern"],
        "additionalProperties": False,
        "$defs": definitions,
    })  # fmt: skip


def read_report(text: str, name: str = REPORT) -> Report:
    """Read a report that somebody published.

    Args:
        text: The text of the file.

        name: What to call it in messages.

    Returns:
        The report, as it was published.

    Raises:
        UsageError: It is no such file, of another version, or damaged.
    """
    try:
        content = json.loads(text)
        found, number, report = content["format"], content["version"], content["report"]
    except (ValueError, KeyError, TypeError, RecursionError) as problem:
        raise UsageError(f"{name} ist kein Report als offene Daten.") from problem
    if (found, number) != (FORMAT, VERSION):
        raise UsageError(
            f"{name} hat das Format {str(found)[:80]} {str(number)[:20]}; gelesen wird {FORMAT} "
            f"{VERSION}. Bitte kommunal-nh aktualisieren."
        )
    return report_from_data(report, name)


def written(content: Any) -> str:
    """Data as readable JSON.

    Args:
        content: The data.

    Returns:
        The text of a file.
    """
    return json.dumps(content, ensure_ascii=False, indent=1, default=str) + "\n"
