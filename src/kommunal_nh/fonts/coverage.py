"""Which signs a font has, as its table `cmap` says."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

Span = tuple[int, int]
"""First and last code point of a run of signs."""


def spans_of(file: Path) -> list[Span]:
    """The signs of a font.

    Args:
        file: A font file (TrueType or OpenType).

    Returns:
        First and last code point of each run of signs; none if the file is no such font.
    """
    try:
        return list(_spans(file.read_bytes()))
    except (struct.error, IndexError):
        return []


def has_sign(spans: Iterable[Span], sign: str) -> bool:
    """Whether a sign is among those of a font.

    Args:
        spans: Runs of signs.

        sign: One character.

    Returns:
        True if it is.
    """
    code = ord(sign)
    return any(first <= code <= last for first, last in spans)


def _spans(data: bytes) -> Iterator[Span]:
    (count,) = struct.unpack_from(">H", data, 4)
    tables = [struct.unpack_from(">4sLLL", data, 12 + 16 * place) for place in range(count)]
    for start in (offset for tag, _, offset, _ in tables if tag == b"cmap"):
        (count,) = struct.unpack_from(">H", data, start + 2)
        records = [
            struct.unpack_from(">HHL", data, start + 4 + 8 * place) for place in range(count)
        ]
        for offset in sorted({offset for *_, offset in records}):  # several may share a table
            yield from _subtable(data, start + offset)


def _subtable(data: bytes, start: int) -> Iterator[Span]:
    (form,) = struct.unpack_from(">H", data, start)
    if form == 12:
        (count,) = struct.unpack_from(">L", data, start + 12)
        for place in range(count):
            first, last, _ = struct.unpack_from(">LLL", data, start + 16 + 12 * place)
            yield first, last
    elif form == 4:
        yield from _segments(data, start)


def _segments(data: bytes, start: int) -> Iterator[Span]:
    (double,) = struct.unpack_from(">H", data, start + 6)
    count = double // 2
    lasts = struct.unpack_from(f">{count}H", data, start + 14)
    firsts, deltas, offsets = (
        struct.unpack_from(f">{count}H", data, start + 16 + part * double) for part in (1, 2, 3)
    )
    for place in range(count):
        first, last = firsts[place], min(lasts[place], 0xFFFE)
        if offsets[place]:
            where = start + 16 + 3 * double + 2 * place + offsets[place]
            yield from _listed(data, where, first, last, deltas[place])
        else:
            yield from _without(first, last, -deltas[place] & 0xFFFF)


def _without(first: int, last: int, missing: int) -> Iterator[Span]:
    """A run without the one code whose glyph would be 0, the sign for what is missing."""
    if not first <= missing <= last:
        missing = last + 1
    yield from ((a, b) for a, b in ((first, missing - 1), (missing + 1, last)) if a <= b)


def _listed(data: bytes, where: int, first: int, last: int, delta: int) -> Iterator[Span]:
    """The codes of a segment that has a list of its glyphs."""
    for code in range(first, last + 1):
        (glyph,) = struct.unpack_from(">H", data, where + 2 * (code - first))
        if (glyph + delta if glyph else 0) & 0xFFFF:
            yield code, code
