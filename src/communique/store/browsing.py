"""Documents as people read them: lists in pages, one with all that is known of it, and its records.

Counted and cut in SQL, since a dossier may hold many thousand documents.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select

from communique.model.claim import Party
from communique.model.document import Document
from communique.model.record import ClaimRef
from communique.store import tables
from communique.store.catalogue import DocumentRow, Period, document_row, speakers_of
from communique.store.claims import REJECTED
from communique.store.documents import load_document
from communique.store.sql import chunks

_DOCUMENT, _NAMED, _CLAIM = tables.document, tables.named, tables.claim


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedDocuments:
    """Which documents are asked for; what is left empty chooses nothing.

    Attributes:
        period: Days of publication.
        naming: For each side the names of what may stand for it: a document must name one of each.
        person: Part of the name of somebody whom it must name.
        title: Part of its title.
        publisher: Part of the name of its publisher.
        languages: Languages, one of which it must be in; "" stands for one that is not known.
        copied: Whether its story must have several versions.
    """

    period: Period = field(default_factory=Period)
    naming: tuple[Collection[str], ...] = ()
    person: str = ""
    title: str = ""
    publisher: str = ""
    languages: tuple[str, ...] = ()
    copied: bool = False


@dataclass(frozen=True, slots=True)
class NamedParty:
    """A party that a document names.

    Attributes:
        name: Canonical name.
        times: How often.
    """

    name: str
    times: int


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document as it is kept.

    Attributes:
        number: Its number.
        key: Its key.
        document: The document.
        speaks_for: Parties in whose name it speaks.
        is_ruled: Whether a person said so.
        story: Number of its story, 0 while it is not known.
        extractor: What read it.
        added: When it was put in.
    """

    number: int
    key: str
    document: Document
    speaks_for: tuple[Party, ...]
    is_ruled: bool
    story: int
    extractor: str
    added: str


def has_documents(connection: Connection) -> bool:
    """Whether there is any."""
    return connection.scalar(select(_DOCUMENT.c.id).limit(1)) is not None


def count_documents(connection: Connection, wanted: WantedDocuments) -> int:
    """Number of the documents that are asked for."""
    asked = select(func.count()).select_from(_DOCUMENT).where(*conditions(wanted))
    return int(connection.scalar(asked) or 0)


def page_of_documents(
    connection: Connection, wanted: WantedDocuments, first: int, most: int
) -> tuple[DocumentRow, ...]:
    """Documents, the latest first and those without a day last.

    Args:
        connection: A connection to the dossier.
        wanted: Which documents.
        first: How many are passed over.
        most: How many are told.
    """
    table = _DOCUMENT
    # First the numbers alone, by the index: else claims are counted of all documents, to be sorted.
    latest = (table.c.published.desc().nulls_last(), table.c.id.desc())
    numbers = select(table.c.id).where(*conditions(wanted)).order_by(*latest)
    chosen = list(connection.scalars(numbers.offset(first).limit(most)))
    rows = connection.execute(rows_asked().where(table.c.id.in_(chosen)).order_by(*latest))
    return tuple(document_row(row, row.claims) for row in rows)


def document_keys(connection: Connection, wanted: WantedDocuments) -> tuple[str, ...]:
    """Keys of all documents that are asked for, by day of publication, those without one first."""
    table = _DOCUMENT
    asked = select(table.c.key).where(*conditions(wanted))
    return tuple(
        connection.scalars(asked.order_by(table.c.published.asc().nulls_first(), table.c.key))
    )


def documents_called(connection: Connection, keys: Sequence[str]) -> tuple[DocumentRow, ...]:
    """Documents at a glance, by their keys and in the order of these."""
    found: dict[str, DocumentRow] = {}
    for chunk in chunks(keys):
        rows = connection.execute(rows_asked().where(_DOCUMENT.c.key.in_(chunk)))
        found.update((row.key, document_row(row, row.claims)) for row in rows)
    return tuple(found[key] for key in keys if key in found)


