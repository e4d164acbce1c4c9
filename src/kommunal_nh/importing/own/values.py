"""What stands after the labels of SDGs and frameworks, also where modules say it in more words."""

from __future__ import annotations

import re

_SDG = re.compile(r"\b(1[0-7]|[1-9])\b")
_CRITERION = re.compile(r"(.*?) ?([^ ]+(?: \(.*\))?)")


def numbers_in(words: str) -> tuple[int, ...]:
    """Numbers of goals for sustainable development.

    Args:
        words: As printed: numbers with commas between them, or what the module `sdg` makes of them.

    Returns:
        The numbers, without those that the module says to be inherited.
    """
    parts = words.split(", ")
    if all(part.isdecimal() for part in parts):
        return tuple(map(int, parts))
    own = [one for one in words.split("; ") if ": " not in one]
    found = (_SDG.search(part) for one in own for part in one.split(", "))
    return tuple(int(number[0]) for number in found if number)


def frameworks_in(words: str) -> dict[str, tuple[str, ...]]:
    """References to other frameworks.

    Args:
        words: Names, each with its criteria, as printed.

    Returns:
        The criteria by name; a name ends before the word of its first criterion. Words in
        parentheses belong to the criterion before them.
    """
    found = {}
    for one in filter(None, _apart(words, "; ")):
        first, *others = _apart(one, ", ")
        match = _CRITERION.fullmatch(first.rstrip(" "))
        name, criterion = match.groups() if match else ("", first)
        found[name or criterion] = (criterion, *others) if name else tuple(others)
    return found


def _apart(words: str, mark: str) -> list[str]:
    """Words cut at a mark, but not within parentheses."""
    pieces: list[str] = []
    for piece in words.split(mark):
        if pieces and pieces[-1].count("(") > pieces[-1].count(")"):
            pieces[-1] += mark + piece
        else:
            pieces.append(piece)
    return pieces
