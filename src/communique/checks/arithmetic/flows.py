"""Reads sums that flow in and out, and what is made of them: turnover and balance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from communique.checks.arithmetic.numbers import Number, Sort
from communique.checks.arithmetic.passages import Passage
from communique.model.span import Span
from communique.vocab.arithmetic import any_word, arithmetic

# A sum made of two flows stands at most so many sentences behind them, or one before them.
_BACK = 2
# The label that stands right before the next sum is that one's.
_ON = r" *(?:of|worth|at|to|were|was|:)? *"
_SLOT = re.compile(r"<(?P<sort>[a-z])(?P<at>\d+)>")
# "After a surplus of 9.8 billion": what was before.
_AFTER_ONE = re.compile(
    r"\b(?:after|following|against|compared (?:with|to)|versus|up on|down on)"
    r" (?:an?|the|its|their) (?:[a-z-]+ ){0,2}$"
)


class Flow(StrEnum):
    """What a sum is of; the names of the lists in the vocabulary."""

    EXPORTS = "exports"
    IMPORTS = "imports"
    DELIVERIES = "deliveries"
    PURCHASES = "purchases"
    REVENUE = "revenue"
    SPENDING = "spending"
    TURNOVER = "turnover"
    BALANCE = "balance"


#: What may be set off against each other; the surest first.
PAIRS = (
    (Flow.EXPORTS, Flow.IMPORTS),
    (Flow.DELIVERIES, Flow.DELIVERIES),
    (Flow.DELIVERIES, Flow.PURCHASES),
    (Flow.EXPORTS, Flow.PURCHASES),
    (Flow.DELIVERIES, Flow.IMPORTS),
    (Flow.REVENUE, Flow.SPENDING),
)
# Two flows and what is made of them.
_FEWEST = 3
_SET_OFF = frozenset(flow for pair in PAIRS for flow in pair)


@dataclass(frozen=True)
class Labelled:
    """A sum with what it is of.

    Attributes:
        flow: What it is of.
        number: The sum.
        start: Where label and slot begin in the skeleton.
        end: One past them.
    """

    flow: Flow
    number: Number
    start: int
    end: int


@dataclass(frozen=True)
class Ledger:
    """Two flows and what the text makes of them.

    Attributes:
        flows: The two flows, in text order.
        made: The balance or turnover.
        span: Where all three stand.
    """

    flows: tuple[Labelled, Labelled]
    made: Labelled
    span: Span


def ledgers(passage: Passage, made: Flow) -> Iterator[Ledger]:
    """Balances, or turnovers, of a passage with the two flows that they are of."""
    words = passage.words
    sums = sum(number.sort is Sort.MONEY for number in passage.numbers)
    if sums < _FEWEST or not _labels(made).search(words):
        return
    sentences = list(_sentences(words))
    labelled = [list(_labelled(passage, start, end)) for start, end in sentences]
    for index, told in enumerate(labelled):
        of_made = [one for one in told if one.flow is made]
        if len(of_made) == 1 and not _changed(passage.words, of_made[0]):
            ledger = _closest(passage, sentences, labelled, index, of_made[0])
            if ledger is not None:
                yield ledger


def _closest(
    passage: Passage,
    sentences: Sequence[tuple[int, int]],
    labelled: Sequence[Sequence[Labelled]],
    index: int,
    made: Labelled,
) -> Ledger | None:
    """The ledger of the narrowest stretch of sentences that tells both flows."""
    for first, last in _windows(index, len(sentences)):
        told = [one for sentence in labelled[first : last + 1] for one in sentence]
        for pair in PAIRS:
            flows = [one for one in told if one.flow in pair]
            if sorted(f.flow for f in flows) == sorted(pair):
                stretch = passage.words[sentences[first][0] : sentences[last][1]]
                return _ledger(passage, flows, made, stretch, first == last)
        if len([one for one in told if one.flow in _SET_OFF]) > 1:
            return None
    return None


def _windows(index: int, count: int) -> Iterator[tuple[int, int]]:
    yield index, index
    for back in range(1, _BACK + 1):
        if index - back >= 0:
            yield index - back, index
    if index + 1 < count:
        yield index, index + 1


def _ledger(
    passage: Passage, flows: Sequence[Labelled], made: Labelled, words: str, alone: bool
) -> Ledger | None:
    one, other = flows
    if len({one.number.unit, other.number.unit, made.number.unit}) > 1:
        return None
    if not alone and len({passage.times[int(t)].value for t in _times(words)}) > 1:
        return None
    if _of_another_time(passage, flows, made) or _of_another_scope(passage, flows, made):
        return None
    behind = made.start > other.start
    statement = _statement(passage.words, made)
    if behind and _of_another_partner(words, statement):
        return None
    if behind and any_word("unlike").search(passage.words[other.end : made.end]):
        return None
    ends = [*flows, made]
    span = passage.place(min(e.start for e in ends), max(e.end for e in ends))
    return Ledger((one, other), made, span)


def _of_another_time(passage: Passage, flows: Sequence[Labelled], made: Labelled) -> bool:
    """Whether what is made of the flows stands behind them with a time that they don't have."""
    if made.start < flows[0].start:
        return False
    words = passage.words
    own = _times(_statement(words, made))
    between = words[flows[-1].end : made.start]
    theirs = _times(words[: flows[-1].end + len(re.split(r"[;,|]", between)[0])])
    told = {passage.times[int(t)].value for t in theirs}
    apart = bool(told) or ";" in between or "|" in between
    return apart and any(passage.times[int(t)].value not in told for t in own)


