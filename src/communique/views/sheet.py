"""Everything about one record, a page of its claims at a time: some have thousands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from communique.claims.slots.figure import Figure
from communique.model.decision import Decision, Ruling
from communique.model.record import ClaimRef, Node, Record
from communique.store.dossier import Connection
from communique.store.evidence import Told, decisions_about, told_in
from communique.store.listing import Listed, load_records
from communique.views.findings import Kept, list_findings, standing
from communique.views.page import Page, page_of
from communique.views.series import Series, series_of
from communique.views.shown import Shown

# Claims that are loaded besides those of the page: those that disputes, steps and joints cite.
_CITED = 120


@dataclass(frozen=True, slots=True)
class Sheet:
    """A record with all that stands behind it.

    Attributes:
        page: What is told of it; of its claims those of the page, and those that are cited.
        numbers: Numbers of all its claims, from 1.
        told: The claims that are known here, by reference.
        shown: The claims of the page.
        series: The points of a figure; None for other kinds.
        whole: Whether all claims are known here.
    """

    page: Page
    numbers: Mapping[ClaimRef, int]
    told: Mapping[ClaimRef, Told]
    shown: tuple[Told, ...]
    series: Series | None
    whole: bool

    @property
    def record(self) -> Record:
        """The record."""
        return self.page.listed.record

    def cited(self, refs: Iterable[ClaimRef]) -> tuple[tuple[int, ClaimRef], ...]:
        """Claims with their numbers, in their order."""
        return tuple(sorted((self.numbers[ref], ref) for ref in refs if ref in self.numbers))

    def words(self, refs: Iterable[ClaimRef]) -> Told | None:
        """The first of some claims whose words are known here."""
        return next((self.told[ref] for _, ref in self.cited(refs) if ref in self.told), None)

    def setter(self, slot: str) -> Decision | None:
        """The last decision that set a slot, as far as it is known."""
        found = (
            d
            for d in reversed(self.page.decisions)
            if d.id not in self.page.undone
            and (d.ruling is Ruling.CORRECT and d.payload.get("slot") == slot)
        )
        return next(found, None)


def load_sheet(connection: Connection, listed: Listed, today: date, first: int, most: int) -> Sheet:
    """The sheet of a record on a day.

    Args:
        connection: A connection to the dossier.
        listed: The record.
        today: The day.
        first: How many of its claims are passed over.
        most: How many are told.
    """
    record = listed.record
    page_refs = record.claims[first : first + most]
    known = dict.fromkeys((*page_refs, *_cited(record)))
    told = told_in(connection, known)
    others = {
        one.record.id: one.record
        for one in load_records(connection, [r.record for r in listed.relations])
    }
    decisions = decisions_about(connection, record.claims)
    findings = _findings(connection, record, told, today)
    narrowed = replace(listed, record=replace(record, claims=tuple(known)))
    made = page_of(narrowed, told, others, decisions, findings)
    nodes = [one.stored.node for one in told.values()]
    return Sheet(
        replace(made, listed=listed),
        {ref: number for number, ref in enumerate(record.claims, 1)},
        told,
        tuple(told[ref] for ref in page_refs if ref in told),
        _series(listed, nodes),
        len(told) == len(record.claims),
    )


def _cited(record: Record) -> Sequence[ClaimRef]:
    """Claims that other parts than the list tell of: one for each value, then the rest."""
    tellings = [telling for dispute in record.disputes for telling in dispute.tellings]
    heads = [telling.claims[0] for telling in tellings if telling.claims]
    steps = [ref for step in record.history for ref in step.claims[:1]]
    rest = [ref for telling in tellings for ref in telling.claims]
    return [*dict.fromkeys((*heads, *steps, *rest, *record.claims))][:_CITED]


def _findings(
    connection: Connection, record: Record, told: Mapping[ClaimRef, Told], today: date
) -> list[Kept]:
    """What does not add up about a record, and in the documents of claims."""
    wanted, documents = standing(today), frozenset(ref.document for ref in told)
    about = list_findings(connection, replace(wanted, records=frozenset({record.id})))
    within = list_findings(connection, replace(wanted, documents=documents))
    return list(dict.fromkeys((*about, *within)))


def _series(listed: Listed, nodes: Sequence[Node]) -> Series | None:
    if not isinstance(listed.record.head, Figure):
        return None
    return series_of(Shown(listed), nodes)
