"""The closed lists that claims use: the words of the claim model, as they stand in the JSON.

What wording leads to which term is data (`vocab/data/claims`); only the terms themselves are here.
"""

from __future__ import annotations

from enum import StrEnum


class Modality(StrEnum):
    """How far the text stands by what it says."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


class EventType(StrEnum):
    """The event types of PLOVER (Open Event Data Alliance, manual of 2021)."""

    CONSULT = "CONSULT"
    AGREE = "AGREE"
    SUPPORT = "SUPPORT"
    COOPERATE = "COOPERATE"
    AID = "AID"
    CONCEDE = "CONCEDE"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class EventMode(StrEnum):
    """The form that an event takes."""

    MEETING = "meeting"
    VISIT = "visit"
    CALL = "call"
    SUMMIT = "summit"
    FORUM = "forum"
    CONFERENCE = "conference"
    CONSULTATION = "consultation"
    NEGOTIATION = "negotiation"
    SIGNING = "signing"
    EXHIBITION = "exhibition"
    SPEECH = "speech"
    CEREMONY = "ceremony"
    EXERCISE = "exercise"


class EventStatus(StrEnum):
    """Where an event stands on the document's date."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    ONGOING = "ongoing"
    CANCELLED = "cancelled"


class ActorRole(StrEnum):
    """The part an actor has in an event."""

    SOURCE = "source"
    TARGET = "target"
    PARTICIPANT = "participant"
    HOST = "host"


class InstrumentType(StrEnum):
    """What sort of document an instrument is."""

    AGREEMENT = "agreement"
    MEMORANDUM = "memorandum"
    ROADMAP = "roadmap"
    DECLARATION = "declaration"
    STATEMENT = "statement"
    STRATEGY = "strategy"
    RESOLUTION = "resolution"
    PROTOCOL = "protocol"
    CONVENTION = "convention"
    CONTRACT = "contract"
    REPORT = "report"
    PROGRAMME = "programme"
    FRAMEWORK = "framework"


#: Sorts of documents that bind those who sign them.
BINDING = frozenset(
    {
        InstrumentType.AGREEMENT,
        InstrumentType.MEMORANDUM,
        InstrumentType.PROTOCOL,
        InstrumentType.CONVENTION,
        InstrumentType.CONTRACT,
    }
)


class InstrumentAction(StrEnum):
    """A step in the life of an instrument."""

    PROPOSED = "proposed"
    NEGOTIATING = "negotiating"
    INITIALLED = "initialled"
    SIGNED = "signed"
    ADOPTED = "adopted"
    RATIFIED = "ratified"
    IN_FORCE = "in_force"
    IMPLEMENTED = "implemented"
    AMENDED = "amended"
    RENEWED = "renewed"
    TERMINATED = "terminated"
    PUBLISHED = "published"
    MENTIONED = "mentioned"


class Grade(StrEnum):
    """How firm an undertaking is, weakest first."""

    CONSIDERED = "considered"
    INTENDED = "intended"
    PLEDGED = "pledged"
    AGREED = "agreed"
    CONTRACTED = "contracted"
    DELIVERED = "delivered"


class Finance(StrEnum):
    """The kind of money of a commitment."""

    GRANT = "grant"
    LOAN = "loan"
    GUARANTEE = "guarantee"
    INVESTMENT = "investment"
    PURCHASE = "purchase"


class Indicator(StrEnum):
    """What a figure measures."""

    TRADE_TURNOVER = "trade_turnover"
    EXPORTS = "exports"
    IMPORTS = "imports"
    TRADE_BALANCE = "trade_balance"
    TRADE_SHARE = "trade_share"
    FDI = "fdi"
    INVESTMENT = "investment"
    GDP = "gdp"
    GROWTH = "growth"
    TRANSIT_VOLUME = "transit_volume"
    PEOPLE = "people"
    COMPANIES = "companies"
    PROJECTS = "projects"
    FUNDING = "funding"
    OTHER = "other"


class Direction(StrEnum):
    """Which way a figure went."""

    UP = "up"
    DOWN = "down"
