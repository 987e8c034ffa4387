"""Undertakings and what came of them, as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.table import Table
from rich.text import Text

from communique.claims.slots.commitment import Commitment
from communique.claims.slots.event import Event
from communique.claims.slots.instrument import Instrument
from communique.cli.printing.records import add_column, listing
from communique.cli.printing.tables import shortened
from communique.cli.printing.terminal import clean
from communique.cli.printing.wording import Wording, days
from communique.model.claim import Claim
from communique.model.terms import EventType
from communique.views.undertakings import Came, Outcome, Undertaking

_COLUMNS = ("who", "to", "what", "how firm", "due", "told first", "told last", "what came of it")


def undertaken(
    found: Sequence[Undertaking],
    via: Mapping[str, Sequence[str]],
    wording: Wording,
    ids: Mapping[str, str],
) -> Table:
    """Undertakings, one a row.

    Args:
        found: The undertakings.
        via: The switches that let a record in, by its id.
        wording: Plain words.
        ids: What to type for each id.
    """
    marked = any(via.get(one.record) for one in found)
    table = listing("Undertakings")
    for name in (*_COLUMNS, *(("there because of",) if marked else ())):
        add_column(table, name)
    add_column(table, "id")
    for one in found:
        cells = _cells(one, wording, ids)
        extra = [", ".join(via.get(one.record, ()))] if marked else []
        style = "" if one.is_open else "dim"
        row = (*cells, *extra, ids.get(one.record, one.record))
        table.add_row(*(Text(clean(cell), style=style) for cell in row))
    return table


def _cells(one: Undertaking, wording: Wording, ids: Mapping[str, str]) -> list[str]:
    return [
        wording.value(one.who) or "unsaid who",
        wording.value(one.to),
        what(one.what, wording),
        firmness(one, wording),
        wording.value(one.due),
        days(one.told_first, one.told_first),
        days(one.told_last, one.told_last),
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
    """How firm it is: "promised", "signed: planned"."""
    return ": ".join(wording.value(term) for term in one.firm)


def came(outcome: Outcome, wording: Wording, ids: Mapping[str, str]) -> str:
    """What came of it, with its day."""
    told = outcome.what.value
    if outcome.what is Came.DONE and outcome.step is not None:
        told = wording.value(outcome.step)
    if outcome.record is not None:
        told = f"{told} as {ids.get(outcome.record, outcome.record)}"
    on = days(outcome.first, outcome.last)
    return f"{told}, {on}" if on else told
