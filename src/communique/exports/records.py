"""Records as JSON objects and as rows of a sheet, by the slots that their kind declares."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_origin

from communique.claims.slots.declare import Role, slots_of
from communique.exports.sheets import Cell
from communique.model.claim import Actor, Claim, Party
from communique.model.record import DocumentFacts
from communique.model.shaped import hints_of, members
from communique.store.records import body_of
from communique.views.shown import Shown


def entry(shown: Shown) -> dict[str, Any]:
    """The JSON object of a record, with its parties and how it stands to others."""
    listed = shown.listed
    return {
        **body_of(listed.record),
        "parties": [{"name": p.name, "code": p.code, "role": p.role} for p in listed.parties],
        "relations": [
            {"kind": r.kind.value, "record": r.record, "reasons": list(r.reasons)}
            for r in listed.relations
        ],
        "revision": listed.revision,
        "via": list(shown.via),
        "regional": shown.regional,
    }


#: A column of a sheet: its heading, and the cell of a record.
Column = tuple[str, Callable[[Shown], Cell]]


def columns_of(shape: type[Claim]) -> tuple[Column, ...]:
    """The columns of a kind; they are the same whatever the records hold."""
    return (*_LEADING, *_slots(shape), *_TRAILING)


def rows(shown: Sequence[Shown], columns: Sequence[Column]) -> Iterator[list[Cell]]:
    """A row for each record."""
    for one in shown:
        yield [cell(one) for _, cell in columns]


def _slots(shape: type[Claim]) -> Iterator[Column]:
    hints = hints_of(shape)
    for slot in slots_of(shape):
        if slot.role is not Role.REFERENCE:
            for heading, value in _spread(slot.name, hints[slot.name]):
                yield heading, _from_head(slot.name, value)


def _from_head(slot: str, value: Callable[[Any], Cell]) -> Callable[[Shown], Cell]:
    return lambda shown: value(getattr(shown.listed.record.head, slot))


def _spread(name: str, hint: object) -> Iterator[tuple[str, Callable[[Any], Cell]]]:
    """The columns of a slot by its type: one for each part of a value that has parts."""
    kind = next(option for option in members(hint) if option is not NoneType)
    if get_origin(kind) is tuple:
        yield name, _joined
        if get_args(kind)[0] is Party:
            yield f"{name}_codes", lambda parties: "; ".join(p.code or p.name for p in parties)
    elif is_dataclass(kind):
        for part in fields(kind):
            for heading, value in _spread(f"{name}_{part.name}", hints_of(kind)[part.name]):
                yield heading, _within(part.name, value)
    else:
        yield name, _cell


def _within(part: str, value: Callable[[Any], Cell]) -> Callable[[Any], Cell]:
    return lambda whole: None if whole is None else value(getattr(whole, part))


def _cell(value: Any) -> Cell:  # noqa: ANN401 - of a slot
    return value.value if isinstance(value, StrEnum) else value


def _joined(values: Sequence[Any]) -> str:
    return "; ".join(_named(value) for value in values)


def _named(value: object) -> str:
    if isinstance(value, Party):
        return value.name
    if isinstance(value, Actor):
        party = value.party.name if value.party is not None else ""
        name = f"{value.person.name} ({party})" if value.person is not None and party else party
        return f"{value.role.value}: {name or (value.person.name if value.person else '')}"
    return str(value)


def _facts(shown: Shown) -> DocumentFacts | None:
    return None if shown.leading is None else shown.leading.stored.node.document


def _quote(shown: Shown) -> str:
    return shown.listed.record.head.evidence[0].exact


def _told_by(shown: Shown) -> str:
    tellers = shown.listed.record.tellers
    told = [party.code or party.name for party in tellers.parties]
    told += ["jointly"] if tellers.joint else []
    return "; ".join([*told, *(["outsiders"] if tellers.outsiders else [])])


_LEADING: tuple[Column, ...] = (
    ("id", lambda s: s.listed.record.id),
    ("kind", lambda s: s.listed.record.kind),
    ("first", lambda s: s.listed.record.first),
    ("last", lambda s: s.listed.record.last),
)
_TRAILING: tuple[Column, ...] = (
    ("modality", lambda s: s.listed.record.head.modality.value),
    ("attributed_to", lambda s: s.listed.record.head.attributed_to),
    ("told_first", lambda s: s.listed.record.told_first),
    ("told_last", lambda s: s.listed.record.told_last),
    ("told_by", _told_by),
    ("voices", lambda s: s.listed.record.stories),
    ("claims", lambda s: len(s.listed.record.claims)),
    ("disputed", lambda s: "; ".join(d.slot for d in s.listed.record.disputes)),
    ("ruled", lambda s: "; ".join(s.listed.record.ruled)),
    ("part_of", lambda s: _related(s, "part_of")),
    ("superseded_by", lambda s: _related(s, "superseded_by")),
    ("via", lambda s: "; ".join(s.via)),
    ("regional", lambda s: "yes" if s.regional else ""),
    ("quote", _quote),
    ("document", lambda s: facts.key if (facts := _facts(s)) else None),
    ("published", lambda s: facts.published if (facts := _facts(s)) else None),
    ("publisher", lambda s: facts.publisher if (facts := _facts(s)) else None),
    ("title", lambda s: None if s.leading is None else s.leading.title),
    ("url", lambda s: None if s.leading is None else s.leading.url),
)


def _related(shown: Shown, kind: str) -> str:
    return "; ".join(r.record for r in shown.listed.relations if r.kind == kind)
