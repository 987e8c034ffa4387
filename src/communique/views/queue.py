"""Which records wait for a person's eye, why, and in what order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from communique.claims.shapes import SHAPES
from communique.claims.slots.commitment import Commitment
from communique.model.claim import Claim
from communique.model.record import Record
from communique.store.briefs import Brief, load_briefs
from communique.store.dossier import Connection
from communique.store.reviewing import Place, Waiting, Waits, waiting
from communique.vocab.rates import DOLLAR, rough_dollars, units_per_dollar

#: Sums from here on are large: in US dollars at a rough rate, or in a currency without one.
LARGE = 100_000_000


class Why(StrEnum):
    """Why a record waits, gravest first."""

    ERRORS = "errors"
    CONFLICTS = "conflicts"
    SUMS = "sums"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Entry:
    """A record that waits.

    Attributes:
        number: Its number: the later it was formed, the higher.
        record: The record.
        whys: Why it waits, gravest first.
    """

    number: int
    record: Brief
    whys: tuple[Why, ...]

    @property
    def converted(self) -> float | None:
        """Its sum in US dollars, roughly, where it is told in another currency with a rate."""
        head = self.record.head
        amount = head.amount if isinstance(head, Commitment) else None
        if amount is None or amount.currency == DOLLAR:
            return None
        return rough_dollars(amount.value, amount.currency)


@dataclass(frozen=True, slots=True)
class Queue:
    """Records that wait for one reason: by the size of their sums, then the latest formed first.

    Attributes:
        why: The reason.
        kind: Kind of the records; any for None.
        errors: Ids of the records under findings that are errors.
        among: Ids of the records among which they must be; any for None.
    """

    why: Why
    kind: str | None = None
    errors: frozenset[str] = frozenset()
    among: frozenset[str] | None = None

    def entries(
        self, connection: Connection, place: Place | None = None, most: int = 1
    ) -> tuple[Entry, ...]:
        """The next so many records from a place on."""
        found = {one.record: one for one in waiting(connection, self._wanted, place, most)}
        return tuple(
            Entry(found[brief.id].number, brief, _whys(found[brief.id], brief.head, self.errors))
            for brief in load_briefs(connection, list(found))
        )

    def still(self, connection: Connection, records: Sequence[Brief]) -> str | None:
        """Id of the first of some records that waits for the reason, as it is now."""
        wanted, idents = self._wanted, frozenset(record.id for record in records)
        among = idents if wanted.among is None else wanted.among & idents
        found = waiting(connection, replace(wanted, among=among), None, len(idents))
        waits = {one.record for one in found}
        return next((one.id for one in records if one.id in waits), None)

    @property
    def _wanted(self) -> Waiting:
        kinds = tuple(shape.kind for shape in SHAPES) if self.kind is None else (self.kind,)
        if self.why is Why.SUMS:
            kinds = tuple(kind for kind in kinds if kind == Commitment.kind)
        among = self.among
        if self.why is Why.ERRORS:
            among = self.errors if among is None else among & self.errors
        # Others have no sums that could be compared.
        units = units_per_dollar() if Commitment.kind in kinds else {}
        return replace(_WANTED[self.why], kinds=kinds, among=among, units=units)


# What is asked for by the reason; kinds and the rest come on top.
_WANTED: Mapping[Why, Waiting] = MappingProxyType(
    {
        Why.ERRORS: Waiting(kinds=()),
        Why.CONFLICTS: Waiting(kinds=(), disputed=True),
        Why.SUMS: Waiting(kinds=(), ruled=False, least=LARGE),
        Why.SINGLE: Waiting(kinds=(), ruled=False, most_voices=1),
    }
)


def is_large(head: Claim) -> bool:
    """Whether elected values tell a large sum."""
    if not isinstance(head, Commitment) or head.amount is None:
        return False
    size = rough_dollars(head.amount.value, head.amount.currency)
    return (head.amount.value if size is None else size) >= LARGE


def whys_of(record: Record, errors: frozenset[str]) -> tuple[Why, ...]:
    """Why a record waits, gravest first; `errors` are those under findings of that severity."""
    ruled, disputed = bool(record.ruled), record.is_disputed
    waits = Waits(0, record.id, record.stories, ruled, disputed, None)
    return _whys(waits, record.head, errors)


def _whys(waits: Waits, head: Claim, errors: frozenset[str]) -> tuple[Why, ...]:
    holds = {
        Why.ERRORS: waits.record in errors,
        Why.CONFLICTS: waits.disputed,
        Why.SUMS: is_large(head) and not waits.ruled,
        Why.SINGLE: waits.stories <= 1 and not waits.ruled,
    }
    return tuple(why for why in Why if holds[why])
