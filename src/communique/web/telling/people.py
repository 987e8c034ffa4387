"""The persons and terms of office that a request asks for, kept until the dossier changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from communique.claims.slots.event import Event
from communique.claims.slots.office import Office
from communique.model.claim import Party
from communique.store.catalogue import Period
from communique.store.dossier import Connection
from communique.store.listing import Wanted
from communique.store.orders import by_time, by_voices
from communique.store.persons import (
    list_person_ids,
    persons_named,
    persons_told_in,
    records_of,
)
from communique.views.findings import Kept, list_findings, standing
from communique.views.persons import records_naming
from communique.views.ranking import ranked
from communique.web.asked import Asked
from communique.web.site import Site

#: Beginning of the codes of rules about posts.
_RULES = "OFF"


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms of office of a side.

    Attributes:
        party: The side; None where no sides are asked for.
        idents: Ids of the records, the most told first.
    """

    party: Party | None
    idents: tuple[str, ...]


def persons_asked(site: Site, connection: Connection, asked: Asked) -> tuple[str, ...]:
    """Ids of the persons that answer, those whom most claims name first."""
    key = ("people", asked.since, asked.until, asked.person)
    return site.cache.get(site.state(connection), key, lambda: _persons(connection, asked))


def _persons(connection: Connection, asked: Asked) -> tuple[str, ...]:
    idents = list_person_ids(connection)
    if asked.person:
        meant = persons_named(connection, asked.person)
        idents = tuple(ident for ident in idents if ident in meant)
    if asked.first or asked.last:
        told = persons_told_in(connection, Period(asked.first, asked.last))
        idents = tuple(ident for ident in idents if ident in told)
    return idents


def terms_asked(site: Site, connection: Connection, asked: Asked) -> tuple[Terms, ...]:
    """For each side its terms of office; without sides those of all, in one."""
    key = ("offices", *asked.pairs())
    return site.cache.get(site.state(connection), key, lambda: _terms(connection, asked))


def _terms(connection: Connection, asked: Asked) -> tuple[Terms, ...]:
    theirs = None
    if asked.person:
        theirs = records_naming(connection, asked.person, (Office.kind,))

    def those(idents: Sequence[str]) -> tuple[str, ...]:
        return tuple(ident for ident in idents if theirs is None or ident in theirs)

    if asked.relationship is None:
        wanted = Wanted(Office.kind, (), asked.first, asked.last)
        return (Terms(None, those(ranked(connection, wanted, None))),)
    found = []
    for side in asked.relationship.sides:
        alone = replace(asked.relationship, sides=(side,))
        wanted = Wanted(Office.kind, alone.names(Office.kind), asked.first, asked.last)
        found.append(Terms(side.party, those(ranked(connection, wanted, alone))))
    return tuple(found)


def records_naming_one(
    site: Site, connection: Connection, ident: str
) -> Mapping[str, Sequence[str]]:
    """Ids of the records that name a person: terms by voices, events with the latest first."""
    return site.cache.get(
        site.state(connection), ("person", ident), lambda: _records(connection, ident)
    )


def _records(connection: Connection, ident: str) -> Mapping[str, Sequence[str]]:
    found = dict(records_of(connection, [ident]))
    orders = {Office.kind: by_voices, Event.kind: by_time}
    for kind, order in orders.items():
        if kind in found:
            found[kind] = order(connection, found[kind])
    return found


def findings_on_posts(connection: Connection, records: Sequence[str], site: Site) -> list[Kept]:
    """What does not add up about the posts of a person: the records of person and terms."""
    wanted = replace(standing(site.today), select=(_RULES,), records=frozenset(records))
    return list(list_findings(connection, wanted))
