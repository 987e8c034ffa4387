"""How texts tell that numbers belong together."""

import re

from communique.checks.arithmetic.forms import forms
from communique.vocab.arithmetic import arithmetic
from communique.vocab.facts import number_words, ordinal_words


def test_every_form_can_be_matched():
    assert all(forms(name) for name in arithmetic().forms)


def test_every_list_is_of_regular_expressions():
    data = arithmetic()
    lists = [*data.words.values(), *data.flows.values(), data.pledging, list(data.factors)]
    assert all(re.compile(entry) for entries in lists for entry in entries)


def test_ranges_are_ranges():
    data = arithmetic()
    ranges = [*data.fractions.values(), *data.factors.values(), *data.per_dollar.values()]
    assert all(0 < low < high for low, high in ranges)


def test_numbers_in_words():
    assert number_words()["twenty-one"] == 21
    assert ordinal_words()["twenty-first"] == 21
    assert ordinal_words()["second"] == 2
    assert ordinal_words()["ninetieth"] == 90
