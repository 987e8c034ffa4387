"""Rough rates: the order of sums, and no rate where none is known."""

import pytest

from communique.vocab.rates import rough_dollars


def test_a_dollar_is_a_dollar():
    assert rough_dollars(5.5, "USD") == 5.5


def test_a_rate_is_between_the_lowest_and_the_highest():
    assert 1 / 1.25 < rough_dollars(1, "EUR") < 1 / 0.6
    assert 1 / 165 < rough_dollars(1, "JPY") < 1 / 75


@pytest.mark.parametrize("currency", [None, "", "XXX", "usd"])
def test_what_has_no_rate_has_no_size(currency):
    assert rough_dollars(1_000, currency) is None
