"""The same report as a Word file, made in the four ways that a municipality could choose."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
import docxtpl
import pypandoc
from docx.document import Document as WordDocument
from lines import Line, lines

from kommunal_nh import assemble, build, load, number, public_view
from kommunal_nh.document import Document

_CELLS = "{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}"
_ROWS = "{%tr for row in line.rows %}", "{%tr endfor %}"


def document_of(folder: Path) -> Document:
    """What is to be printed.

    Args:
        folder: A data folder.

    Returns:
        Its document.
    """
    report = public_view(load(folder))
    return assemble(report, number(report))


def ours(folder: Path, target: Path) -> None:
    """Write it with kommunal_nh.

    Args:
        folder: A data folder.

        target: The Word file.
    """
    build(folder, "docx", target)


def pandoc(folder: Path, target: Path) -> None:
    """Write it with pandoc, from the Markdown that kommunal_nh exports.

    Args:
        folder: A data folder.

        target: The Word file.
    """
    (source,) = build(folder, "markdown", target.with_suffix(".md"))
    program = pypandoc.get_pandoc_path()
    order = ("-f", "gfm", "--toc", "--toc-depth=4", "-M", "lang=de-DE", "-o", str(target))
    subprocess.run([program, *order, str(source)], check=True)


def python_docx(folder: Path, target: Path) -> None:
    """Write it as the tutorials of python-docx do, with its own template.

    Args:
        folder: A data folder.

        target: The Word file.
    """
    document = document_of(folder)
    word = docx.Document()
    word.add_heading(document.title, level=0)
    for line in lines(document):
        _add(word, line)
    word.save(str(target))


def _add(word: WordDocument, line: Line) -> None:
    if line.kind == "heading":
        word.add_heading(line.text, level=line.level)
    elif line.kind == "table":
        _add_table(word, line)
    else:
        word.add_paragraph(line.text, style="List Bullet" if line.kind == "item" else None)


def _add_table(word: WordDocument, line: Line) -> None:
    table = word.add_table(rows=0, cols=len(line.rows[0]), style="Light Grid Accent 1")
    for row in line.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words


def with_docxtpl(folder: Path, target: Path) -> None:
    """Write it by filling a Word file with docxtpl.

    Args:
        folder: A data folder.

        target: The Word file.
    """
    document = document_of(folder)
    template = target.with_suffix(".template.docx")
    _template().save(str(template))
    filled = docxtpl.DocxTemplate(template)
    values = {"title": document.title, "lines": [*lines(document)]}
    filled.render(values, autoescape=True)
    filled.save(target)


def _template() -> WordDocument:
    """A Word file with the marks that docxtpl fills."""
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
    return word


def _choice(word: WordDocument, condition: str, style: str) -> None:
    word.add_paragraph(f"{{%p if {condition} %}}")
    word.add_paragraph("{{ line.text }}", style=style)
    word.add_paragraph("{%p endif %}")


CONTESTANTS: Mapping[str, Callable[[Path, Path], None]] = {
    "kommunal_nh": ours,
    "pandoc": pandoc,
    "docxtpl": with_docxtpl,
    "python-docx": python_docx,
}
"""The ways, by name."""
