"""Small dossiers for tests: claims of the factory, put in by the functions of the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select, update

from communique.claims.identity import identified
from communique.claims.slots.office import Office
from communique.model.claim import Actor, Claim, Evidence, Party
from communique.model.document import Document, PublishedFrom
from communique.model.mention import PartyMention
from communique.model.record import ClaimRef, PartyRow, Record
from communique.store import tables
from communique.store.called import put_names
from communique.store.claims import put_claims
from communique.store.documents import NewDocument, add_document, document_key
from communique.store.dossier import Connection, Mode, open_dossier
from communique.store.records import put_records
from communique.store.search import index_document

_ADDED = datetime(2024, 6, 1, 12, tzinfo=UTC)
_EXTRACTOR = "communique 0.1.0 grammar"


@dataclass(frozen=True)
class Shelf:
    """Puts documents and records into a dossier as tests state them."""

    connection: Connection

    def document(
        self,
        ident: str,
        *claims: Claim,
        published: str | None = "2024-05-03",
        publisher: str | None = "The Ports Courier",
        title: str | None = None,
        language: str | None = "en",
        speaks_for: Sequence[Party] = (),
        story: int = 0,
        names: Sequence[Party] = (),
    ) -> tuple[ClaimRef, ...]:
        """A document that says just what its claims quote; where the claims stand."""
        quotes = [claim.evidence[0].exact for claim in claims]
        text = "\n".join([*quotes, *(party.name for party in names)])
        told = Document(
            id=ident,
            text=text,
            text_given=False,
            title=title or f"Title of {ident}",
            published=date.fromisoformat(published) if published else None,
            published_from=PublishedFrom.GIVEN if published else None,
            publisher=publisher,
            url=f"https://example.org/{ident}",
            language=language,
        )
        mentions = tuple(_mention(text, party) for party in names)
        new = NewDocument(told, mentions, tuple(speaks_for), _EXTRACTOR, _ADDED)
        number, _ = add_document(self.connection, new)
        index_document(self.connection, number, told.title, text)
        table = tables.document
        self.connection.execute(
            update(table).where(table.c.id == number).values(story=story or number)
        )
        named = identified(told, [_placed(claim, text) for claim in claims])
        put_claims(self.connection, number, named, _EXTRACTOR)
        return tuple(ClaimRef(document_key(told), claim.id) for claim in named)

    def record(
        self, ident: str, head: Claim, *refs: ClaimRef, name: str | None = None, **told: Any
    ) -> Record:
        """A record that was computed to say so; a person's has the name that its claims tell."""
        table = tables.record
        number = self.connection.scalar(select(func.coalesce(func.max(table.c.number), 0))) + 1
        kind = ident.partition(".")[0]
        record = Record(id=ident, kind=kind, head=head, founder=refs[0], claims=refs, **told)
        row = {
            "id": ident,
            "number": number,
            "kind": kind,
            "founder_document": refs[0].document,
            "founder_claim": refs[0].claim,
            "founder_profile": "",
        }
        self.connection.execute(insert(table).values(row))
        put_records(self.connection, [(record, _parties(head))])
        posts = [head.post.lower()] if isinstance(head, Office) else []
        self._profile(record, {} if name is None else {"name": name, "posts": posts})
        return record

    def _profile(self, record: Record, body: dict[str, Any]) -> None:
        """One profile for all claims of a record."""
        profile = {"kind": record.kind, "digest": record.id, "body": body, "record": record.id}
        made = self.connection.execute(insert(tables.profile).values(profile))
        number = made.inserted_primary_key[0]
        put_names(self.connection, {number: body} if "name" in body else {})
        claim, document = tables.claim, tables.document
        for ref in record.claims:
            asked = select(claim.c.id).join(document, document.c.id == claim.c.document)
            here = asked.where(claim.c.ident == ref.claim, document.c.key == ref.document)
            pair = {"profile": number, "claim": self.connection.scalars(here).one()}
            self.connection.execute(insert(tables.claim_profile).values(pair))


@contextmanager
def shelf(address: Path | str) -> Iterator[Shelf]:
    """A dossier to be filled; all of it is kept in the end."""
    with open_dossier(str(address), Mode.WRITE) as dossier, dossier.writing() as connection:
        yield Shelf(connection)


def _placed(claim: Claim, text: str) -> Claim:
    exact = claim.evidence[0].exact
    start = text.index(exact)
    return replace(claim, evidence=(Evidence(start, start + len(exact), exact),))


def _mention(text: str, party: Party) -> PartyMention:
    start = text.rindex(party.name)
    end = start + len(party.name)
    return PartyMention(start=start, end=end, text=party.name, name=party.name, code=party.code)


def _parties(head: Claim) -> list[PartyRow]:
    """The parties of a claim in their roles, plainly."""
    found = []
    for slot, role in (("by", "by"), ("to", "to"), ("parties", "party"), ("about", "about")):
        found += [PartyRow(p.name, p.code, role) for p in getattr(head, slot, ())]
    actors: Sequence[Actor] = getattr(head, "actors", ())
    found += [PartyRow(a.party.name, a.party.code, "actor") for a in actors if a.party]
    party = getattr(head, "party", None)
    return [*found, *([PartyRow(party.name, party.code, "of")] if party else [])]
