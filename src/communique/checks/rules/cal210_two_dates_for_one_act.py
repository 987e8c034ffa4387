"""CAL210: one act with two dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from communique.checks.acts import Act, ActReader
from communique.checks.background import Background
from communique.checks.days import MONTHS
from communique.checks.rule import DocumentRule, Example, Told
from communique.checks.seen import Sheet
from communique.model import spelled
from communique.model.finding import Finding, Severity
from communique.vocab.dated_acts import dated_acts

_WORD = re.compile(r"[^\W_]+")
#: What happens once to a thing.
_ONCE = frozenset({"signing", "entry into force", "adoption", "ratification", "opening"})
#: Gatherings of which a place sees one at a time.
_GREAT = frozenset({"summit", "conference"})
#: Events of one name that lie further apart, in days, are two of a series.
_ONE_EVENT = 200
#: An instrument may be replaced by another of the same name so many years later.
_REPLACED = 10


class TwoDatesForOneAct(DocumentRule):
    """A document gives two dates for the same act, such as the signing of one agreement.

    It looks at signing, entry into force, adoption and ratification of an instrument, at the
    opening of works and houses, and at meetings, summits, conferences, visits and calls. Two
    tellings are of one act if both name the same thing, or if one refers back ("since the signing
    on …") and the two dates differ only in the day, in the month or in the year.

    Why it matters: one of the two dates is wrong, and the record has whichever was read first.

    What to do: look for another account, best the text of the instrument; correct the claim that is
    wrong.

    Known limits: dates that are not stated to the day are not compared, nor what one side does
    alone with what another does, nor dates that the text says were moved, nor those of different
    years where it tells of versions of an instrument.
    """

    code = "CAL210"
    name = "two-dates-for-one-act"
    severity = Severity.ERROR
    since = "0.1.0"
    fires = Example(
        (
            Told(
                "The Air Services Agreement between Oman and Peru was signed in Lima on 8 May 2024."
                " Airlines of both countries have asked for routes. Since the signing on 18 May"
                " 2024, two of them have opened offices.",
                date(2024, 7, 9),
            ),
        ),
        "The agreement is said to have been signed on 8 May and on 18 May.",
    )
    quiet = Example(
        (
            Told(
                "The Air Services Agreement between Oman and Peru was signed in Lima on 8 May 2024."
                " Airlines of both countries have asked for routes. Since the entry into force on"
                " 18 May 2024, two of them have opened offices.",
                date(2024, 7, 9),
            ),
        ),
        "Signing and entry into force are two acts.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._words = dated_acts()
        self._reader = ActReader(self._words)
        self._versions = re.compile(rf"\b(?:{'|'.join(self._words.versions)})", re.I)

    def check(self, sheet: Sheet) -> Iterable[Finding]:
        """What is to be said of a document."""
        for one, other in self._contradicting(self._reader.acts(sheet)):
            if _may_be_replaced(one, other) and self._versions.search(sheet.text):
                continue
            name = one.name or other.name
            of = f" of {name}" if name and one.told in _ONCE else ""
            what = name if name and one.told == "event" else f"the {one.told}{of}"
            quotes = [sheet.quote(act.start, act.end) for act in (other, one)]
            yield self.found(f"{what} has two dates, {_told(one)} and {_told(other)}", quotes)

    def _contradicting(self, acts: Sequence[Act]) -> Iterator[tuple[Act, Act]]:
        """Pairs of tellings of one act with days that differ, each pair of days once."""
        seen: set[tuple[date, date]] = set()
        for one, other in combinations(acts, 2):
            if one.told != other.told or _parts_that_differ(one, other) == 0:
                continue
            first, last = sorted((one.day, other.day))
            if (first, last) not in seen and self._are_one(one, other, acts):
                seen.add((first, last))
                yield one, other

    def _are_one(self, one: Act, other: Act, acts: Sequence[Act]) -> bool:
        """Whether two tellings are of one act."""
        if one.open != other.open or not _may_be_one(one, other):
            return False
        first, second = self._known_by(one.name), self._known_by(other.name)
        refers = one.back or other.back
        if first and second:
            return (first <= second or second <= first) and (one.alone == other.alone or refers)
        if one.told in _ONCE:
            refers = refers or _is_only_one(one, other, acts)
        else:
            known = self._known_by(" ".join(one.sides | other.sides))
            known |= second if one.back else first
            refers = refers and one.told != "event" and (first if one.back else second) <= known
            refers = refers or (one.told in _GREAT and bool(one.place) and one.place == other.place)
        return refers and _is_told_once(one, other, acts) and _parts_that_differ(one, other) == 1

    def _known_by(self, name: str | None) -> frozenset[str]:
        """Words by which a thing is known; none if its name says no more than what it is."""
        words = [w for w in _WORD.findall(name or "") if w.casefold() not in self._words.plain]
        known = any(word[0].isupper() for word in words) or len(words) > 1
        return frozenset(word.casefold() for word in words) if known else frozenset()


def _told(act: Act) -> str:
    return spelled.day(act.day) if act.year else f"{act.day.day} {MONTHS[act.day.month - 1]}"


def _is_told_once(one: Act, other: Act, acts: Sequence[Act]) -> bool:
    """Whether no third telling shows that the day referred back to is that of another act."""
    days = {act.day for act in (one, other) if act.back}
    others = [act for act in acts if act.told == one.told and not act.back]
    return not any(act.day in days for act in others if act not in (one, other))


def _is_only_one(one: Act, other: Act, acts: Sequence[Act]) -> bool:
    """Whether a document tells such an act of one thing only, by a name that is no proper one."""
    names = {(act.name or "").casefold() for act in acts if act.told == one.told}
    return len(names) == 1 and bool(one.name) and one.alone is other.alone is None


def _may_be_replaced(one: Act, other: Act) -> bool:
    """Whether years lie between that leave room for another version of an instrument."""
    return one.told in _ONCE and one.day.year != other.day.year


def _may_be_one(one: Act, other: Act) -> bool:
    """Whether sides, place and number leave it open that two tellings are of one act."""
    if one.number and other.number and one.number != other.number:
        return False
    if one.sides and other.sides and not (one.sides <= other.sides or other.sides <= one.sides):
        return one.told in _ONCE and (one.back or other.back) and bool(one.sides & other.sides)
    if one.told in _ONCE:
        return abs(one.day.year - other.day.year) < _REPLACED
    if one.place and other.place and one.place != other.place:
        return False
    return not (one.year and other.year) or abs((one.day - other.day).days) <= _ONE_EVENT


def _parts_that_differ(one: Act, other: Act) -> int:
    """How many of day, month and year differ; a year that is not stated differs from none."""
    a, b = one.day, other.day
    if a <= other.last and b <= one.last:
        return 0
    years = one.year and other.year and a.year != b.year
    return (a.day != b.day) + (a.month != b.month) + years
