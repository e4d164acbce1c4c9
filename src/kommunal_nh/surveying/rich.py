"""Text as people see it in a form: lines of words, some bold, italic or a link.

A form of any format shows these lines and reads them back; none of them knows Markdown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from kommunal_nh.value import Value

BULLET = "• "
"""How an item of a list begins; two spaces before it for each list around it."""
_ITEM = re.compile(r"^([^\S\n]*)(?:[•◦▪●·–*-]|([0-9]{1,9})[.)])[^\S\n]+")
_SPACES = re.compile(r"[^\S\n]+")


@attrs.frozen(eq=False, repr=False)
class Run(Value):
    """Words that look alike.

    Attributes:
        text: The words, without line ends.
        bold: They are bold.
        italic: They are italic.
        url: Where they lead to, if they are a link.
    """

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""


Line: TypeAlias = tuple[Run, ...]
RichText: TypeAlias = tuple[Line, ...]


def literal(run: Run) -> str:
    """Words as they are written where links can not be shown as such.

    Args:
        run: The words.

    Returns:
        The words; a link is `[words](address)`, or its address if it shows that.
    """
    return run.text if run.url in ("", run.text) else f"[{run.text}]({run.url})"


def plain(text: RichText) -> str:
    """The words alone.

    Args:
        text: Lines of words.

    Returns:
        The lines with line feeds between them, links as `literal` writes them.
    """
    return "\n".join("".join(map(literal, line)) for line in text)


def of_words(words: str) -> RichText:
    """Words without any marks as lines.

    Args:
        words: Any text.

    Returns:
        Its lines, without empty ones at the edges.
    """
    return trimmed((Run(line),) if line.strip() else () for line in words.splitlines())


def trimmed(lines: Iterable[Line]) -> RichText:
    """Lines without empty ones at the edges, and never two empty ones in a row.

    Args:
        lines: Any lines.

    Returns:
        The lines; one that has only spaces is empty.
    """
    kept: list[Line] = []
    for line in lines:
        if any(run.text.strip() for run in line):
            kept.append(line)
        elif kept and kept[-1]:
            kept.append(())
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)


def canonical(text: RichText) -> str:
    """The same for everything that looks the same, whoever saved it.

    Args:
        text: Lines of words.

    Returns:
        The words with marks; spaces, signs of lists and marks of spaces make no difference.
    """
    return "\n".join(canonical_line(line) for line in trimmed(text))


def canonical_line(line: Line) -> str:
    """One line for `canonical`.

    Args:
        line: The line.

    Returns:
        Its words with marks.
    """
    found = list_sign(line)
    words = without_sign(line, found) if found else line
    said = _SPACES.sub(" ", "".join(_marked(words))).strip()
    return f"{found[0]}{found[1]} {said}" if found else said


def list_sign(line: Line) -> tuple[int, str] | None:
    """How an item of a list begins.

    Args:
        line: A line.

    Returns:
        In how many lists it stands, and its sign (`•`, or a number with a full stop); None if the
        line is no item.
    """
    found = _ITEM.match("".join(run.text for run in line))
    if found is None:
        return None
    sign = f"{int(found[2])}." if found[2] else BULLET.strip()
    return len(found[1].expandtabs(4)) // 2, sign


def without_sign(line: Line, sign: tuple[int, str] | None) -> Line:
    """The words of an item of a list.

    Args:
        line: The line.

        sign: What `list_sign` says of it.

    Returns:
        The line without the sign and the spaces around it.
    """
    found = _ITEM.match("".join(run.text for run in line)) if sign else None
    left, kept = found.end() if found else 0, []
    for run in line:
        if text := run.text[left:]:
            kept.append(attrs.evolve(run, text=text))
        left = max(0, left - len(run.text))
    return tuple(kept)


def _marked(line: Line) -> Iterator[str]:
    """Letters, and a mark wherever the look changes; spaces and links look like anything."""
    look = ""
    for run in line:
        marks = "b" * run.bold + "i" * run.italic
        for sign in unicodedata.normalize("NFC", literal(run)):
            if sign.isspace():
                yield " "
                continue
            if marks != look:
                look = marks
                yield f"\x02{marks}\x03"
            yield sign
