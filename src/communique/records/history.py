"""The dated steps of an instrument or a commitment, each told by one claim or many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum

from communique.model.claim import When
from communique.model.record import Delivery, Step
from communique.model.terms import Grade, Modality
from communique.records.electing import Tally, Voter, agreed, tallied
from communique.records.firmness import Ladder
from communique.vocab.kinship import Kinship

_AHEAD = frozenset({Modality.PLANNED, Modality.POSSIBLE})


def history(
    ladder: Ladder, voters: Iterable[Voter], deliveries: Sequence[Delivery], kin: Kinship
) -> tuple[Step, ...]:
    """The steps in the order in which they were taken.

    Tellings of one step are one if their days agree. A telling without a day is of the step of the
    same name that was the last when it was published. What is denied is no step.

    Args:
        ladder: Which slot tells the steps.
        voters: The claims.
        deliveries: What a person marked as delivered.
        kin: Tells which parties are on one side.
    """
    told: dict[tuple[StrEnum, bool], list[Voter]] = defaultdict(list)
    for voter in voters:
        claim = voter.node.claim
        term = getattr(claim, ladder.slot)
        if claim.modality is not Modality.DENIED and term not in ladder.unlisted:
            told[term, claim.modality in _AHEAD].append(voter)
    steps = [s for (term, ahead), group in told.items() for s in _steps(term, ahead, group, kin)]
    steps += [_delivered(delivery) for delivery in deliveries]
    return tuple(sorted(steps, key=lambda step: _order(step, ladder)))


def _steps(term: StrEnum, planned: bool, voters: Sequence[Voter], kin: Kinship) -> Iterator[Step]:
    """The steps of one name."""
    dated = agreed(tallied((_days(v), v) for v in voters), kin)
    rest = [v for v in voters if _days(v) is None]
    groups: list[list[Voter]] = [list(tally.voters) for tally in dated]
    if not dated:
        yield _undated(term, planned, rest)
    for voter in rest if dated else ():
        groups[_home(dated, voter.node.document.published)].append(voter)
    for tally, group in zip(dated, groups, strict=True):
        claims = tuple(sorted(v.node.ref for v in group))
        yield Step(term, tally.value.first, tally.value.last, True, planned, claims)


def _undated(term: StrEnum, planned: bool, voters: Sequence[Voter]) -> Step:
    """A step of which no text tells the day: it was taken when it was told first, at the latest."""
    days = [v.node.document.published for v in voters]
    told = min((day for day in days if day is not None), default=None)
    return Step(term, told, told, False, planned, tuple(sorted(v.node.ref for v in voters)))


def _home(dated: Sequence[Tally], published: date | None) -> int:
    """Which of the dated steps a telling of that day means: the last before it, else the first."""
    begun = [(tally.value.first or date.min, -n) for n, tally in enumerate(dated)]
    before = [entry for entry in begun if published is None or entry[0] <= published]
    return -(max(before) if before else min(begun))[1]


def _days(voter: Voter) -> When | None:
    """The days of a step without the words that tell them."""
    when: When | None = voter.node.claim.when  # type: ignore[attr-defined]
    return None if when is None else When(when.first, when.last, "")


def _delivered(delivery: Delivery) -> Step:
    return Step(Grade.DELIVERED, delivery.on, delivery.on, delivery.on is not None, False, ())


def _order(step: Step, ladder: Ladder) -> tuple[date, int, bool, tuple[object, ...]]:
    day = step.first or step.last or date.max
    place = next((n for n, rung in enumerate(ladder.rungs) if rung == step.term), 0)
    return day, place, step.planned, step.claims
