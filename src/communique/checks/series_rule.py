"""What rules on statistics share: they see all values that may be of one statistic."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.checks.observed import Observed, meet
from communique.checks.rule import DossierRule
from communique.checks.seen import Case, Sheet, quote_of
from communique.model.finding import Finding, Quoted


class SeriesRule(DossierRule):
    """A rule that compares values of statistics that several documents tell."""

    shares = "statistics"

    def keys_of_sheet(self, sheet: Sheet) -> Iterable[str]:
        """Those of what its sentences tell on their own, and of the claims that this stands for."""
        return self.background.series_told(sheet)

    def keys_of_case(self, case: Case) -> Iterable[str]:
        """Measure, sides and subject."""
        return {one.key for one in self.background.figures_of(case)}

    def check(self, key: str, sheets: Sequence[Sheet], cases: Sequence[Case]) -> Iterable[Finding]:
        """What is to be said of all documents and records of a key."""
        claimed = [o for case in cases for o in self.background.figures_of(case)]
        read = [o for sheet in sheets for o in self.background.told_by(sheet)]
        told = [o for o in _completed(claimed, read) if o.key == key]
        if len({one.document for one in told}) > 1:
            yield from self.judge(told)

    @abstractmethod
    def judge(self, told: Sequence[Observed]) -> Iterable[Finding]:
        """What is to be said of values, told by several documents, that may be of one series."""


def _completed(claimed: Sequence[Observed], read: Sequence[Observed]) -> Iterator[Observed]:
    """Values of claims, and what sentences tell on their own in the place of their claims.

    What a person has set or accepted stays as it is.
    """
    ruled = [o for o in claimed if o.node.ruled]
    records = {o.node.ref: o.record for o in claimed}
    better = [o for o in read if not any(_one_place(o, other) for other in ruled)]
    for one in claimed:
        if one.node.ruled or not any(_one_place(one, other) for other in better):
            yield one
    for one in better:
        yield replace(one, record=records.get(one.node.ref, ""))


def _one_place(one: Observed, other: Observed) -> bool:
    """Whether two values stand in one sentence."""
    first, second = one.node.claim.evidence[0], other.node.claim.evidence[0]
    return one.document == other.document and meet(first, second)


def quoted(one: Observed, label: str, *, subject: bool = True) -> Quoted:
    """The words that tell a value."""
    return quote_of(one.node.ref, one.node.claim.evidence[0], label, subject=subject)


def records_of(*told: Observed) -> list[str]:
    """Ids of the records of values."""
    return sorted({one.record for one in told if one.record})
