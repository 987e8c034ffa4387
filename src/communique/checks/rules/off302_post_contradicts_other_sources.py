"""OFF302: one person in posts that exclude each other, by documents of one time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from communique.checks.background import Background
from communique.checks.holders import Holding, Seat, Seats, crossing, persons
from communique.checks.rule import DossierRule, Example, Told
from communique.checks.seen import Case, Sheet
from communique.checks.takings import Takings
from communique.model import spelled
from communique.model.finding import Finding, Severity
from communique.records.comparing import names

# Whoever changes posts within so few days is called new, and such sentences are not counted.
_ONE_TIME = timedelta(days=7)
# Held beside another post often enough: a prime minister may lead a ministry as well.
_BESIDE = frozenset({"head_of_government"})


class PostContradictsOtherSources(DossierRule):
    """Documents of one time name one person in two public posts that nobody holds together.

    Such are posts of two states, head of state beside any other, two ministries, minister and
    deputy, minister and ambassador. Of one time means within a week, or in turn: the one, the
    other, and the one again.

    Why it matters: one of the documents has the post wrong, or speaks of a namesake.

    What to do: look up the post; correct the claim, or split the person.

    Known limits: a person in one post until spring and in another since summer has changed posts,
    and is no finding; nor are posts that are often held together, such as prime minister and
    foreign minister, or two posts that one document names together.
    """

    code = "OFF302"
    name = "post-contradicts-other-sources"
    severity = Severity.WARNING
    since = "0.1.0"
    fires = Example(
        (
            Told("Peru's Minister of Energy, Ana Diaz, opened the plant.", date(2024, 3, 4)),
            Told("Peru's Minister of Defence Ana Diaz opened the plant.", date(2024, 3, 5)),
        ),
        "She is minister of two things within two days.",
    )
    quiet = Example(
        (
            Told("Peru's Minister of Energy, Ana Diaz, opened the plant.", date(2024, 3, 4)),
            Told("Peru's Minister of Defence Ana Diaz visited Oman.", date(2024, 10, 5)),
        ),
        "She may have become minister of defence in the meantime.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._seats = background.once(Seats)
        self._takings = background.once(Takings)

    def keys_of_sheet(self, sheet: Sheet) -> Iterable[str]:
        """Surnames of those whose posts it names."""
        return {names.surname(h.person) for h in self._full(sheet)}

    def check(self, key: str, sheets: Sequence[Sheet], cases: Sequence[Case]) -> Iterable[Finding]:
        """What is to be said of the people of a surname."""
        told = [h for s in sheets for h in self._full(s) if names.surname(h.person) == key]
        if len({h.seat for h in told}) < 2:
            return
        changes = [t.person for sheet in sheets for t in self._takings.takings(sheet)]
        for group in persons(told):
            if not any(names.alike(group[0].person, person) for person in changes):
                yield from self._of_person(group)

    def _full(self, sheet: Sheet) -> Iterable[Holding]:
        """Who is named in full."""
        return (h for h in self._seats.holdings(sheet, any_post=True) if " " in h.person)

    def _of_person(self, group: Sequence[Holding]) -> Iterable[Finding]:
        by_seat: dict[Seat, list[Holding]] = defaultdict(list)
        for holding in group:
            by_seat[holding.seat].append(holding)
        together = {
            h.voice for h in group if len({o.seat for o in group if o.voice == h.voice}) > 1
        }
        for one, other in combinations(sorted(by_seat), 2):
            ours, theirs = by_seat[one], by_seat[other]
            if together & {h.voice for h in (*ours, *theirs)}:
                continue
            if self._exclude(one, other):
                found = _at_one_time(ours, theirs)
                if found and (one.of == other.of or _same_name(*found)):
                    yield self._finding(*found)

    def _exclude(self, one: Seat, other: Seat) -> bool:
        """Whether nobody holds two posts together."""
        if one.of != other.of:
            return True
        if self._seats.posts.agreement(one.post, other.post):
            return False
        kinds = {self._seats.posts.kind(seat.post) for seat in (one, other)}
        if kinds == {"royal"}:
            return False
        if kinds & _BESIDE:
            return "head_of_state" in kinds and not _deputy(one) and not _deputy(other)
        return all(self._named(seat) for seat in (one, other))

    def _named(self, seat: Seat) -> bool:
        """Whether a post tells its field: "Minister" alone may be any."""
        posts = self._seats.posts
        return posts.single(seat.post) or posts.kind(seat.post) == "diplomat" or _deputy(seat)

    def _finding(self, one: Holding, other: Holding) -> Finding:
        message = (
            f"{other.person} is named as {other.title} on {spelled.day(other.day)},"
            f" and as {one.title} on {spelled.day(one.day)}"
        )
        quotes = [other.quote, replace(one.quote, subject=False)]
        return self.found(message, quotes, basis=(one.title, other.title))


def _deputy(seat: Seat) -> bool:
    return seat.post.startswith(("deputy", "vice"))


def _at_one_time(
    ours: Sequence[Holding], theirs: Sequence[Holding]
) -> tuple[Holding, Holding] | None:
    """Tellings of two posts that are of one time; the later one second."""
    pairs = (
        sorted((a, b), key=_order)
        for a in ours
        for b in theirs
        if abs(a.day - b.day) <= _ONE_TIME and a.voice != b.voice
    )
    near = min(pairs, key=lambda pair: [_order(h) for h in pair], default=None)
    if near is not None:
        return near[0], near[1]
    first, second = sorted((ours, theirs), key=lambda group: _order(group[0]))
    found = crossing(first, second)
    return None if found is None else (found[0], found[1])


def _order(holding: Holding) -> tuple[date, str, int]:
    return holding.day, holding.quote.document, holding.quote.start


def _same_name(one: Holding, other: Holding) -> bool:
    """Whether names are the same word for word: of two states, others may be two people's."""
    return names.closeness(one.person, other.person) is names.Closeness.EQUAL
