"""COM406: more is said to have been paid than was ever pledged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from communique.checks.background import Background
from communique.checks.pledge_keys import is_home, money_keys
from communique.checks.pledges import Pledge, number, order_of
from communique.checks.rule import DossierRule, Example, Told
from communique.checks.seen import Case, Sheet
from communique.checks.stated import total
from communique.model.claim import Amount
from communique.model.finding import Finding, Severity
from communique.model.terms import Finance, Grade
from communique.vocab.commitment_checks import commitment_words

_PROMISED = frozenset({Grade.PLEDGED, Grade.AGREED, Grade.CONTRACTED})
# What is so many times as much is another thing.
_FACTOR = 3
_TOLD = _PROMISED | {Grade.DELIVERED}
_UNLIKE = frozenset({Finance.GRANT, Finance.LOAN})


class DeliveredMoreThanPledged(DossierRule):
    """More was delivered for a purpose than the same giver had pledged to the same receiver for it.

    The rule looks at sums of money and at numbers of things, such as buses. All pledges of the
    dossier for the purpose are added up before; so are deliveries that are told as one of several,
    such as a second tranche. Both sums are taken as roughly as they are stated.

    Why it matters: either a pledge is missing in the dossier, or a payment was counted twice, made
    for something else, or misprinted.

    What to do: compare the two documents; add the pledge that is missing, or correct the sum.

    Known limits: purposes are compared by their words; sums in different currencies are not
    compared.
    """

    code = "COM406"
    name = "delivered-more-than-pledged"
    severity = Severity.WARNING
    since = "0.1.0"
    alone = None
    shares = "sums"
    fires = Example(
        (
            Told(
                "Norway pledged 50 million dollars to Malawi for flood defences.", date(2023, 3, 1)
            ),
            Told(
                "Norway has paid Malawi 65 million dollars for flood defences.", date(2024, 9, 11)
            ),
        ),
        "Only 50 million was pledged.",
    )
    quiet = Example(
        (
            Told(
                "Norway pledged 50 million dollars to Malawi for flood defences.", date(2023, 3, 1)
            ),
            Told("Norway has paid Malawi 65 million dollars for schools.", date(2024, 9, 11)),
        ),
        "The money was for something else.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        known = commitment_words()
        words = "|".join(map(re.escape, sorted(known.tranches)))
        more = "|".join(map(re.escape, sorted(known.more)))
        running = "|".join(map(re.escape, sorted(known.running)))
        # "20 more buses", "since 2011", "since March 2011".
        rest = r"\d+ more|since (?:\w+ )?\d{4}"
        self._more = re.compile(rf"\b(?:{more}|{rest})\b", re.IGNORECASE)
        self._running = re.compile(rf"\b(?:{running})\b", re.IGNORECASE)
        self._tranche = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)

    def keys_of_case(self, case: Case) -> Iterable[str]:
        """Keys under which a record is compared with others."""
        return money_keys(case, self.background.lore.sides, _TOLD, counted=True)

    def check(self, key: str, sheets: Sequence[Sheet], cases: Sequence[Case]) -> Iterable[Finding]:
        """What is to be said of all documents and records of a key, each list in a fixed order."""
        grades = {case.record.head.grade for case in cases}  # type: ignore[attr-defined]
        if Grade.DELIVERED not in grades or not grades & _PROMISED:
            return
        sides = self.background.lore.sides
        pledges = [pledge for case in cases if (pledge := Pledge.of(case, sides))]
        promised = [p for p in pledges if p.head.grade in _PROMISED]
        delivered = [p for p in pledges if p.head.grade is Grade.DELIVERED]
        for group in self._groups([d for d in delivered if not self._more.search(d.quotes)]):
            yield from self._check_group(key, group, promised)

    def _groups(self, delivered: Sequence[Pledge]) -> Iterator[list[Pledge]]:
        """Each delivery, and together those that are told as one of several for one purpose."""
        yield from ([one] for one in delivered)
        rates = [p for p in delivered if self._tranche.search(p.quotes)]
        while len(rates) > 1:
            first, *others = rates
            alike = [p for p in others if first.same_sides(p) and first.same_purpose(p)]
            if alike:
                yield [first, *alike]
            rates = [p for p in others if p not in alike]

    def _check_group(
        self, key: str, group: Sequence[Pledge], promised: Sequence[Pledge]
    ) -> Iterator[Finding]:
        paid = total([d.interval for d in group])
        if not any(p.interval.high < paid.low <= _FACTOR * p.interval.high for p in promised):
            return
        known = [p for p in promised if all(_is_for(d, p) for d in group)]
        # Where one more sum is pledged, the dossier may lack the first.
        told = (search(p.quotes) for p in known for search in self._searches)
        if not known or any(told):
            return
        most = total([p.interval for p in known]).high
        if not most < paid.low <= _FACTOR * most:
            return
        if not is_home(key, [*group, *known], counted=True):
            return
        largest = max(known, key=lambda p: (p.interval.high, p.case.record.id))
        yield self._finding(group, largest)

    @property
    def _searches(self) -> tuple[Callable[[str], object], ...]:
        return self._more.search, self._running.search

    def _finding(self, group: Sequence[Pledge], most: Pledge) -> Finding:
        listed = sorted(group, key=order_of)
        sums = " and ".join(number(d) for d in listed)
        one = len(listed) == 1 and isinstance(listed[0].number, Amount)
        return self.found(
            f"{sums} {'was' if one else 'were'} delivered,"
            f" more than the {number(most)} that {'was' if most.head.amount else 'were'} pledged"
            f"{' for it' if most.head.amount else ''}",
            [
                *(d.case.quote(d.case.nodes[0], "delivered") for d in listed),
                most.case.quote(most.case.nodes[0], "pledged", subject=False),
            ],
            records=[p.case.record.id for p in (*listed, most)],
        )


def _is_for(delivered: Pledge, promised: Pledge) -> bool:
    """Whether a delivery may be that of a pledge."""
    first, paid = promised.case.record.told_first, delivered.case.record.told_last
    if first is None or paid is None or paid < first:
        return False
    if any(record.id == delivered.case.record.id for _, record in promised.case.related):
        return False
    if {delivered.head.finance, promised.head.finance} == _UNLIKE:
        return False
    # What is given by two, or to two, may be the pledges of both.
    if _has_more(delivered.by, promised.by, delivered) or _has_more(
        delivered.to, promised.to, delivered
    ):
        return False
    return promised.same_deal(delivered)


def _has_more(paid: frozenset[str], told: frozenset[str], pledge: Pledge) -> bool:
    """Whether some of those who gave or received are none of those who were told before."""
    kin = pledge.sides.agreement
    return bool(told) and any(not any(kin(side, other) for other in told) for side in paid)