def rows_asked() -> Select[Any]:
    """Asks for documents at a glance."""
    table = _DOCUMENT
    claims = (
        select(func.count())
        .where(_CLAIM.c.document == table.c.id, _CLAIM.c.state != REJECTED)
        .scalar_subquery()
    )
    return select(
        *(table.c.key, table.c.ident, table.c.title, table.c.published, table.c.publisher),
        *(table.c.url, table.c.language, table.c.story),
        *(table.c.speaks_for, table.c.ruled_speaks_for, claims.label("claims")),
    )


def conditions(wanted: WantedDocuments) -> list[ColumnElement[bool]]:
    """What holds of the documents that are asked for."""
    table = _DOCUMENT
    found: list[ColumnElement[bool]] = [
        _names("party", _NAMED.c.name.in_(sorted(names))) for names in wanted.naming
    ]
    if wanted.period.since is not None:
        found.append(table.c.published >= wanted.period.since)
    if wanted.period.until is not None:
        found.append(table.c.published <= wanted.period.until)
    if wanted.person:
        found.append(table.c.id.in_(naming_person(wanted.person)))
    if wanted.title:
        found.append(_holds(table.c.title, wanted.title))
    if wanted.publisher:
        found.append(_holds(table.c.publisher, wanted.publisher))
    if wanted.languages:
        found.append(func.coalesce(table.c.language, "").in_(wanted.languages))
    if wanted.copied:
        pair = tables.version_pair
        among = or_(pair.c.first == table.c.id, pair.c.second == table.c.id)
        found.append(exists().where(among))
    return found


