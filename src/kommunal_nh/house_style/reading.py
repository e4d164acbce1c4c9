"""From the file to the house style."""

from __future__ import annotations

from pathlib import Path

import attrs

from kommunal_nh.errors import DataError, UsageError
from kommunal_nh.findings import Finding
from kommunal_nh.house_style.rules import house_style_rules
from kommunal_nh.house_style.style import HouseStyle
from kommunal_nh.loading.source import Mapping, SourceError, parse_yaml, read_text
from kommunal_nh.loading.structure import structure


def read_house_style(file: str | Path) -> HouseStyle:
    """Read a house style.

    Args:
        file: A YAML file with the keys of `HouseStyle`; all of them can be left out.

    Returns:
        The style; it knows the folder of the file.

    Raises:
        DataError: The file has errors; each finding names the line.
        UsageError: There is no such file.
    """
    path = Path(file)
    if "\0" in str(file) or not path.is_file():
        raise UsageError(f"Den Hausstil {str(file)!r:.90} gibt es nicht: bitte den Namen prüfen.")
    style, findings = _read(path)
    if findings:
        raise DataError(findings)
    return style


def _read(path: Path) -> tuple[HouseStyle, list[Finding]]:
    name = str(path)
    try:
        value, findings = parse_yaml(read_text(path, name), name)
    except SourceError as problem:
        return HouseStyle(), [problem.finding]
    if value is None:
        return HouseStyle(folder=path.parent), findings
    lines = dict(value.lines) if isinstance(value, Mapping) else {}
    style, misfits = structure(value, HouseStyle, name)
    style = attrs.evolve(style or HouseStyle(), folder=path.parent)
    wrong = [
        attrs.evolve(one, file=name, line=lines.get(one.field, 1))
        for one in house_style_rules(style)
    ]
    return style, [*findings, *misfits, *(_empty(lines, value, name)), *wrong]


def _empty(lines: dict[str, int], value: object, name: str) -> list[Finding]:
    """A colour that YAML took for a remark."""
    if isinstance(value, Mapping) and "akzent" in lines and value.get("akzent") is None:
        message = (
            "Hinter akzent steht keine Farbe. Mit # beginnt in YAML eine Bemerkung: bitte die "
            "Farbe in Anführungszeichen setzen, etwa akzent: '#1d5b3c'."
        )
        return [Finding("invalid-colour", message, file=name, line=lines["akzent"])]
    return []
