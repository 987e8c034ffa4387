"""Puts what the stages found into a dossier: one short transaction a document."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from communique.mentions.routes import routes
from communique.model.extraction import Extraction
from communique.model.linking import Profiled
from communique.model.plain import plain
from communique.model.raw import GivenDocument, RawDocument
from communique.pipeline.knowledge import Known
from communique.pipeline.ruling import apply_rulings, link_rulings
from communique.records.facts import facts_told
from communique.records.profiling import profiled
from communique.store.claims import claims_of, drop_claims, put_claims, rejected_of
from communique.store.documents import NewDocument, add_document, document_key, renew_document
from communique.store.dossier import Connection
from communique.store.merging import put_profiles
from communique.store.search import index_document
from communique.store.stories import unsettle_stories


def source_digest(raw: RawDocument | GivenDocument) -> str:
    """What a raw document is known by, before it is read: the same again need not be read.

    Where a text was found matters, since an address can tell a date or a publisher; the line of
    a file on which a given document stands does not.
    """
    if isinstance(raw, RawDocument):
        return sha256(f"{raw.address}\n{raw.media_type}\n".encode() + raw.content).hexdigest()
    facts = {name: value for name, value in plain(raw).items() if name != "address"}
    told = "\x1f".join(f"{name}={value}" for name, value in facts.items() if value is not None)
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Keeper:
    """Puts documents and claims into a dossier.

    Attributes:
        known: What is known of the world.
        extractor: Program, version and method whose claims are kept.
    """

    known: Known
    extractor: str

    def keep(
        self, connection: Connection, extraction: Extraction, added: datetime
    ) -> tuple[int, bool]:
        """Keep a document with its claims; its number, and whether it is new."""
        document = extraction.document
        number, new = add_document(connection, self._new(extraction, added))
        if new:
            index_document(connection, number, document.title, document.text)
            put_claims(connection, number, extraction.claims, self.extractor)
            self.rule(connection, [number], fresh=True)
        return number, new

    def renew(
        self, connection: Connection, number: int, extraction: Extraction, added: datetime
    ) -> None:
        """Keep what was found anew in a document, in the place of what was found before.

        Copies of it are looked for anew, too: a newer version may judge them otherwise.
        """
        renew_document(connection, number, self._new(extraction, added))
        unsettle_stories(connection, [number])
        gone = put_claims(connection, number, extraction.claims, self.extractor)
        self._drop(connection, gone)
        self.rule(connection, [number], fresh=True)

    def rule(
        self, connection: Connection, numbers: Collection[int] | None, *, fresh: bool = False
    ) -> None:
        """Replay what people decided, and give the claims it changes their profiles.

        Args:
            connection: A writing connection.
            numbers: Numbers of the documents; None for all.
            fresh: Whether the claims of these documents are to be profiled in any case.
        """
        touched = apply_rulings(connection, numbers)
        self._drop(connection, touched.gone)
        for number in numbers if fresh and numbers is not None else touched.documents:
            self.profile(connection, number)
        if touched.on_records:
            link_rulings(connection)

    def _drop(self, connection: Connection, claims: Collection[int]) -> None:
        put_profiles(connection, {claim: () for claim in claims})
        drop_claims(connection, claims)

    def profile(self, connection: Connection, number: int) -> None:
        """Give the claims of a document their profiles, as people left them."""
        matchers = self.known().matchers
        told: dict[int, Sequence[Profiled]] = {
            stored.number: tuple(profiled(stored.node, matchers))
            for stored in claims_of(connection, number)
        }
        told.update((claim, ()) for claim in rejected_of(connection, number))
        put_profiles(connection, told)

    def _new(self, extraction: Extraction, added: datetime) -> NewDocument:
        document = extraction.document
        facts = facts_told(document_key(document), extraction, self.known().kin)
        return NewDocument(
            document,
            extraction.mentions,
            facts.speaks_for,
            self.extractor,
            added,
            facts.subjects,
            routes(document.text, extraction.mentions),
        )
