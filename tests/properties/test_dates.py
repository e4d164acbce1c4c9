"""The properties of dates: read as they are printed, exactly as precise."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kommunal_nh import Labels, PartialDate
from kommunal_nh.dates import parse_date, parse_partial_date
from kommunal_nh.testing import partial_dates


@given(partial_dates())
def test_a_date_is_read_as_it_was_printed(day: PartialDate) -> None:
    """Reading a printed date gives the same date, in ISO as well as in German form."""
    assert parse_partial_date(str(day)) == day
    assert parse_partial_date(day.german) == day


@given(st.dates())
def test_a_day_is_read_as_it_was_printed(day: date) -> None:
    """Reading a printed day gives the same day, in ISO as well as in German form."""
    assert parse_date(day.isoformat()) == day
    assert parse_date(Labels().date(day)) == day


@given(partial_dates(), st.dates())
def test_a_date_means_the_days_between_its_first_and_last(day: PartialDate, other: date) -> None:
    """A day lies between first and last day just if it is in the same year, month, quarter, day."""
    inside = (
        other.year == day.year
        and day.month in (None, other.month)
        and day.day in (None, other.day)
        and day.quarter in (None, (other.month + 2) // 3)
    )

    assert (day.first_day <= other <= day.last_day) == inside


@given(partial_dates())
def test_a_date_ends_where_the_next_begins(day: PartialDate) -> None:
    """The days before the first and after the last day are outside the year, month or quarter."""
    if day.last_day < date.max:
        after = day.last_day + timedelta(days=1)
        assert (after.year, after.month, after.day) != (day.year, day.month, day.day)
        assert after.day == 1 or day.day
