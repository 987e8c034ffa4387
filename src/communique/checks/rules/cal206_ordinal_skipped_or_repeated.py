"""CAL206: two gatherings with one number, or a number left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise

from communique.checks.background import Background
from communique.checks.occasions import Occasion, Occasions, dated
from communique.checks.rule import DossierRule, Example, Told
from communique.checks.seen import Case, Sheet
from communique.model.finding import Finding, Severity

# Nearer dates of one number are two accounts of one gathering.
_APART = timedelta(days=45)
# From two towns, an account of one gathering is hardly off by more.
_APART_ELSEWHERE = timedelta(days=10)
# A gathering with a name and a number is held once a year or less, where nothing else is known.
_STEP = timedelta(days=290)
_YEAR = timedelta(days=300)
_NEXT_BUT_ONE = 2
# Where more numbers are left out, another count is the likelier reason.
_MOST = 4
# Less than this share of the usual time, and the number between had no time to be held.
_SHARE = 0.7


class OrdinalSkippedOrRepeated(DossierRule):
    """Two gatherings of a named series have one number, or a number between two is left out.

    A number is repeated if it is told with dates more than 45 days apart,
    or ten from two towns. It is left out if nothing
    in the dossier tells of it, and the two around it follow each other as closely as neighbours do.

    Why it matters: one of the numbers or dates is wrong, or the dossier lacks a gathering.

    What to do: look for the joint statements; correct the number, or add the document about the
    gathering that is missing.

    Known limits: gatherings that are only planned are not counted as repeated, as they may be put
    off; how closely a series is held is taken from its other dates, else once a year is supposed;
    rounds of talks, which may follow each other in weeks, are then left out.
    """

    code = "CAL206"
    name = "ordinal-skipped-or-repeated"
    severity = Severity.WARNING
    since = "0.1.0"
    shares = "gatherings"
    fires = Example(
        (
            Told(
                "The third meeting of the Peru–Oman Business Council was held in Lima on 12 March"
                " 2022.",
                date(2022, 3, 13),
            ),
            Told(
                "The third meeting of the Oman–Peru Business Council took place in Muscat on 5"
                " October 2023.",
                date(2023, 10, 6),
            ),
        ),
        "Both are called the third meeting.",
    )
    quiet = Example(
        (
            Told(
                "The third meeting of the Peru–Oman Business Council was held in Lima on 12 March"
                " 2022.",
                date(2022, 3, 13),
            ),
            Told(
                "The fourth meeting of the Oman–Peru Business Council took place in Muscat on 5"
                " October 2023. The third was held in Lima.",
                date(2023, 10, 6),
            ),
        ),
        "The numbers follow each other.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._occasions = background.once(Occasions)

    def keys_of_sheet(self, sheet: Sheet) -> Iterable[str]:
        """The series of which it tells."""
        return self._occasions.keys(sheet)

    def check(self, key: str, sheets: Sequence[Sheet], cases: Sequence[Case]) -> Iterable[Finding]:
        """What is to be said of a series."""
        for series in self._series(key, sheets):
            told: dict[int, list[Occasion]] = defaultdict(list)
            for occasion in series:
                told[occasion.number].append(occasion)
            for occasions in told.values():
                pair = _repeated(occasions)
                if pair is not None and _looked_at(key, pair):
                    yield self._repetition(*pair)
            for lower, higher in _skipped(told):
                if _looked_at(key, (lower, higher)):
                    yield self._gap(lower, higher)

    def _series(self, key: str, sheets: Iterable[Sheet]) -> list[list[Occasion]]:
        """What is told of a key, by series."""
        found: list[list[Occasion]] = []
        for occasion in (o for s in sheets for o in self._occasions.occasions(s)):
            if key in occasion.series.keys:
                same = next((x for x in found if self._occasions.same(x[0], occasion)), None)
                if same is None:
                    found.append([occasion])
                else:
                    same.append(occasion)
        return found

    def _repetition(self, one: Occasion, other: Occasion) -> Finding:
        message = f"{other.name} is dated {dated(other)}, and {one.name} {dated(one)}"
        return self.found(message, [other.quote, replace(one.quote, subject=False)])

    def _gap(self, lower: Occasion, higher: Occasion) -> Finding:
        message = (
            f"{higher.name} is dated {dated(higher)}, after {lower.name}, {dated(lower)}, and"
            f" nothing in this dossier tells of {_between(lower.number, higher.number)}"
        )
        return self.found(message, [higher.quote, replace(lower.quote, subject=False)])


def _repeated(occasions: Sequence[Occasion]) -> tuple[Occasion, Occasion] | None:
    """Two gatherings that took place at different times, the earlier first."""
    held = [o for o in occasions if o.dated and not o.planned]
    for one, other in combinations(sorted(held, key=_order), 2):
        if one.last is not None and other.first is not None:
            elsewhere = _are_elsewhere(one, other)
            if other.first - one.last > (_APART_ELSEWHERE if elsewhere else _APART):
                return one, other
    return None


def _are_elsewhere(one: Occasion, other: Occasion) -> bool:
    """Whether two gatherings are told to the day and from two towns."""
    told = bool(one.towns) and bool(other.towns) and not one.towns & other.towns
    return told and one.first == one.last and other.first == other.last


def _looked_at(key: str, pair: tuple[Occasion, Occasion]) -> bool:
    """Whether a pair is looked at under a key: the first of those that it shares."""
    return min(pair[0].series.keys & pair[1].series.keys, default=key) == key


def _between(low: int, high: int) -> str:
    return (
        f"number {low + 1}" if high - low == _NEXT_BUT_ONE else f"numbers {low + 1} to {high - 1}"
    )


def _skipped(told: Mapping[int, Sequence[Occasion]]) -> Iterator[tuple[Occasion, Occasion]]:
    """Neighbours in the dossier that are none by their numbers."""
    firsts = {
        number: min((o for o in occasions if o.dated and not o.planned), key=_order, default=None)
        for number, occasions in told.items()
    }
    step = _step(firsts, told)
    for low, high in pairwise(sorted(told)):
        lower, higher = firsts[low], firsts[high]
        if (
            not _NEXT_BUT_ONE <= high - low <= _MOST
            or lower is None
            or higher is None
            or step is None
        ):
            continue
        if lower.last is None or higher.first is None or higher.first <= lower.last:
            continue
        if higher.first - lower.last < (high - low) * step * _SHARE:
            yield lower, higher


def _step(
    firsts: Mapping[int, Occasion | None], told: Mapping[int, Sequence[Occasion]]
) -> timedelta | None:
    """The least time between neighbours of a series; None where it may be any."""
    everything = [o for occasions in told.values() for o in occasions]
    if any(o.annual for o in everything):
        return _YEAR
    known = [
        higher.first - lower.last
        for n, lower in firsts.items()
        if lower is not None
        and lower.last is not None
        and (higher := firsts.get(n + 1)) is not None
        and higher.first is not None
        and higher.first > lower.last
    ]
    if known:
        return min(known)
    quick = any(o.often for o in everything)
    return None if quick else _STEP


def _order(occasion: Occasion) -> tuple[date, str, int]:
    return occasion.first or date.min, occasion.quote.document, occasion.quote.start
