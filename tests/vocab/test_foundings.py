"""The table of foundings: its parties exist, and nothing stands in it twice."""

from collections import Counter

from communique.vocab.foundings import foundings
from communique.vocab.loader import load_vocabulary


def _twice(names):
    return [name for name, count in Counter(names).items() if count > 1]


def test_parties_are_those_of_the_vocabulary():
    vocabulary = load_vocabulary()
    states = {state.code for state in vocabulary.states}
    codes = states | {institution.code for institution in vocabulary.institutions}
    known = foundings()
    assert {entry.party for entry in known.independence} <= states
    assert {code for entry in known.relations for code in entry.parties} <= codes


def test_nothing_stands_twice():
    known = foundings()
    assert not _twice(entry.party for entry in known.independence)
    assert not _twice(frozenset(entry.parties) for entry in known.relations)
    assert not _twice(name.casefold() for entry in known.foundings for name in entry.names)


def test_years_are_in_order():
    known = foundings()
    for entry in (*known.independence, *known.relations, *known.foundings):
        assert list(entry.years) == sorted(set(entry.years)), entry.source
