"""What text means where a field is not text: numbers, yes and no, dates, words from a list."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from kommunal_nh.dates import parse_partial_date
from kommunal_nh.findings import suggestion
from kommunal_nh.loading.faults import WrongValue

_T = TypeVar("_T")

YES = {"ja": True, "true": True, "wahr": True, "nein": False, "false": False, "falsch": False}


WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,4000}")
"""What `int` reads without 1_000 and the digits of other scripts; of more digits it reads none."""


DECIMAL = re.compile(
    r"[+-]?(?:[0-9]{1,3}(?:\.[0-9]{3}){1,6},[0-9]{1,20}"  # 1.234,5
    r"|[0-9]{1,20},[0-9]{1,20}"  # 1234,5
    r"|(?!0*[1-9][0-9]{0,2}\.[0-9]{3}\Z)[0-9]{1,20}\.[0-9]{1,20}"  # 1234.5
    r"|[0-9]{1,20})"
)
"""Numbers with and without a fraction; of 1.234 nobody knows whether it is more than a thousand."""


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else "…"


def text(value: Any, _: Any) -> str:
    """Text as it stands.

    Args:
        value: What the file says.

    Returns:
        The text.

    Raises:
        WrongValue: It is a list or a mapping.
    """
    if not isinstance(value, str):
        raise WrongValue("Hier wird Text erwartet, keine Liste und keine Untergliederung.")
    return value


def whole_number(value: Any, _: Any) -> int:
    """A whole number.

    Args:
        value: What the file says.

    Returns:
        The number.

    Raises:
        WrongValue: It is something else.
    """
    if isinstance(value, str | int) and WHOLE_NUMBER.fullmatch(str(value).strip()):
        return int(value)  # in frozen editions it is a number already
    raise WrongValue(f"„{_shown(value)}“ ist keine ganze Zahl: bitte nur Ziffern.")


def decimal_number(value: Any, _: Any) -> Decimal:
    """A number that can have a fraction, exactly as it is written.

    Args:
        value: What the file says: `12,5`, `1.234,5` or `12.5`.

    Returns:
        The number.

    Raises:
        WrongValue: It is something else, or could mean two numbers.
    """
    number = value.strip().replace("\N{MINUS SIGN}", "-") if isinstance(value, str) else ""
    if DECIMAL.fullmatch(number):
        return Decimal(number.replace(".", "").replace(",", ".") if "," in number else number)
    if re.fullmatch(r"[+-]?[0-9]{1,3}(?:\.[0-9]{3})+", number):
        plain, fraction = number.replace(".", ""), ",".join(number.rsplit(".", 1))
        raise WrongValue(f"„{number}“ kann zweierlei heißen: bitte {plain} oder {fraction}.")
    raise WrongValue(f"„{_shown(value)}“ ist keine Zahl: möglich sind etwa 12 und 12,5.")


def yes_or_no(value: Any, _: Any) -> bool:
    """Yes or no.

    Args:
        value: What the file says.

    Returns:
        True for ja and the like.

    Raises:
        WrongValue: It is neither.
    """
    answer = YES.get(value.strip().lower()) if isinstance(value, str) else None
    if answer is None:
        raise WrongValue(f"„{_shown(value)}“ ist weder ja noch nein: möglich sind ja und nein.")
    return answer


def reading(parse: Callable[[str], _T]) -> Callable[[Any, Any], _T]:
    """A hook for dates.

    Args:
        parse: Reads a date from text.

    Returns:
        The same with a message for authors.
    """

    def read(value: Any, _: Any) -> _T:
        try:
            return parse(value)
        except (ValueError, TypeError, AttributeError):
            forms = "2023-10-01 oder 01.10.2023"
            if parse is parse_partial_date:
                forms = "2024, 2024-Q2, 2024-03, " + forms
            raise WrongValue(f"„{_shown(value)}“ ist kein Datum; möglich sind {forms}.") from None

    return read


def is_enum(cls: Any) -> bool:
    """Whether a type is a list of words.

    Args:
        cls: The type of a field.

    Returns:
        True for enumerations.
    """
    return isinstance(cls, type) and issubclass(cls, Enum)


def enum_member(value: Any, cls: type[Enum]) -> Enum:
    """A word from a list.

    Args:
        value: What the file says.

        cls: The list.

    Returns:
        The member with that value.

    Raises:
        WrongValue: The list has no such word.
    """
    try:
        return cls(value)
    except ValueError:
        known = [member.value for member in cls]
        raise WrongValue(f"„{_shown(value)}“ gibt es nicht.{suggestion(value, known)}") from None
