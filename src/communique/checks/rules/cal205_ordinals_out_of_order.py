"""CAL205: a numbered gathering dated before one with a lower number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from communique.checks.background import Background
from communique.checks.occasions import Occasion, Occasions, dated
from communique.checks.rule import DossierRule, Example, Told
from communique.checks.seen import Case, Sheet
from communique.model.finding import Finding, Severity


class OrdinalsOutOfOrder(DossierRule):
    """Of one named series of gatherings, one is dated before another that has a lower number.

    A series is known by its name without number and year, whatever the order and the words of form
    ("joint", "annual"): the same sort of gathering, of the same parties, on the same subject. Where
    a text has named it, "the third session" or "the third" goes on with it.

    Why it matters: a number or a date is wrong, and a chronology of the relationship built on it
    has a meeting in the wrong year.

    What to do: look for the joint statement of one of the two gatherings; correct the number or the
    date. Silence the finding if the series was started anew.

    Known limits: a gathering without a date counts as not later than the publication that looks
    back on it. Numbers that count within a year or a term, or what one person did, are left out.
    """

    code = "CAL205"
    name = "ordinals-out-of-order"
    severity = Severity.ERROR
    since = "0.1.0"
    shares = "gatherings"
    fires = Example(
        (
            Told(
                "The second meeting of the Peru–Oman Business Council was held in Lima on 12 March"
                " 2022.",
                date(2022, 3, 13),
            ),
            Told(
                "The first meeting of the Oman–Peru Business Council took place in Muscat on 5"
                " October 2023.",
                date(2023, 10, 6),
            ),
        ),
        "The second meeting is dated before the first.",
    )
    quiet = Example(
        (
            Told(
                "The second meeting of the Peru–Oman Business Council was held in Lima on 12 March"
                " 2022.",
                date(2022, 3, 13),
            ),
            Told(
                "The first enlarged meeting of the Peru–Oman Business Council took place on 5"
                " October 2023.",
                date(2023, 10, 6),
            ),
        ),
        "The first enlarged meeting is of another series.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._occasions = background.once(Occasions)

    def keys_of_sheet(self, sheet: Sheet) -> Iterable[str]:
        """The series of which it tells."""
        return self._occasions.keys(sheet)

    def check(self, key: str, sheets: Sequence[Sheet], cases: Sequence[Case]) -> Iterable[Finding]:
        """What is to be said of a series."""
        told = [o for s in sheets for o in self._occasions.occasions(s) if key in o.series.keys]
        done: set[tuple[int, int]] = set()
        for higher in told:
            for lower in told:
                pair = lower.number, higher.number
                # A pair that shares several keys is looked at under one.
                shared = min(higher.series.keys & lower.series.keys) == key
                if pair[0] >= pair[1] or pair in done or not shared or not _before(higher, lower):
                    continue
                if self._occasions.same(higher, lower):
                    done.add(pair)
                    yield self._finding(lower, higher)

    def _finding(self, lower: Occasion, higher: Occasion) -> Finding:
        message = f"{higher.name} is dated {dated(higher)}, before {lower.name}, {dated(lower)}"
        return self.found(message, [higher.quote, replace(lower.quote, subject=False)])


def _before(higher: Occasion, lower: Occasion) -> bool:
    """Whether the one with the higher number was surely over before the other began."""
    if higher.last is None or lower.first is None or not lower.dated:
        return False
    return higher.last < lower.first
