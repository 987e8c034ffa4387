"""Which records answer what the user asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from communique.claims.slots.office import Office
from communique.errors import BadOption
from communique.model.record import PartyRow
from communique.store.briefs import load_bare
from communique.store.dossier import Connection
from communique.store.glimpses import Glimpse, glimpses, latest
from communique.store.listing import Wanted, load_records
from communique.store.people import list_persons
from communique.store.persons import persons_named, records_of
from communique.store.taking_part import parties_between, parties_of, records_between
from communique.views.people import near
from communique.views.relationship import Admission, Relationship
from communique.views.shown import Shown, Side


@dataclass(frozen=True, slots=True)
class Picked:
    """A record that answers, at a glance.

    Attributes:
        glimpse: The record.
        via: The switches that let it in ("member states"); empty where it is there in any case.
        regional: Whether it tells of a grouping's money, of which no member's share is stated.
    """

    glimpse: Glimpse
    via: tuple[str, ...] = ()
    regional: bool = False


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
        theirs: Ids of the records in which one of the persons takes part who are asked for, by
            kind; None for anybody.
    """

    since: date | None
    until: date | None
    relationship: Relationship | None
    theirs: Mapping[str, tuple[str, ...]] | None

    @classmethod
    def of(
        cls,
        connection: Connection,
        relationship: Relationship | None = None,
        *,
        since: date | None = None,
        until: date | None = None,
        person: str | None = None,
    ) -> Question:
        """Understand what the user asks for.

        Args:
            connection: A connection to the dossier.
            relationship: The sides that must take part; None for anybody.
            since: First day.
            until: Last day.
            person: Name of somebody who must take part.

        Raises:
            BadOption: The person means nobody.
        """
        theirs = None if person is None else _theirs(connection, person)
        return cls(since, until, relationship, theirs)

    def choose(
        self,
        connection: Connection,
        kind: str,
        most: int = 0,
        holding: tuple[tuple[str, str | bool | None], ...] = (),
    ) -> Chosen:
        """The records of a kind that answer.

        Args:
            connection: A connection to the dossier.
            kind: The kind.
            most: The latest so many; 0 for all.
            holding: What a record must hold to be of use, see `Wanted`.
        """
        picked = self.pick(connection, kind, holding)
        own = [one for one in picked if not one.regional]
        regional = [one for one in picked if one.regional]
        return Chosen(
            () if self.relationship is None else self.relationship.sides,
            loaded(connection, own[-most:] if most else own),
            len(own),
            loaded(connection, regional),
        )

    def pick(
        self,
        connection: Connection,
        kind: str,
        holding: tuple[tuple[str, str | bool | None], ...] = (),
        known: Mapping[str, tuple[PartyRow, ...]] | None = None,
    ) -> tuple[Picked, ...]:
        """The records of a kind that answer, in order of time; regional money is among them.

        No record is read: what is shown of them is loaded later (`loaded`).

        Args:
            connection: A connection to the dossier.
            kind: The kind.
            holding: What a record must hold to be of use, see `Wanted`.
            known: Parties of the records in which all sides may take part, if that is known; none
                of those in which they do by their names alone.
        """
        relationship = self.relationship
        theirs = None if self.theirs is None else frozenset(self.theirs.get(kind, ()))
        if relationship is None:
            wanted = Wanted(kind, (), self.since, self.until, holding)
            return tuple(Picked(one) for one in glimpses(connection, wanted, theirs))
        wanted = Wanted(kind, relationship.names(kind), self.since, self.until, holding)
        held = self._between(connection, relationship, [kind]) if known is None else known
        if theirs is not None:
            held = {ident: parties for ident, parties in held.items() if ident in theirs}
        found = glimpses(connection, wanted, known=held)
        admitted = ((one, _admission(relationship, kind, one)) for one in found)
        return tuple(Picked(one, why.via, why.regional) for one, why in admitted if why)

    def pick_kinds(
        self, connection: Connection, kinds: Sequence[str]
    ) -> dict[str, tuple[Picked, ...]]:
        """The records of several kinds that answer; who takes part is asked once for all."""
        relationship = self.relationship
        if relationship is None:
            return {kind: self.pick(connection, kind) for kind in kinds}
        parties = self._between(connection, relationship, kinds)
        found: dict[str, tuple[Picked, ...]] = {}
        for kind in kinds:
            known = {i: told for i, told in parties.items() if i.startswith(f"{kind}.")}
            found[kind] = self.pick(connection, kind, known=known)
        return found

    def _between(
        self, connection: Connection, relationship: Relationship, kinds: Sequence[str]
    ) -> dict[str, tuple[PartyRow, ...]]:
        """Parties of the records in which all sides may take part, by id.

        Of records in which they do by their names alone the parties are left out: most are such,
        and nothing more is to be learned of them.
        """
        by_sides: dict[tuple[frozenset[str], ...], list[str]] = {}
        for kind in kinds:
            by_sides.setdefault(relationship.names(kind), []).append(kind)
        own = tuple(side.names for side in relationship.sides)
        by_name = [k for k in kinds if relationship.is_plain and k != Office.kind]
        certain = records_between(connection, own, by_name) if by_name else ()
        plain = dict.fromkeys(certain, tuple[PartyRow, ...]())
        found: dict[str, tuple[PartyRow, ...]] = {}
        for sides, some in by_sides.items():
            if not set(some) <= set(by_name):
                found |= parties_between(connection, sides, some)
            elif sides != own:
                wider = frozenset(records_between(connection, sides, some)) - plain.keys()
                found |= parties_of(connection, wider)
        found |= plain
        return found

    def latest(
        self, connection: Connection, kind: str, first: int, most: int
    ) -> tuple[tuple[Picked, ...], int]:
        """A page of the records of a kind that answer, the latest first, and how many do.

        Args:
            connection: A connection to the dossier.
            kind: The kind.
            first: How many to pass over.
            most: How many at most.
        """
        if self.relationship is None and self.theirs is None:
            wanted = Wanted(kind, (), self.since, self.until)
            found, number = latest(connection, wanted, first, most)
            return tuple(Picked(one) for one in found), number
        picked = self.pick(connection, kind)[::-1]
        return picked[first : first + most], len(picked)


def loaded(connection: Connection, picked: Sequence[Picked]) -> tuple[Shown, ...]:
    """The records that were picked, as views show them, in their order."""
    why = {one.glimpse.id: one for one in picked}
    listed = load_records(connection, list(why))
    return tuple(Shown(one, why[one.record.id].via, why[one.record.id].regional) for one in listed)


def loaded_bare(connection: Connection, picked: Sequence[Picked]) -> tuple[Shown, ...]:
    """The same without what stands behind the records (`load_bare`): it costs a third."""
    listed = {one.record.id: one for one in load_bare(connection, [p.glimpse.id for p in picked])}
    return tuple(
        Shown(listed[one.glimpse.id], one.via, one.regional)
        for one in picked
        if one.glimpse.id in listed
    )


def _admission(relationship: Relationship, kind: str, one: Glimpse) -> Admission | None:
    return relationship.admits(kind, one.parties, one.day) if one.parties else Admission()


def _theirs(connection: Connection, name: str) -> Mapping[str, tuple[str, ...]]:
    """Records in which somebody takes part whom a name may mean, by kind.

    Raises:
        BadOption: Nobody of that name is in the dossier.
    """
    meant = persons_named(connection, name)
    if not meant:
        close = near(list_persons(connection), name)
        hint = f"did you mean {', '.join(close)}?" if close else "see `communique show persons`"
        raise BadOption(name, "nobody of that name is in this dossier", hint)
    return records_of(connection, meant)
