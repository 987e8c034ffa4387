"""Loads from a dossier what stands behind the records that a view shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from communique.claims.slots.office import Office
from communique.model.record import Record
from communique.store.catalogue import DocumentRow
from communique.store.dossier import Connection
from communique.store.evidence import decisions_about, told_in
from communique.store.listing import Listed, Wanted, list_records, load_record
from communique.store.readings import readings_of
from communique.store.stories import pairs_among, versions_of
from communique.views.findings import Kept, list_findings, standing
from communique.views.page import Page, page_of
from communique.views.series import Series, series_of
from communique.views.shown import Shown
from communique.views.versions import Changed, changes


def load_page(connection: Connection, listed: Listed, today: date) -> Page:
    """A record with all that stands behind it, and what does not add up on a day."""
    others = (load_record(connection, r.record) for r in listed.relations)
    told = told_in(connection, listed.record.claims)
    known = {other.record.id: other.record for other in others if other is not None}
    decisions = decisions_about(connection, listed.record.claims)
    return page_of(listed, told, known, decisions, _findings(connection, listed, today))


def _findings(connection: Connection, listed: Listed, today: date) -> list[Kept]:
    """What does not add up about a record, and in its documents; silenced findings are left out."""
    wanted = standing(today)
    documents = frozenset(ref.document for ref in listed.record.claims)
    of_record = list_findings(connection, replace(wanted, records=frozenset({listed.record.id})))
    of_documents = list_findings(connection, replace(wanted, documents=documents))
    return list(dict.fromkeys((*of_record, *of_documents)))


def with_leading(connection: Connection, shown: Sequence[Shown]) -> list[Shown]:
    """The records with the claims that lend them their words."""
    told = told_in(connection, (one.listed.record.claims[0] for one in shown))
    return [replace(one, leading=told.get(one.listed.record.claims[0])) for one in shown]


def with_points(connection: Connection, shown: Sequence[Shown]) -> list[Series]:
    """Records of figures with their points; the records may be bare (`load_bare`)."""
    told = readings_of(connection, [one.listed.record.id for one in shown])
    return [series_of(one, told.get(one.listed.record.id, ())) for one in shown]


def changes_of(
    connection: Connection, stories: Iterable[Sequence[DocumentRow]]
) -> Mapping[str, Changed]:
    """The figures in which documents of stories depart from earlier ones, by their keys."""
    found: dict[str, Changed] = {}
    for story in stories:
        versions = versions_of(connection, story[0].story)
        numbers = {version.number for version in versions}
        found.update(changes(versions, pairs_among(connection, numbers)))
    return found


def load_tenures(connection: Connection) -> Mapping[str, Record]:
    """Records of offices by their id."""
    wanted = Wanted(Office.kind)
    return {listed.record.id: listed.record for listed in list_records(connection, wanted)}
