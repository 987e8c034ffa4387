"""A claim in one line, and which claims of many tell most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from communique.claims.shapes import SHAPES
from communique.claims.slots.commitment import Commitment
from communique.claims.slots.declare import slots_of
from communique.claims.slots.event import Event
from communique.claims.slots.figure import Figure
from communique.claims.slots.instrument import Instrument
from communique.claims.slots.office import Office
from communique.model.claim import Claim
from communique.model.terms import EventStatus, Grade, Indicator, InstrumentAction, Modality
from communique.views.wording import Wording

# Offices are told with the persons.
_TELLING = tuple(shape.kind for shape in SHAPES if shape is not Office)


def headline(claim: Claim, wording: Wording, beside: str = "") -> str:
    """A claim in one line: what, who, where and when, and how sure if it is no plain statement.

    Args:
        claim: The claim.
        wording: Plain words.
        beside: Days that stand beside the line, in words: they are not said again.
    """
    parts = [part for part in _parts(claim, wording) if part != beside]
    if claim.modality is not Modality.ASSERTED:
        parts.append(wording.value(claim.modality))
    return " · ".join(dict.fromkeys(part for part in parts if part))


def _parts(claim: Claim, wording: Wording) -> list[str]:
    match claim:
        case Event():
            return _event(claim, wording)
        case Instrument():
            return _instrument(claim, wording)
        case Commitment():
            return _commitment(claim, wording)
        case Figure():
            return _figure(claim, wording)
        case Office():
            held = " of ".join(part for part in (claim.post, wording.value(claim.party)) if part)
            return [claim.person.name, held]
    return [f"{label}: {text}" for label, text in wording.told(claim)]


def _event(event: Event, wording: Wording) -> list[str]:
    what = event.title or wording.value(event.mode or event.type)
    parts = [what, wording.value(event.actors), event.place or "", wording.value(event.when)]
    if event.status is not EventStatus.OCCURRED:
        parts.append(wording.value(event.status))
    return parts


def _instrument(instrument: Instrument, wording: Wording) -> list[str]:
    what = instrument.name or wording.value(instrument.type)
    if instrument.count:
        what = f"{instrument.count} × {what}"
    step = wording.value(instrument.action)
    return [what, step, wording.value(instrument.parties), wording.value(instrument.when)]


def _commitment(commitment: Commitment, wording: Wording) -> list[str]:
    sides = [wording.value(commitment.by) or "unsaid who", wording.value(commitment.to)]
    measures = [wording.value(commitment.amount), wording.value(commitment.quantity)]
    what = ", ".join(part for part in measures if part) or commitment.action
    return [
        " → ".join(side for side in sides if side),
        what,
        wording.value(commitment.finance),
        wording.value(commitment.grade),
        wording.value(commitment.deadline),
    ]


def _figure(figure: Figure, wording: Wording) -> list[str]:
    return [
        figure.label,
        wording.value(figure.about),
        wording.measure(figure.value, figure.unit, figure.bound),
        wording.value(figure.period),
        wording.value(figure.change),
    ]


def counted_kinds(claims: Iterable[Claim], wording: Wording) -> str:
    """How many claims there are of each kind: "3 events, 1 office"."""
    counts = Counter(claim.kind for claim in claims)
    kinds = [kind for kind in (shape.kind for shape in SHAPES) if counts[kind]]
    kinds += sorted(set(counts) - set(kinds))
    words = wording.words.kinds
    return ", ".join(
        words[kind].told(counts[kind]) if kind in words else f"{counts[kind]} × {kind}"
        for kind in kinds
    )


def most_telling(claims: Sequence[Claim], most: int) -> list[Claim]:
    """The claims that tell most, kind by kind: of each in turn the fullest and firmest."""
    ranked = {
        kind: sorted((c for c in claims if c.kind == kind), key=_weight, reverse=True)
        for kind in _TELLING
    }
    rows = max((len(found) for found in ranked.values()), default=0)
    turns = (found[n] for n in range(rows) for found in ranked.values() if n < len(found))
    chosen = [claim for claim, _ in zip(turns, range(most), strict=False)]
    return sorted(chosen, key=lambda claim: _TELLING.index(claim.kind))


def _weight(claim: Claim) -> int:
    """How much a claim tells: firmness first, then filled slots and repeated evidence."""
    filled = sum(getattr(claim, s.name) not in (None, ()) for s in slots_of(type(claim)))
    weight = filled + len(claim.evidence)
    if claim.modality is not Modality.ASSERTED:
        weight -= 4
    match claim:
        case Commitment():
            weight += list(Grade).index(claim.grade) + 4 * (claim.amount is not None)
        case Instrument() if claim.action is InstrumentAction.MENTIONED:
            weight -= 4
        case Figure() if claim.indicator is Indicator.OTHER:
            weight -= 4
    return weight
