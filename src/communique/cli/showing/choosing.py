"""Which records answer what the user asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from communique.cli.showing.asked import Asked
from communique.cli.showing.days import first_day, last_day
from communique.cli.showing.relationship import Relationship
from communique.errors import BadOption
from communique.store.dossier import Connection
from communique.store.listing import Wanted, list_ids, load_records
from communique.store.people import PersonRow, list_persons
from communique.views.people import named, near
from communique.views.shown import Shown, Side


@dataclass(frozen=True, slots=True)
class Chosen:
    """What answers.

    Attributes:
        sides: The sides of the relationship that was asked for.
        shown: The records, in order of time: the latest, if only so many were asked for.
        of: Number of all records that answer, regional money left out.
        regional: Money of groupings that sides are in, whose shares no text states; it stands
            apart.
    """

    sides: tuple[Side, ...]
    shown: tuple[Shown, ...]
    of: int
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

    def choose(
        self,
        connection: Connection,
        kind: str,
        most: int = 0,
        holding: tuple[tuple[str, str | bool], ...] = (),
    ) -> Chosen:
        """The records of a kind that answer.

        Args:
            connection: A connection to the dossier.
            kind: The kind.
            most: The latest so many; 0 for all.
            holding: What a record must hold to be of use, see `Wanted`.
        """
        idents = self._ids(connection, kind, holding)
        if self.relationship is None:
            wanted = load_records(connection, idents[-most:] if most else idents)
            return Chosen((), tuple(Shown(one) for one in wanted), len(idents))
        shown: list[Shown] = []
        regional: list[Shown] = []
        for one in load_records(connection, idents):
            found = self.relationship.shown(one) or self.relationship.regional(one)
            if found is not None:
                (regional if found.regional else shown).append(found)
        sides, latest = self.relationship.sides, shown[-most:] if most else shown
        return Chosen(sides, tuple(latest), len(shown), tuple(regional))

    def _ids(
        self, connection: Connection, kind: str, holding: tuple[tuple[str, str | bool], ...]
    ) -> Sequence[str]:
        """Ids of the records that may answer, in order of time."""
        sides = () if self.relationship is None else self.relationship.names(kind)
        wanted = Wanted(kind, sides, self.since, self.until, holding)
        idents = list_ids(connection, wanted)
        if self.persons is None:
            return idents
        theirs = {ident for person in self.persons for ident in person.records.get(kind, ())}
        return [ident for ident in idents if ident in theirs]


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
