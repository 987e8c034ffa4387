"""Sums that add up what was given over time, which are statistics rather than promises."""

from __future__ import annotations

import re

from communique.claims.kinds.figure.measured import verb_above
from communique.claims.kinds.figure.numbers import Number, Sort
from communique.claims.reading import Reading
from communique.vocab.claims.figures import FigureWords

# Adjectives of a running total: "our combined 3 billion in aid".
_SUMMED = frozenset({"total", "overall", "cumulative", "combined", "aggregate"})
_PERFECT = frozenset({"has", "have", "had", "'ve", "’ve"})
_YEARLY = re.compile(r"\b(?:annually|yearly|(?:each|every|per|a) year)\b", re.I)
_YEARS = re.compile(r"\b(?:over|in|during) the (?:past|last) (?:[\w-]+ )?(?:year|decade)s?\b", re.I)
_SINCE = re.compile(r"[^.;]{0,80}? since ")
# Days back from which on what was given is no news.
_LONG_AGO = 365


def adds_up(reading: Reading, words: FigureWords, number: Number) -> bool:
    """Whether a sum is a total of what was given over years, or what is given every year."""
    if number.sort is not Sort.MONEY:
        return False
    tree = reading.tree
    if any(tree.lower(i) in _SUMMED for i in tree.children(number.head, "amod")):
        return True
    if _is_brought_to(reading, number) or _is_all_since(reading, number):
        return True
    verb = verb_above(tree, number.head)
    if verb is None:
        return False
    if tree[verb].lemma not in words.counts.adding_up:
        return False
    said = reading.words(tree.clause(tree.clause_head(verb)))
    yearly = tree[verb].tag in {"VBZ", "VBP"} and bool(_YEARLY.search(said))
    plain = tree[verb].lemma in words.counts.running and not tree.passive(verb)
    if yearly and plain:
        return True
    perfect = bool(_PERFECT.intersection(tree.auxiliaries(verb)))
    return perfect and (bool(_YEARS.search(said)) or _since_long(reading, verb))


def _is_brought_to(reading: Reading, number: Number) -> bool:
    """Whether a total comes to a sum: "bringing the total aid committed to Chad to 3 billion"."""
    tree = reading.tree
    above = tree[number.head].head
    verbs = (i for i in tree.ancestors(number.head) if tree.is_verb(i))
    verb = next((i for i in verbs if tree[i].lemma in {"bring", "take"}), None)
    if verb is None:
        return False
    total = (i for i in tree.children(verb, "dobj") if i < number.head)
    summed = any(
        tree.lower(i) in _SUMMED for thing in total for i in (thing, *tree.children(thing, "amod"))
    )
    return summed and tree.lower(above) == "to"


def _is_all_since(reading: Reading, number: Number) -> bool:
    """Whether a sum is told as all since a day: "and a total of 3 billion since 2019"."""
    tree = reading.tree
    above = tree[tree[number.head].head].head
    total = tree[number.head].dep == "pobj" and tree[above].lemma == "total"
    end = tree[number.tokens[-1]].end
    return total and bool(_SINCE.match(reading.document.text, end))


def _since_long(reading: Reading, verb: int) -> bool:
    """Whether a clause reaches back to a day long ago: "since 2019"."""
    tree, published = reading.tree, reading.document.published
    sentence = range(*tree.sentence(verb))
    started = next((i for i in sentence if tree.lower(i) == "since"), None)
    if started is None or published is None:
        return False
    times = (reading.times[i] for i in sentence if i > started and i in reading.times)
    first = next((time.first for time in times if time.first is not None), None)
    return first is not None and (published - first).days >= _LONG_AGO
