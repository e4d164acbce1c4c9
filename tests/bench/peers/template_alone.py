"""A Word file filled by docxtpl.

    python template_alone.py make TEMPLATE
    python template_alone.py fill TEMPLATE LINES TARGET

`LINES` is what `lines.py` writes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
import docxtpl
from docx.document import Document as WordDocument

_CELLS = "{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}"
_ROWS = "{%tr for row in line.rows %}", "{%tr endfor %}"


def make(template: Path) -> None:
    """Write a Word file with the marks that docxtpl fills.

    Args:
        template: The file.
    """
    word = docx.Document()
    word.add_heading("{{ title }}", level=0)
    word.add_paragraph("{%p for line in lines %}")
    for level in range(1, 7):
        _choice(word, f"line.kind == 'heading' and line.level == {level}", f"Heading {level}")
    _choice(word, "line.kind == 'paragraph'", "Normal")
    _choice(word, "line.kind == 'item'", "List Bullet")
    word.add_paragraph("{%p if line.kind == 'table' %}")
    table = word.add_table(rows=3, cols=3, style="Light Grid Accent 1")
    for row, marks in zip(table.rows, ((_ROWS[0],), _CELLS, (_ROWS[1],)), strict=True):
        for cell, mark in zip(row.cells, marks, strict=False):
            cell.text = mark
    word.add_paragraph("{%p endif %}")
    word.add_paragraph("{%p endfor %}")
    word.save(str(template))


def _choice(word: WordDocument, condition: str, style: str) -> None:
    word.add_paragraph(f"{{%p if {condition} %}}")
    word.add_paragraph("{{ line.text }}", style=style)
    word.add_paragraph("{%p endif %}")


def fill(template: Path, values: Mapping[str, Any], target: Path) -> None:
    """Fill it.

    Args:
        template: The Word file with marks.

        values: `title` and `lines`.

        target: The file to write.
    """
    filled = docxtpl.DocxTemplate(template)
    filled.render(dict(values), autoescape=True)
    filled.save(target)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["make", template]:
            make(Path(template))
        case ["fill", template, lines, target]:
            values = json.loads(Path(lines).read_text("utf-8"))
            fill(Path(template), values, Path(target))
