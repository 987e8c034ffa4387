"""Findings in a dossier: what checks said of each document, record, and key of a rule.

Names and bases are worked out elsewhere (`checks.identity`), and so is what people silenced
(`views.findings`).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Text,
    and_,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    type_coerce,
)

from communique.model.finding import Finding, Scope, Severity
from communique.model.plain import plain
from communique.model.shaped import shaped
from communique.store import tables
from communique.store.periods import days_within
from communique.store.sql import chunks


@dataclass(frozen=True, slots=True)
class StoredFinding:
    """A finding with its name.

    Attributes:
        unit: What it was found in: key of a document, id of a record, or digest of a key.
        ident: Its name.
        basis: Digest of what it was computed from.
        finding: The finding.
    """

    unit: str
    ident: str
    basis: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Quotable:
    """What naming and placing a finding needs to know of a document that it quotes.

    Attributes:
        number: Its number.
        lineage: What its versions share.
        published: Day of publication.
    """

    number: int
    lineage: str
    published: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedFindings:
    """Which findings are asked for; what is left empty chooses nothing.

    Attributes:
        select: Beginnings of codes; none for any code.
        ignore: Beginnings of codes that are not wanted; of two that fit, the longer one counts.
        severities: Severities; none for any.
        sides: For each side the names of what may stand for it: some record of a finding must have
            one of each; of a finding without records some document that it quotes names them.
        records: Ids of records of which a finding must be about one.
        documents: Keys of documents of which it must quote one.
        since: First day: some record of a finding must be of the period; of a finding without
            records some document that it quotes must be published in it.
        until: Last day, likewise.
        persons: Ids of persons of whom claims of some record of a finding must name one; of a
            finding without records claims of some document that it quotes.
        idents: Names of findings.
        today: What only holds from a later day on is left out; None for all.
        silenced: Whether it must be silenced, or must not be; None for either.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: frozenset[Severity] = frozenset()
    sides: tuple[frozenset[str], ...] = ()
    records: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    persons: frozenset[str] = frozenset()
    idents: frozenset[str] = frozenset()
    today: date | None = None
    silenced: bool | None = None

    def has_code(self, code: str) -> bool:
        """Whether findings of a code are wanted."""
        chosen = max((len(c) for c in self.select if code.startswith(c)), default=-1)
        refused = max((len(c) for c in self.ignore if code.startswith(c)), default=-1)
        return chosen > refused if self.select else refused < 0


def quotable(connection: Connection, keys: Collection[str]) -> dict[str, Quotable]:
    """What naming findings needs to know of documents, by key."""
    table = tables.document
    found: dict[str, Quotable] = {}
    for chunk in chunks(sorted(keys)):
        asked = select(table.c.key, table.c.id, table.c.lineage, table.c.published)
        for key, *told in connection.execute(asked.where(table.c.key.in_(chunk))):
            found[key] = Quotable(*told)
    return found


def put_findings(
    connection: Connection,
    scope: Scope,
    units: Collection[str],
    found: Sequence[StoredFinding],
    documents: Mapping[str, Quotable],
) -> None:
    """Keep what was found in some units, in the place of what was found there before.

    Args:
        connection: A writing connection.
        scope: What the units are.
        units: Keys of documents, ids of records, or digests of keys.
        found: The findings, all of them in these units.
        documents: The documents that they quote.
    """
    _drop(connection, scope, units)
    table = tables.finding
    number = (connection.scalar(select(func.max(table.c.id))) or 0) + 1 if found else 0
    rows: list[dict[str, Any]] = []
    quoted: list[dict[str, Any]] = []
    about: list[dict[str, Any]] = []
    for ident, stored in enumerate(found, start=number):
        rows.append({"id": ident, "scope": scope.value, **_row(stored, documents)})
        keys = {documents[quote.document].number for quote in stored.finding.quotes}
        quoted += [{"finding": ident, "document": key} for key in sorted(keys)]
        records = sorted(set(stored.finding.records))
        about += [{"finding": ident, "record": record} for record in records]
    for target, told in (
        (table, rows),
        (tables.finding_document, quoted),
        (tables.finding_record, about),
    ):
        if told:
            connection.execute(insert(target), told)


