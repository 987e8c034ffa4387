"""What a reviewer saw of a record, and whether it is still so when they decide."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated

from fastapi import Depends, Request

from communique.model.record import Record
from communique.store.dossier import Connection
from communique.store.evidence import decisions_about
from communique.store.listing import Listed, load_record
from communique.views.wording import Wording
from communique.web.faults import NotThere, Stale

_DIGITS = 16
# Characters of a value that a form carries along: enough to see what changed.
_CARRIED = 160


@dataclass(frozen=True, slots=True)
class Sent:
    """The fields of a form.

    Attributes:
        fields: Their values by name; a field may be told several times.
    """

    fields: Mapping[str, tuple[str, ...]]

    def one(self, name: str) -> str:
        """The value of a field without blanks around it; empty where it is not told."""
        values = self.fields.get(name, ())
        return values[-1].strip() if values else ""

    def all(self, name: str) -> tuple[str, ...]:
        """All values of a field that are not empty."""
        return tuple(v for value in self.fields.get(name, ()) if (v := value.strip()))

    def pairs(self, *but: str) -> list[tuple[str, str]]:
        """Names and values, but for some names."""
        return [(n, v) for n, values in self.fields.items() if n not in but for v in values]


async def _sent(request: Request) -> Sent:
    form = await request.form()
    found: dict[str, tuple[str, ...]] = {}
    for name, value in form.multi_items():
        if isinstance(value, str):
            found[name] = (*found.get(name, ()), value)
    return Sent(found)


TheSent = Annotated[Sent, Depends(_sent)]


@dataclass(frozen=True, slots=True)
class Seen:
    """A record as a reviewer had it before them.

    Attributes:
        revision: The record's revision.
        decided: Digest of the decisions on its claims and documents. A decision of somebody else
            is there before the record is computed anew.
        told: Its slots in words.
    """

    revision: int
    decided: str
    told: tuple[tuple[str, str], ...]

    @property
    def carried(self) -> str:
        """What was told, as a field of a form carries it."""
        return json.dumps([[label, value[:_CARRIED]] for label, value in self.told])

    @classmethod
    def of(cls, connection: Connection, listed: Listed, wording: Wording) -> Seen:
        """The record as it is now."""
        told = tuple(wording.told(listed.record.head))
        return cls(listed.revision, decided_on(connection, listed.record), told)

    @classmethod
    def sent(cls, sent: Sent) -> Seen:
        """The record as it was when a form was made; a field that is spoilt agrees with nothing."""
        revision = sent.one("revision")
        return cls(
            int(revision) if revision.isdecimal() and len(revision) < _DIGITS else -1,
            sent.one("decided"),
            _carried(sent.one("saw")),
        )

    def agrees(self, other: Seen) -> bool:
        """Whether nothing has changed between the two."""
        return (self.revision, self.decided) == (other.revision, other.decided)


def _carried(words: str) -> tuple[tuple[str, str], ...]:
    try:
        return tuple((str(label), str(value)) for label, value in json.loads(words))
    except (ValueError, TypeError, RecursionError):
        return ()


def decided_on(connection: Connection, record: Record) -> str:
    """Digest of the decisions on the claims and documents of a record."""
    idents = sorted(decision.id for decision in decisions_about(connection, record.claims))
    return sha256("\n".join(idents).encode()).hexdigest()[:_DIGITS]


class Changed(Stale):
    """Somebody else has changed the record since the form was made.

    Attributes:
        ident: Id of the record as it is now.
    """

    def __init__(self, ident: str) -> None:
        super().__init__(
            "somebody has changed this record meanwhile", "look at it, then decide anew"
        )
        self.ident = ident


def unchanged(connection: Connection, ident: str, seen: Seen, wording: Wording) -> Listed:
    """The record, if it is as a reviewer saw it.

    Called with the writing connection, it leaves no time for another change before the decision.

    Raises:
        Changed: It is not.
        NotThere: It is gone.
    """
    listed = load_record(connection, ident)
    if listed is None:
        raise NotThere(f"record {ident} is gone", "its claims were rejected meanwhile")
    same = listed.record.id == ident
    if not same or not seen.agrees(Seen.of(connection, listed, wording)):
        raise Changed(listed.record.id)
    return listed


def differences(seen: Seen, now: Seen) -> list[tuple[str, str, str]]:
    """Label, value seen and value now of each slot, in the order in which they are told now."""
    before, after = dict(seen.told), dict(now.told)
    labels = dict.fromkeys((*after, *before))
    return [(label, before.get(label, ""), after.get(label, "")[:_CARRIED]) for label in labels]
