"""Which records wait for a person's eye, why, and in what order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from communique.claims.shapes import SHAPES
from communique.claims.slots.commitment import Commitment
from communique.model.record import Record
from communique.store.dossier import Connection
from communique.store.reviewing import Place, Waiting, numbers_of, sums_told, waiting
from communique.vocab.rates import DOLLAR, rough_dollars

#: Sums from here on are large: in US dollars at a rough rate, or in a currency without one.
LARGE = 100_000_000
# Stands for a claim that a person accepted or added as a whole.
_WHOLE = "*"


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
    record: Record
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
class Sizes:
    """How large the sums of commitments are, roughly; those without a rate have no size.

    Attributes:
        ranked: Numbers of the records with a size, the largest first, of equal ones the latest.
        large: Those of them that are large; `ranked` begins with them.
        all: The same as `ranked`, as a set.
    """

    ranked: tuple[int, ...] = ()
    large: tuple[int, ...] = ()
    all: frozenset[int] = frozenset()

    @classmethod
    def load(cls, connection: Connection) -> Sizes:
        """Read them from a dossier."""
        sized = [(rough_dollars(v, currency), n) for n, v, currency in sums_told(connection)]
        order = sorted(((-size, -n) for size, n in sized if size is not None))
        ranked = tuple(-n for _, n in order)
        large = sum(-size >= LARGE for size, _ in order)
        return cls(ranked, ranked[:large], frozenset(ranked))


@dataclass(frozen=True, slots=True)
class Queue:
    """Records that wait for one reason: by the size of their sums, then the latest formed first.

    Attributes:
        why: The reason.
        kind: Kind of the records; any for None.
        errors: Ids of the records under findings that are errors.
        among: Numbers of the records among which they must be; any for None.
        sizes: How large sums are.
    """

    why: Why
    kind: str | None = None
    errors: frozenset[str] = frozenset()
    among: frozenset[int] | None = None
    sizes: Sizes = Sizes()

    def entries(
        self, connection: Connection, place: Place | None = None, most: int = 1
    ) -> tuple[Entry, ...]:
        """The next so many records from a place on."""
        found = waiting(connection, self._wanted(connection), place, most, _TESTS[self.why])
        return tuple(Entry(n, record, whys_of(record, self.errors)) for n, record in found)

    def still(self, connection: Connection, records: Sequence[Record]) -> Record | None:
        """The first of some records that waits for the reason, as it is now."""
        numbers = numbers_of(connection, {record.id for record in records})
        wanted = self._wanted(connection)
        among = numbers if wanted.among is None else wanted.among & numbers
        found = waiting(
            connection, replace(wanted, among=among), None, len(numbers), _TESTS[self.why]
        )
        waits = {record.id: record for _, record in found}
        return next((waits[one.id] for one in records if one.id in waits), None)

    def _wanted(self, connection: Connection) -> Waiting:
        kinds = tuple(shape.kind for shape in SHAPES) if self.kind is None else (self.kind,)
        if self.why is Why.SUMS:
            kinds = tuple(kind for kind in kinds if kind == Commitment.kind)
        among = self.among
        if self.why is Why.ERRORS:
            numbers = numbers_of(connection, self.errors)
            among = numbers if among is None else among & numbers
        # Others have no size, and would be looked for among ten thousand that have one.
        sizes = self.sizes if Commitment.kind in kinds else Sizes()
        return Waiting(
            kinds=kinds,
            holding=_HOLDING[self.why],
            most_voices=1 if self.why is Why.SINGLE else None,
            among=among,
            ranked=sizes.large if self.why is Why.SUMS else sizes.ranked,
            passed=sizes.all,
        )


# What the JSON of a record that waits for a reason holds: few others have to be read.
_HOLDING: Mapping[Why, tuple[str, ...]] = MappingProxyType(
    {
        Why.ERRORS: (),
        Why.CONFLICTS: ('"disputes":[{',),
        Why.SUMS: ('"amount":{',),
        Why.SINGLE: ('"ruled":[]',),
    }
)


def is_disputed(record: Record) -> bool:
    """Whether its claims disagree in a slot on which nobody has ruled."""
    if _WHOLE in record.ruled:
        return False
    return any(dispute.slot not in record.ruled for dispute in record.disputes)


def is_large(record: Record) -> bool:
    """Whether it tells a large sum that nobody has looked at."""
    head = record.head
    if not isinstance(head, Commitment) or head.amount is None or record.ruled:
        return False
    size = rough_dollars(head.amount.value, head.amount.currency)
    return (head.amount.value if size is None else size) >= LARGE


def is_single(record: Record) -> bool:
    """Whether one voice alone tells it, and nobody has ruled on it."""
    return record.stories <= 1 and not record.ruled


_TESTS: Mapping[Why, Callable[[Record], bool]] = MappingProxyType(
    {
        Why.ERRORS: lambda record: True,
        Why.CONFLICTS: is_disputed,
        Why.SUMS: is_large,
        Why.SINGLE: is_single,
    }
)


def whys_of(record: Record, errors: frozenset[str]) -> tuple[Why, ...]:
    """Why a record waits, gravest first; `errors` are those under findings of that severity."""
    rest = tuple(why for why in Why if why is not Why.ERRORS and _TESTS[why](record))
    return (Why.ERRORS, *rest) if record.id in errors else rest