def _row(stored: StoredFinding, documents: Mapping[str, Quotable]) -> dict[str, Any]:
    finding = stored.finding
    return {
        "ident": stored.ident,
        "basis": stored.basis,
        "code": finding.code,
        "severity": finding.severity.value,
        "unit": stored.unit,
        "body": plain(finding),
        "since": finding.since,
        "place": place_of(stored, documents),
    }


def place_of(stored: StoredFinding, documents: Mapping[str, Quotable]) -> str:
    """Where a finding is listed: by day of publication, document, offset, and code."""
    first = stored.finding.quotes[0]
    day = documents[first.document].published
    dated = "0000-00-00" if day is None else day.isoformat()
    return f"{dated} {first.document} {first.start:010} {stored.ident} {stored.basis}"


def _drop(connection: Connection, scope: Scope, units: Collection[str]) -> None:
    table = tables.finding
    numbers: list[int] = []
    for chunk in chunks(sorted(units)):
        held = select(table.c.id).where(table.c.scope == scope.value, table.c.unit.in_(chunk))
        numbers += connection.scalars(held)
    for rows in chunks(numbers):
        for link in (tables.finding_document, tables.finding_record):
            connection.execute(delete(link).where(link.c.finding.in_(rows)))
        connection.execute(delete(table).where(table.c.id.in_(rows)))


def list_findings(connection: Connection, wanted: WantedFindings) -> tuple[StoredFinding, ...]:
    """Findings in the order of their places; what was found under several keys is told once.

    Whether they are silenced is not looked at.
    """
    return tuple(read_finding(raw) for raw in raw_findings(connection, wanted))


class RawFinding(NamedTuple):
    """A finding that was not read: of thousands that are counted few are shown.

    Attributes:
        ident: Its name.
        basis: Digest of what it was computed from.
        code: Code of the rule.
        severity: Its severity.
        body: It as JSON.
    """

    ident: str
    basis: str
    code: str
    severity: str
    body: str


def raw_findings(connection: Connection, wanted: WantedFindings) -> tuple[RawFinding, ...]:
    """The same as `list_findings`, to be read one by one."""
    table = tables.finding
    told = (table.c.ident, table.c.basis, table.c.code, table.c.severity)
    columns = (*told, type_coerce(table.c.body, Text))
    order = (table.c.place, table.c.scope, table.c.unit, table.c.id)
    asked = _narrowed(connection, select(*columns, *order), wanted)
    # Databases order texts each in its own way.
    rows = sorted(connection.execute(asked).all(), key=lambda row: row[len(columns) :])
    return tuple(dict.fromkeys(RawFinding(*row[: len(columns)]) for row in rows))


def read_finding(raw: RawFinding) -> StoredFinding:
    """A finding that was not read before; where it was found is not told."""
    return StoredFinding("", raw.ident, raw.basis, shaped(json.loads(raw.body), Finding))


def _narrowed(connection: Connection, asked: Select[Any], wanted: WantedFindings) -> Select[Any]:
    table = tables.finding
    if wanted.select or wanted.ignore:
        known = connection.scalars(select(table.c.code).distinct())
        asked = asked.where(table.c.code.in_([code for code in known if wanted.has_code(code)]))
    if wanted.severities:
        asked = asked.where(table.c.severity.in_([s.value for s in wanted.severities]))
    if wanted.today is not None:
        asked = asked.where(or_(table.c.since.is_(None), table.c.since <= wanted.today))
    if wanted.idents:
        asked = asked.where(table.c.ident.in_(sorted(wanted.idents)))
    if wanted.records:
        asked = asked.where(_about(tables.finding_record.c.record.in_(sorted(wanted.records))))
    if wanted.documents:
        asked = asked.where(_quoting(tables.document.c.key.in_(sorted(wanted.documents))))
    if wanted.since is not None or wanted.until is not None:
        asked = asked.where(_of_time(wanted.since, wanted.until))
    if wanted.persons:
        asked = asked.where(_naming(sorted(wanted.persons)))
    return asked if not wanted.sides else asked.where(_between(wanted.sides))


