"""Dates by example, in the forms that departments write."""

from __future__ import annotations

from datetime import date

import pytest

from kommunal_nh import PartialDate
from kommunal_nh.dates import parse_date, parse_partial_date


@pytest.mark.parametrize(
    ("text", "day", "german"),
    [
        ("2024", PartialDate(2024), "2024"),
        ("2024-Q2", PartialDate(2024, quarter=2), "2. Quartal 2024"),
        ("Q2/2024", PartialDate(2024, quarter=2), "2. Quartal 2024"),
        ("Q2 2024", PartialDate(2024, quarter=2), "2. Quartal 2024"),
        ("2. Quartal 2024", PartialDate(2024, quarter=2), "2. Quartal 2024"),
        ("2024-03", PartialDate(2024, 3), "03/2024"),
        ("03/2024", PartialDate(2024, 3), "03/2024"),
        ("3.2024", PartialDate(2024, 3), "03/2024"),
        ("2024-02-29", PartialDate(2024, 2, 29), "29.02.2024"),
        ("1.3.2024", PartialDate(2024, 3, 1), "01.03.2024"),
        (" 01.03.2024 ", PartialDate(2024, 3, 1), "01.03.2024"),
        ("0900", PartialDate(900), "0900"),
    ],
)
def test_dates_are_read_as_precise_as_they_are(text: str, day: PartialDate, german: str) -> None:
    """ISO and German forms are read, and nothing is made up that the text does not say."""
    assert parse_partial_date(text) == day
    assert day.german == german


@pytest.mark.parametrize(
    "text",
    ["", "bald", "2024-13", "2024-02-30", "31.04.2024", "2024-Q5", "Q0/2024", "24",
     "2024-1-1-1", "0000", "٢٠٢٤"],
)  # fmt: skip
def test_other_texts_are_no_dates(text: str) -> None:
    """What is no date, or no day that exists, is refused."""
    with pytest.raises(ValueError, match=r".+"):
        parse_partial_date(text)


@pytest.mark.parametrize("text", ["2024", "2024-Q2", "03/2024", "2023-02-29", "heute"])
def test_a_day_must_be_exact(text: str) -> None:
    """Where a day is needed, an imprecise date is refused and the message shows how to write it."""
    with pytest.raises(ValueError, match=r"kein Tagesdatum.*2023-10-01"):
        parse_date(text)


def test_a_day_is_read_in_both_forms() -> None:
    """The same day in ISO and in German form."""
    assert parse_date("2023-10-01") == parse_date("01.10.2023") == date(2023, 10, 1)


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (PartialDate(2024), date(2024, 1, 1), date(2024, 12, 31)),
        (PartialDate(2024, quarter=1), date(2024, 1, 1), date(2024, 3, 31)),
        (PartialDate(2024, quarter=4), date(2024, 10, 1), date(2024, 12, 31)),
        (PartialDate(2024, 2), date(2024, 2, 1), date(2024, 2, 29)),
        (PartialDate(2023, 2), date(2023, 2, 1), date(2023, 2, 28)),
        (PartialDate(9999, 12), date(9999, 12, 1), date(9999, 12, 31)),
        (PartialDate(2024, 5, 17), date(2024, 5, 17), date(2024, 5, 17)),
    ],
)
def test_first_and_last_day(day: PartialDate, first: date, last: date) -> None:
    """An imprecise date can mean every day from its first to its last."""
    assert (day.first_day, day.last_day) == (first, last)


@pytest.mark.parametrize(
    "parts",
    [
        {"year": 0},
        {"year": 2024, "month": 13},
        {"year": 2023, "month": 2, "day": 29},
        {"year": 2024, "day": 5},
        {"year": 2024, "quarter": 7},
        {"year": 2024, "quarter": 1, "month": 3},
    ],
)
def test_impossible_dates_are_refused(parts: dict[str, int]) -> None:
    """A date that does not exist, or says two things, can not be made in Python either."""
    with pytest.raises(ValueError, match=r".+"):
        PartialDate(**parts)
