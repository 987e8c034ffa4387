"""What sides said they would do, the soft things too, and what came of each.

Read from records alone. The page "follow a relationship" says exactly what counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from communique.claims.slots.commitment import Commitment
from communique.claims.slots.event import Event
from communique.claims.slots.instrument import Instrument
from communique.model.claim import Claim, Party, When
from communique.model.record import Record, RelationKind, Step
from communique.model.terms import (
    ActorRole,
    EventStatus,
    EventType,
    Grade,
    InstrumentAction,
    Modality,
)
from communique.store.listing import Listed

# How far an instrument has come; steps that lead nowhere further (amended, renewed) are their own.
_RANKS: Mapping[InstrumentAction, int] = MappingProxyType(
    {
        InstrumentAction.PROPOSED: 0,
        InstrumentAction.NEGOTIATING: 1,
        InstrumentAction.INITIALLED: 2,
        InstrumentAction.SIGNED: 3,
        InstrumentAction.ADOPTED: 3,
        InstrumentAction.PUBLISHED: 3,
        InstrumentAction.RATIFIED: 4,
        InstrumentAction.IN_FORCE: 5,
        InstrumentAction.IMPLEMENTED: 6,
    }
)
# Steps that are on the way to a document, not the document.
_TOWARDS = frozenset({InstrumentAction.PROPOSED, InstrumentAction.NEGOTIATING})
_AHEAD = frozenset({Modality.PLANNED, Modality.POSSIBLE})

#: Kinds of record that can hold an undertaking, with names and values of which one that does holds
#: one somewhere, unless it was told before it began: most others need not be read.
MARKS: Mapping[str, tuple[tuple[str, str | bool], ...]] = MappingProxyType(
    {
        Event.kind: (
            ("status", EventStatus.PLANNED.value),
            ("type", EventType.AGREE.value),
            *(("modality", modality.value) for modality in sorted(_AHEAD)),
        ),
        Instrument.kind: (
            ("planned", True),
            *(("modality", modality.value) for modality in sorted(_AHEAD)),
            *((name, step.value) for step in sorted(_TOWARDS) for name in ("action", "term")),
        ),
        Commitment.kind: (),
    }
)


class Came(StrEnum):
    """What became of an undertaking, as far as the dossier tells."""

    TOOK_PLACE = "took place"
    UNDER_WAY = "under way"
    DONE = "done"
    DELIVERED = "delivered"
    MARKED = "marked as delivered"
    RESTATED = "restated"
    CALLED_OFF = "called off"
    NOTHING = "nothing in this dossier"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an undertaking.

    Attributes:
        what: The outcome.
        first: First day on which it may have come, None where it is not known.
        last: Last such day.
        step: The step of an instrument that was taken.
        record: Id of the record that restates it.
    """

    what: Came
    first: date | None = None
    last: date | None = None
    step: InstrumentAction | None = None
    record: str | None = None


@dataclass(frozen=True, slots=True)
class Undertaking:
    """Something that was said to lie ahead.

    Attributes:
        record: Id of its record.
        who: Who said they would do it; empty where nobody tells.
        to: For whom.
        what: The elected values of the record.
        firm: How firm it is: grade, step or status, with the modality where that tells more.
        due: The deadline, or the days that were planned.
        told_first: Day of the earliest publication that tells it.
        told_last: Day of the latest.
        outcome: What came of it.
    """

    record: str
    who: tuple[Party, ...]
    to: tuple[Party, ...]
    what: Claim
    firm: tuple[StrEnum, ...]
    due: When | None
    told_first: date | None
    told_last: date | None
    outcome: Outcome

    @property
    def is_open(self) -> bool:
        """Whether nothing came of it in this dossier."""
        return self.outcome.what in (Came.NOTHING, Came.UNDER_WAY)


def undertakings(listed: Iterable[Listed]) -> Iterator[Undertaking]:
    """The undertakings among records, in the order of the records."""
    for one in listed:
        found = undertaking(one)
        if found is not None:
            yield found


def undertaking(listed: Listed) -> Undertaking | None:
    """The undertaking that a record holds; None where it holds none."""
    head = listed.record.head
    if head.modality is Modality.DENIED:
        return None
    match head:
        case Commitment():
            return _of_commitment(listed, head)
        case Event():
            return _of_event(listed.record, head)
        case Instrument():
            return _of_instrument(listed.record, head)
    return None


def _of_commitment(listed: Listed, head: Commitment) -> Undertaking | None:
    record = listed.record
    steps = [step for step in record.history if step.term != Grade.DELIVERED or step.planned]
    if head.grade is Grade.DELIVERED and not steps:
        # It was told when it was done, and never promised in this dossier.
        return None
    outcome = _marked(record) or _delivered(record, head) or _restated(listed) or _none()
    firm = head.grade
    if firm is Grade.DELIVERED:
        firm = max((Grade(step.term) for step in steps), key=list(Grade).index)
    return Undertaking(
        record=record.id,
        who=head.by,
        to=head.to,
        what=head,
        firm=_firm(firm, head),
        due=head.deadline,
        told_first=record.told_first,
        told_last=record.told_last,
        outcome=outcome,
    )


