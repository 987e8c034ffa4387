"""Makes a record of its claims: elected values, disputes, history, and who tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from communique.claims.shapes import SHAPE_OF
from communique.claims.slots.declare import Role, Slot, slots_of
from communique.claims.slots.office import Office
from communique.model.claim import Claim, When
from communique.model.record import (
    ClaimRef,
    Delivery,
    Directness,
    Dispute,
    Joint,
    Node,
    Record,
    Step,
)
from communique.model.terms import EventStatus, Grade, Modality
from communique.records.electing import CLOSENESS, Tally, Voter, elect
from communique.records.firmness import LADDERS
from communique.records.gathering import gather
from communique.records.history import history
from communique.records.parties import NO_HOLDERS, Holders, tellers, voters
from communique.vocab.kinship import Kinship

#: Slots that belong to the value of another: the day of a signing does not date a ratification.
_BOUND_TO: Mapping[str, tuple[str, frozenset[str]]] = MappingProxyType(
    {
        "instrument": ("action", frozenset({"place", "when"})),
        "commitment": ("grade", frozenset({"when"})),
        "figure": ("value", frozenset({"unit", "bound"})),
    }
)


def build(
    id: str,
    kind: str,
    founder: ClaimRef,
    nodes: Iterable[Node],
    joints: Iterable[Joint] = (),
    deliveries: Iterable[Delivery] = (),
    *,
    kin: Kinship,
    holders: Holders = NO_HOLDERS,
) -> Record:
    """The record that claims make together; the order in which they come does not matter.

    Args:
        id: Id of the record.
        kind: Kind of the record, mostly that of its claims.
        founder: The claim it was founded on.
        nodes: Its claims, at least one, rejected ones left out.
        joints: Why they are in one record.
        deliveries: What a person marked as delivered.
        kin: Who belongs to whom.
        holders: Parties of persons whom a claim names without one (`slots.office.holders_of`).

    Raises:
        ValueError: There are no claims.
    """
    listed = sorted(nodes, key=lambda node: node.ref)
    if not listed:
        raise ValueError(f"record {id} has no claims")
    marked = tuple(sorted(deliveries, key=lambda d: d.decision))
    circle, votes = voters(listed, kin, holders)
    draft = Draft(kind, _of_shape(kind, votes), marked, kin)
    days = [n.document.published for n in listed if n.document.published is not None]
    told = (min(days, default=None), max(days, default=None))
    first, last = draft.days or told
    return Record(
        id=id,
        kind=kind,
        head=draft.head,
        founder=founder,
        claims=_in_order(draft.leading, votes),
        stories=len({voter.story for voter in votes}),
        first=first,
        last=last,
        told_first=told[0],
        told_last=told[1],
        disputes=draft.disputes,
        joints=tuple(sorted(joints, key=lambda j: (j.first, j.second, j.decision or ""))),
        tellers=tellers(listed, circle, kin),
        history=draft.steps,
        delivery=marked,
        ruled=tuple(sorted({slot for node in listed for slot in node.ruled})),
    )


def _of_shape(kind: str, votes: Sequence[Voter]) -> Sequence[Voter]:
    """The claims that can be a record's head: those of its kind; of a person, the posts first."""
    wanted = SHAPE_OF.get(kind, Office)
    found = [v for v in votes if isinstance(v.node.claim, wanted)]
    if found:
        return found
    shape = min(v.node.claim.kind for v in votes)
    return [v for v in votes if v.node.claim.kind == shape]


def _in_order(leading: Voter, votes: Sequence[Voter]) -> tuple[ClaimRef, ...]:
    """All claims, the one that lends its words to the head first, then the closest."""
    closest = sorted(votes, key=lambda v: (v is not leading, *_closeness(v)))
    return tuple(voter.node.ref for voter in closest)


def _closeness(voter: Voter) -> tuple[int, int, ClaimRef]:
    published = voter.node.document.published
    return CLOSENESS[voter.directness], -published.toordinal() if published else 0, voter.node.ref


