"""A meeting as each side tells it: together, alone, and from outside, with the blanks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from communique.claims.slots.declare import slots_of
from communique.claims.slots.event import Event
from communique.model.claim import Claim
from communique.model.record import ClaimRef, Node, Record
from communique.model.terms import EventMode, EventType
from communique.store.browsing import Beside, told_beside
from communique.store.dossier import Connection
from communique.store.evidence import Told
from communique.store.listing import Listed, load_records
from communique.views.wording import Wording
from communique.vocab.kinship import Kinship

#: Forms in which sides come together, so that each may tell of it.
MEETINGS = frozenset(
    {
        EventMode.MEETING,
        EventMode.VISIT,
        EventMode.CALL,
        EventMode.SUMMIT,
        EventMode.FORUM,
        EventMode.CONFERENCE,
        EventMode.CONSULTATION,
        EventMode.NEGOTIATION,
        EventMode.SIGNING,
        EventMode.CEREMONY,
    }
)
# Sides with a column of their own: more make no table.
_SIDES = 4
# Readouts come out within days; a chronicle of the year tells much else.
_NEAR = timedelta(days=10)
# Documents and other records that are looked at.
_DOCUMENTS = 12
_RECORDS = 25


class Voice(StrEnum):
    """Who speaks in a column."""

    JOINT = "joint"
    SIDE = "side"
    OUTSIDERS = "outsiders"


@dataclass(frozen=True, slots=True)
class Column:
    """What some say of a meeting.

    Attributes:
        voice: Who they are.
        name: The side; empty for others.
        told: Their claims.
    """

    voice: Voice
    name: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A value, and the claims that tell it.

    Attributes:
        words: The value in words.
        refs: The claims.
    """

    words: str
    refs: tuple[ClaimRef, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What is said of one matter.

    Attributes:
        label: What people call it.
        cells: For each column what is said there; empty where nothing is.
    """

    label: str
    cells: tuple[tuple[Said, ...], ...]


@dataclass(frozen=True, slots=True)
class Besides:
    """Another record that documents of the meeting tell.

    Attributes:
        record: The record.
        cells: For each column the claim that tells it; None where none does.
    """

    record: Record
    cells: tuple[ClaimRef | None, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as each side tells it.

    Attributes:
        columns: Who tells: together, each side, outsiders.
        rows: What they say of the meeting itself.
        besides: What else their documents of these days tell, what most tell first.
        silent: Names of further sides, which tell nothing of their own.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    besides: tuple[Besides, ...]
    silent: tuple[str, ...]


def is_meeting(head: Claim) -> bool:
    """Whether sides come together in what a record tells, by its elected values."""
    if not isinstance(head, Event):
        return False
    return head.type is EventType.CONSULT if head.mode is None else head.mode in MEETINGS


def load_meeting(
    connection: Connection,
    listed: Listed,
    told: Sequence[Told],
    first: Sequence[str],
    kin: Kinship,
    wording: Wording,
) -> Meeting:
    """A meeting as each side tells it.

    Args:
        connection: A connection to the dossier.
        listed: The record.
        told: Its claims.
        first: Names of the sides of a relationship, whose columns come first.
        kin: Who belongs to whom.
        wording: Plain words.
    """
    columns, silent = columns_of(listed, told, first, kin)
    near = _near(listed.record, told)
    beside = told_beside(connection, near[:_DOCUMENTS])
    besides = _besides(connection, listed.record.id, columns, beside)
    return Meeting(columns, rows_of(columns, wording), besides, silent)


def columns_of(
    listed: Listed, told: Sequence[Told], first: Sequence[str], kin: Kinship
) -> tuple[tuple[Column, ...], tuple[str, ...]]:
    """The columns of a meeting, and the sides that have none since they are too many."""
    asked = [kin.side(name) for name in first]
    circle = {kin.side(row.name) for row in listed.parties} | set(asked)
    by_voice: dict[tuple[Voice, str], list[Told]] = defaultdict(list)
    for one in told:
        by_voice[_voice(one.stored.node, circle, kin)].append(one)
    telling = sorted(name for voice, name in by_voice if voice is Voice.SIDE)
    sides = list(dict.fromkeys((*asked, *telling, *sorted(circle))))
    # Of a relationship other sides have a column only if they tell something.
    most = len({*asked, *telling}) if asked else max(_SIDES, len(telling))
    keys = [
        (Voice.JOINT, ""),
        *((Voice.SIDE, name) for name in sides[:most]),
        (Voice.OUTSIDERS, ""),
    ]
    columns = tuple(Column(*key, tuple(by_voice.get(key, ()))) for key in keys)
    return columns, tuple(sides[most:])


def _voice(node: Node, circle: Collection[str], kin: Kinship) -> tuple[Voice, str]:
    """Who speaks in the document of a claim, seen from the sides of a record."""
    speakers = {kin.side(party.name) for party in node.document.speaks_for}
    if not speakers & set(circle):
        return Voice.OUTSIDERS, ""
    return (Voice.JOINT, "") if len(speakers) > 1 else (Voice.SIDE, speakers.pop())


def rows_of(columns: Sequence[Column], wording: Wording) -> tuple[Row, ...]:
    """What is said of each slot; slots of which nobody says anything are left out."""
    made = (
        Row(slot.label, tuple(_said(column.told, slot.name, wording) for column in columns))
        for slot in slots_of(Event)
    )
    return tuple(row for row in made if any(row.cells))


def _said(told: Iterable[Told], slot: str, wording: Wording) -> tuple[Said, ...]:
    found: dict[str, list[ClaimRef]] = defaultdict(list)
    for one in told:
        claim = one.stored.node.claim
        words = wording.slot(claim, slot) if isinstance(claim, Event) else ""
        if words:
            found[words].append(one.stored.node.ref)
    ranked = sorted(found.items(), key=lambda told: -len(told[1]))
    return tuple(Said(words, tuple(refs)) for words, refs in ranked)


def _near(record: Record, told: Sequence[Told]) -> list[str]:
    """Keys of the documents that came out within days of a record."""
    day = record.last or record.first
    facts = dict.fromkeys(one.stored.node.document for one in told) if day else {}
    return [
        fact.key
        for fact in facts
        if day and fact.published is not None and abs(fact.published - day) <= _NEAR
    ]


def _besides(
    connection: Connection, own: str, columns: Sequence[Column], beside: Sequence[Beside]
) -> tuple[Besides, ...]:
    place = {
        one.stored.node.document.key: index
        for index, column in enumerate(columns)
        for one in column.told
    }
    found: dict[str, dict[int, ClaimRef]] = defaultdict(dict)
    for one in beside:
        if one.record != own:
            found[one.record].setdefault(place[one.ref.document], one.ref)
    chosen = _chosen(found, {one.record: one.kind for one in beside})
    return tuple(
        Besides(
            listed.record,
            tuple(found[listed.record.id].get(index) for index in range(len(columns))),
        )
        for listed in load_records(connection, chosen)
    )


# What was agreed tells more than who held which office.
_ORDER = ("instrument", "commitment", "event", "figure")


def _chosen(found: Mapping[str, Mapping[int, ClaimRef]], kinds: Mapping[str, str]) -> list[str]:
    ranked = sorted(
        (ident for ident in found if kinds[ident] in _ORDER),
        key=lambda ident: (-len(found[ident]), _ORDER.index(kinds[ident]), ident),
    )
    return ranked[:_RECORDS]
