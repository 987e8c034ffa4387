"""OFF303: somebody named in office after a successor was reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from communique.checks.background import Background
from communique.checks.holders import Holding, Seats, named_as, persons
from communique.checks.rule import DossierRule, Example, Told
from communique.checks.seen import Case, Sheet
from communique.checks.takings import Taking, Takings
from communique.model import spelled
from communique.model.finding import Finding, Severity
from communique.records.comparing import names

# Reports of the days around a change still tell of what the former holder did.
_GRACE = timedelta(days=7)
# So many voices that name somebody again, and none the successor, tell of a return.
_RETURN = 3


class NamedAfterSuccessor(DossierRule):
    """A document names somebody as holder of a post more than a week after a successor took it.

    Another document reports that the successor was appointed, elected or sworn in, took office, or
    is the new holder; and the dossier, or that report, knows the former holder from before.

    Why it matters: the later document was written from an old file, or speaks of an earlier time;
    a letter to the person it names would go to the wrong desk.

    What to do: correct the post of the person in the later document, or set the date of which it
    speaks. Silence the finding if the former holder came back.

    Known limits: only posts that one person holds at a time; a sentence that itself speaks of a
    change, of a former holder or of another time is not counted.
    """

    code = "OFF303"
    name = "named-after-successor"
    severity = Severity.WARNING
    since = "0.1.0"
    shares = "seats"
    fires = Example(
        (
            Told("Foreign Minister Ana Diaz of Peru spoke in Geneva.", date(2024, 3, 4)),
            Told(
                "Luis Moser was sworn in as Peru's foreign minister, succeeding Ana Diaz.",
                date(2024, 4, 9),
            ),
            Told("The Foreign Minister of Peru, Ana Diaz, will visit Nairobi.", date(2024, 6, 2)),
        ),
        "Luis Moser had been foreign minister for weeks.",
    )
    quiet = Example(
        (
            Told(
                "Luis Moser was sworn in as Peru's foreign minister, succeeding Ana Diaz.",
                date(2024, 4, 9),
            ),
            Told("Ana Diaz, Peru's former foreign minister, spoke in Nairobi.", date(2024, 6, 2)),
        ),
        "She is named as the former minister.",
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
        takings = [t for sheet in sheets for t in self._takings.takings(sheet) if t.seat.key == key]
        if not takings:
            return
        told = [h for sheet in sheets for h in self._seats.holdings(sheet) if h.seat.key == key]
        for group in persons(told):
            late = _late(group, takings, told)
            if late is not None:
                yield self._finding(*late)

    def _finding(self, late: Holding, taking: Taking) -> Finding:
        message = (
            f"{late.person} is named as {late.title} on {spelled.day(late.day)},"
            f" after {taking.person} took the post, as reported for {spelled.day(taking.day)}"
        )
        quotes = [late.quote, replace(taking.quote, subject=False)]
        return self.found(message, quotes, basis=(late.person, taking.person))


def _late(
    group: Sequence[Holding], takings: Sequence[Taking], told: Iterable[Holding]
) -> tuple[Holding, Taking] | None:
    """The first telling of a former holder after a successor, with the report about that one."""
    for taking in sorted(takings, key=lambda t: (t.day, t.quote.document, t.quote.start)):
        if not _before(group, taking) or named_as(taking.person, group):
            continue
        late = [h for h in group if h.day > taking.day + _GRACE and h.voice != taking.voice]
        back = [t.day for t in takings if t.day > taking.day and named_as(t.person, group)]
        late = [h for h in late if not any(day <= h.day for day in back)]
        if late and not _returned(late, taking, told):
            return late[0], taking
    return None


def _before(group: Sequence[Holding], taking: Taking) -> bool:
    """Whether somebody held the post before another took it."""
    return group[0].day < taking.day or any(named_as(left, group) for left in taking.left)


def _returned(late: Sequence[Holding], taking: Taking, told: Iterable[Holding]) -> bool:
    """Whether so many name the former holder, and nobody the successor, that it is a return."""
    again = any(h.day >= late[0].day for h in _of(taking.person, told))
    return len({h.voice for h in late}) >= _RETURN and not again


def _of(person: str, told: Iterable[Holding]) -> Iterator[Holding]:
    return (h for h in told if names.alike(person, h.person))