def _of_another_scope(passage: Passage, flows: Sequence[Labelled], made: Labelled) -> bool:
    """Whether what is made of the flows is of services, say, and they of goods."""
    words = passage.words
    own = set(any_word("scope").findall(_statement(words, made)))
    others = [set(any_word("scope").findall(_clause(words, one))) for one in flows]
    return bool(own) and own != set().union(*others)


def _of_another_partner(words: str, statement: str) -> bool:
    """Whether the balance is that with somebody of whom the flows don't tell."""
    for match in _partners().finditer(statement):
        if len(re.findall(rf"\b{re.escape(match['who'])}\b", words)) < 2:
            return True
    return False


def _changed(words: str, made: Labelled) -> bool:
    """Whether not a balance is told but how much it changed: "shrank by", "smaller than"."""
    told = words[made.start : made.end]
    before = words[words.rfind("|", 0, made.end) + 1 : made.end]
    former = re.search(r"\bfrom (?:[a-z]+ ){0,3}<m\d+>$", before) is not None
    return (
        former
        or _AFTER_ONE.search(words, 0, made.start) is not None
        or _by_some().search(before) is not None
        or (_than().match(words, made.end) is not None and "by" not in told)
    )


@cache
def _by_some() -> re.Pattern[str]:
    words = arithmetic().words
    moved = "|".join((*words["up"], *words["down"], *words["widened"]))
    return re.compile(rf"\b(?:{moved}) by [^<|]{{0,25}}<m\d+>$")


@cache
def _than() -> re.Pattern[str]:
    words = arithmetic().words
    moved = "|".join((*words["up"], *words["down"], *words["widened"]))
    return re.compile(rf" (?:{moved})\b")


@cache
def _partners() -> re.Pattern[str]:
    named = "|".join(arithmetic().words["partner"])
    return re.compile(rf"\bwith (?:the )?(?!(?:{named})\b)(?P<who>[a-z'-]+)")


def _statement(words: str, one: Labelled) -> str:
    """The part of the sentence around a sum that stands between semicolons."""
    return _between(words, one, ";|:")


def _clause(words: str, one: Labelled) -> str:
    """The words around a sum, to the next sign that parts clauses."""
    return _between(words, one, ",;|")


def _between(words: str, one: Labelled, signs: str) -> str:
    """The words around a sum, from the nearest of some signs to the next."""
    start = max(words.rfind(sign, 0, one.start) for sign in signs) + 1
    stops = [words.find(sign, one.end) for sign in signs]
    return words[start : min((s for s in stops if s >= 0), default=len(words))]


def _times(words: str) -> list[str]:
    return re.findall(r"<t(\d+)>", words)


def _sentences(words: str) -> Iterator[tuple[int, int]]:
    start = 0
    while (stop := words.find("|", start)) >= 0:
        yield start, stop
        start = stop + 1
    yield start, len(words)


def _labelled(passage: Passage, start: int, end: int) -> Iterator[Labelled]:
    """Sums of a sentence with a label: the noun right behind them, else the last one before."""
    slots = [s for s in _SLOT.finditer(passage.words, start, end) if s["sort"] != "t"]
    before = start
    for index, slot in enumerate(slots):
        number = passage.numbers[int(slot["at"])]
        after = slots[index + 1].start() if index + 1 < len(slots) else end
        if number.sort is Sort.MONEY:
            label = _behind(passage.words, slot.end(), after)
            label = label or _before(passage.words, before, slot.start())
            if label is not None:
                first, last = min(label.start(), slot.start()), max(label.end(), slot.end())
                yield Labelled(_named(label), number, first, last)
        before = slot.end()


def _behind(words: str, start: int, end: int) -> re.Match[str] | None:
    return _behind_pattern().match(words, start, end)


def _before(words: str, start: int, end: int) -> re.Match[str] | None:
    last = None
    for match in _any_label().finditer(words, start, end):
        last = match
    return last


def _named(match: re.Match[str]) -> Flow:
    return Flow(next(name for name, found in match.groupdict().items() if found))


@cache
def _alternatives() -> str:
    lists: Mapping[str, Sequence[str]] = arithmetic().flows
    return "|".join(rf"(?P<{name}>{'|'.join(words)})" for name, words in lists.items())


@cache
def _any_label() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_alternatives()})\b")


@cache
def _behind_pattern() -> re.Pattern[str]:
    other = r"(?!(?:and|or|in|of|for|to|while|whereas|but|as|against) )"
    between = rf"(?:(?:worth of|in|of|-) *)?(?:{other}[a-z'-]+ +){{0,2}}"
    return re.compile(rf" *{between}\b(?:{_alternatives()})\b(?!{_ON}$)")


@cache
def _labels(made: Flow) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(arithmetic().flows[made])})\b")
