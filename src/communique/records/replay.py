"""Replays decisions on the claims of one document; pure, so that replaying twice changes nothing.

Whether a claim counts (accept, reject) and what its slots hold (correct, each slot by itself) are
two questions; in each the last decision wins, and neither answers the other: a correction does not
revive a claim that was rejected.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from communique.claims.slots.declare import Role, slots_of
from communique.model.claim import Claim, Party
from communique.model.decision import ClaimState, Decision, Placement, Ruling, Standing
from communique.model.ruling import WHOLE, Page, Replay, RuledClaim
from communique.records.decisions import added_claim, corrected, speakers_of
from communique.records.selectors import Attached, attach


def replay(page: Page, decisions: Iterable[Decision]) -> Replay:
    """What decisions make of a document.

    Args:
        page: The document.
        decisions: Decisions in force, in the order in which they count; those with no target in
            the document's lineage are passed over.
    """
    concerned = [d for d in decisions if any(t.lineage == page.lineage for t in d.targets)]
    placements: list[Placement] = []
    added: list[Claim] = []
    for decision in concerned:
        if decision.ruling is Ruling.ADD:
            placement, claim = _add(page, decision)
            placements.append(placement)
            added += [claim] if claim is not None else []
    claims = (*page.claims, *added)
    effects = {claim.id: _Effect() for claim in claims}
    told = _told(page, concerned)
    speaks_for: tuple[Party, ...] | None = None
    for decision in concerned:
        for index, target in enumerate(decision.targets):
            if decision.ruling is Ruling.ADD or target.lineage != page.lineage:
                continue
            placement = _placed(page, decision, index, claims, told)
            placements.append(placement)
            if placement.claim is not None:
                effects[placement.claim].take(decision, index)
            elif decision.ruling is Ruling.SPEAKS_FOR:
                speaks_for = speakers_of(decision)
    by_people = {claim.id for claim in added}
    ruled = tuple(effects[claim.id].on(claim, claim.id in by_people) for claim in claims)
    return Replay(tuple(placements), ruled, speaks_for)


def _add(page: Page, decision: Decision) -> tuple[Placement, Claim | None]:
    attached = attach(decision.targets[0], page.text, ())
    if attached.span is None:
        return _placement(page, decision, 0, attached), None
    try:
        claim = added_claim(decision, page.text, attached.span)
    except ValueError as error:
        attached = Attached(Standing.LOST, note=str(error))
        return _placement(page, decision, 0, attached), None
    return _placement(page, decision, 0, replace(attached, claim=claim)), claim


def _told(page: Page, decisions: Iterable[Decision]) -> dict[str, dict[str, list[Any]]]:
    """The values that corrections give to slots, by the id that their claim had."""
    told: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for decision in decisions:
        target = decision.targets[0] if decision.targets else None
        if decision.ruling is Ruling.CORRECT and target is not None and target.claim is not None:
            told[target.claim][decision.payload["slot"]].append(decision.payload["value"])
    return told


def _placed(
    page: Page,
    decision: Decision,
    index: int,
    claims: Sequence[Claim],
    told: Mapping[str, Mapping[str, Sequence[Any]]],
) -> Placement:
    target = decision.targets[index]
    attached = attach(target, page.text, claims, told.get(target.claim or ""))
    if decision.ruling is Ruling.CORRECT and attached.claim is not None:
        note = _uncorrectable(decision, attached.claim, claims)
        if note is not None:
            attached = Attached(Standing.LOST, note=note)
    return _placement(page, decision, index, attached)


def _uncorrectable(decision: Decision, claim: Claim, claims: Sequence[Claim]) -> str | None:
    """Why a correction can't be applied, though its claim was found."""
    slot, value = decision.payload["slot"], decision.payload["value"]
    try:
        corrected(claim, slot, value)
    except ValueError as error:
        return str(error)
    refers = any(s.name == slot and s.role is Role.REFERENCE for s in slots_of(type(claim)))
    if refers and value is not None and all(value != other.id for other in claims):
        return f"the claim {value}, which it refers to, is not in the document"
    return None


def _placement(page: Page, decision: Decision, index: int, attached: Attached) -> Placement:
    return Placement(
        decision=decision.id,
        target=index,
        document=page.key,
        standing=attached.standing,
        claim=None if attached.claim is None else attached.claim.id,
        note=attached.note,
    )


@dataclass(slots=True)
class _Effect:
    """What decisions do to one claim, gathered in their order; the last one wins."""

    verdict: Ruling | None = None
    values: dict[str, Any] = field(default_factory=dict)
    apart: dict[str, str] = field(default_factory=dict)

    def take(self, decision: Decision, index: int) -> None:
        """Gather a decision that has the claim as its target of that index."""
        payload = decision.payload
        if decision.ruling in {Ruling.ACCEPT, Ruling.REJECT}:
            self.verdict = decision.ruling
        elif decision.ruling is Ruling.CORRECT:
            self.values[payload["slot"]] = payload["value"]
        elif decision.ruling is Ruling.SPLIT and 0 < index <= payload["leaving"]:
            self.apart[payload["kind"]] = decision.id

    def on(self, claim: Claim, added: bool) -> RuledClaim:
        """The claim after them."""
        whole = added or self.verdict is Ruling.ACCEPT
        ruled = claim
        for slot, value in self.values.items():
            ruled = corrected(ruled, slot, value)
        return RuledClaim(
            found=claim,
            claim=ruled,
            state=self._state(added),
            slots=tuple(sorted([*self.values, *([WHOLE] if whole else [])])),
            apart=tuple(sorted(self.apart.items())),
        )

    def _state(self, added: bool) -> ClaimState:
        if self.verdict is Ruling.REJECT:
            return ClaimState.REJECTED
        if added:
            return ClaimState.ADDED
        if self.values:
            return ClaimState.CORRECTED
        return ClaimState.FOUND if self.verdict is None else ClaimState.ACCEPTED
