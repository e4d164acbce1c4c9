"""A Word file by python-docx, as its tutorials write one: `python by_hand_alone.py LINES TARGET`.

`LINES` is what `lines.py` writes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as WordDocument


def write(values: Mapping[str, Any], target: Path) -> None:
    """Write it with its own template.

    Args:
        values: `title` and `lines`.

        target: The file to write.
    """
    word = docx.Document()
    word.add_heading(values["title"], level=0)
    for line in values["lines"]:
        _add(word, line)
    word.save(str(target))


def _add(word: WordDocument, line: Mapping[str, Any]) -> None:
    if line["kind"] == "heading":
        word.add_heading(line["text"], level=line["level"])
    elif line["kind"] == "table":
        _add_table(word, line["rows"])
    else:
        style = "List Bullet" if line["kind"] == "item" else None
        word.add_paragraph(line["text"], style=style)


def _add_table(word: WordDocument, rows: Sequence[Sequence[str]]) -> None:
    table = word.add_table(rows=0, cols=len(rows[0]), style="Light Grid Accent 1")
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words


if __name__ == "__main__":
    lines, target = sys.argv[1:]
    write(json.loads(Path(lines).read_text("utf-8")), Path(target))
