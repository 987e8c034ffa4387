"""The gathering that frames a step: "following the talks", "on the same occasion".

Its day is told a few sentences before, where the gathering itself is. Its place is not taken over:
tried, it was wrong more often than right.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from communique.claims.kinds.instrument.step import Step
from communique.claims.reading import Reading
from communique.claims.when import as_when
from communique.model.claim import When
from communique.model.mention import TimeMention
from communique.model.terms import InstrumentAction

# Gatherings at which documents are signed and adopted.
_GATHERINGS = frozenset(
    {"meeting", "talk", "visit", "summit", "negotiation", "session", "occasion", "ceremony"}
    | {"forum", "conference", "consultation", "discussion", "event", "gathering"}
)
# Verbs that tell of one.
_MEETING = frozenset({"meet", "visit", "gather", "convene", "hold", "receive", "host", "arrive"})
_AT_ONE = frozenset(
    {InstrumentAction.SIGNED, InstrumentAction.ADOPTED, InstrumentAction.INITIALLED}
)
# Sentences between a gathering and what was signed at it.
_BACK = 4
_LONGEST = timedelta(days=3)


def occasion_day(reading: Reading, step: Step) -> When | None:
    """The day of the gathering; None where the step's own sentence has any time."""
    times = reading.times
    if any(i in times for i in range(*reading.tree.sentence(step.anchor))):
        return None
    for tokens in _tellings(reading, step):
        days = [times[i] for i in tokens if i in times and _few_days(times[i])]
        if days:
            return as_when(days[0])
    return None


def _tellings(reading: Reading, step: Step) -> Iterator[range]:
    """Sentences before that tell of the gathering, nearest first."""
    tree = reading.tree
    if step.action not in _AT_ONE or not _framed(reading, step.anchor):
        return
    number = tree.sentence_number(step.anchor)
    for earlier in range(number - 1, max(-1, number - 1 - _BACK), -1):
        tokens = range(*tree.analysis.sentences[earlier])
        if any(tree[i].lemma in _GATHERINGS | _MEETING for i in tokens):
            yield tokens


def _framed(reading: Reading, anchor: int) -> bool:
    """Whether a sentence says that the step was taken at a gathering known by now."""
    tree = reading.tree
    return any(
        tree[i].lemma in _GATHERINGS
        and tree[tree[i].head].tag in {"IN", "VBG"}
        and tree.child(i, "det") is not None
        for i in range(*tree.sentence(anchor))
    )


def _few_days(time: TimeMention) -> bool:
    if time.type != "DATE" or time.first is None or time.last is None:
        return False
    return time.last - time.first <= _LONGEST
