"""Undertakings in plain words: what, how firm, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from communique.claims.slots.commitment import Commitment
from communique.claims.slots.event import Event
from communique.claims.slots.instrument import Instrument
from communique.model.claim import Claim
from communique.model.spelled import days
from communique.model.terms import EventType
from communique.views.undertakings import Came, Outcome, Undertaking
from communique.views.wording import Wording


def what(claim: Claim, wording: Wording, shortened: Callable[[str], str]) -> str:
    """What is undertaken, without who and when.

    Args:
        claim: The elected values of its record.
        wording: Plain words.
        shortened: Cuts a quote where it is too long.
    """
    match claim:
        case Commitment():
            measures = [wording.value(claim.amount), wording.value(claim.quantity)]
            parts = [*measures, claim.action, wording.value(claim.finance)]
        case Instrument():
            count = f"{claim.count} ×" if claim.count else ""
            parts = [" ".join((count, claim.name or wording.value(claim.type))).strip()]
        case Event(type=EventType.AGREE):
            # What was agreed is told by the words alone.
            parts = [shortened(claim.evidence[0].exact)]
        case Event():
            form = wording.value(claim.mode or claim.type)
            parts = [form, claim.title or "", claim.place or ""]
        case _:
            parts = [text for _, text in wording.told(claim)]
    return ", ".join(dict.fromkeys(" ".join(part.split()) for part in parts if part))


def firmness(one: Undertaking, wording: Wording) -> str:
    """How firm it is: "promised", "signed, planned"."""
    return ", ".join(wording.value(term) for term in one.firm)


def came(outcome: Outcome, wording: Wording, ids: Mapping[str, str]) -> str:
    """What came of it, with its day.

    Args:
        outcome: What came of it.
        wording: Plain words.
        ids: What people are told of an id.
    """
    told = outcome.what.value
    if outcome.what is Came.DONE and outcome.step is not None:
        told = wording.value(outcome.step)
    if outcome.record is not None:
        told = f"{told} as {ids.get(outcome.record, outcome.record)}"
    on = days(outcome.first, outcome.last)
    return f"{told}, {on}" if on else told
