"""What an overview of a relationship tells: the latest and the weightiest of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from communique.claims.slots.commitment import Commitment
from communique.claims.slots.event import Event
from communique.claims.slots.figure import Figure
from communique.claims.slots.instrument import Instrument
from communique.claims.slots.office import Office
from communique.model.finding import ALARMS, Severity
from communique.model.terms import InstrumentAction
from communique.store.basis import Basis, Reviewed, basis_of, count_failures, reviewed
from communique.store.briefs import load_bare
from communique.store.dossier import Connection
from communique.store.glimpses import offices_told_with
from communique.store.ledger import WantedLines, edges_among, load_lines
from communique.views.choosing import Picked, Question, loaded_bare
from communique.views.findings import (
    Glanced,
    Kept,
    glance_at_findings,
    gravest_first,
    standing,
)
from communique.views.ledger import Ledger, Sieve, ledger
from communique.views.loading import with_points
from communique.views.relationship import Relationship
from communique.views.series import Series
from communique.views.shown import Shown, Side
from communique.vocab.kinship import Kinship

_KINDS = (Event.kind, Instrument.kind, Commitment.kind, Figure.kind)
# Entries that a section shows; the full page shows all.
_ENTRIES = 6
_SERIES = 4
_SPEAKERS = 5
# Latest events whose documents tell who speaks; and offices that are looked at.
_HEARD = 60
_OFFICES = 24
# A figure of a single point shows no course: of so many the fullest are shown.
_FIGURES = 8
# Steps that make a document; others lead there or away.
_MADE = frozenset(InstrumentAction) - {
    InstrumentAction.PROPOSED,
    InstrumentAction.NEGOTIATING,
    InstrumentAction.MENTIONED,
}


@dataclass(frozen=True, slots=True)
class Overview:
    """A relationship at a glance.

    Attributes:
        counts: Numbers of its records by kind.
        recent: What happened last, the latest first.
        coming: What lies ahead, the next first.
        speakers: Who holds an office and speaks, for each side.
        signed: Documents that were made, the latest first.
        ledger: What was promised.
        figures: Series of figures, those of most points first.
        findings: What does not add up, gravest first.
        alarms: Numbers of findings by severity, gravest first.
        basis: The documents that name all sides.
        reviewed: How much people reviewed in the dossier.
        failures: Number of sources that could not be read.
    """

    counts: Mapping[str, int]
    recent: tuple[Shown, ...]
    coming: tuple[Shown, ...]
    speakers: tuple[tuple[Side, tuple[Shown, ...]], ...]
    signed: tuple[Shown, ...]
    ledger: Ledger
    figures: tuple[Series, ...]
    findings: tuple[Kept, ...]
    alarms: Mapping[Severity, int]
    basis: Basis
    reviewed: Reviewed
    failures: int


def load_overview(
    connection: Connection, question: Question, relationship: Relationship, today: date
) -> Overview:
    """What there is to say of a relationship.

    Args:
        connection: A connection to the dossier.
        question: What is asked for.
        relationship: The sides.
        today: The day that parts what happened from what is coming.
    """
    picked = question.pick_kinds(connection, _KINDS)
    past = [one for one in picked[Event.kind] if not _lies_ahead(one, today)]
    ahead = [o for kind in _KINDS[:3] for o in picked[kind] if _lies_ahead(o, today)]
    found = findings_between(connection, relationship, today)
    return Overview(
        counts={kind: len(some) for kind, some in picked.items()},
        recent=loaded_bare(connection, past[::-1][:_ENTRIES]),
        coming=loaded_bare(connection, sorted(ahead, key=_when)[:_ENTRIES]),
        speakers=_speakers(connection, relationship, past[-_HEARD:]),
        signed=_signed(connection, picked[Instrument.kind]),
        ledger=added_up(connection, picked[Commitment.kind], Sieve(), relationship.kin),
        figures=_figures(connection, picked[Figure.kind]),
        findings=tuple(one.read() for one in found[:_ENTRIES]),
        alarms=by_severity(found),
        basis=basis_of(connection, relationship.naming()),
        reviewed=reviewed(connection),
        failures=count_failures(connection),
    )


def added_up(
    connection: Connection, picked: Sequence[Picked], sieve: Sieve, kin: Kinship
) -> Ledger:
    """The ledger of commitments that were picked."""
    idents = [one.glimpse.id for one in picked]
    regional = frozenset(one.glimpse.id for one in picked if one.regional)
    lines, edges = load_lines(connection, WantedLines(), idents), edges_among(connection, idents)
    return ledger(idents, lines, edges, regional, sieve, kin)


def findings_between(
    connection: Connection, relationship: Relationship, today: date
) -> tuple[Glanced, ...]:
    """What does not add up between sides on a day, gravest first."""
    wanted = replace(standing(today), sides=relationship.naming())
    return gravest_first(glance_at_findings(connection, wanted))


def by_severity(found: Iterable[Glanced]) -> dict[Severity, int]:
    """Numbers of findings that ask for attention, by severity."""
    counted = Counter(one.severity for one in found)
    return {severity: counted[severity] for severity in ALARMS if severity in counted}


def _lies_ahead(one: Picked, today: date) -> bool:
    last = one.glimpse.last or one.glimpse.first
    return last is not None and last >= today


def _when(one: Picked) -> tuple[date, str]:
    return one.glimpse.first or one.glimpse.last or date.max, one.glimpse.id


def _signed(connection: Connection, picked: Sequence[Picked]) -> tuple[Shown, ...]:
    # Of the latest ones some are only proposed or mentioned.
    latest = loaded_bare(connection, picked[::-1][: 4 * _ENTRIES])
    made = (one for one in latest if _is_made(one))
    return tuple(made)[:_ENTRIES]


def _is_made(one: Shown) -> bool:
    head = one.listed.record.head
    return isinstance(head, Instrument) and head.action in _MADE


def _figures(connection: Connection, picked: Sequence[Picked]) -> tuple[Series, ...]:
    told = sorted(picked, key=lambda one: (-one.glimpse.stories, one.glimpse.id))[:_FIGURES]
    series = with_points(connection, loaded_bare(connection, told))
    return tuple(sorted(series, key=lambda one: -len(one.points))[:_SERIES])


def _speakers(
    connection: Connection, relationship: Relationship, heard: Sequence[Picked]
) -> tuple[tuple[Side, tuple[Shown, ...]], ...]:
    """Holders of offices of each side whom documents on their latest meetings name most."""
    idents = offices_told_with(connection, [one.glimpse.id for one in heard], _OFFICES)
    held = {one.record.id: Shown(one) for one in load_bare(connection, idents)}
    heads = [(ident, held[ident].listed.record.head) for ident in idents if ident in held]
    chosen = [
        [
            ident
            for ident, head in heads
            if isinstance(head, Office) and head.party and head.party.name in side.names
        ][:_SPEAKERS]
        for side in relationship.sides
    ]
    return tuple(
        (side, tuple(held[ident] for ident in some))
        for side, some in zip(relationship.sides, chosen, strict=True)
    )
