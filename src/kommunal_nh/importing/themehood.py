"""Whether a line that begins with a number is a theme: goals or projects of it must follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kommunal_nh.importing.signs import Kind, Sign
from kommunal_nh.manuscripts import Grid, Line

Signed = tuple[Line | Grid, Sign | None]
"""A block, and what it announces if it is a line."""
_ABOVE_TEXT = (Kind.THEME, Kind.GOAL, Kind.PROJECT, Kind.SECTION)


def confirmed(signed: Sequence[Signed]) -> Iterator[Signed]:
    """Lines that begin with a number are themes only if goals or projects of theirs follow.

    Args:
        signed: Lines with what they announce.

    Yields:
        The same; numbered lines that announce no theme are text.
    """
    following: Sign | None = None
    result: list[Signed] = []
    for block, sign in reversed(signed):
        meant = sign
        if sign is not None and isinstance(block, Line) and _is_no_theme(block, sign, following):
            meant = Sign(Kind.TEXT, sign.words, sign.printed, sign.number)
        if meant is not None and meant.kind in _ABOVE_TEXT:
            following = meant
        result.append((block, meant))
    return reversed(result)


def _is_no_theme(line: Line, sign: Sign, following: Sign | None) -> bool:
    is_numbered = sign.kind is Kind.THEME and sign.number is not None and not line.level
    return is_numbered and not _is_above(sign, following)


def _is_above(theme: Sign, following: Sign | None) -> bool:
    if following is None or following.number is None or theme.number is None:
        return False
    same = (following.number.theme, following.number.code)
    return following.kind is not Kind.THEME and same == (theme.number.theme, theme.number.code)
