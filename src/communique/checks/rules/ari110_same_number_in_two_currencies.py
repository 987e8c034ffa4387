"""ARI110: one number, once in dollars and once in euros."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from communique.checks.background import Background
from communique.checks.observed import Observed
from communique.checks.pairs import at_one_time, contrasted, grouped
from communique.checks.rule import Example, Told
from communique.checks.seen import Case, Sheet, quote_of
from communique.checks.series_rule import SeriesRule, quoted, records_of
from communique.checks.series_wording import amount, name_of, time_of, told_amount
from communique.claims.slots.commitment import Commitment
from communique.model.finding import Finding, Severity
from communique.model.record import ClaimRef, Node
from communique.records.comparing import sums
from communique.records.comparing.labels import likeness
from communique.records.kinds.commitment.matcher import CommitmentMatcher
from communique.records.kinds.commitment.profile import CommitmentProfile

_SUM = "sum|"
# Round sums are promised again and again: only what is told within half a year, and for a purpose
# of which so much is told by both, is one undertaking.
_NEAR = 183
_COVER = 0.6
# Where one tells no purpose, they must have been told within two weeks, between the same two sides.
_SOON = 14
_PAIR = 2
_FIRST = Told(
    "The European Commission will provide a grant of 45 million euros to Peru for water supply"
    " in Puno.",
    date(2024, 3, 1),
    publisher="Example Wire",
)


class SameNumberInTwoCurrencies(SeriesRule):
    """Two documents tell one number for one sum or statistic, but in different currencies.

    Why it matters: somebody took one currency for another, or wrote a sign for a word; totals by
    currency then hold the sum twice.

    What to do: look at the source closest to the giver or compiler; correct the currency of the
    claim that has the other one.

    Known limits: commitments must agree in giver, receiver and purpose as far as told, statistics
    in measure, sides, scope and time; a bare dollar sign may be any dollar. Two currencies that are
    worth the same give the same number.
    """

    code = "ARI110"
    name = "same-number-in-two-currencies"
    severity = Severity.WARNING
    since = "0.1.0"
    fires = Example(
        (
            _FIRST,
            Told(
                "The European Commission will provide Peru with a grant of 45 million US dollars"
                " for water supply in Puno.",
                date(2024, 3, 4),
                publisher="Another Wire",
            ),
        ),
        "The grant is of 45 million euros, or of 45 million dollars.",
    )
    quiet = Example(
        (
            _FIRST,
            Told(
                "The European Commission will provide Peru with a grant of 49 million US dollars"
                " for water supply in Puno.",
                date(2024, 3, 4),
                publisher="Another Wire",
            ),
        ),
        "49 million dollars may be what 45 million euros were worth.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._matcher = CommitmentMatcher(background.lore)

    def keys_of_case(self, case: Case) -> Iterable[str]:
        """Those of statistics; of commitments, the sum with each party."""
        if case.kind == Commitment.kind:
            return {key for node in case.nodes for key in self._keys(node)}
        return super().keys_of_case(case)

    def check(self, key: str, sheets: Sequence[Sheet], cases: Sequence[Case]) -> Iterable[Finding]:
        """What is to be said of all documents and records of a key."""
        if key.startswith(_SUM):
            return self._sums(key, cases)
        return super().check(key, sheets, cases)

    def judge(self, told: Sequence[Observed]) -> Iterable[Finding]:
        """What is to be said of values that may be of one statistic."""
        series = self.background.series
        levels = [o for o in told if o.level is not None and o.value and _currency(o.unit)]
        for group in grouped(levels, lambda o: o.value):
            for pairs in contrasted(group, lambda o: o.unit):
                same = (p for p in pairs if at_one_time(*p) and series.same_scope(*p))
                one, other = next((p for p in same if not _one_dollar(*p)), (None, None))
                if one is not None and other is not None:
                    yield self.found(
                        f"{name_of(one)}{time_of(one.period or other.period)}:"
                        f" {told_amount(one)} and {told_amount(other)} are the same number in two"
                        " currencies",
                        [quoted(one, "one currency"), quoted(other, "another currency")],
                        records=records_of(one, other),
                    )

    def _keys(self, node: Node) -> Iterator[str]:
        claim = node.claim
        if isinstance(claim, Commitment) and claim.amount and claim.amount.currency:
            for party in (*claim.by, *claim.to) or node.document.subjects:
                side = self.background.lore.sides.of_party(party)
                yield f"{_SUM}{sums.plain(claim.amount.value)}|{side}"

    def _sums(self, key: str, cases: Sequence[Case]) -> Iterator[Finding]:
        """What is to be said of sums with one number and one party."""
        told: dict[str, list[tuple[Node, Case]]] = defaultdict(list)
        for case in cases:
            for node in case.nodes:
                claim = node.claim
                if isinstance(claim, Commitment) and claim.amount and key in self._keys(node):
                    told[claim.amount.currency or ""].append((node, case))
        for first, second in combinations(sorted(told), 2):
            documents = [{node.ref.document for node, _ in told[code]} for code in (first, second)]
            if documents[0] & documents[1]:
                continue  # A document that tells both converts one into the other.
            pairs = ((a, b) for a in told[first] for b in told[second])
            same = (p for p in pairs if self._one_undertaking(key, p[0][0], p[1][0]))
            found = next(same, None)
            if found is not None:
                yield self._two_currencies(*found)

    def _one_undertaking(self, key: str, one: Node, other: Node) -> bool:
        """Whether two documents tell one undertaking, but for the currency.

        Where they share several parties, they are compared under the first alone.
        """
        if key != min({*self._keys(one)} & {*self._keys(other)}):
            return False
        return any(
            self._alike(first, second)
            for first in self._matcher.profiles(one)
            for second in self._matcher.profiles(other)
        )

    def _alike(self, one: CommitmentProfile, other: CommitmentProfile) -> bool:
        """Whether two undertakings are one but for a currency that can't be the same."""
        if sums.same_currency(one.currency, other.currency, one.loose or other.loose):
            return False
        if not (one.told and other.told):
            return False
        apart = abs((one.told - other.told).days)
        first, second = ({*p.purpose, *p.beside} for p in (one, other))
        if not (first and second):
            # "The 24 million that Oman announced a week ago" tells no purpose.
            alike = apart <= _SOON and _of_one_kind(one, other)
        else:
            alike = apart <= _NEAR and likeness(first, second).cover >= _COVER
        if not alike:
            return False
        return self._matcher.compare(one, replace(other, currency=one.currency)) is not None

    def _two_currencies(self, one: tuple[Node, Case], other: tuple[Node, Case]) -> Finding:
        ordered = sorted(
            (one, other), key=lambda p: (p[0].document.published or date.max, p[0].ref)
        )
        first, second = (_amount(node) for node, _ in ordered)
        return self.found(
            f"{first} and {second} are the same number in two currencies, for the same undertaking",
            [
                quote_of(node.ref, node.claim.evidence[0], label)
                for (node, _), label in zip(
                    ordered, ("one currency", "another currency"), strict=True
                )
            ],
            records=sorted({case.record.id for _, case in ordered}),
        )


def _of_one_kind(one: CommitmentProfile, other: CommitmentProfile) -> bool:
    """Whether two undertakings are one kind of money, of one giver, between the same two sides."""
    same = one.by == other.by and one.circle == other.circle and one.finance == other.finance
    return same and bool(one.by) and one.finance is not None and len(one.circle) == _PAIR


def _amount(node: Node) -> str:
    claim = node.claim
    if not isinstance(claim, Commitment) or claim.amount is None:
        raise TypeError(f"{node.ref} has no sum")
    return amount(claim.amount.value, claim.amount.currency or "")


def _day(node: Node) -> tuple[date, ClaimRef]:
    return node.document.published or date.max, node.ref


def _currency(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _one_dollar(one: Observed, other: Observed) -> bool:
    """Whether a bare sign may be the currency of the other."""
    return sums.same_currency(one.unit, other.unit, one.loose or other.loose)
