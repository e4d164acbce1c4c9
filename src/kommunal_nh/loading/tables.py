"""Tables in CSV files: what spreadsheets save, as the same plain values that YAML gives."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from kommunal_nh.findings import Finding
from kommunal_nh.loading.source import Mapping, Sequence

SEPARATORS = ";,\t"
_LONGEST = 1_000_000


def parse_table(text: str, name: str) -> tuple[Sequence, list[Finding]]:
    """Read a table.

    Args:
        text: The file's text: one header line with the keys, then one line for each row; values are
            separated by semicolons, commas or tabs, whichever the header line has.

        name: The file, for messages.

    Returns:
        A mapping for each row, and what does not fit; empty cells and empty rows are left out.
    """
    rows, findings = Sequence(1), []
    lines = _lines(text)
    _, header = next(lines, (1, []))
    keys = [key.strip() for key in header or ()]
    if len(set(keys)) < len(keys):
        message = "Die Kopfzeile nennt eine Spalte zweimal: bitte eine umbenennen oder löschen."
        return rows, [Finding("wrong-value", message, file=name, line=1)]
    for line, cells in lines:
        if cells is None:
            message = "Hier lässt sich die Tabelle nicht lesen: bitte die Zeile neu eingeben."
            findings.append(Finding("wrong-value", message, file=name, line=line))
        elif any(cell.strip() for cell in cells[len(keys) :]):
            message = f"Die Zeile hat mehr Werte als die Kopfzeile ({len(keys)}): bitte prüfen."
            findings.append(Finding("wrong-value", message, file=name, line=line))
        elif row := _row(keys, cells, line):
            rows.append(row)
            rows.lines.append(line)
    return rows, findings


def _lines(text: str) -> Iterator[tuple[int, list[str] | None]]:
    """Each row that is not empty, with the line in which it begins; None for one that is no row."""
    csv.field_size_limit(_LONGEST)
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=max(SEPARATORS, key=first.count))
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield line, None
            continue
        if any(cell.strip() for cell in cells):
            yield line, cells


def _row(keys: list[str], cells: list[str], line: int) -> Mapping:
    row = Mapping(line)
    for key, cell in zip(keys, cells, strict=False):
        if cell.strip():
            row[key] = cell.strip()
            row.lines[key] = line
    return row
