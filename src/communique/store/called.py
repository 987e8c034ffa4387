"""What persons and records are called, word by word: they are found by it without being read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, delete, exists, insert, select

from communique.claims.shapes import SHAPE_OF
from communique.claims.slots.declare import slots_of
from communique.model.claim import Claim
from communique.model.record import Record
from communique.model.shaped import hints_of, members
from communique.store import tables
from communique.store.sql import chunks, delete_of
from communique.store.words import folded_words, words_of

#: Kind of the records that persons are.
PERSON = "person"
# Stands between the slots of a heading: no word holds it, so no phrase goes from one to the next.
_BETWEEN = "|"
# Profiles of persons whose names are put in at once.
_LOT = 5_000


def put_names(connection: Connection, profiles: Mapping[int, Mapping[str, Any]]) -> None:
    """Have persons found by the words of their names.

    Args:
        connection: A writing connection.
        profiles: Bodies of new profiles of persons, by their numbers.
    """
    rows = [
        {"word": word, "profile": number}
        for number, body in profiles.items()
        for word in sorted({word.folded for word in words_of(body["name"])})
    ]
    if rows:
        connection.execute(insert(tables.name_word), rows)


def drop_names(connection: Connection, profiles: Collection[int]) -> None:
    """Forget the names of profiles."""
    table = tables.name_word
    connection.execute(delete(table).where(table.c.profile.in_(profiles)))


def named_with(words: Collection[str]) -> Select[tuple[int]]:
    """Asks for the profiles of persons whose name holds all words.

    Args:
        words: Words, without case and accents, at least one.
    """
    table = tables.name_word
    # Long words are rare: few names that hold the first have to be looked at for the others.
    first, *others = sorted(words, key=lambda word: (-len(word), word))
    asked = select(table.c.profile).where(table.c.word == first)
    for word in others:
        held = table.alias()
        asked = asked.where(exists().where(held.c.profile == table.c.profile, held.c.word == word))
    return asked


def put_headings(connection: Connection, records: Iterable[Record]) -> None:
    """Have records that have changed found by what they are called."""
    changed = list(records)
    drop_headings(connection, [one.id for one in changed])
    rows = [{"record": one.id, "words": _heading(one.head)} for one in changed]
    if rows:
        connection.execute(insert(tables.heading), rows)


def drop_headings(connection: Connection, idents: Sequence[str]) -> None:
    """Forget what records are called."""
    delete_of(connection, tables.heading.c.record, idents)


def headed_with(
    connection: Connection, idents: Collection[str], phrases: Sequence[Sequence[str]]
) -> list[str]:
    """Those of some records whose titles, names, labels, places or other words hold all phrases.

    Args:
        connection: A connection to the dossier.
        idents: Ids of the records.
        phrases: Phrases, as folded words, at least one.

    Returns:
        Ids of records, those of most independent stories first.
    """
    table, record = tables.heading, tables.record
    told = (f" {' '.join(phrase)} " for phrase in phrases)
    held = [table.c.words.contains(phrase, autoescape=True) for phrase in told]
    found: list[tuple[int, str]] = []
    for chunk in chunks(sorted(idents)):
        asked = (
            select(record.c.stories, record.c.id)
            .join(table, table.c.record == record.c.id)
            .where(table.c.record.in_(chunk), *held)
        )
        found += [(-stories, ident) for stories, ident in connection.execute(asked)]
    return [ident for _, ident in sorted(found)]


def _heading(head: Claim) -> str:
    names = _wordy(head.kind)
    return _joined(getattr(head, name) for name in names)


def _joined(texts: Iterable[str | None]) -> str:
    return _BETWEEN.join(f" {' '.join(folded_words(text))} " for text in texts if text)


@cache
def _wordy(kind: str) -> tuple[str, ...]:
    """The slots of a kind that hold words of the text; terms are words of the claim model."""
    shape = SHAPE_OF[kind]
    hints = hints_of(shape)
    return tuple(slot.name for slot in slots_of(shape) if str in members(hints[slot.name]))


def name_missing(connection: Connection) -> None:
    """Have persons found by their names who are not, of a dossier that was upgraded."""
    profile, word = tables.profile, tables.name_word
    named = exists().where(word.c.profile == profile.c.id)
    asked = select(profile.c.id).where(profile.c.kind == PERSON, ~named)
    for lot in chunks(connection.scalars(asked).all(), _LOT):
        bodies: dict[int, Any] = {}
        for chunk in chunks(lot):
            told = select(profile.c.id, profile.c.body).where(profile.c.id.in_(chunk))
            bodies.update({number: body for number, body in connection.execute(told)})
        put_names(connection, bodies)


def head_missing(connection: Connection) -> None:
    """Have records found by what they are called that are not, of a dossier that was upgraded."""
    record, table = tables.record, tables.heading
    headed = exists().where(table.c.record == record.c.id)
    asked = select(record.c.id).where(record.c.body.isnot(None), ~headed)
    for chunk in chunks(connection.scalars(asked).all()):
        bodies = select(record.c.id, record.c.body).where(record.c.id.in_(chunk))
        rows = []
        for ident, body in connection.execute(bodies):
            head = body["head"]
            names = _wordy(head["kind"])
            rows.append({"record": ident, "words": _joined(head.get(name) for name in names)})
        connection.execute(insert(table), rows)
