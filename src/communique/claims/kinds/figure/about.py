"""Whom a figure is about."""

from __future__ import annotations

from communique.claims.kinds.figure.measured import verb_above
from communique.claims.reading import Reading
from communique.claims.referents import distinct
from communique.model.claim import Party

_MOST = 5


def about(reading: Reading, number: int, head: int | None) -> tuple[Party, ...]:
    """The parties that the measured phrase and its clause name."""
    named = _in_phrase(reading, head) if head is not None else ()
    if len(named) > 1:
        return named[:_MOST]
    clause = _in_run(reading, _clause(reading, number))
    return distinct((*named, *clause))[:_MOST]


def _clause(reading: Reading, number: int) -> range:
    tree = reading.tree
    verb = verb_above(tree, number)
    return tree.clause(verb) if verb is not None else range(*tree.sentence(number))


def _in_phrase(reading: Reading, head: int) -> tuple[Party, ...]:
    return _in_run(reading, reading.tree.phrase(head))


def _in_run(reading: Reading, tokens: range) -> tuple[Party, ...]:
    found = []
    for index in tokens:
        party = reading.parties.get(index)
        if party is not None:
            found.append(Party(party.name, party.code))
    return distinct(found)
