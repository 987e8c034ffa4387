"""Records and documents as linked data in the terms of schema.org, for what reads pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from communique.claims.slots.commitment import Commitment
from communique.claims.slots.event import Event
from communique.claims.slots.figure import Figure
from communique.claims.slots.instrument import Instrument
from communique.claims.slots.office import Office
from communique.model.claim import Claim, Party
from communique.model.record import Record
from communique.model.terms import EventStatus
from communique.store.browsing import KeptDocument
from communique.store.evidence import Told
from communique.web.exact import outside
from communique.web.links import document_address

_CONTEXT = "https://schema.org"
_STATUS: Mapping[EventStatus, str] = MappingProxyType(
    {
        EventStatus.CANCELLED: "https://schema.org/EventCancelled",
        EventStatus.PLANNED: "https://schema.org/EventScheduled",
        EventStatus.OCCURRED: "https://schema.org/EventScheduled",
        EventStatus.ONGOING: "https://schema.org/EventScheduled",
    }
)


def linked_document(kept: KeptDocument, base: str, about: Iterable[str] = ()) -> dict[str, Any]:
    """A document: an article of news, or some work of those for whom it speaks.

    Args:
        kept: The document.
        base: Address of the dossier, without a slash at its end.
        about: Names of the parties that it is about.
    """
    document = kept.document
    speaks = [_party(party) for party in kept.speaks_for]
    return _told(
        {
            "@context": _CONTEXT,
            "@type": "CreativeWork" if speaks else "NewsArticle",
            "@id": base + document_address(kept.key),
            "headline": document.title,
            "datePublished": document.published.isoformat() if document.published else None,
            "inLanguage": document.language,
            "url": outside(document.url),
            "publisher": _organization(document.publisher),
            "author": speaks,
            "about": [{"@type": "Organization", "name": name} for name in about],
        }
    )


def linked_record(
    record: Record, name: str, address: str, told: Iterable[Told], base: str
) -> dict[str, Any]:
    """A record with the works that tell it.

    Args:
        record: The record.
        name: It in one line.
        address: Its permanent address.
        told: Its claims, or some of them.
        base: Address of the dossier, without a slash at its end.
    """
    made = _MADE.get(type(record.head), _thing)
    if record.kind == "person":
        made = _person
    works = {one.stored.node.document.key: one for one in told}
    return _told(
        {
            "@context": _CONTEXT,
            "@id": address,
            "url": address,
            "name": name,
            **made(record),
            "subjectOf": [_work(one, base) for one in works.values()],
        }
    )


def _event(record: Record) -> dict[str, Any]:
    event = record.head
    assert isinstance(event, Event)
    place = {"@type": "Place", "name": event.place} if event.place else None
    parties = [_party(a.party) if a.party else None for a in event.actors if a.person is None]
    persons = [_human(a.person.name, a.party) for a in event.actors if a.person is not None]
    return {
        "@type": "Event",
        "startDate": record.first.isoformat() if record.first else None,
        "endDate": record.last.isoformat() if record.last else None,
        "eventStatus": _STATUS[event.status],
        "location": place,
        "attendee": [each for each in (*parties, *persons) if each],
    }


def _instrument(record: Record) -> dict[str, Any]:
    instrument = record.head
    assert isinstance(instrument, Instrument)
    return {
        "@type": "CreativeWork",
        "genre": instrument.type.value,
        "creativeWorkStatus": instrument.action.value,
        "dateCreated": record.first.isoformat() if record.first else None,
        "creator": [_party(party) for party in instrument.parties],
    }


def _commitment(record: Record) -> dict[str, Any]:
    commitment = record.head
    assert isinstance(commitment, Commitment)
    amount = commitment.amount
    money = None
    if amount is not None:
        money = {"@type": "MonetaryAmount", "value": amount.value, "currency": amount.currency}
    return {"@type": "Claim", "about": _told(money) if money else None, "text": _words(record.head)}


def _figure(record: Record) -> dict[str, Any]:
    figure = record.head
    assert isinstance(figure, Figure)
    return {
        "@type": "Observation",
        "variableMeasured": figure.label,
        "value": figure.value,
        "unitText": figure.unit,
        "observationDate": record.first.isoformat() if record.first else None,
        "observationAbout": [_party(party) for party in figure.about],
    }


def _office(record: Record) -> dict[str, Any]:
    office = record.head
    assert isinstance(office, Office)
    return {
        "@type": "OrganizationRole",
        "roleName": office.post,
        "startDate": record.first.isoformat() if record.first else None,
        "endDate": record.last.isoformat() if record.last else None,
        "member": {"@type": "Person", "name": office.person.name},
        "memberOf": _party(office.party) if office.party else None,
    }


def _person(record: Record) -> dict[str, Any]:
    return {"@type": "Person"}


def _thing(record: Record) -> dict[str, Any]:
    return {"@type": "Thing", "description": _words(record.head)}


_MADE: Mapping[type[Claim], Callable[[Record], dict[str, Any]]] = MappingProxyType(
    {
        Event: _event,
        Instrument: _instrument,
        Commitment: _commitment,
        Figure: _figure,
        Office: _office,
    }
)


def _words(claim: Claim) -> str | None:
    return claim.evidence[0].exact if claim.evidence else None


def _party(party: Party) -> dict[str, Any]:
    return _told({"@type": "Organization", "name": party.name, "identifier": party.code})


def _human(name: str, party: Party | None) -> dict[str, Any]:
    affiliation = _party(party) if party else None
    return _told({"@type": "Person", "name": name, "affiliation": affiliation})


def _organization(name: str | None) -> dict[str, Any] | None:
    return {"@type": "Organization", "name": name} if name else None


def _work(one: Told, base: str) -> dict[str, Any]:
    facts = one.stored.node.document
    return _told(
        {
            "@type": "CreativeWork" if facts.speaks_for else "NewsArticle",
            "@id": base + document_address(facts.key),
            "headline": one.title,
            "datePublished": facts.published.isoformat() if facts.published else None,
            "publisher": _organization(facts.publisher),
            "url": outside(one.url),
            "text": _words(one.stored.node.claim),
        }
    )


def _told(facts: Mapping[str, Any]) -> dict[str, Any]:
    """What is known; the rest is left out."""
    return {name: value for name, value in facts.items() if value not in (None, [], "")}
