"""Which records answer what the user asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from communique.cli.showing.asked import Asked
from communique.cli.showing.days import first_day, last_day
from communique.cli.showing.relationship import Relationship
from communique.errors import BadOption
from communique.store.dossier import Connection
from communique.store.listing import Listed, Wanted, list_records
from communique.store.people import PersonRow, list_persons
from communique.views.people import named, near
from communique.views.shown import Shown, Side


@dataclass(frozen=True, slots=True)
class Chosen:
    """What answers.

    Attributes:
        sides: The sides of the relationship that was asked for.
        shown: The records, in order of time.
        regional: Money of groupings that sides are in, whose shares no text states; it stands
            apart.
    """

    sides: tuple[Side, ...]
    shown: tuple[Shown, ...]
    regional: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What the user asks for, understood; it can be put for several kinds of record.

    Attributes:
        since: First day.
        until: Last day.
        relationship: The sides that must take part.
        persons: Those of whom one must take part; None for anybody.
    """

    since: date | None
    until: date | None
    relationship: Relationship | None
    persons: tuple[PersonRow, ...] | None

    @classmethod
    def of(cls, connection: Connection, asked: Asked) -> Question:
        """Understand what the user asks for.

        Raises:
            BadOption: A date, side or person means nothing.
        """
        return cls(
            first_day(asked.since, "--since"),
            last_day(asked.until, "--until"),
            Relationship.of(asked),
            None if asked.person is None else _persons(connection, asked.person),
        )

    def choose(self, connection: Connection, kind: str) -> Chosen:
        """The records of a kind that answer."""
        listed = self._listed(connection, kind)
        if self.relationship is None:
            return Chosen((), tuple(Shown(one) for one in listed))
        shown: list[Shown] = []
        regional: list[Shown] = []
        for one in listed:
            direct = self.relationship.shown(one)
            shared = self.relationship.regional(one) if direct is None else None
            shown += [direct] if direct is not None else []
            regional += [shared] if shared is not None else []
        return Chosen(self.relationship.sides, tuple(shown), tuple(regional))

    def _listed(self, connection: Connection, kind: str) -> Iterator[Listed]:
        sides = () if self.relationship is None else self.relationship.names(kind)
        listed = list_records(connection, Wanted(kind, sides, self.since, self.until))
        if self.persons is None:
            return listed
        theirs = {ident for person in self.persons for ident in person.records.get(kind, ())}
        return (one for one in listed if one.record.id in theirs)


def _persons(connection: Connection, name: str) -> tuple[PersonRow, ...]:
    """The persons whom a name may mean.

    Raises:
        BadOption: Nobody of that name is in the dossier.
    """
    persons = list_persons(connection)
    meant = named(persons, name)
    if not meant:
        close = near(persons, name)
        hint = f"did you mean {', '.join(close)}?" if close else "see `communique show persons`"
        raise BadOption(f"--person {name}", "nobody of that name is in this dossier", hint)
    return meant
