"""Which decisions are in force, and in what order; what they rule on records and findings.

Decisions count in the order in which they were made (time, then id), wherever they came from, so
that a team whose members import from each other comes to one result. Undoing takes away exactly
the effect of a decision: it is as if it had not been made. Undoing an undo restores it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from communique.model.decision import Decision, Ruling


def ordered(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Decisions in the order in which they count."""
    return tuple(sorted(decisions, key=_moment))


def _moment(decision: Decision) -> tuple[datetime, str]:
    return decision.at, decision.id


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that are not undone, in the order in which they count; undoings are left out.

    What undoes what hangs on ids alone, not on time: an id is a digest of what the decision says,
    so that no two can undo each other.
    """
    known = {decision.id: decision for decision in decisions}
    standing = standing_ids(known.values())
    kept = (d for d in known.values() if d.ruling is not Ruling.UNDO and d.id in standing)
    return ordered(kept)


def standing_ids(decisions: Collection[Decision]) -> set[str]:
    """Ids of the decisions that are not undone, undoings among them."""
    undoing = {d.id: str(d.payload["decision"]) for d in decisions if d.ruling is Ruling.UNDO}
    return {decision.id for decision in decisions} - _undone(undoing)


def _undone(undoing: Mapping[str, str]) -> set[str]:
    """Ids of decisions that are undone, from the id of each undoing and of what it undoes.

    Those that nobody undoes are in force; from them the verdict goes back, undoing by undoing.
    """
    undone: set[str] = set()
    open_verdicts = Counter(undoing.values())
    ready = [ident for ident in undoing if ident not in open_verdicts]
    while ready:
        ident = ready.pop()
        target = undoing[ident]
        if ident not in undone:
            undone.add(target)
        open_verdicts[target] -= 1
        if not open_verdicts[target] and target in undoing:
            ready.append(target)
    return undone


def pairs(decision: Decision) -> Iterator[tuple[int, int, bool]]:
    """The pairs of targets on which a decision rules, by index, and whether they are one thing."""
    count = len(decision.targets)
    if decision.ruling in {Ruling.MERGE, Ruling.NEVER_MERGE}:
        together = decision.ruling is Ruling.MERGE
        yield from ((i, j, together) for i in range(count) for j in range(i + 1, count))
    elif decision.ruling is Ruling.SPLIT:
        leaving = range(1, decision.payload["leaving"] + 1)
        staying = (0, *range(len(leaving) + 1, count))
        yield from ((i, j, False) for i in staying for j in leaving)


def meant(profiles: Sequence[Mapping[str, Any]], wanted: Mapping[str, Any] | None) -> int | None:
    """Which of the profiles of a claim, all of one kind, a decision is about.

    A claim that names two persons has a profile for each.

    Args:
        profiles: The profiles as plain JSON.
        wanted: The profile that was meant at the time, None where there was but one.

    Returns:
        Index of the same profile, else of the only one, else of the one that shares most with what
        was meant; None where two share as much, or nothing is shared.
    """
    if wanted is not None and wanted in profiles:
        return list(profiles).index(wanted)
    if len(profiles) == 1:
        return 0
    shared = [_shared(profile, wanted or {}) for profile in profiles]
    best = max(shared, default=0)
    return shared.index(best) if best and shared.count(best) == 1 else None


def _shared(one: Mapping[str, Any], other: Mapping[str, Any]) -> int:
    """In how many fields two profiles have the same value."""
    return sum(name in other and other[name] == value for name, value in one.items())


@dataclass(frozen=True, slots=True)
class Silences:
    """Findings that people silenced: each by its name, and by what it was computed from.

    Attributes:
        decisions: The decisions by name and basis; of several on one the last.
        last: The last decision on each name.
    """

    decisions: Mapping[tuple[str, str], Decision]
    last: Mapping[str, Decision]

    def of(self, finding: str, basis: str) -> Decision | None:
        """The decision that silences a finding; None if it stands."""
        return self.decisions.get((finding, basis))

    def lapsed(self, finding: str) -> Decision | None:
        """The last decision on a finding of that name, whatever it was computed from then."""
        return self.last.get(finding)


def silenced(decisions: Iterable[Decision]) -> Silences:
    """What decisions in force, in the order in which they count, silence.

    Decisions of the first form, which name no finding, silence nothing: nothing was found then.
    """
    told = [d for d in decisions if d.ruling is Ruling.SILENCE and "finding" in d.payload]
    return Silences(
        {(d.payload["finding"], d.payload["basis"]): d for d in told},
        {d.payload["finding"]: d for d in told},
    )
