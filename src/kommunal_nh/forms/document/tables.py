"""The tables of a file that came back, as rows of labels and cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import attrs

from kommunal_nh.forms.document.words import Reader, W
from kommunal_nh.surveying.fingerprints import print_of
from kommunal_nh.surveying.rich import RichText
from kommunal_nh.surveying.sameness import folded

if TYPE_CHECKING:
    from lxml.etree import _Element


@attrs.frozen
class Grid:
    """One table.

    Attributes:
        number: Which one it is in the file, from 1.
        rows: The texts of each row, a text for each cell.
    """

    number: int
    rows: tuple[tuple[RichText, ...], ...]

    @property
    def place(self) -> str:
        """Where it stands."""
        return f"Tabelle {self.number}"

    def by_label(self) -> dict[str, RichText]:
        """What stands beside each label.

        Returns:
            Texts by folded label; of two rows with one label the first.
        """
        found: dict[str, RichText] = {}
        for row in self.rows:
            if len(row) > 1:
                found.setdefault(folded(words_of(row[0])), row[1])
        return found

    def words(self) -> str:
        """All that stands in it, a line for each row."""
        return "\n".join(" | ".join(map(words_of, row)) for row in self.rows)


def words_of(text: RichText) -> str:
    """The words of a text in one line.

    Args:
        text: The text.

    Returns:
        The words.
    """
    return " ".join(" ".join("".join(run.text for run in line).split()) for line in text).strip()


def grids(body: _Element, reader: Reader) -> list[Grid]:
    """The tables of a file, in their order.

    Args:
        body: The body of the document.

        reader: Reads the words.

    Returns:
        The tables; one inside a cell belongs to the cell.
    """
    outer = [one for one in body.iter(f"{W}tbl") if not _has_above(one, f"{W}tbl")]
    return [
        Grid(number, tuple(tuple(reader.text(cell) for cell in _cells(row)) for row in _rows(one)))
        for number, one in enumerate(outer, 1)
    ]


def outside(body: _Element, reader: Reader) -> RichText:
    """The lines that stand in no table.

    Args:
        body: The body of the document.

        reader: Reads the words.

    Returns:
        The lines.
    """
    free = (one for one in body.iter(f"{W}p") if not _has_above(one, f"{W}tbl"))
    return tuple(line for one in free for line in reader.lines(one))


def frame_print(lines: RichText) -> str:
    """The fingerprint of what stands outside the tables.

    Args:
        lines: The lines.

    Returns:
        The same whatever looks they have, and however many spaces and empty lines there are.
    """
    words = (" ".join("".join(one.text for one in line).split()) for line in lines)
    return print_of("\n".join(filter(None, words)))


def _rows(table: _Element) -> Iterator[_Element]:
    return (row for row in table.iter(f"{W}tr") if _nearest(row, f"{W}tbl") is table)


def _cells(row: _Element) -> Iterator[_Element]:
    return (cell for cell in row.iter(f"{W}tc") if _nearest(cell, f"{W}tr") is row)


def _has_above(one: _Element, tag: str) -> bool:
    return _nearest(one, tag) is not None


def _nearest(one: _Element, tag: str) -> _Element | None:
    return next(one.iterancestors(tag), None)


def labels(*names: str) -> Mapping[str, str]:
    """Labels as they are compared.

    Args:
        *names: The labels.

    Returns:
        The labels by what is compared.
    """
    return {folded(name): name for name in names}
