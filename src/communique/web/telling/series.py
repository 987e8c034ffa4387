"""The series of figures that a request asks for, kept until the dossier changes."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query

from communique.claims.slots.figure import Figure
from communique.errors import BadOption
from communique.model.terms import Indicator
from communique.store.dossier import Connection
from communique.store.listing import Wanted
from communique.views.persons import records_naming
from communique.views.ranking import ranked
from communique.web.asked import Asked
from communique.web.site import Site


def _indicator(
    indicator: Annotated[str, Query(description="What is measured.", max_length=40)] = "",
) -> str:
    """What a request wants measured; empty for anything.

    Raises:
        BadOption: Nothing is measured so.
    """
    if indicator and indicator not in list(Indicator):
        raise BadOption(indicator, "nothing is measured so", f"try {', '.join(Indicator)}")
    return indicator


TheIndicator = Annotated[str, Depends(_indicator)]


def series_asked(
    site: Site, connection: Connection, asked: Asked, indicator: str
) -> tuple[str, ...]:
    """Ids of the series that answer, those that most sources tell first."""
    key = ("figures", indicator, *asked.pairs())
    return site.cache.get(
        site.state(connection), key, lambda: _idents(connection, asked, indicator)
    )


def _idents(connection: Connection, asked: Asked, indicator: str) -> tuple[str, ...]:
    sides = () if asked.relationship is None else asked.relationship.names(Figure.kind)
    wanted = Wanted(Figure.kind, sides, asked.first, asked.last)
    saying = [("indicator", indicator)] if indicator else []
    found = ranked(connection, wanted, asked.relationship, saying)
    if not asked.person:
        return found
    theirs = records_naming(connection, asked.person, (Figure.kind,))
    return tuple(ident for ident in found if ident in theirs)
