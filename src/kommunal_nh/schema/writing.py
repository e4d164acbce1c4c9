"""Schemas as files: in a folder of one's own, or where VS Code looks for them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kommunal_nh.errors import DataError
from kommunal_nh.loading.files import folder_of
from kommunal_nh.loading.folder import read_folder
from kommunal_nh.model import Report
from kommunal_nh.schema import SUFFIX, file_schemas
from kommunal_nh.schema.folder import patterns_of
from kommunal_nh.schema.vscode import extensions, settings
from kommunal_nh.staging import staged

VSCODE = ".vscode"
"""Folder in which VS Code keeps what belongs to one folder of data."""


def write_schemas(target: str | Path, report: Report | None = None) -> list[Path]:
    """Write a schema for each kind of file.

    Args:
        target: A folder; it is made if needed.

        report: The report whose names and extra fields the schemas shall know.

    Returns:
        The files, such as `thema.schema.json`.

    Raises:
        UsageError: The files can not be written; none of them was.
    """
    return _write(Path(target), _schemas(report))


def set_up_vscode(folder: str | Path) -> list[Path]:
    """Have VS Code complete, explain and check the files of a data folder while somebody types.

    Args:
        folder: The data folder, or its bericht.yaml. Data with errors will do, as long as it can be
            read as a report.

    Returns:
        The files in `.vscode`: the schemas, made for this report, and the settings that name them.
        What the settings said before stays.

    Raises:
        DataError: There is no report to be read.

        UsageError: The settings can not be extended, or the files can not be written; nothing was.
    """
    folder = folder_of(folder)
    report = readable(folder)
    place, schemas = folder / VSCODE, _schemas(report)
    wanted = {
        f"{VSCODE}/{kind}{SUFFIX}": names
        for kind, names in patterns_of(folder).items()
        if f"{kind}{SUFFIX}" in schemas
    }
    texts = {
        **schemas,
        "settings.json": settings(place / "settings.json", wanted),
        "extensions.json": extensions(place / "extensions.json"),
    }
    return _write(place, texts)


def readable(folder: str | Path) -> Report:
    """The report of a folder, whatever is wrong with it.

    Args:
        folder: The data folder.

    Returns:
        The report, as far as it can be read; for names, not for building.

    Raises:
        DataError: There is no report to be read.
    """
    reading = read_folder(Path(folder))
    if reading.report is None:
        raise DataError(reading.findings)
    return reading.report


def _schemas(report: Report | None) -> dict[str, str]:
    return {f"{kind}{SUFFIX}": as_json(one) for kind, one in file_schemas(report).items()}


def as_json(schema: Mapping[str, Any]) -> str:
    """A schema as text.

    Args:
        schema: The schema.

    Returns:
        JSON in lines.
    """
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _write(folder: Path, texts: Mapping[str, str]) -> list[Path]:
    targets = [folder / name for name in texts]
    with staged(targets) as paths:
        for path, text in zip(paths, texts.values(), strict=True):
            path.write_text(text, "utf-8", newline="\n")
    return targets
