"""Undertakings and what came of them, as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from communique.claims.slots.commitment import Commitment
from communique.claims.slots.event import Event
from communique.claims.slots.instrument import Instrument
from communique.cli.printing.rows import Rows
from communique.cli.printing.tables import shortened
from communique.cli.printing.wording import Wording, days
from communique.model.claim import Claim
from communique.model.terms import EventType
from communique.views.undertakings import Came, Outcome, Undertaking

_COLUMNS = (
    *("who", "to", "what", "how firm", "due", "told first", "told last"),
    *("what came of it", "there because of", "id"),
)


def undertaken(
    found: Sequence[Undertaking],
    via: Mapping[str, Sequence[str]],
    wording: Wording,
    ids: Mapping[str, str],
) -> Rows:
    """Undertakings, one a row.

    Args:
        found: The undertakings.
        via: The switches that let a record in, by its id.
        wording: Plain words.
        ids: What to type for each id.
    """
    rows = [
        [*_cells(one, wording, ids), ", ".join(via.get(one.record, ())), _id(one, ids)]
        for one in found
    ]
    came_of = frozenset(index for index, one in enumerate(found) if not one.is_open)
    return Rows("Undertakings", _COLUMNS, rows, dimmed=came_of).filled()


def _id(one: Undertaking, ids: Mapping[str, str]) -> str:
    return ids.get(one.record, one.record)


def _cells(one: Undertaking, wording: Wording, ids: Mapping[str, str]) -> list[str]:
    return [
        wording.value(one.who) or "unsaid who",
        wording.value(one.to),
        what(one.what, wording),
        firmness(one, wording),
        wording.value(one.due),
        one.told_first.isoformat() if one.told_first else "",
        one.told_last.isoformat() if one.told_last else "",
        came(one.outcome, wording, ids),
    ]


def what(claim: Claim, wording: Wording) -> str:
    """What is undertaken, without who and when."""
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
    """What came of it, with its day."""
    told = outcome.what.value
    if outcome.what is Came.DONE and outcome.step is not None:
        told = wording.value(outcome.step)
    if outcome.record is not None:
        told = f"{told} as {ids.get(outcome.record, outcome.record)}"
    on = days(outcome.first, outcome.last)
    return f"{told}, {on}" if on else told
