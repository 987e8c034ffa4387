"""Builders of small objects for tests, so that each test states only what it is about."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from communique.claims.slots.commitment import Commitment
from communique.claims.slots.event import Event
from communique.claims.slots.figure import Figure
from communique.claims.slots.instrument import Instrument
from communique.claims.slots.office import Office
from communique.model.analysis import Analysis
from communique.model.claim import Actor, Amount, Claim, Evidence, Party, Person, When
from communique.model.document import Document
from communique.model.extraction import Extraction
from communique.model.failure import Failure
from communique.model.raw import GivenDocument
from communique.model.record import ClaimRef, DocumentFacts, Node
from communique.model.terms import (
    ActorRole,
    EventType,
    Grade,
    Indicator,
    InstrumentAction,
    InstrumentType,
)
from communique.pipeline.stages import Stages


def given(ident: str, text: str = "A text.") -> GivenDocument:
    return GivenDocument(address=f"test, {ident}", id=ident, text=text)


@dataclass(frozen=True)
class FakeReader:
    """Reads anything; the text "fault" raises what nobody foresaw, "die" ends the process."""

    def read(self, raw: GivenDocument) -> Document:
        if raw.text == "fault":
            raise RuntimeError("unforeseen\nfault")
        if raw.text == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if raw.text == "slow":
            time.sleep(0.3)
        return Document(id=raw.id or raw.address, text=raw.text, text_given=True, language="xx")


@dataclass(frozen=True)
class FakeAnalyser:
    """Analyses nothing, since the fake reader's language is not read."""

    def analyse(self, documents: list[Document]) -> list[Analysis]:
        assert not documents
        return []


@dataclass(frozen=True)
class FakeLoader:
    """Loads stages without models; its documents are in a language that is not analysed."""

    def __call__(self) -> Stages:
        return Stages(FakeReader(), FakeAnalyser(), None, None)  # type: ignore[arg-type]


def idents(results: list[Extraction | Failure]) -> list[str]:
    return [r.id if isinstance(r, Failure) else r.document.id for r in results]


def quote(exact: str, start: int = 0) -> tuple[Evidence, ...]:
    return (Evidence(start, start + len(exact), exact),)


def day(text: str) -> When:
    return When(date.fromisoformat(text), date.fromisoformat(text), text)


OMAN, PERU = Party("Oman", "OM"), Party("Peru", "PE")
UNION = Party("European Union", "EU")


def event(exact: str = "Oman and Peru met", start: int = 0, **slots: Any) -> Event:
    actors = (Actor(ActorRole.PARTICIPANT, OMAN), Actor(ActorRole.PARTICIPANT, PERU))
    told = {"type": EventType.CONSULT, "actors": actors, **slots}
    return Event(evidence=quote(exact, start), **told)


def instrument(exact: str = "they signed a treaty", start: int = 0, **slots: Any) -> Instrument:
    told = {
        "type": InstrumentType.AGREEMENT,
        "action": InstrumentAction.SIGNED,
        "name": "treaty",
        "parties": (OMAN, PERU),
        **slots,
    }
    return Instrument(evidence=quote(exact, start), **told)


def commitment(
    exact: str = "Oman will give 5 million euros", start: int = 0, **slots: Any
) -> Commitment:
    told = {
        "by": (OMAN,),
        "to": (PERU,),
        "action": "give 5 million euros",
        "amount": Amount(5_000_000, "EUR"),
        "grade": Grade.PLEDGED,
        **slots,
    }
    return Commitment(evidence=quote(exact, start), **told)


def figure(exact: str = "exports of 3 billion euros", start: int = 0, **slots: Any) -> Figure:
    told = {
        "indicator": Indicator.EXPORTS,
        "label": "exports",
        "value": 3_000_000_000,
        "unit": "EUR",
        **slots,
    }
    return Figure(evidence=quote(exact, start), **told)


def facts(
    key: str = "paper",
    published: str | None = "2024-03-05",
    speaks_for: tuple[Party, ...] = (),
    story: int = 0,
) -> DocumentFacts:
    on = None if published is None else date.fromisoformat(published)
    return DocumentFacts(key, on, None, speaks_for, story)


def node(claim: Claim, document: DocumentFacts, ident: str = "c1", **told: Any) -> Node:
    """A claim in a document; `ident` tells it from others there."""
    named = replace(claim, id=f"{claim.kind}-{ident}")
    return Node(ClaimRef(document.key, named.id), named, document, **told)


def office(exact: str = "President Ali Rahimov", start: int = 0, **slots: Any) -> Office:
    told = {"person": Person("Ali Rahimov"), "post": "President", "party": OMAN, **slots}
    return Office(evidence=quote(exact, start), **told)
