"""Words of statistics for checks, and names of currencies."""

import pytest

from communique.vocab.currency_names import counted_in
from communique.vocab.series import series_words


def test_manners_are_scopes():
    words = series_words()
    assert words.manners <= set(words.scopes)


def test_words_are_in_lower_case():
    words = series_words()
    lists = (*words.scopes.values(), words.unsettled, words.compilers, words.flows, words.flowing)
    assert all(word == word.lower() for them in lists for word in them)


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("USD", "US dollars"),
        ("EUR", "euros"),
        ("GBP", "British pounds"),
        ("tonnes", "tonnes"),
        ("XXX", "XXX"),
    ],
)
def test_currencies_are_named_as_counted(unit, name):
    assert counted_in(unit) == name
