"""Periods of values."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.checks.observed import Period

YEAR = Period(date(2023, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "inside"),
    [
        (date(2023, 1, 1), date(2023, 11, 30), True),
        (date(2023, 7, 1), date(2023, 9, 30), True),
        (date(2023, 1, 1), date(2023, 12, 31), False),
        (date(2022, 12, 1), date(2023, 11, 30), False),
        (date(2023, 1, 1), None, False),
    ],
    ids=["months", "quarter", "all of it", "begins before", "open"],
)
def test_a_part_lies_inside_and_is_not_all(first, last, inside):
    assert Period(first, last).inside(YEAR) is inside


@given(st.dates(date(1900, 3, 1), date(2100, 1, 1)), st.integers(1, 40))
def test_an_earlier_year_keeps_month_and_order(day, years):
    before = Period(day, day).before(years)
    assert before.first is not None
    assert (before.first.year, before.first.month) == (day.year - years, day.month)
    assert before.first < day


def test_the_end_of_february_stays_its_end():
    month = Period(date(2025, 2, 1), date(2025, 2, 28))
    assert month.before() == Period(date(2024, 2, 1), date(2024, 2, 29))
    assert month.before().before() == Period(date(2023, 2, 1), date(2023, 2, 28))


def test_a_year_is_told_by_both_ends():
    assert YEAR.year == 2023
    assert Period(date(2022, 7, 1), date(2023, 6, 30)).year is None
    assert Period(None, date(2023, 12, 31)).year is None