@dataclass(frozen=True)
class Draft:
    """Works out what a record says.

    Attributes:
        kind: Kind of the record.
        votes: The claims that can be its head, all of one kind.
        deliveries: What a person marked as delivered.
        kin: Who belongs to whom.
    """

    kind: str
    votes: Sequence[Voter]
    deliveries: tuple[Delivery, ...]
    kin: Kinship

    @cached_property
    def shape(self) -> type[Claim]:
        """Kind of the claims."""
        return type(self.votes[0].node.claim)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The history, of kinds that have one."""
        ladder = LADDERS.get(self.shape.kind)
        return () if ladder is None else history(ladder, self.votes, self.deliveries, self.kin)

    @cached_property
    def firm(self) -> Sequence[Voter]:
        """Those that tell what is, and no longer what is planned; all if none does."""
        return [v for v in self.votes if v.node.ruled or not _ahead(v.node.claim)] or self.votes

    @cached_property
    def elections(self) -> Mapping[str, tuple[Tally, ...]]:
        """For each slot that has one value, what is told, the elected value first."""
        found: dict[str, tuple[Tally, ...]] = {"modality": elect("modality", self.firm, self.kin)}
        lead, bound = _BOUND_TO.get(self.shape.kind, ("", frozenset()))
        slots = [s for s in slots_of(self.shape) if self._is_elected(s)]
        for slot in sorted(slots, key=lambda s: s.name in bound):
            chosen = found[lead][0].value if slot.name in bound else None
            found[slot.name] = self._told(slot.name, lead, chosen)
        return MappingProxyType(found)

    def _is_elected(self, slot: Slot) -> bool:
        """Whether one of the values told is chosen, rather than all gathered or the leading one's.

        Words told for the reader stand beside their quote, unless a person has set them.
        """
        if slot.role is Role.DESCRIPTIVE:
            return any(slot.name in v.node.ruled for v in self.votes)
        return not slot.partial and slot.role is not Role.REFERENCE

    def _told(self, slot: str, lead: str, chosen: object) -> tuple[Tally, ...]:
        """What is told in one slot; in one that belongs to another's value, only beside that."""
        ladder = LADDERS.get(self.shape.kind)
        if ladder is not None and slot == ladder.slot:
            return self._reached
        if chosen is not None:
            beside = [v for v in self.votes if getattr(v.node.claim, lead) == chosen]
            return elect(slot, beside, self.kin)
        return elect(slot, self.firm, self.kin) or elect(slot, self.votes, self.kin)

    @cached_property
    def _reached(self) -> tuple[Tally, ...]:
        """Where the record stands on its ladder, and what is said beyond without being believed."""
        ladder = LADDERS[self.shape.kind]
        tallies = elect(ladder.slot, self.firm, self.kin)
        if tallies[0].directness is Directness.DECISION:
            return tallies[:1]
        chosen, beyond = ladder.reached(tallies)
        return chosen, *beyond

    @cached_property
    def leading(self) -> Voter:
        """The claim whose words stand for the record: the closest that tells most of its values."""
        support = Counter(
            voter.node.ref for told in self.elections.values() if told for voter in told[0].voters
        )

        def rank(voter: Voter) -> tuple[int, int, int, ClaimRef]:
            closeness, day, ref = _closeness(voter)
            return closeness, -support[ref], day, ref

        return min(self.firm, key=rank)

    @cached_property
    def head(self) -> Claim:
        """The elected values in the words of the leading claim."""
        values: dict[str, Any] = {}
        bound = _BOUND_TO.get(self.shape.kind, ("", frozenset()))[1]
        for name, told in self.elections.items():
            if told or name in bound:
                values[name] = told[0].value if told else None
        for slot in slots_of(self.shape):
            if slot.partial:
                values[slot.name] = gather(slot.name, self.firm, self.kin)
        ladder = LADDERS.get(self.shape.kind)
        if self.deliveries and ladder is not None and Grade.DELIVERED in ladder.rungs:
            values[ladder.slot] = Grade.DELIVERED
        return replace(self.leading.node.claim, **values)

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """What the claims disagree on; the posts of a person differ by right."""
        if self.shape.kind != self.kind:
            return ()
        return tuple(
            Dispute(slot, tuple(tally.telling() for tally in told))
            for slot, told in self.elections.items()
            if len(told) > 1
        )

    @cached_property
    def days(self) -> tuple[date | None, date | None] | None:
        """The days that the record is about; None for what holds when it is told."""
        if self.shape.kind in LADDERS:
            return _span(self.steps)
        names = {slot.name for slot in slots_of(self.shape)} & {"when", "period"}
        if not names:
            return None
        when: When | None = getattr(self.head, names.pop())
        return (None, None) if when is None else (when.first, when.last)


def _ahead(claim: Claim) -> bool:
    """Whether a claim tells what lies ahead, or might be."""
    status = getattr(claim, "status", None)
    return claim.modality in {Modality.PLANNED, Modality.POSSIBLE} or status is EventStatus.PLANNED


def _span(steps: Sequence[Step]) -> tuple[date | None, date | None]:
    """From the first to the last day on which a step was taken, or else is planned."""
    dated = [step for step in steps if step.dated]
    taken = [step for step in dated if not step.planned] or dated
    firsts = [day for s in taken if (day := s.first or s.last) is not None]
    lasts = [day for s in taken if (day := s.last or s.first) is not None]
    return min(firsts, default=None), max(lasts, default=None)
