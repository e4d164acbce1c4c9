"""Lines and tables of a manuscript as one text in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kommunal_nh.manuscripts import Grid, Line
from kommunal_nh.text import is_plain

_MARKUP = re.compile(r"[\\`_\[\]<>&|~]|(?<!\w)\*|\*(?!\w)")
_AT_START = re.compile(r"^(?:[-+#=](?=\s|$|[-=#])|>)|^(\d+)([.)])(?=\s|$)")
_BLANK = re.compile(r"\s+")
_BULLETS = ("-", "*")


def running_text(blocks: Iterable[Line | Grid]) -> str:
    """Lines and tables as Markdown.

    Args:
        blocks: Paragraphs, items of lists, headings and tables in their order.

    Returns:
        The text.
    """
    text, widths = "", _Widths()
    before: Line | Grid | None = None
    for block in blocks:
        text += _gap(before, block) + widths.indented(block, block_text(block))
        before = block
    return text


def block_text(block: Line | Grid) -> str:
    """A block as Markdown, without what stands before an item of a list.

    Args:
        block: The block.

    Returns:
        One or more lines.
    """
    if isinstance(block, Grid):
        return block.text or _table(block)
    text = block.text or escaped(block.words)
    if block.level:
        return f"{'#' * block.level} {text}"
    letter = f"{block.marker} " if block.marker[:-1].isalpha() else ""
    return letter + text


def escaped(words: str) -> str:
    """Words as Markdown that prints exactly these words.

    Args:
        words: Any words; white space counts as one space.

    Returns:
        Markdown of one paragraph.
    """
    text = _BLANK.sub(" ", words).strip()
    if is_plain(text):
        return text
    return _AT_START.sub(_start, _MARKUP.sub(r"\\\g<0>", text))


def _start(found: re.Match[str]) -> str:
    return f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[0]}"


class _Widths:
    """How far the lines of the open lists are indented."""

    def __init__(self) -> None:
        self._widths: list[int] = []

    def indented(self, block: Line | Grid, text: str) -> str:
        depth = block.depth if isinstance(block, Line) else 0
        marker = _marker(block) if isinstance(block, Line) and block.marker else ""
        self._widths = self._widths[: depth - 1 if marker else depth] if depth else []
        first = " " * sum(self._widths)
        if marker:
            self._widths.append(len(marker) + 1)
        rest = " " * sum(self._widths)
        whole = f"{first}{marker} {text}" if marker else f"{first}{text}"
        head, *tail = whole.rstrip(" ").split("\n")
        return "\n".join([head, *(f"{rest}{line}" if line else "" for line in tail)])


def _marker(line: Line) -> str:
    is_kept = line.marker.rstrip(".)").isdigit() or line.marker in _BULLETS
    return line.marker if is_kept else "-"


def _gap(before: Line | Grid | None, block: Line | Grid) -> str:
    if before is None:
        return ""
    follows = isinstance(before, Line) and isinstance(block, Line)
    if not (follows and before.depth and block.marker):  # type: ignore[union-attr]
        return "\n\n"
    interrupts = block.depth > before.depth and _marker(block)[:-1] not in ("", "1")  # type: ignore[union-attr,arg-type]
    return "\n\n" if interrupts else "\n"


def _table(grid: Grid) -> str:
    width = max(len(row.cells) for row in grid.rows)
    rows = [[*row_texts(row.texts or map(escaped, row.cells)), *[""] * (width - len(row.cells))]
            for row in grid.rows]  # fmt: skip
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])


def row_texts(texts: Iterable[str]) -> list[str]:
    """The texts of cells in one line each.

    Args:
        texts: Markdown of the cells.

    Returns:
        The same; where a line breaks stands a slash.
    """
    return [text.replace("\\\n", " / ").replace("\n", " ") for text in texts]
