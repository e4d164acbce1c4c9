"""Where a date is on the timeline: a number of years, which knows no time zone."""

from __future__ import annotations

from datetime import date

from kommunal_nh import PartialDate


def year_of(day: date) -> float:
    """A day as a number of years.

    Args:
        day: The day.

    Returns:
        For example 2021.5 in the middle of 2021.
    """
    first = date(day.year, 1, 1)
    length = date(day.year, 12, 31).timetuple().tm_yday
    return round(day.year + (day - first).days / length, 4)


def middle_of(day: PartialDate) -> float:
    """An imprecise date as a number of years.

    Args:
        day: The date.

    Returns:
        The middle of all days that it can mean.
    """
    return round((year_of(day.first_day) + year_of(day.last_day)) / 2, 4)
