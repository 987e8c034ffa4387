"""Whom a figure is about."""

from __future__ import annotations

from collections.abc import Iterable

from communique.claims.kinds.figure.measured import verb_above
from communique.claims.reading import Reading
from communique.claims.referents import distinct
from communique.model.claim import Party
from communique.model.terms import Indicator

_MOST = 5
# Measures that lie between two sides.
_BETWEEN = frozenset({
    Indicator.TRADE_TURNOVER, Indicator.EXPORTS, Indicator.IMPORTS, Indicator.TRADE_BALANCE,
    Indicator.TRADE_SHARE, Indicator.FDI,
})  # fmt: skip


def about(
    reading: Reading, number: int, head: int | None, known: Indicator
) -> tuple[Party, ...]:
    """The parties that the measured phrase and its clause name.

    Args:
        reading: The document.
        number: Head of the number.
        head: What it measures.
        known: Its indicator; trade has two sides, which the document tells where the words do not.
    """
    named = _in_run(reading, reading.tree.phrase(head)) if head is not None else ()
    enough = 2 if known in _BETWEEN else 1
    for more in (_clause(reading, number), _sentence(reading, number)):
        if len(named) < enough:
            named = distinct((*named, *more))
    if len(named) < enough:
        named = distinct((*named, *of_document(reading)))[: max(enough, 2)]
    return named[:_MOST]


def of_document(reading: Reading) -> tuple[Party, ...]:
    """The parties that a document is about: those of its title, or its authors."""
    return reading.referents.authors


def _clause(reading: Reading, number: int) -> tuple[Party, ...]:
    tree = reading.tree
    verb = verb_above(tree, number)
    return _in_run(reading, tree.clause(verb)) if verb is not None else ()


def _sentence(reading: Reading, number: int) -> tuple[Party, ...]:
    return _in_run(reading, range(*reading.tree.sentence(number)))


def _in_run(reading: Reading, tokens: Iterable[int]) -> tuple[Party, ...]:
    found = [reading.parties[i] for i in tokens if i in reading.parties]
    return distinct(Party(p.name, p.code) for p in found)