def _of_event(record: Record, head: Event) -> Undertaking | None:
    agreed = head.type is EventType.AGREE
    if not (agreed or _lies_ahead(head) or _told_ahead(record)):
        return None
    occurred = _occurred(record, head)
    # That it was agreed to do something is told by what is agreed; that it was done is not.
    outcome = _none() if agreed and occurred.what is Came.TOOK_PLACE else occurred
    acting = [actor for actor in head.actors if actor.role is not ActorRole.TARGET]
    targets = [actor for actor in head.actors if actor.role is ActorRole.TARGET]
    return Undertaking(
        record=record.id,
        who=tuple(dict.fromkeys(a.party for a in acting if a.party is not None)),
        to=tuple(dict.fromkeys(a.party for a in targets if a.party is not None)),
        what=head,
        firm=_firm(EventType.AGREE if agreed else EventStatus.PLANNED, head),
        due=None if agreed else head.when,
        told_first=record.told_first,
        told_last=record.told_last,
        outcome=_marked(record) or outcome,
    )


def _of_instrument(record: Record, head: Instrument) -> Undertaking | None:
    steps = record.history or (_step_of(head, record),)
    ahead = [step for step in steps if step.planned or step.term in _TOWARDS]
    if not ahead:
        return None
    last = max(ahead, key=lambda step: (_rank(step.term), step.planned))
    goal = last if last.planned else None
    outcome = _marked(record) or _taken(steps, goal) or _none()
    planned = (Modality.PLANNED,) if last.planned else ()
    return Undertaking(
        record=record.id,
        who=head.parties,
        to=(),
        what=head,
        firm=(InstrumentAction(last.term), *planned),
        due=_due(last),
        told_first=record.told_first,
        told_last=record.told_last,
        outcome=outcome,
    )


def _firm(term: StrEnum, head: Claim) -> tuple[StrEnum, ...]:
    return (term, head.modality) if head.modality is Modality.POSSIBLE else (term,)


def _lies_ahead(head: Event) -> bool:
    return head.status is EventStatus.PLANNED or head.modality in _AHEAD


def _told_ahead(record: Record) -> bool:
    """Whether some document told it before it began."""
    told, first = record.told_first, record.first
    return told is not None and first is not None and told < first


def _occurred(record: Record, head: Event) -> Outcome:
    if head.status is EventStatus.CANCELLED:
        return Outcome(Came.CALLED_OFF)
    if head.status is EventStatus.ONGOING:
        return Outcome(Came.UNDER_WAY, record.first, record.last)
    if _lies_ahead(head):
        return _none()
    return Outcome(Came.TOOK_PLACE, record.first, record.last)


def _marked(record: Record) -> Outcome | None:
    """What a person marked as delivered outranks what documents tell."""
    if not record.delivery:
        return None
    on = record.delivery[-1].on
    return Outcome(Came.MARKED, on, on)


def _delivered(record: Record, head: Commitment) -> Outcome | None:
    for step in record.history:
        if step.term == Grade.DELIVERED and not step.planned:
            return Outcome(Came.DELIVERED, step.first, step.last)
    done = head.grade is Grade.DELIVERED and head.modality is Modality.ASSERTED
    return Outcome(Came.DELIVERED) if done else None


def _restated(listed: Listed) -> Outcome | None:
    for relation in listed.relations:
        if relation.kind is RelationKind.SUPERSEDED_BY:
            return Outcome(Came.RESTATED, record=relation.record)
    return None


def _taken(steps: Iterable[Step], goal: Step | None) -> Outcome | None:
    """The first step taken that is, or goes beyond, what was planned; else any document made."""
    least = _RANKS[InstrumentAction.INITIALLED] + 1 if goal is None else _rank(goal.term)
    for step in steps:
        if step.planned or step.term in _TOWARDS:
            continue
        reached = least <= _rank(step.term)
        if reached or (goal is not None and step.term == goal.term):
            return Outcome(Came.DONE, step.first, step.last, InstrumentAction(step.term))
    return None


def _rank(term: str) -> int:
    return _RANKS.get(InstrumentAction(term), -1)


def _step_of(head: Instrument, record: Record) -> Step:
    """The only step of an instrument whose history was not told."""
    first, last = (head.when.first, head.when.last) if head.when else (None, None)
    ahead = head.modality in _AHEAD
    return Step(head.action.value, first, last, head.when is not None, ahead, record.claims)


def _due(step: Step) -> When | None:
    dated = step.planned and step.dated and (step.first or step.last)
    return When(step.first, step.last, "") if dated else None


def _none() -> Outcome:
    return Outcome(Came.NOTHING)
