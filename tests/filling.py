"""Fills dossiers without the language pipeline: claims are read off sentences of fixed forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, select

from checked import RULES
from communique.claims.identity import identified
from communique.model.claim import Amount, Claim, Person
from communique.model.document import Document, PublishedFrom
from communique.model.extraction import Extraction
from communique.model.mention import PersonMention
from communique.model.raw import GivenDocument
from communique.pipeline.adding import Added, Adder
from communique.pipeline.checking import Checker
from communique.pipeline.keeping import Keeper
from communique.pipeline.knowledge import Knowledge
from communique.pipeline.settling import Settler
from communique.store import tables
from communique.store.dossier import Dossier
from factory import commitment, day, event, office

AT = datetime(2024, 2, 1, tzinfo=UTC)
knowledge = cache(Knowledge.load)


def given(ident: str, text: str, published: str = "2024-05-20", **facts: str) -> GivenDocument:
    return GivenDocument(f"test, {ident}", ident, text, published=published, **facts)


@dataclass(frozen=True)
class SentenceStages:
    """Stages that know three sentences."""

    method: str = "sentences"

    def run(self, batch: Sequence[GivenDocument | Document]) -> list[Extraction]:
        return [self._extraction(raw) for raw in batch]

    def _extraction(self, raw: GivenDocument | Document) -> Extraction:
        document = raw if isinstance(raw, Document) else _read(raw)
        found = sorted(_claims(document.text), key=lambda claim: claim.evidence[0].start)
        return Extraction(
            document,
            tuple(_mentions(document.text)),
            identified(document, found),
            extractor=self.method,
        )


@dataclass(frozen=True)
class SentenceLoader:
    def __call__(self) -> Any:
        return SentenceStages()


def _read(raw: GivenDocument) -> Document:
    return Document(
        id=raw.id or raw.address,
        text=raw.text,
        text_given=True,
        title=raw.title,
        published=date.fromisoformat(raw.published) if raw.published else None,
        published_from=PublishedFrom.GIVEN if raw.published else None,
        publisher=raw.publisher,
        url=raw.url,
        language="en",
    )


def _claims(text: str) -> Iterator[Claim]:
    for found in re.finditer(r"Oman will give Peru (\d+) million euros", text):
        amount = Amount(int(found[1]) * 1_000_000, "EUR")
        yield commitment(found[0], found.start(), amount=amount, action="give money")
    for found in re.finditer(r"Oman and Peru met on (\d+) May 2024", text):
        when = day(f"2024-05-{int(found[1]):02}")
        yield event(found[0], found.start(), when=when)
    for found in re.finditer(r"President ([A-Z]\w+ [A-Z]\w+)", text):
        yield office(found[0], found.start(), person=Person(found[1]))


def _mentions(text: str) -> Iterator[PersonMention]:
    for found in re.finditer(r"(?<=President )[A-Z]\w+ [A-Z]\w+", text):
        yield PersonMention(start=found.start(), end=found.end(), text=found[0], name=found[0])


def documents(count: int, words: int = 0) -> list[GivenDocument]:
    """Documents that tell a few happenings again and again, and then so many other words."""
    told = []
    for n in range(count):
        text = (
            f"Number {n}. Oman and Peru met on {n % 7 + 1} May 2024 in Muscat."
            f" Oman will give Peru {n % 5 + 1} million euros."
            f" President Ali Rahim{chr(97 + n % 4)} spoke."
        ) + "".join(f" word{n}x{w}" for w in range(words))
        told.append(given(f"doc-{n}", text, title=f"News {n}", publisher=f"Agency {n % 3}"))
    return told


def add(dossier: Dossier, found: Iterable[GivenDocument]) -> list[Added]:
    """Add documents, settle and check the dossier."""
    keeper = Keeper(knowledge, "test sentences")
    done = list(Adder(dossier, keeper, SentenceLoader(), 1, lambda: AT).add(found))
    settle(dossier)
    return done


def settle(dossier: Dossier) -> None:
    """Bring records and findings up to date."""
    for _ in Settler(dossier, knowledge).settle():
        pass
    for _ in Checker(dossier, knowledge, RULES).check():
        pass


def told(connection: Connection) -> dict[str, list[Any]]:
    """All that a dossier tells, without the numbers that only count rows."""
    document, claim, record = tables.document, tables.claim, tables.record
    profile, link, party = tables.profile, tables.link, tables.record_party
    one, other = profile.alias("one"), profile.alias("other")
    finding = tables.finding
    asked = {
        "documents": select(document.c.key, document.c.ident, tables.text.c.sha256).join(
            tables.text
        ),
        "sources": select(tables.source.c.digest, document.c.key).outerjoin(document),
        "claims": select(document.c.key, claim.c.ident, claim.c.body).join(document),
        "profiles": select(profile.c.digest, profile.c.record, profile.c.settled),
        "links": select(one.c.digest, other.c.digest, link.c.score)
        .join(one, one.c.id == link.c.first)
        .join(other, other.c.id == link.c.second),
        "records": select(record.c.id, record.c.kind, record.c.redirect, record.c.body),
        "parties": select(party.c.record, party.c.name, party.c.role),
        "findings": select(finding.c.scope, finding.c.ident, finding.c.basis, finding.c.body),
        "due": select(tables.check_due.c.unit),
    }
    return {
        name: sorted(repr(tuple(row)) for row in connection.execute(statement))
        for name, statement in asked.items()
    }
