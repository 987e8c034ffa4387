"""Stated numbers as intervals."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.checks.stated import Interval, exactly, share, sharp, stated, step_of, total
from communique.model.mention import Bound

AMOUNTS = st.integers(min_value=1000, max_value=10**9)
PLACES = st.integers(min_value=0, max_value=3)


@given(AMOUNTS, PLACES)
def test_a_rounded_number_stands_for_what_it_was_rounded_from(thousandths, places):
    value = thousandths / 1000
    written = f"{value:.{places}f} billion"
    interval = stated(float(written.split()[0]) * 1e9, written)
    assert interval.meets(exactly(value * 1e9))


@given(AMOUNTS, PLACES)
def test_a_number_that_was_cut_off_stands_for_what_it_was_cut_from(thousandths, places):
    value = thousandths / 1000
    cut = math.floor(value * 10**places + 1e-9) / 10**places
    written = f"{cut:.{places}f} million"
    assert stated(cut * 1e6, written).meets(exactly(value * 1e6))


@given(st.integers(min_value=0, max_value=10_000))
def test_a_percentage_stands_for_what_it_was_rounded_from(hundredths):
    percent = hundredths / 100
    written = f"{percent:.0f}"
    assert share(float(written), f"{written} percent").meets(exactly(percent / 100))


@given(st.lists(st.floats(min_value=-1e9, max_value=1e9), min_size=1, max_size=6))
def test_sums_of_intervals_hold_the_sums_of_their_numbers(values):
    parts = [Interval(value - 1, value + 2) for value in values]
    assert total(parts).meets(exactly(math.fsum(values)))


@pytest.mark.parametrize(
    ("value", "words", "step"),
    [
        (37.7e9, "37.7 billion US dollars", 1e8),
        (3e9, "EUR 3 billion", 1e9),
        (27, "27 members", 0),
        (300, "300 people", 10),
        (300_000, "300,000 dollars", 10_000),
        (1_250, "1,250", 10),
        (12.5, "12.5 percent", 0.1),
    ],
)
def test_step_of_the_last_stated_place(value, words, step):
    assert step_of(value, words) == pytest.approx(step)


@pytest.mark.parametrize(
    ("bound", "inside", "outside"),
    [
        (Bound.ABOUT, 104, 115),
        (Bound.MORE_THAN, 250, 90),
        (Bound.LESS_THAN, 20, 130),
        (None, 105, 120),
    ],
)
def test_hedges_open_an_interval(bound, inside, outside):
    interval = stated(100, "100 percent of all", bound)
    assert interval.meets(exactly(inside))
    assert not interval.meets(exactly(outside))


def test_sums_that_people_set_count_two_digits():
    assert sharp(1e9, "1 billion") == Interval(0.95e9, 1.1e9)


def test_dividing_by_what_may_be_nought_tells_nothing():
    assert (exactly(1) / Interval(-1, 1)).meets(exactly(1e12))