def _holds(column: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    """That a text holds words, in capitals or not."""
    return func.lower(column).contains(words.lower(), autoescape=True)


def naming_person(words: str) -> Select[tuple[int]]:
    """Numbers of the documents that name somebody whose name holds words, in capitals or not."""
    held = _holds(_NAMED.c.name, words)
    return select(_NAMED.c.document).where(_NAMED.c.kind == "person", held)


def _names(kind: str, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """That a document names somebody for whom something holds."""
    return _DOCUMENT.c.id.in_(
        select(_NAMED.c.document).where(and_(_NAMED.c.kind == kind, condition))
    )


def versions_counted(connection: Connection, stories: Collection[int]) -> dict[int, int]:
    """Number of the documents of each story."""
    table, found = _DOCUMENT, dict[int, int]()
    for chunk in chunks(sorted(set(stories) - {0})):
        asked = (
            select(table.c.story, func.count())
            .where(table.c.story.in_(chunk))
            .group_by(table.c.story)
        )
        found.update((story, count) for story, count in connection.execute(asked))
    return found


def parties_named(
    connection: Connection, keys: Collection[str]
) -> Mapping[str, tuple[NamedParty, ...]]:
    """The parties that documents name, by key of the document, those named most often first."""
    found: defaultdict[str, list[NamedParty]] = defaultdict(list)
    for chunk in chunks(sorted(keys)):
        numbered = select(_DOCUMENT.c.id, _DOCUMENT.c.key).where(_DOCUMENT.c.key.in_(chunk))
        numbers = {number: key for number, key in connection.execute(numbered)}
        # By document alone: with the kind, too, databases go through all that are named.
        asked = select(_NAMED.c.document, _NAMED.c.kind, _NAMED.c.name, _NAMED.c.times)
        for number, kind, name, times in connection.execute(
            asked.where(_NAMED.c.document.in_(sorted(numbers)))
        ):
            if kind == "party":
                found[numbers[number]].append(NamedParty(name, times))
    return {
        key: tuple(sorted(named, key=lambda one: (-one.times, one.name)))
        for key, named in found.items()
    }


def languages_told(connection: Connection) -> dict[str, int]:
    """Number of documents by language, the most frequent first; "" for one that is not known."""
    language = func.coalesce(_DOCUMENT.c.language, "")
    asked = select(language, func.count()).group_by(language)
    found = {name: count for name, count in connection.execute(asked)}
    return dict(sorted(found.items(), key=lambda told: (-told[1], told[0])))


def kept_document(connection: Connection, key: str) -> KeptDocument | None:
    """The document of a key; None where there is none."""
    table = _DOCUMENT
    columns = (
        *(table.c.id, table.c.key, table.c.speaks_for, table.c.ruled_speaks_for),
        *(table.c.story, table.c.extractor, table.c.added),
    )
    row: Any = connection.execute(select(*columns).where(table.c.key == key)).one_or_none()
    if row is None:
        return None
    return KeptDocument(
        number=row.id,
        key=row.key,
        document=load_document(connection, row.id),
        speaks_for=speakers_of(row),
        is_ruled=row.ruled_speaks_for is not None,
        story=row.story,
        extractor=row.extractor,
        added=row.added,
    )


def records_of_claims(
    connection: Connection, claims: Collection[int]
) -> Mapping[int, tuple[str, ...]]:
    """Ids of the records that claims are of, by number of the claim; persons come last."""
    pair, profile = tables.claim_profile, tables.profile
    found: defaultdict[int, list[tuple[bool, str]]] = defaultdict(list)
    for chunk in chunks(sorted(claims)):
        asked = (
            select(pair.c.claim, profile.c.record, profile.c.kind)
            .join(profile, profile.c.id == pair.c.profile)
            .where(pair.c.claim.in_(chunk), profile.c.record.isnot(None))
        )
        for claim, record, kind in connection.execute(asked):
            found[claim].append((kind == "person", record))
    return {
        claim: tuple(dict.fromkeys(record for _, record in sorted(told)))
        for claim, told in found.items()
    }


def name_of_person(connection: Connection, record: str) -> str | None:
    """The name that most claims give a person; of those the longest. None where there is none."""
    profile, pair = tables.profile, tables.claim_profile
    asked = (
        select(profile.c.body, func.count().label("claims"))
        .join(pair, pair.c.profile == profile.c.id)
        .where(profile.c.record == record, profile.c.kind == "person")
        .group_by(profile.c.id, profile.c.body)
    )
    times: Counter[str] = Counter()
    for row in connection.execute(asked):
        times[row.body["name"]] += row.claims
    return max(times, key=lambda name: (times[name], len(name), name), default=None)


@dataclass(frozen=True, slots=True)
class Beside:
    """That a document tells a record.

    Attributes:
        record: Id of the record.
        kind: Its kind.
        ref: The claim that tells it.
    """

    record: str
    kind: str
    ref: ClaimRef


def told_beside(connection: Connection, keys: Collection[str]) -> tuple[Beside, ...]:
    """The records that documents tell, each as often as it is told, in text order; no persons."""
    pair, profile = tables.claim_profile, tables.profile
    found: list[Beside] = []
    for chunk in chunks(sorted(keys)):
        asked = (
            select(profile.c.record, profile.c.kind, _DOCUMENT.c.key, _CLAIM.c.ident)
            .join(pair, pair.c.profile == profile.c.id)
            .join(_CLAIM, _CLAIM.c.id == pair.c.claim)
            .join(_DOCUMENT, _DOCUMENT.c.id == _CLAIM.c.document)
            .where(_DOCUMENT.c.key.in_(chunk), profile.c.record.isnot(None))
            .where(profile.c.kind != "person", _CLAIM.c.state != REJECTED)
            .order_by(_DOCUMENT.c.key, _CLAIM.c.start, _CLAIM.c.ident)
        )
        for record, kind, key, ident in connection.execute(asked):
            found.append(Beside(record, kind, ClaimRef(key, ident)))
    return tuple(found)


def is_rejected(connection: Connection, document: int, claim: str) -> bool:
    """Whether people rejected a claim of a document."""
    table = _CLAIM
    asked = select(table.c.state).where(table.c.document == document, table.c.ident == claim)
    return connection.scalar(asked) == REJECTED
