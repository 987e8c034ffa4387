"""What commitments are asked for, and what they come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import Depends, Query

from communique.claims.slots.commitment import Commitment
from communique.errors import BadOption
from communique.model.terms import Finance, Grade
from communique.store.briefs import load_bare
from communique.store.dossier import Connection
from communique.store.ledger import (
    WantedLines,
    count_lines,
    edges_among,
    list_payers,
    load_lines,
    ordered_lines,
)
from communique.store.listing import Listed, load_records
from communique.store.sums import add_alike, list_unable, load_others
from communique.views.choosing import Picked
from communique.views.ledger import UNTOLD, Added, Choices, Ledger, Sieve, ledger, sides_paying
from communique.views.overview import added_up
from communique.views.shown import Shown
from communique.views.totals import LeftOut, Reason, sides_of_payers, sums_of_all
from communique.web.asked import Asked
from communique.web.site import Site
from communique.web.telling.picking import picked


def _sieve(
    grade: Annotated[str, Query(description="How firm they are.", max_length=20)] = "",
    finance: Annotated[
        str, Query(description=f"Kind of money, or `{UNTOLD}`.", max_length=20)
    ] = "",
    payer: Annotated[
        str, Query(description=f"Name of the side that pays, or `{UNTOLD}`.", max_length=300)
    ] = "",
    currency: Annotated[str, Query(description="ISO 4217 code.", max_length=3)] = "",
    least: Annotated[str, Query(description="The least sum.", max_length=20)] = "",
) -> Sieve:
    """The filters of a request.

    Raises:
        BadOption: A filter means nothing.
    """
    grades = {term.value: term for term in Grade}
    if grade and grade not in grades:
        raise BadOption(grade, "it is no firmness", f"one of {', '.join(grades)}")
    if finance and finance not in {UNTOLD, *(term.value for term in Finance)}:
        raise BadOption(finance, "it is no kind of money", f"one of {', '.join(Finance)}")
    return Sieve(grades.get(grade), finance, payer.strip(), currency.upper(), _sum(least))


# Of more in a period, what they come to is told in sums alone, as of a whole dossier.
_FEW = 1000
TheSieve = Annotated[Sieve, Depends(_sieve)]


def _sum(words: str) -> float | None:
    """A sum as people write it: "1,000,000"; None for no words.

    Raises:
        BadOption: It is none.
    """
    bare = words.replace(",", "").replace(" ", "")
    if not bare:
        return None
    if not bare.isascii() or not bare.replace(".", "", 1).isdecimal():
        raise BadOption(words, "it is no sum", "write it as 5000000")
    return float(bare)


def pairs_of(sieve: Sieve) -> Iterator[tuple[str, str]]:
    """The parameters of an address that filters so."""
    yield "grade", sieve.grade.value if sieve.grade else ""
    yield "finance", sieve.finance
    yield "payer", sieve.payer
    yield "currency", sieve.currency
    yield "least", f"{sieve.least:.15g}" if sieve.least is not None else ""


@dataclass(frozen=True, slots=True)
class Entries:
    """The commitments that a request asks for.

    Attributes:
        idents: Ids of those that fit, the latest first, money of regions last.
        of: Number of all that answer, filters aside.
        picked: Those that answer, by id, where the whole dossier is not asked for.
        ledger: What all that fit come to, of a whole dossier or a long period in sums alone; None
            where they were not added up.
        choices: What filters can choose among.
    """

    idents: tuple[str, ...]
    of: int
    picked: Mapping[str, Picked]
    ledger: Ledger | Added | None
    choices: Choices

    def load(self, connection: Connection, idents: Sequence[str]) -> tuple[Shown, ...]:
        """Some of them, as lists show them."""
        bare = {one.record.id: one for one in load_bare(connection, idents)}
        return tuple(self._shown(bare[ident]) for ident in idents if ident in bare)

    def load_whole(self, connection: Connection, idents: Sequence[str]) -> tuple[Shown, ...]:
        """Some of them, with all that is known of them."""
        return tuple(self._shown(one) for one in load_records(connection, idents))

    def _shown(self, one: Listed) -> Shown:
        why = self.picked.get(one.record.id)
        return Shown(one) if why is None else Shown(one, why.via, why.regional)


def entries_of(
    site: Site, connection: Connection, asked: Asked, sieve: Sieve, most: int | None = None
) -> Entries:
    """The commitments that fit, and what they come to.

    Args:
        site: The site.
        connection: A connection to the dossier.
        asked: What is asked for.
        sieve: Which of them are wanted.
        most: More are not added up, of two sides only where nothing is filtered; None for any
            number.
    """
    if not asked.narrows or (asked.is_of_a_period and _of_many(site, connection, asked)):
        key = ("ledger entries", sieve, most, *asked.pairs())
        return site.cache.get(
            site.state(connection), key, lambda: _of_all(site, connection, asked, sieve, most)
        )
    found = picked(site, connection, asked, Commitment.kind)
    by_id = {one.glimpse.id: one for one in found}
    summed = None
    if most is None or len(found) <= most or not sieve.is_open:
        summed = ledger_of(site, connection, asked, sieve)
    fit = by_id if summed is None else summed.idents
    ordered = sorted(reversed(tuple(fit)), key=lambda ident: by_id[ident].regional)
    choices = _ANY if summed is None else summed.choices
    return Entries(tuple(ordered), len(found), by_id, summed, choices)


def ledger_of(site: Site, connection: Connection, asked: Asked, sieve: Sieve) -> Ledger:
    """The commitments that fit in order of time, and what they come to."""

    def made() -> Ledger:
        if not asked.narrows:
            return _whole(site, connection, sieve)
        found = picked(site, connection, asked, Commitment.kind)
        return added_up(connection, found, sieve, site.kin)

    return site.cache.get(site.state(connection), ("ledger", sieve, *asked.pairs()), made)


def _of_many(site: Site, connection: Connection, asked: Asked) -> bool:
    """Whether a period has so many commitments that the database had better add them up."""
    return _number(site, connection, asked) > _FEW


def _number(site: Site, connection: Connection, asked: Asked) -> int:
    """How many commitments a whole dossier or a period has, counted once."""
    period = _period(asked)
    return site.cache.get(
        site.state(connection),
        ("number of commitments", period),
        lambda: count_lines(connection, period),
    )


def _period(asked: Asked) -> WantedLines:
    return WantedLines(since=asked.first, until=asked.last)


def _of_all(
    site: Site, connection: Connection, asked: Asked, sieve: Sieve, most: int | None
) -> Entries:
    """The commitments of a whole dossier, or of a period, that fit."""
    period = _period(asked)
    number = _number(site, connection, asked)
    wanted = replace(_wanted(site, connection, sieve), since=period.since, until=period.until)
    if most is not None and count_lines(connection, wanted) > most:
        return Entries(ordered_lines(connection, wanted)[::-1], number, {}, None, _ANY)
    summed = _added(site, connection, wanted)
    return Entries(ordered_lines(connection, wanted)[::-1], number, {}, summed, _ANY)


def _added(site: Site, connection: Connection, wanted: WantedLines) -> Added:
    """What commitments come to; those that stand alone are added up by the database."""
    others = load_others(connection, wanted)
    idents = [line.record for line in others]
    wholes = {line.whole for line in others if line.whole is not None}.difference(idents)
    within = load_lines(connection, wanted, wholes)
    edges = edges_among(connection, idents)
    alike = add_alike(connection, wanted)
    sums = sums_of_all(alike, others, within, edges, kin=site.kin)
    unable = [
        LeftOut(ident, Reason.DENIED if has_sum else Reason.NO_AMOUNT)
        for ident, has_sum in list_unable(connection, wanted)
    ]
    return Added(replace(sums, left_out=(*sums.left_out, *unable)))


def _wanted(site: Site, connection: Connection, sieve: Sieve) -> WantedLines:
    """What a sieve lets through, said so that the database can tell."""
    if not sieve.payer:
        return sieve.wanted
    sides_of = sides_paying(sides_of_payers(site.kin))
    # Asked for twice, to count what fits and to read it.
    known = site.cache.get(
        site.state(connection), ("payers of the ledger",), lambda: list_payers(connection)
    )
    paying = tuple(p for p in known if sieve.payer in sides_of(p))
    return replace(sieve.wanted, payers=paying)


def _whole(site: Site, connection: Connection, sieve: Sieve) -> Ledger:
    """The ledger of a whole dossier: only lines that fit are read."""
    lines = load_lines(connection, _wanted(site, connection, sieve))
    idents = [line.record for line in lines]
    edges = edges_among(connection, idents)
    return ledger(idents, lines, edges, (), Sieve(), site.kin, _ANY)


# What filters offer where not all was read; payers and currencies are typed then.
_ANY = Choices(tuple(reversed(Grade)), (*(term.value for term in Finance), UNTOLD), (), ())
