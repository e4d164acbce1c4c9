"""Looks for words in what was read of a file, and says what is missing."""

from __future__ import annotations

from collections.abc import Iterable

from kommunal_nh.testing.promise import Piece, squeezed

_SHOWN = 80


def missing_piece(wanted: Iterable[Piece], text: str) -> str:
    """Looks for pieces, each behind the one before it.

    Args:
        wanted: What has to be there, in this order.

        text: What was read.

    Returns:
        An explanation of the first piece that is missing, or nothing.
    """
    text, place, before = squeezed(text), 0, Piece("the beginning", "")
    for piece in wanted:
        found = text.find(piece.words, place)
        if found < 0:
            return _explained(piece, before, text, place)
        place, before = found + len(piece.words), piece
    return ""


def _explained(piece: Piece, before: Piece, text: str, place: int) -> str:
    elsewhere = text.count(piece.words)
    return (
        f"{piece.what} is missing: {piece.words!r}\n"
        f"It should come after {before.what}: {before.words[-_SHOWN:]!r}\n"
        f"There the file goes on with: {text[place : place + _SHOWN]!r}\n"
        + (f"Before that place the same words stand {elsewhere} times.\n" if elsewhere else "")
    )
