import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from communique.model.mention import Bound
from communique.records.comparing.sums import (
    digits,
    family,
    keys,
    loose,
    plain,
    same_currency,
    same_number,
    scaled,
)

BN = 1_000_000_000


@pytest.mark.parametrize(
    ("one", "other", "first", "second"),
    [
        (10 * BN, 10.0 * BN, None, Bound.ABOUT),
        (37.7 * BN, 37_680_000_000, None, None),
        (1.2 * BN, 1.24 * BN, Bound.MORE_THAN, None),
        (80 * BN, 79_600_000_000, Bound.ABOUT, None),
        (15 * BN, 14_800_000_000, Bound.AT_MOST, None),
        (0, 0, None, None),
    ],
)
def test_numbers_that_can_be_one(one, other, first, second):
    assert same_number(one, other, first, second)
    assert same_number(other, one, second, first)
    assert {*keys(one)} & {*keys(other)}


@pytest.mark.parametrize(
    ("one", "other", "first", "second"),
    [
        (10 * BN, 14 * BN, Bound.MORE_THAN, None),
        (10 * BN, 10.4 * BN, None, None),
        (10 * BN, 9.6 * BN, Bound.MORE_THAN, None),
        (1.2 * BN, 1.3 * BN, Bound.MORE_THAN, None),
        (8.1 * BN, 7.9 * BN, None, None),
        (5, -5, None, None),
        (0, 1, Bound.ABOUT, None),
    ],
)
def test_numbers_that_are_two(one, other, first, second):
    assert not same_number(one, other, first, second)
    assert not same_number(other, one, second, first)


def test_stated_digits():
    assert (digits(37_700_000_000), digits(1_000_000), digits(2.5)) == (3, 1, 2)


def test_whole_numbers_are_one_however_held():
    assert plain(5.0) == 5
    assert isinstance(plain(5.0), int)
    assert plain(2.5) == 2.5
    assert scaled("37.7", 9) == 37_700_000_000


@pytest.mark.parametrize(
    ("currency", "quote", "any_dollar"),
    [
        ("USD", "will give $5 million", True),
        ("USD", "will give 5 million dollars", True),
        ("USD", "will give US$5 million", False),
        ("USD", "will give 5 million U.S. dollars", False),
        ("CAD", "will give $5 million", False),
        ("EUR", "will give 5 million euros", False),
    ],
)
def test_a_bare_sign_may_be_any_dollar(currency, quote, any_dollar):
    assert loose(currency, quote) is any_dollar


def test_currencies():
    assert same_currency("EUR", "EUR", either_loose=False)
    assert same_currency("USD", "CAD", either_loose=True)
    assert not same_currency("USD", "CAD", either_loose=False)
    assert not same_currency("USD", "EUR", either_loose=True)
    assert family("CAD") == family("USD") != family("EUR")


numbers = st.integers(1, 10**12) | st.floats(0.01, 1e12)
bounds = st.none() | st.sampled_from(Bound)


@given(numbers, numbers, bounds, bounds)
def test_sameness_is_symmetric(one, other, first, second):
    assert same_number(one, other, first, second) == same_number(other, one, second, first)


@given(st.integers(1, 10**12), st.floats(0.9, 1.1), bounds)
@example(1_000_000, 0.9375, Bound.AT_MOST)
def test_numbers_that_can_be_one_share_a_key(number, factor, bound):
    other = round(number * factor)
    if other and same_number(number, other, bound, None):
        assert {*keys(number)} & {*keys(other)}