def _about(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """That a finding is about a record for which something holds."""
    link = tables.finding_record
    return exists().where(link.c.finding == tables.finding.c.id, condition)


def _quoting(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """That a finding quotes a document for which something holds."""
    link, document = tables.finding_document, tables.document
    return exists().where(
        link.c.finding == tables.finding.c.id, link.c.document == document.c.id, condition
    )


def _between(sides: Sequence[Collection[str]]) -> ColumnElement[bool]:
    """That a record of a finding has all sides, or without one, that a document names them."""
    party, named, link = tables.record_party, tables.named, tables.finding_record
    # A record has few parties, and a side many names: with bare names SQLite would look for each
    # name of the side in turn.
    has = [
        exists().where(party.c.record == link.c.record, party.c.name.concat("").in_(sorted(names)))
        for names in sides
    ]
    names_it = [
        exists().where(
            named.c.document == tables.document.c.id,
            named.c.kind == "party",
            named.c.name.concat("").in_(sorted(names)),
        )
        for names in sides
    ]
    return _either(and_(*has), and_(*names_it))


def _of_time(since: date | None, until: date | None) -> ColumnElement[bool]:
    """That a record of a finding is of a period, or without one, that a document is."""
    record, published = tables.record, tables.document.c.published
    within = days_within(since, until)
    of_record = exists().where(record.c.id == tables.finding_record.c.record, *within)
    bounds = [published >= since] if since is not None else []
    bounds += [published <= until] if until is not None else []
    return _either(of_record, and_(*bounds))


def _naming(persons: Sequence[str]) -> ColumnElement[bool]:
    """That a record of a finding names one of some persons, or without one, that a document does.

    A finding about a person names that person.
    """
    claim, link = tables.claim, tables.finding_record
    own, other = tables.profile.alias("own"), tables.profile.alias("other")
    mine, theirs = tables.claim_profile.alias("mine"), tables.claim_profile.alias("theirs")
    held = (
        select(mine.c.claim).join(own, own.c.id == mine.c.profile).where(own.c.record.in_(persons))
    )
    records = (
        select(other.c.record)
        .join(theirs, theirs.c.profile == other.c.id)
        .where(theirs.c.claim.in_(held), other.c.record.isnot(None))
    )
    documents = select(claim.c.document).where(claim.c.id.in_(held))
    quoted = tables.finding_document
    # What holds is looked for once for all, not for each finding.
    about = select(link.c.finding).where(link.c.record.in_(records))
    quoting = select(quoted.c.finding).where(quoted.c.document.in_(documents))
    bare = ~exists().where(link.c.finding == tables.finding.c.id)
    return or_(tables.finding.c.id.in_(about), and_(bare, tables.finding.c.id.in_(quoting)))


def _either(
    of_record: ColumnElement[bool], of_document: ColumnElement[bool]
) -> ColumnElement[bool]:
    """That something holds of a record of a finding, or without one, of a document it quotes."""
    bare = ~exists().where(tables.finding_record.c.finding == tables.finding.c.id)
    return or_(_about(of_record), and_(bare, _quoting(of_document)))


def _stored(row: Row[Any]) -> StoredFinding:
    return StoredFinding(row.unit, row.ident, row.basis, shaped(row.body, Finding))


def all_stored(connection: Connection) -> Iterator[tuple[Scope, StoredFinding]]:
    """All findings with what they were found in, by scope and unit, each set in a fixed order."""
    table = tables.finding
    rows: Sequence[Any] = connection.execute(select(table)).all()
    for row in sorted(rows, key=lambda r: (r.scope, r.unit, r.place, r.id)):
        yield Scope(row.scope), _stored(row)


def idents_like(connection: Connection, beginning: str, most: int = 10) -> tuple[str, ...]:
    """Names of findings that begin so, with the code or without it, at most so many."""
    table = tables.finding
    like = or_(
        table.c.ident.startswith(beginning, autoescape=True),
        table.c.ident.contains(f":{beginning}", autoescape=True),
    )
    asked = select(table.c.ident).distinct().where(like).order_by(table.c.ident).limit(most)
    return tuple(connection.scalars(asked))
