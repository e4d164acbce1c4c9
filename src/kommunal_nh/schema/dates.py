"""Dates in a schema: a text that is a day, or an imprecise date, is one that loading reads.

The patterns know how many days a month has; only so an editor refuses exactly what loading does.
"""

from __future__ import annotations

from typing import Any

_YEAR = "(?!0000)[0-9]{4}"
_LEAP_YEAR = "(?!0000)(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
_MONTH = "(?:0?[1-9]|1[0-2])"
_DAYS = (
    (_YEAR, _MONTH, "(?:0?[1-9]|1[0-9]|2[0-8])"),
    (_YEAR, "(?:0?[13-9]|1[0-2])", "(?:29|30)"),
    (_YEAR, "(?:0?[13578]|1[02])", "31"),
    (_LEAP_YEAR, "0?2", "29"),
)
"""Year, month and day of every day that there is."""
_ISO = "|".join(f"{year}-{month}-{day}" for year, month, day in _DAYS)
_GERMAN = "|".join(rf"{day}\.{month}\.{year}" for year, month, day in _DAYS)
_IMPRECISE = "|".join(
    (
        f"{_YEAR}(?:-Q[1-4]|-{_MONTH})?",
        f"Q[1-4][/ ]{_YEAR}",
        rf"[1-4]\. Quartal {_YEAR}",
        f"{_MONTH}[./]{_YEAR}",
    )
)
END = r"(?![\s\S])"
"""The end of a text, for JavaScript and Python alike; in Python `$` also stands before a last line
feed."""
_EXAMPLES = ("2024", "2024-Q2", "2024-03", "03/2024", "2023-10-01", "01.10.2023")
_YEAR_ALONE = {"type": "integer", "minimum": 1000, "maximum": 9999}
_MONTH_AS_NUMBER = {
    "type": "number",
    "minimum": 1,
    "exclusiveMaximum": 13,
    "not": {"type": "integer"},
}
"""What YAML makes of 10.2024 without quotes."""


def day() -> dict[str, Any]:
    """The schema of an exact date.

    Returns:
        A schema for texts such as 2023-10-01 and 01.10.2023.
    """
    pattern = rf"^\s*(?:{_ISO}|{_GERMAN})\s*{END}"
    return {
        "type": "string",
        "pattern": pattern,
        "patternErrorMessage": "Das ist kein Tag; möglich sind 2023-10-01 und 01.10.2023.",
        "examples": ["2023-10-01", "01.10.2023"],
    }


def partial_date(*, or_empty: bool = False) -> dict[str, Any]:
    """The schema of an imprecise date.

    Args:
        or_empty: Whether the text may also be empty.

    Returns:
        A schema for texts such as 2024, 2024-Q2, 03/2024 and all exact dates; a year, or a month
        with a dot, is a number for YAML.
    """
    pattern = rf"^\s*(?:{_ISO}|{_GERMAN}|{_IMPRECISE})\s*{END}"
    text = {
        "type": "string",
        "pattern": f"^{END}|{pattern}" if or_empty else pattern,
        "patternErrorMessage": f"Das ist kein Datum; möglich sind {', '.join(_EXAMPLES)}.",
    }
    numbers = (_YEAR_ALONE.copy(), _MONTH_AS_NUMBER.copy())
    return {"anyOf": [text, *numbers], "examples": [*_EXAMPLES]}
