"""Whom a figure is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from communique.claims.kinds.figure.measured import verb_above
from communique.claims.reading import Reading
from communique.claims.referents import distinct
from communique.model.claim import Party
from communique.model.mention import PartyMention
from communique.model.terms import Indicator

_MOST = 5
_PAIR = 2
# Measures that lie between two sides.
_BETWEEN = frozenset({
    Indicator.TRADE_TURNOVER, Indicator.EXPORTS, Indicator.IMPORTS, Indicator.TRADE_BALANCE,
    Indicator.TRADE_SHARE, Indicator.FDI, Indicator.COMPANIES, Indicator.INVESTMENT,
    Indicator.FUNDING, Indicator.PEOPLE,
})  # fmt: skip
# A party is a main one of its document if it is named this many times as often as the first.
_OFTEN = 0.34


def about(reading: Reading, number: int, head: int | None, known: Indicator) -> tuple[Party, ...]:
    """The parties that the measured phrase and its clause name.

    Args:
        reading: The document.
        number: Head of the number.
        head: What it measures.
        known: Its indicator; trade has two sides, which the document tells where the words do not.
    """
    named = _in_run(reading, reading.tree.phrase(head)) if head is not None else ()
    enough = _PAIR if known in _BETWEEN else 1
    for more in (_clause(reading, number), _sentence(reading, number)):
        if len(named) < enough:
            named = distinct((*named, *more))
    main = main_parties(reading)
    if len(named) < enough and (not named or named[0] in main):
        named = distinct((*named, *main))[:_PAIR]
    return named[:_MOST]


def main_parties(reading: Reading) -> tuple[Party, ...]:
    """The one or two parties that a document is about: those it names most often."""
    counted = Counter(Party(p.name, p.code) for p in reading.mentions(PartyMention))
    ranked = [(p, n) for p, n in counted.most_common(_PAIR) if p.code is not None]
    return tuple(p for p, n in ranked if n >= _OFTEN * ranked[0][1])


def _clause(reading: Reading, number: int) -> tuple[Party, ...]:
    tree = reading.tree
    verb = verb_above(tree, number)
    return _in_run(reading, tree.clause(verb)) if verb is not None else ()


def _sentence(reading: Reading, number: int) -> tuple[Party, ...]:
    return _in_run(reading, range(*reading.tree.sentence(number)))


def _in_run(reading: Reading, tokens: Iterable[int]) -> tuple[Party, ...]:
    """The parties among some tokens, without those that only say so."""
    found = [reading.parties[i] for i in tokens if i in reading.parties and not _says(reading, i)]
    return distinct(_as_party(reading, p) for p in found)


def _as_party(reading: Reading, mention: PartyMention) -> Party:
    """The party of a mention; "European" is the Union where the document speaks of it."""
    if mention.text.lower() == "european":
        union = next((p for p in reading.mentions(PartyMention) if p.code == "EU"), None)
        mention = union or mention
    return Party(mention.name, mention.code)


def _says(reading: Reading, index: int) -> bool:
    """Whether a party stands as the source: "according to the Commission", "Astana said"."""
    tree, voices = reading.tree, reading.knowledge.voices
    for above in (index, *tree.ancestors(index)):
        if tree.lower(above) in voices.according:
            return True
        head = tree[above].head
        if tree[above].dep == "nsubj" and tree.is_verb(head):
            return tree[head].lemma in voices.saying and tree.child(head, "ccomp") is not None
        if tree.is_verb(above):
            return False
    return False
