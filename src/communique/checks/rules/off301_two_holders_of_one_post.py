"""OFF301: two people named as holders of one post at one time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from communique.checks.background import Background
from communique.checks.holders import (
    Crossing,
    Holding,
    Seats,
    crossing,
    different,
    named_as,
    persons,
)
from communique.checks.rule import DossierRule, Example, Told
from communique.checks.seen import Case, Sheet
from communique.checks.takings import Taking, Takings
from communique.model import spelled
from communique.model.finding import Finding, Severity

# Within so many days a post seldom changes hands without a word.
_SUDDEN = timedelta(days=5)
# So many voices in each of three spells tell that somebody came back to a post.
_SPELL = 2


class TwoHoldersOfOnePost(DossierRule):
    """Two people hold one post on one day, in turn, or within five days with no change told.

    It looks at posts that one person holds at a time: heads of state and government, ministers with
    a field of their own, ambassadors to a state, and heads of institutions.

    Why it matters: one of the documents names the wrong person, or the wrong post, or it speaks of
    another time than it seems to; whoever is briefed from it addresses the wrong counterpart.

    What to do: look up who held the post on the day; correct or reject the claim about the other.
    Silence the finding if the first holder did come back.

    Known limits: one name until spring and another since summer is a succession, and no finding.
    Acting, outgoing and incoming holders, vice presidents and posts that several people hold are
    left out, and so is what a document says of another time or in a sentence about a change.
    """

    code = "OFF301"
    name = "two-holders-of-one-post"
    severity = Severity.WARNING
    since = "0.1.0"
    shares = "seats"
    fires = Example(
        (
            Told("Prime Minister Ana Diaz of Peru spoke with the Sultan.", date(2024, 3, 4)),
            Told("Peru's Prime Minister Luis Moser opened a school in Lima.", date(2024, 4, 9)),
            Told("Prime Minister Ana Diaz of Peru will visit Nairobi.", date(2024, 5, 2)),
        ),
        "Luis Moser is named as prime minister between two reports that name Ana Diaz.",
    )
    quiet = Example(
        (
            Told("Prime Minister Ana Diaz of Peru spoke with the Sultan.", date(2024, 3, 4)),
            Told("Peru's Prime Minister Luis Moser opened a school in Lima.", date(2024, 7, 9)),
        ),
        "Luis Moser may have followed Ana Diaz.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._seats = background.once(Seats)
        self._takings = background.once(Takings)

    def keys_of_sheet(self, sheet: Sheet) -> Iterable[str]:
        """Keys of the seats that it names holders of."""
        return self._seats.keys(sheet) | self._takings.keys(sheet)

    def check(self, key: str, sheets: Sequence[Sheet], cases: Sequence[Case]) -> Iterable[Finding]:
        """What is to be said of the holders of a seat."""
        told = [h for sheet in sheets for h in self._seats.holdings(sheet) if h.seat.key == key]
        groups = persons(told)
        if len(groups) < 2:
            return
        takings = [t for sheet in sheets for t in self._takings.takings(sheet) if t.seat.key == key]
        for other in groups:
            found = self._found(other, groups, takings)
            sudden = None if found else self._sudden(other, groups, takings)
            if found is not None:
                yield self._finding(*found)
            elif sudden is not None:
                yield self._sudden_finding(*sudden)

    def _found(
        self,
        other: Sequence[Holding],
        groups: Iterable[Sequence[Holding]],
        takings: Sequence[Taking],
    ) -> Crossing | None:
        """The first tellings between which somebody is named, of whoever was named before."""
        for one in groups:
            if _order(one) < _order(other) and different(one, other):
                found = crossing(one, other)
                if found and not _explained(found, one, other, takings):
                    return found
        return None

    def _sudden(
        self,
        other: Sequence[Holding],
        groups: Iterable[Sequence[Holding]],
        takings: Sequence[Taking],
    ) -> tuple[Holding, Holding] | None:
        """The last telling of one, the first of another a few days later, if no change is told."""
        first = other[0]
        for one in groups:
            last = one[-1]
            near = last.day < first.day <= last.day + _SUDDEN and last.voice != first.voice
            told = any(named_as(taking.person, other) for taking in takings)
            if near and different(one, other) and not told:
                return last, first
        return None

    def _sudden_finding(self, last: Holding, first: Holding) -> Finding:
        message = (
            f"{last.person} is named as {last.title} on {spelled.day(last.day)}, {first.person} on"
            f" {spelled.day(first.day)}, and nothing in this dossier tells of a change"
        )
        quotes = [first.quote, replace(last.quote, subject=False)]
        return self.found(message, quotes, basis=(last.person, first.person))

    def _finding(self, before: Holding, between: Holding, after: Holding) -> Finding:
        if between.day == after.day:
            told = f"both {after.person} and {between.person} are named"
            message = f"{told} as {between.title} on {spelled.day(between.day)}"
        else:
            message = (
                f"{between.person} is named as {between.title} on {spelled.day(between.day)},"
                f" between {spelled.day(before.day)} and {spelled.day(after.day)},"
                f" when it is {after.person}"
            )
        supporting = dict.fromkeys((before.quote, after.quote))
        quotes = [between.quote, *(replace(quote, subject=False) for quote in supporting)]
        return self.found(message, quotes, basis=(between.person, after.person))


def _order(group: Sequence[Holding]) -> tuple[date, str, int]:
    first = group[0]
    return first.day, first.quote.document, first.quote.start


def _explained(
    found: Crossing,
    one: Sequence[Holding],
    other: Sequence[Holding],
    takings: Iterable[Taking],
) -> bool:
    """Whether documents report that one followed the other, or that one held the post twice."""
    _, between, after = found
    for taking in takings:
        if named_as(taking.person, other) and taking.day <= after.day:
            return True
        if named_as(taking.person, one) and between.day <= taking.day <= after.day:
            return True
    last = other[-1].day
    spells = (
        [h for h in one if h.day < between.day],
        other,
        [h for h in one if h.day > last],
    )
    whole = sum(map(len, spells)) == len(one) + len(other)
    return whole and all(len({h.voice for h in spell}) >= _SPELL for spell in spells)
