"""What paragraphs of a Word file say, whoever saved it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kommunal_nh.forms.document.layout import CHOOSE, WRITE
from kommunal_nh.surveying.rich import BULLET, Line, RichText, Run, trimmed

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_OFF = {"0", "false", "off", "none"}
_GONE = {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr")}
_DEEPEST = 64
_PLACEHOLDERS = {CHOOSE, WRITE}


class Reader:
    """Reads words.

    Attributes:
        addresses: Where links lead to, by id.
    """

    def __init__(self, addresses: Mapping[str, str]) -> None:
        self.addresses = addresses

    def text(self, cell: _Element) -> RichText:
        """The lines of a cell.

        Args:
            cell: The cell, or anything else with paragraphs.

        Returns:
            The lines; what only invites to write is nothing.
        """
        lines = [line for one in cell.iter(f"{W}p") for line in self.lines(one)]
        text = trimmed(lines)
        words = " ".join("".join(run.text for run in line).strip() for line in text)
        return () if words in _PLACEHOLDERS else text

    def lines(self, paragraph: _Element) -> Iterator[Line]:
        """The lines of a paragraph.

        Args:
            paragraph: The paragraph.

        Yields:
            Each line; an item of one of Word's own lists begins with a sign.
        """
        line: list[Run] = [Run(sign)] if (sign := _list_sign(paragraph)) else []
        for run in self._runs(paragraph, "", 0):
            first, *others = run.text.split("\n")
            line += [Run(first, run.bold, run.italic, run.url)] if first else []
            for other in others:
                yield tuple(line)
                line = [Run(other, run.bold, run.italic, run.url)] if other else []
        yield tuple(line)

    def _runs(self, inside: _Element, url: str, depth: int) -> Iterator[Run]:
        for one in inside if depth < _DEEPEST else ():
            if one.tag in _GONE or one.tag == f"{W}p":
                continue
            if one.tag == f"{W}r":
                if words := _words(one):
                    yield Run(words, _is_on(one, "b"), _is_on(one, "i"), url)
            else:
                target = self.addresses.get(one.get(_R, ""), "")
                inner = target if one.tag == f"{W}hyperlink" else url
                yield from self._runs(one, inner, depth + 1)


def _words(run: _Element) -> str:
    return "".join(_SIGNS.get(one.tag, _none)(one) for one in run)


def _none(_: Any) -> str:
    return ""


_SIGNS: Mapping[Any, Any] = {
    f"{W}t": lambda one: one.text or "",
    f"{W}tab": lambda _: "\t",
    f"{W}br": lambda _: "\n",
    f"{W}cr": lambda _: "\n",
    f"{W}noBreakHyphen": lambda _: "\N{NON-BREAKING HYPHEN}",
}


def _is_on(run: _Element, name: str) -> bool:
    look = run.find(f"{W}rPr/{W}{name}")
    return look is not None and look.get(f"{W}val", "1").lower() not in _OFF


def _list_sign(paragraph: _Element) -> str:
    """Numbers of lists are counted by Word, so that only that it is an item is known."""
    number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
    if number is None or number.get(f"{W}val") == "0":
        return ""
    level = paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl")
    depth = level.get(f"{W}val", "0") if level is not None else "0"
    return "  " * min(int(depth) if depth.isdecimal() else 0, 8) + BULLET
