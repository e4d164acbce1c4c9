"""Many pages on one small picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageOps

_GAP = 6
_WIDEST = 1360
_BETWEEN = "#9aa0a6"
_COLOURS = 48


def sheet(pictures: Sequence[Path], height: int) -> Image.Image:
    """Lay pictures side by side in rows.

    Args:
        pictures: The pictures.

        height: How tall each shall be, in pixels.

    Returns:
        One picture.
    """
    rows = _rows([_shrunk(picture, height) for picture in pictures])
    width = max(sum(one.width + _GAP for one in row) for row in rows)
    result = Image.new("RGB", (width + _GAP, len(rows) * (height + _GAP) + _GAP), _BETWEEN)
    for place, row in enumerate(rows):
        left = _GAP
        for one in row:
            result.paste(one, (left, _GAP + place * (height + _GAP)))
            left += one.width + _GAP
    return result


def _rows(pictures: Sequence[Image.Image]) -> list[list[Image.Image]]:
    """As many in a row as it has room for."""
    rows: list[list[Image.Image]] = [[]]
    for one in pictures:
        if rows[-1] and sum(other.width + _GAP for other in (*rows[-1], one)) > _WIDEST:
            rows.append([])
        rows[-1].append(one)
    return rows


def _shrunk(picture: Path, height: int) -> Image.Image:
    with Image.open(picture) as opened:
        page = opened.convert("RGB")
        return ImageOps.contain(page, (page.width, height), Image.Resampling.LANCZOS)


def save(picture: Image.Image, target: Path) -> None:
    """Save a picture with few colours, so that it stays small.

    Args:
        picture: The picture.

        target: A PNG file.
    """
    few = picture.quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(target, optimize=True)
