"""How far a record has come: the step that an instrument has reached, the grade of a commitment.

Repetition never makes a promise firmer. See `docs/explanation/records.md` for the rule in words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from communique.claims.slots.commitment import Commitment
from communique.claims.slots.instrument import Instrument
from communique.model.record import Directness
from communique.model.terms import Grade, InstrumentAction
from communique.records.electing import CLOSENESS, Tally, Voter

#: Grades that tell what has been done; the others tell what has been said.
DEEDS = frozenset({Grade.CONTRACTED, Grade.DELIVERED})


@dataclass(frozen=True, slots=True)
class Ladder:
    """A slot whose values follow one another in time.

    Attributes:
        slot: Name of the slot.
        rungs: Its terms, the first step first.
        unlisted: Terms that are no step of a history.
        reached: Which of the tallies tells where it stands, and those that say more without being
            believed.
    """

    slot: str
    rungs: tuple[StrEnum, ...]
    unlisted: frozenset[StrEnum]
    reached: Callable[[Sequence[Tally]], tuple[Tally, tuple[Tally, ...]]]

    def place(self, term: object) -> int:
        """The place of a term among the rungs."""
        return next(n for n, rung in enumerate(self.rungs) if rung is term)


def furthest(tallies: Sequence[Tally]) -> tuple[Tally, tuple[Tally, ...]]:
    """The furthest step that an instrument is said to have reached, by whomever."""
    return max(tallies, key=lambda t: _ACTIONS.index(t.value)), ()


def firmest(tallies: Sequence[Tally]) -> tuple[Tally, tuple[Tally, ...]]:
    """The grade that a commitment has, and the firmer ones that don't count.

    Args:
        tallies: One for each grade that is told.
    """
    grade = max(_believed(tallies), key=_GRADES.index)
    chosen = next(t for t in tallies if t.value is grade)
    above = [t for t in tallies if _GRADES.index(t.value) > _GRADES.index(grade)]
    return chosen, tuple(sorted(above, key=lambda t: t.rank))


def _believed(tallies: Sequence[Tally]) -> list[Grade]:
    """The word that counts, and the deeds that do."""
    told = [(t.value, voter) for t in tallies for voter in t.voters]
    nearest = _nearest(voter for _, voter in told)
    words = [(g, v) for g, v in told if g not in DEEDS and v.directness is nearest]
    found = {g for g, v in told if g in DEEDS and v.directness in {nearest, *_WITNESSES}}
    if words:
        own = nearest is Directness.OWN_ACT
        found.add(max((g for g, _ in words), key=_GRADES.index) if own else _cautious(words))
    # The side of nobody who tells a word or a deed is left out, so something is always found.
    return list(found)


def _nearest(voters: Iterable[Voter]) -> Directness:
    return min((v.directness for v in voters), key=CLOSENESS.__getitem__)


def _cautious(words: Sequence[tuple[Grade, Voter]]) -> Grade:
    """The weakest wording, unless a firmer one tells of a later day: that is another act.

    "Are promised" is no act of its own where it repeats "is ready to give"; "announced in May" is.
    """
    weakest = min((g for g, _ in words), key=_GRADES.index)
    day = min((_told_on(v) for g, v in words if g is weakest), default=date.max)
    for grade in _GRADES[_GRADES.index(weakest) + 1 :]:
        later = [
            d for d in (_dated(v) for g, v in words if g is grade) if d is not None and d > day
        ]
        if later:
            weakest, day = grade, min(later)
    return weakest


def _dated(voter: Voter) -> date | None:
    when = getattr(voter.node.claim, "when", None)
    return None if when is None else when.first


def _told_on(voter: Voter) -> date:
    return _dated(voter) or voter.node.document.published or date.max


#: Who knows of a deed: who does it, and to whom it is done.
_WITNESSES = frozenset({Directness.OWN_ACT, Directness.OTHER_SIDE})
_GRADES = list(Grade)
_ACTIONS = [
    InstrumentAction.MENTIONED,
    InstrumentAction.PROPOSED,
    InstrumentAction.NEGOTIATING,
    InstrumentAction.PUBLISHED,
    InstrumentAction.INITIALLED,
    InstrumentAction.ADOPTED,
    InstrumentAction.SIGNED,
    InstrumentAction.RATIFIED,
    InstrumentAction.IN_FORCE,
    InstrumentAction.IMPLEMENTED,
    InstrumentAction.AMENDED,
    InstrumentAction.RENEWED,
    InstrumentAction.TERMINATED,
]

#: The ladder of each kind of claim that has one.
LADDERS: Mapping[str, Ladder] = MappingProxyType(
    {
        Instrument.kind: Ladder(
            "action", tuple(_ACTIONS), frozenset({InstrumentAction.MENTIONED}), furthest
        ),
        Commitment.kind: Ladder("grade", tuple(_GRADES), frozenset(), firmest),
    }
)
