"""Dates as reports use them: exact ones, and imprecise ones such as 2024 or 2024-Q2."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import attrs

from kommunal_nh.errors import UsageError

_FORMS = (
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"),
    re.compile(r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})"),
    re.compile(r"(?P<year>[0-9]{4})-Q(?P<quarter>[1-4])"),
    re.compile(r"Q(?P<quarter>[1-4])[/ ](?P<year>[0-9]{4})"),
    re.compile(r"(?P<quarter>[1-4])\. Quartal (?P<year>[0-9]{4})"),
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})"),
    re.compile(r"(?P<month>[0-9]{1,2})[./](?P<year>[0-9]{4})"),
    re.compile(r"(?P<year>[0-9]{4})"),
)


@attrs.frozen(repr=False, order=False)
class PartialDate:
    """A date that may leave out the day, the month or all but the year.

    Attributes:
        year: The year, 1 to 9999.
        month: The month, 1 to 12, where it is known.
        day: The day of the month, where it is known.
        quarter: The quarter, 1 to 4, where only that is known.
    """

    year: int
    month: int | None = None
    day: int | None = None
    quarter: int | None = None

    def __attrs_post_init__(self) -> None:
        whole = self.month is not None or self.day is None
        if not whole or (self.quarter and self.month) or self.quarter not in (None, 1, 2, 3, 4):
            raise ValueError(
                "Ein Tag braucht einen Monat, und ein Quartal steht für sich: 1 bis 4."
            )
        date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        """The date in ISO form: 2024-03-01, 2024-03, 2024-Q2 or 2024."""
        if self.quarter:
            return f"{self.year:04}-Q{self.quarter}"
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part))
        return "-".join(parts)

    def __repr__(self) -> str:
        return f"<PartialDate {self}>"

    @property
    def first_day(self) -> date:
        """The earliest day that the date can mean."""
        month = self.month or ((self.quarter - 1) * 3 + 1 if self.quarter else 1)
        return date(self.year, month, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day that the date can mean."""
        if self.day:
            return self.first_day
        month = self.month or (self.quarter * 3 if self.quarter else 12)
        if month == 12:
            return date(self.year, 12, 31)
        return date(self.year, month + 1, 1) - timedelta(days=1)

    @property
    def german(self) -> str:
        """The date as German readers write it: 01.03.2024, 03/2024, 2. Quartal 2024, 2024."""
        year = f"{self.year:04}"
        if self.quarter:
            return f"{self.quarter}. Quartal {year}"
        if self.day:
            return f"{self.day:02}.{self.month:02}.{year}"
        return f"{self.month:02}/{year}" if self.month else year


def parse_partial_date(text: str) -> PartialDate:
    """Read an exact or imprecise date in ISO or German form.

    Args:
        text: For example `2024`, `2024-Q2`, `Q2/2024`, `2024-03`, `03/2024`, `2024-03-01` or
            `01.03.2024`.

    Returns:
        The date, exactly as precise as the text.

    Raises:
        ValueError: The text is none of these forms, or no such day exists.
    """
    for form in _FORMS:
        if match := form.fullmatch(text.strip()):
            return PartialDate(**{name: int(value) for name, value in match.groupdict().items()})
    raise ValueError(f"„{text}“ ist kein Datum; möglich sind 2024, 2024-Q2, 2024-03, 2024-03-01.")


def parse_date(text: str) -> date:
    """Read an exact date in ISO (2023-10-01) or German form (01.10.2023).

    Args:
        text: The date.

    Returns:
        The day.

    Raises:
        ValueError: The text is not an exact date, or no such day exists.
    """
    try:
        partial = parse_partial_date(text)
    except ValueError:
        partial = None
    if partial is None or partial.day is None:
        raise ValueError(f"„{text}“ ist kein Tagesdatum; möglich sind 2023-10-01 und 01.10.2023.")
    return partial.first_day


def day_of(given: date | str) -> date:
    """The day that somebody gave as a date or as text.

    Args:
        given: A day, or one of the forms that `parse_date` reads.

    Returns:
        The day.

    Raises:
        UsageError: The text is not an exact date.
    """
    if isinstance(given, date):
        return given.date() if isinstance(given, datetime) else given
    try:
        return parse_date(given)
    except ValueError as problem:
        raise UsageError(str(problem)) from problem
