"""CAL212: an anniversary that does not fit the year that another document tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from communique.checks.background import Background
from communique.checks.beginnings import ANY, Beginning, Beginnings, Jubilee
from communique.checks.rule import DossierRule, Example, Told
from communique.checks.seen import Case, Sheet
from communique.model.finding import Finding, Severity


class AnniversaryContradictsDossier(DossierRule):
    """An anniversary does not fall in the year it should by when other documents say it began.

    What began is a named body, document or relationship: another document tells in which year it
    was founded, established, signed, adopted or entered into force, or when diplomatic relations
    were established.

    Why it matters: the number of the anniversary or the year is wrong; both are copied from speech
    to speech.

    What to do: count again; correct the number or the date. Silence the finding if two different
    things have one name.

    Known limits: the two names must have the same words, but for their order, synonyms and words of
    form ("joint", "bilateral"); years that have passed are compared with a year's slack; where
    documents tell several years, it is enough that one of them fits; an anniversary without "of the
    signing" or the like may be of any of these acts.
    """

    code = "CAL212"
    name = "anniversary-contradicts-dossier"
    severity = Severity.ERROR
    since = "0.1.0"
    fires = Example(
        (
            Told("The Peru–Oman Business Council was founded in 2012.", date(2020, 3, 4)),
            Told(
                "Officials in Lima marked the 15th anniversary of the Oman–Peru Business Council.",
                date(2024, 5, 7),
            ),
        ),
        "2012 and 15 years make 2027.",
    )
    quiet = Example(
        (
            Told("The Peru–Oman Business Council was founded in 2012.", date(2020, 3, 4)),
            Told(
                "Officials in Lima marked the 12th anniversary of the Oman–Peru Business Council.",
                date(2024, 5, 7),
            ),
        ),
        "2012 and 12 years make 2024.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._beginnings = Beginnings(background)

    def keys_of_sheet(self, sheet: Sheet) -> Iterable[str]:
        """The things whose beginning or anniversary it tells."""
        things = (
            *(jubilee.thing for jubilee in self._beginnings.jubilees(sheet)),
            *(beginning.thing for beginning in self._beginnings.beginnings(sheet)),
        )
        return {key for thing in things for key in thing.keys}

    def check(self, key: str, sheets: Sequence[Sheet], cases: Sequence[Case]) -> Iterable[Finding]:
        """What is to be said of the anniversaries of a thing."""
        told = [j for s in sheets for j in self._beginnings.jubilees(s) if key in j.thing.keys]
        if not told:
            return
        begun = [b for s in sheets for b in self._beginnings.beginnings(s) if key in b.thing.keys]
        for jubilee in told:
            others = [b for b in begun if self._speaks_of(b, jubilee) and _first(b, jubilee) == key]
            if others and not any(b.year + jubilee.count in jubilee.years for b in others):
                yield self._finding(jubilee, others[0])

    def _speaks_of(self, begun: Beginning, jubilee: Jubilee) -> bool:
        """Whether another document tells what an anniversary is counted from."""
        if begun.quote.document == jubilee.quote.document:
            return False
        if not self._beginnings.namer.same(begun.thing, jubilee.thing):
            return False
        return jubilee.act in {ANY, begun.act} and begun.year < max(jubilee.years)

    def _finding(self, jubilee: Jubilee, begun: Beginning) -> Finding:
        right = begun.year + jubilee.count
        message = (
            f"another document says “{begun.words}”, so that anniversary {jubilee.count} falls in"
            f" {right}, not in {jubilee.years[0]}"
        )
        return self.found(message, [jubilee.quote, replace(begun.quote, subject=False)])


def _first(begun: Beginning, jubilee: Jubilee) -> str:
    """The key under which the two are compared: the first of those that they share."""
    return min(begun.thing.keys & jubilee.thing.keys, default="")
