"""Builders of claims as two documents tell them, for tests of merging."""

from datetime import date

from communique.claims.slots.event import Event
from communique.claims.slots.instrument import Instrument
from communique.model.claim import Actor, Evidence, Party, Person, When
from communique.model.record import ClaimRef, DocumentFacts, Node
from communique.model.terms import (
    ActorRole,
    EventMode,
    EventStatus,
    EventType,
    InstrumentAction,
    InstrumentType,
)

PARTIES = {
    "KZ": Party("Kazakhstan", "KZ"),
    "KG": Party("Kyrgyzstan", "KG"),
    "UZ": Party("Uzbekistan", "UZ"),
    "FR": Party("France", "FR"),
    "DE": Party("Germany", "DE"),
    "US": Party("United States", "US"),
    "JP": Party("Japan", "JP"),
    "KR": Party("South Korea", "KR"),
    "IN": Party("India", "IN"),
    "OM": Party("Oman", "OM"),
    "PE": Party("Peru", "PE"),
    "EU": Party("European Union", "EU"),
    "Commission": Party("European Commission"),
    "Council": Party("European Council"),
    "Central Asia": Party("Central Asia"),
    "Europe": Party("Europe"),
    "Congress": Party("U.S. Congress"),
    "Senate": Party("U.S. Senate"),
}


def days(text):
    """ "2023-06-02", "2023-06-02..2023-06-03", "2023-06" or None."""
    if text is None:
        return None
    if len(text) == 7:
        year, month = int(text[:4]), int(text[5:])
        after = date(year + month // 12, month % 12 + 1, 1)
        return When(date(year, month, 1), date.fromordinal(after.toordinal() - 1), text)
    first, _, last = text.partition("..")
    return When(date.fromisoformat(first), date.fromisoformat(last or first), text)


def actors(who, role=ActorRole.PARTICIPANT):
    """ "KZ Kassym-Jomart Tokayev; EU; - Anna Example": party and person of each."""
    found = []
    for entry in filter(None, (part.strip() for part in who.split(";"))):
        code = next((c for c in sorted(PARTIES, key=len, reverse=True) if entry.startswith(c)), "-")
        person = entry[len(code) :].strip()
        found.append(Actor(role, PARTIES.get(code), Person(person) if person else None))
    return tuple(found)


def node(claim, published="2023-06-05", speaks_for=(), key="doc", subjects=()):
    facts = DocumentFacts(
        key,
        date.fromisoformat(published) if published else None,
        speaks_for=tuple(PARTIES[code] for code in speaks_for),
        subjects=tuple(PARTIES[code] for code in subjects),
    )
    return Node(ClaimRef(key, claim.id), claim, facts)


def event(
    who="",
    when=None,
    mode="meeting",
    *,
    type="CONSULT",
    by="",
    hosts="",
    quote="They met.",
    status="occurred",
    published="2023-06-05",
    speaks_for=(),
    subjects=(),
    **slots,
):
    role = ActorRole.PARTICIPANT if type == "CONSULT" else ActorRole.TARGET
    everybody = (
        *actors(by, ActorRole.SOURCE),
        *actors(who, role),
        *actors(hosts, ActorRole.HOST),
    )
    claim = Event(
        id="event-1",
        evidence=(Evidence(0, len(quote), quote),),
        type=EventType(type),
        mode=EventMode(mode) if mode else None,
        actors=everybody,
        when=days(when),
        status=EventStatus(status),
        **slots,
    )
    return node(claim, published, speaks_for, subjects=subjects)


def instrument(
    type="memorandum",
    name=None,
    parties=("KZ", "EU"),
    when=None,
    action="signed",
    *,
    quote="They signed it.",
    published="2023-06-05",
    subjects=(),
    **slots,
):
    claim = Instrument(
        id="instrument-1",
        evidence=(Evidence(0, len(quote), quote),),
        type=InstrumentType(type),
        name=name,
        action=InstrumentAction(action),
        parties=tuple(PARTIES[code] for code in parties),
        when=days(when),
        **slots,
    )
    return node(claim, published, subjects=subjects)
