"""Numbers and times of figures, read from their words."""

from datetime import date

import pytest

from communique.checks.figure_numbers import amounts_in, moves, period_of, place_of, rate_of
from communique.checks.observed import Period
from communique.model.claim import Change, When
from communique.model.terms import Direction, Indicator
from factory import figure

YEAR = When(date(2023, 1, 1), date(2023, 12, 31), "2023")


@pytest.mark.parametrize(
    ("value", "quote", "place"),
    [
        (37_700_000_000, "trade reached 37.7 billion dollars", 14),
        (12_400, "some 12,400 students", 5),
        (500_000, "5 lakh", 0),
        (100, "trade doubled", None),
        (4, "in 2023, up 4 percent", 12),
    ],
)
def test_a_number_is_found_in_its_words(value, quote, place):
    assert place_of(value, quote) == place


@pytest.mark.parametrize(
    ("value", "quote", "down", "low", "high"),
    [
        (12, "up 12 percent", False, 11.5, 13),
        (3.2, "up 3.2 percent", False, 3.15, 3.3),
        (7, "down 7 percent", True, -8, -6.5),
        (100, "doubled", False, 90, 110),
    ],
)
def test_a_rate_was_rounded_or_cut_off(value, quote, down, low, high):
    way = Direction.DOWN if down else Direction.UP
    rate = rate_of(figure(quote, change=Change(value, "percent", way)))
    assert rate is not None
    assert (rate.low, rate.high) == pytest.approx((low, high))


def test_a_level_without_a_change_has_no_rate():
    assert rate_of(figure()) is None
    assert not moves(figure())


def test_growth_is_a_rate_by_itself():
    told = figure("growth of 4 percent", indicator=Indicator.GROWTH, value=4, unit="percent")
    assert moves(told)
    assert rate_of(told) is not None


def test_a_time_behind_a_comparison_is_that_of_the_base():
    quote = "86% of adults are insured, compared to 56%, in 2023"
    assert period_of(figure(quote, value=86, unit="percent", period=YEAR), adds_up=False) is None
    base = figure(quote, value=56, unit="percent", period=YEAR)
    assert period_of(base, adds_up=False) == Period(YEAR.first, YEAR.last)


def test_at_the_end_of_a_year_is_all_of_it_for_what_adds_up():
    end = When(date(2023, 10, 1), date(2023, 12, 31), "the end of 2023")
    told = figure("at the end of 2023 exports were 3 billion euros", period=end)
    assert period_of(told, adds_up=True) == Period(date(2023, 1, 1), end.last)
    assert period_of(told, adds_up=False) == Period(end.first, end.last)


def test_years_are_no_amounts():
    assert amounts_in("in 2023 exports were 3 billion, imports 4.5 billion") == 2
