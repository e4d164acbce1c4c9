"""Numbers as they are printed: with the digits that the data has."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from kommunal_nh_indikatoren.data import Indicator
from kommunal_nh_indikatoren.texts import Texts

_EXACT = Context(prec=200, rounding=ROUND_HALF_UP)
_GROUPED = 10_000
"""From here on, thousands are set apart."""
NO_BREAK = "\N{NO-BREAK SPACE}"


def number(value: Decimal, texts: Texts) -> str:
    """A number with the digits that it has.

    Args:
        value: The number.

        texts: The signs for fractions and thousands.

    Returns:
        The words, such as `1,50`; `12.345,6` from ten thousand on.
    """
    plain = format(value, "," if abs(value) >= _GROUPED else "").replace("-", "\N{MINUS SIGN}")
    signs = {",": texts.thousands_mark, ".": texts.decimal_mark}
    return "".join(signs.get(sign, sign) for sign in plain)


def quantity(value: Decimal, unit: str, texts: Texts) -> str:
    """A number with its unit, which stays on the same line.

    Args:
        value: The number.

        unit: The unit; may be empty.

        texts: The signs for fractions and thousands.

    Returns:
        The words.
    """
    words = unit.replace(" ", NO_BREAK) if len(unit) <= 4 else unit
    return f"{number(value, texts)}{NO_BREAK}{words}".rstrip(NO_BREAK)


def digits(indicator: Indicator) -> int:
    """How many digits the fractions of an indicator have.

    Args:
        indicator: The indicator.

    Returns:
        The most that one of its values or targets has.
    """
    values = [one.value for one in indicator.values if one.value is not None]
    aims = [one.value for one in indicator.targets]
    return max(map(_digits, (*values, *aims)), default=0)


def _digits(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def rounded(value: Fraction, places: int) -> Decimal:
    """A calculated number with a few digits; halves are rounded away from zero.

    Args:
        value: The number.

        places: Digits of its fraction.

    Returns:
        The number; never minus zero.
    """
    scaled = abs(value) * 10**places
    whole = int(scaled) + (scaled - int(scaled) >= Fraction(1, 2))
    signed = -whole if value < 0 else whole
    return _EXACT.scaleb(Decimal(signed), -places)


def significant(value: Fraction, places: int) -> Decimal:
    """A calculated change with so many digits that it does not look like none.

    Args:
        value: The number.

        places: Digits that it has if that is enough.

    Returns:
        The number with up to three digits more.
    """
    for more in range(3):
        if value == 0 or rounded(value, places + more) != 0:
            return rounded(value, places + more)
    return rounded(value, places + 3)
