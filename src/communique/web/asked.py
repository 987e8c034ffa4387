"""What a page is asked for: sides, period, person; the same parameters on every page."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from fastapi import Depends, Query, Request

from communique.errors import BadOption
from communique.store.dossier import Connection
from communique.views.between import Switches
from communique.views.choosing import Question
from communique.views.relationship import Relationship
from communique.web.links import with_query
from communique.web.site import Site
from communique.web.visitors import site_of

# Names of the parameters, in the order in which addresses tell them.
_SWITCHES = ("members", "groupings", "banks")
# Stand for the month and day that are not told.
_OPEN = (0, 0, 0)
# Sides that one relationship may have; each makes the question slower.
_MOST_SIDES = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page is asked for.

    Attributes:
        sides: Codes or names of the sides, as typed.
        switches: What besides a side itself may stand for it.
        since: First day, month or year, as typed.
        until: Last day, month or year, as typed.
        person: Name of somebody who must take part, as typed.
        relationship: The sides, understood; None where none are asked for.
    """

    sides: tuple[str, ...] = ()
    switches: Switches = field(default_factory=Switches)
    since: str = ""
    until: str = ""
    person: str = ""
    relationship: Relationship | None = None

    @property
    def first(self) -> date | None:
        """First day of the period."""
        return _day(self.since, last=False)

    @property
    def last(self) -> date | None:
        """Last day of the period."""
        return _day(self.until, last=True)

    @property
    def name(self) -> str:
        """What a heading calls the relationship; empty where there is none."""
        if self.relationship is None:
            return ""
        return " – ".join(side.party.name for side in self.relationship.sides)

    @property
    def narrows(self) -> bool:
        """Whether anything is asked for but the whole dossier."""
        return bool(self.sides or self.since or self.until or self.person)

    @property
    def is_of_a_period(self) -> bool:
        """Whether a period is all that is asked for."""
        return bool(self.since or self.until) and not (self.sides or self.person)

    def question(self, connection: Connection) -> Question:
        """The question that it puts to the dossier.

        Raises:
            BadOption: The person means nobody.
        """
        return Question.of(
            connection,
            self.relationship,
            since=self.first,
            until=self.last,
            person=self.person or None,
        )

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The parameters of an address that asks the same."""
        yield from self.sides_alone()
        yield "since", self.since
        yield "until", self.until
        yield "person", self.person

    def sides_alone(self) -> Iterator[tuple[str, str]]:
        """The parameters that tell the sides, for addresses of other pages."""
        if self.relationship is not None:
            for side in self.relationship.sides:
                yield "between", side.party.code or side.party.name
        for name in _SWITCHES:
            if getattr(self.switches, name):
                yield name, "1"

    def address(self, path: str, more: Iterable[tuple[str, str]] = ()) -> str:
        """An address that asks the same of a page."""
        return with_query(path, [*self.pairs(), *more])

    def page(self, path: str) -> str:
        """An address that asks a page for the same sides."""
        return with_query(path, self.sides_alone())


def asked_of(
    request: Request,
    between: Annotated[list[str] | None, Query(description="Codes or names of the sides.")] = None,
    members: Annotated[bool, Query(description="Members of a side may stand for it.")] = False,
    groupings: Annotated[bool, Query(description="Groupings may stand for members.")] = False,
    banks: Annotated[bool, Query(description="Banks that a side owns may stand for it.")] = False,
    since: Annotated[str, Query(description="First day, month or year.", max_length=10)] = "",
    until: Annotated[str, Query(description="Last day, month or year.", max_length=10)] = "",
    person: Annotated[str, Query(description="Somebody who takes part.", max_length=200)] = "",
) -> Asked:
    """What a request asks for.

    Raises:
        BadOption: A side or day means nothing.
    """
    words = _words(between)
    switches = Switches(members, groupings, banks)
    relationship = _between(request, words, switches)
    asked = Asked(words, switches, since.strip(), until.strip(), person.strip(), relationship)
    return _in_order(asked)


def _words(between: list[str] | None) -> tuple[str, ...]:
    return tuple(word.strip() for word in between or () if word.strip())


def _between(request: Request, words: tuple[str, ...], switches: Switches) -> Relationship | None:
    if len(words) > _MOST_SIDES:
        raise BadOption(f"{len(words)} sides", "that is too many", f"name {_MOST_SIDES} at most")
    site: Site = site_of(request)
    return Relationship.of(words, switches, site.kin) if words else None


def sides_of(
    request: Request,
    between: Annotated[list[str] | None, Query(description="Codes or names of the sides.")] = None,
) -> Relationship | None:
    """The sides alone that a request asks for.

    Raises:
        BadOption: A side means nothing.
    """
    return _between(request, _words(between), Switches())


def parties_of(
    request: Request,
    between: Annotated[list[str] | None, Query(description="Codes or names of the sides.")] = None,
    members: Annotated[bool, Query(description="Members of a side may stand for it.")] = False,
    groupings: Annotated[bool, Query(description="Groupings may stand for members.")] = False,
    banks: Annotated[bool, Query(description="Banks that a side owns may stand for it.")] = False,
) -> Asked:
    """The sides alone that a request asks for, and who may stand for them.

    Raises:
        BadOption: A side means nothing.
    """
    words, switches = _words(between), Switches(members, groupings, banks)
    return Asked(words, switches, relationship=_between(request, words, switches))


def times_of(
    since: Annotated[str, Query(description="First day, month or year.", max_length=10)] = "",
    until: Annotated[str, Query(description="Last day, month or year.", max_length=10)] = "",
    person: Annotated[str, Query(description="Somebody who takes part.", max_length=200)] = "",
) -> Asked:
    """The period and the person alone that a request asks for.

    Raises:
        BadOption: A day means nothing.
    """
    return _in_order(Asked((), Switches(), since.strip(), until.strip(), person.strip()))


def _in_order(asked: Asked) -> Asked:
    """What is asked for, if it can be: a day that means nothing is told before all else.

    Raises:
        BadOption: A day means nothing, or the period ends before it begins.
    """
    if asked.first and asked.last and asked.last < asked.first:
        told = f"{asked.since} to {asked.until}"
        raise BadOption(told, "the period ends before it begins", "turn them round")
    return asked


def _day(words: str, last: bool) -> date | None:
    """The first or last day of a day, month or year; None for no words.

    Raises:
        BadOption: It is no date.
    """
    if not words:
        return None
    parts = [int(part) for part in words.split("-") if part.isdecimal()]
    try:
        if len(parts) != words.count("-") + 1 or len(parts) > len(_OPEN):
            raise ValueError
        year, month, day = (*parts, *_OPEN[len(parts) :])
        if day or not last:
            return date(year, month or 1, day or 1)
        ending = month or 12
        return date(year, ending, monthrange(year, ending)[1])
    except ValueError as error:
        remedy = "write it as 2024, 2024-06 or 2024-06-02"
        raise BadOption(words, "it is no day, month or year", remedy) from error


TheAsked = Annotated[Asked, Depends(asked_of)]
TheSides = Annotated[Relationship | None, Depends(sides_of)]
TheTimes = Annotated[Asked, Depends(times_of)]
TheParties = Annotated[Asked, Depends(parties_of)]
