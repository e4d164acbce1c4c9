"""The published report of the Kreis Soest as other people would have it in Word.

The text is that of a PDF. Here it becomes pages, and a Word file with headings that Word numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

HEADING = re.compile(r"(?P<number>\d(?:\.\d+){0,3})\.? (?P<title>\S.*)")
_GLUED = re.compile(r"\*\*\*\*|(?<=\S)\*\*(?=\S)")
_WIDTH = 8
_LEVELS = 4


def blocks(text: str) -> Iterator[list[str]]:
    """What belongs together: lines without a gap, and rows of a table."""
    for block in re.split(r"\n(?:[ ]*\n)+", text):
        if lines := [part for line in block.split("\n") if line.strip() for part in _parts(line)]:
            yield from (
                ([line] for line in lines) if len(lines) > 2 and _is_glued(block) else [lines]
            )


def _parts(line: str) -> list[str]:
    """A line on which several headings ran together, as these headings."""
    return [line] if "\t" in line else [part for part in _GLUED.split(line.rstrip()) if part]


def _is_glued(block: str) -> bool:
    return "\n" not in block.strip() and _GLUED.search(block.strip()) is not None


def full(row: str) -> list[str]:
    """The cells of a row; where the PDF lost an empty one, it was behind the crosses."""
    cells = row.split("\t")
    if len(cells) < 5 or len(cells) >= _WIDTH:
        return cells
    behind = max((place for place, cell in enumerate(cells) if cell == "x"), default=5) + 1
    return cells[:behind] + [""] * (_WIDTH - len(cells)) + cells[behind:]


def is_bold(lines: list[str]) -> bool:
    """Whether a block is a heading or label, which stand in bold."""
    one = lines[0]
    return HEADING.fullmatch(one) is not None or one.startswith("**") or one.endswith(":")


def plain(line: str) -> str:
    """A line without marks for bold."""
    return line.replace("**", "").strip()


def page(text: str, *, headings: bool) -> str:
    """The report as a page.

    Args:
        text: The text.

        headings: Whether headings are headings, or just paragraphs in bold.
    """
    body = "\n".join(_html(lines, headings=headings) for lines in blocks(text))
    return f'<html lang="de"><head><meta charset="utf-8"></head><body>\n{body}\n</body></html>'


def _html(lines: list[str], *, headings: bool) -> str:
    if "\t" in lines[0]:
        return f"<table>{''.join(map(_row, lines))}</table>"
    if lines[0].startswith("- "):
        return f"<ul>{''.join(f'<li>{escape(line[2:])}</li>' for line in lines)}</ul>"
    words = "<br>".join(escape(plain(line)) for line in lines)
    level = _level(lines[0])
    if headings and level:
        return f"<h{level}>{words}</h{level}>"
    return f"<p><b>{words}</b></p>" if is_bold(lines) else f"<p>{words}</p>"


def _row(row: str) -> str:
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in full(row))}</tr>"


def _level(line: str) -> int:
    """The level of a numbered heading of the main part; the introduction numbers its parts, too."""
    found = HEADING.fullmatch(line)
    if not found or (line[0].isdigit() and "." not in found["number"] and not line.isupper()):
        return 0
    return found["number"].count(".") + 1


class Counter:
    """Counts headings as Word does."""

    def __init__(self) -> None:
        self._counts = [0] * _LEVELS

    def is_next(self, printed: str) -> bool:
        """Whether Word would print this number; if so, it is counted."""
        level = printed.count(".")
        counts = [*self._counts[:level], self._counts[level] + 1]
        if ".".join(map(str, counts)) != printed:
            return False
        self._counts = counts + [0] * (_LEVELS - len(counts))
        return True


def word_file(text: str, file: Path) -> int:
    """The report as a Word file with headings as styles and numbers that only Word computes.

    Args:
        text: The text.

        file: The file to make.

    Returns:
        How many headings have no number of their own in the file.
    """
    word = docx.Document()
    _number_headings(word)
    counter, counted = Counter(), 0
    for lines in blocks(text):
        if "\t" in lines[0]:
            _table(word, [full(line) for line in lines])
        elif lines[0].startswith("- "):
            for line in lines:
                word.add_paragraph(line[2:], "List Bullet")
        elif level := _level(lines[0]):
            counted += _heading(word, lines[0], level, counter)
        else:
            words = "\n".join(map(plain, lines))
            word.add_paragraph().add_run(words).bold = is_bold(lines)
    word.save(str(file))
    return counted


def _heading(word: Any, line: str, level: int, counter: Counter) -> bool:
    """A heading; where Word would compute another number, it is typed and Word prints none."""
    found = HEADING.fullmatch(plain(line))
    assert found
    if counter.is_next(found["number"]):
        word.add_paragraph(found["title"], f"Heading {level}")
        return True
    typed = word.add_paragraph(line, f"Heading {level}")
    typed._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="0"/></w:numPr>')
    )
    return False


def _table(word: Any, rows: list[list[str]]) -> None:
    table = word.add_table(rows=len(rows), cols=max(map(len, rows)))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=False):
            cell.text = words


def _number_headings(word: Any) -> None:
    """One list with a level for each style of heading, as Word's own command makes it."""
    numbering = word.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="Heading{level + 1}"/>'
        f'<w:lvlText w:val="{".".join(f"%{part + 1}" for part in range(level + 1))}"/></w:lvl>'
        for level in range(_LEVELS)
    )
    pattern = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'
    numbering.insert(0, parse_xml(pattern))
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )
    for level in range(_LEVELS):
        style = word.styles[f"Heading {level + 1}"].element
        style.get_or_add_pPr().append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
            )
        )
