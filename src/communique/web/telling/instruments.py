"""The instruments that a request asks for, kept until the dossier changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query

from communique.claims.slots.instrument import Instrument
from communique.errors import BadOption
from communique.model.terms import InstrumentAction, InstrumentType
from communique.store.briefs import Life, load_lives
from communique.store.dossier import Connection
from communique.views.choosing import Picked
from communique.web.asked import Asked
from communique.web.site import Site
from communique.web.telling.picking import picked


@dataclass(frozen=True, slots=True)
class Filters:
    """What instruments are asked for besides what every page is.

    Attributes:
        type: Kind of document; empty for any.
        step: A step that was taken or planned; empty for any.
    """

    type: str = ""
    step: str = ""

    @property
    def is_open(self) -> bool:
        """Whether all instruments fit."""
        return self == Filters()

    def pairs(self) -> list[tuple[str, str]]:
        """The parameters of an address that asks the same."""
        return [("type", self.type), ("step", self.step)]

    def let(self, one: Life) -> bool:
        """Whether an instrument fits."""
        return self.type in {"", one.type} and (not self.step or self.step in one.steps)


def _filters(
    type: Annotated[str, Query(description="Kind of document.", max_length=30)] = "",
    step: Annotated[
        str, Query(description="A step that was taken, or is planned.", max_length=30)
    ] = "",
) -> Filters:
    """The filters of a request.

    Raises:
        BadOption: There is no such kind, or no such step.
    """
    _known(type, [term.value for term in InstrumentType], "kind of document")
    _known(step, [term.value for term in InstrumentAction], "step")
    return Filters(type, step)


def _known(word: str, terms: list[str], what: str) -> None:
    """Refuse a filter that means nothing.

    Raises:
        BadOption: It is no such term.
    """
    if word and word not in terms:
        raise BadOption(word, f"it is no {what}", f"one of {', '.join(terms)}")


TheFilters = Annotated[Filters, Depends(_filters)]


def instruments_asked(
    site: Site, connection: Connection, asked: Asked, filters: Filters
) -> tuple[Picked, ...]:
    """All instruments that answer, the latest first."""
    if filters.is_open:
        return picked(site, connection, asked, Instrument.kind)[::-1]
    key = ("instruments", *asked.pairs(), *filters.pairs())
    return site.cache.get(site.state(connection), key, lambda: _fitting(connection, asked, filters))


def _fitting(connection: Connection, asked: Asked, filters: Filters) -> tuple[Picked, ...]:
    holding: tuple[tuple[str, str], ...] = (("type", filters.type),) if filters.type else ()
    if filters.step and not holding:
        holding = (("action", filters.step), ("term", filters.step))
    found = asked.question(connection).pick(connection, Instrument.kind, holding)[::-1]
    lives = load_lives(connection, [one.glimpse.id for one in found])
    fit = {one.record for one in lives if filters.let(one)}
    return tuple(one for one in found if one.glimpse.id in fit)
