"""Numbers in cells as the words that people saw there: dates, percentages, decimals."""

from __future__ import annotations

import math
import re
from datetime import date, timedelta

_BUILT_IN = {
    9: "0%", 10: "0.00%", 2: "0.00", 4: "#,##0.00", 14: "d.m.yyyy", 15: "d.m.yyyy", 16: "d.m.",
    17: "m/yyyy", 18: "h:mm", 19: "h:mm", 20: "h:mm", 21: "h:mm", 22: "d.m.yyyy h:mm", 45: "m:ss",
    46: "h:mm", 47: "m:ss",
}  # fmt: skip
_ASIDE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DECIMALS = re.compile(r"0\.(0+)")
_LAST_DAY = 2_958_465


def built_in(number: int) -> str:
    """The code of a format that has only a number.

    Args:
        number: Its number.

    Returns:
        The code.
    """
    return _BUILT_IN.get(number, "")


def words_of(value: float, code: str, *, from_1904: bool) -> str:
    """A number as it was seen.

    Args:
        value: The number.

        code: The code of its format.

        from_1904: Days are counted from 1904.

    Returns:
        German words: `01.03.2024`, `03/2024`, `50 %`, `80,10`, `2023`.
    """
    if not math.isfinite(value):
        return str(value)
    bare = _ASIDE.sub("", code.split(";", maxsplit=1)[0]).lower()
    if "y" in bare or "d" in bare or re.search(r"m+[./ -]", bare):
        return _day(value, bare, from_1904)
    if bare.endswith("%"):
        return f"{_decimal(value * 100, bare)} %"
    return _decimal(value, bare)


def _day(value: float, bare: str, from_1904: bool) -> str:
    start = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
    if not 0 < value < _LAST_DAY - 1462:
        return _decimal(value, "")
    day = start + timedelta(days=math.floor(value))
    return f"{day:%d.%m.%Y}" if "d" in bare else f"{day:%m/%Y}"


def _decimal(value: float, bare: str) -> str:
    if found := _DECIMALS.search(bare):
        return f"{value:.{len(found[1])}f}".replace(".", ",")
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.10g}".replace(".", ",")
