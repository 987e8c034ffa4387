"""COM407: a later promise names a smaller sum, or fewer things, for what was promised before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from communique.checks.background import Background
from communique.checks.pledge_keys import is_home, money_keys
from communique.checks.pledges import Pledge, firmer, number
from communique.checks.rule import DossierRule, Example, Told
from communique.checks.seen import Case, Sheet
from communique.checks.stated import total
from communique.model import spelled
from communique.model.finding import Finding, Severity
from communique.model.record import RelationKind
from communique.model.terms import Grade, Modality
from communique.vocab.commitment_checks import commitment_words

_PROMISED = frozenset({Grade.PLEDGED, Grade.AGREED, Grade.CONTRACTED})
# Within days, two sums are two reports of one occasion that contradict each other.
_OCCASION = timedelta(days=14)
# What is so many times smaller is a part of it, or another thing.
_LEAST = 0.2


class SumShrank(DossierRule):
    """A later promise is of a smaller sum, or of fewer things, than an earlier one for one purpose.

    Both are promised, in a signed text, or in a contract; giver, receiver and purpose are the same,
    and no wording makes the later sum a part, a tranche or a further sum. What is only paid so far,
    or only considered, is no smaller promise.

    Why it matters: between the memorandum and the loan, money gets lost, and announcements of the
    smaller sum seldom say so.

    What to do: ask where the rest is; if it is in another contract, add that document.

    Known limits: purposes are compared by their words; a part that isn't called one looks like a
    whole that shrank.
    """

    code = "COM407"
    name = "sum-shrank"
    severity = Severity.WARNING
    since = "0.1.0"
    alone = None
    shares = "sums"
    fires = Example(
        (
            Told(
                "Under the memorandum, the Asian Development Bank will lend Uzbekistan 320 million"
                " dollars for the railway to Bukhara.",
                date(2023, 3, 1),
            ),
            Told(
                "Under the loan agreement signed in Tashkent, the Asian Development Bank will lend"
                " Uzbekistan 200 million dollars for the railway to Bukhara.",
                date(2023, 9, 11),
            ),
        ),
        "Of 320 million, 200 million are left.",
    )
    quiet = Example(
        (
            Told(
                "Under the memorandum, the Asian Development Bank will lend Uzbekistan 320 million"
                " dollars for the railway to Bukhara.",
                date(2023, 3, 1),
            ),
            Told(
                "The Asian Development Bank will lend Uzbekistan a first tranche of 200 million"
                " dollars for the railway to Bukhara.",
                date(2023, 9, 11),
            ),
        ),
        "A tranche is a part of the sum.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        known = commitment_words()
        parts = "|".join(
            map(re.escape, sorted(known.tranches | known.more | known.running | known.of_a_time))
        )
        self._parts = re.compile(rf"\b(?:{parts})\b", re.IGNORECASE)

    def keys_of_case(self, case: Case) -> Iterable[str]:
        """Keys under which a record is compared with others."""
        if case.record.head.modality is not Modality.ASSERTED or case.record.told_first is None:
            return ()
        return money_keys(case, self.background.lore.sides, _PROMISED, counted=True)

    def check(self, key: str, sheets: Sequence[Sheet], cases: Sequence[Case]) -> Iterable[Finding]:
        """What is to be said of all documents and records of a key, each list in a fixed order."""
        sides = self.background.lore.sides
        pledges = [pledge for case in cases if (pledge := Pledge.of(case, sides))]
        promised = [p for p in pledges if _is_promise(p)]
        for first in promised:
            later = [p for p in promised if _may_follow(first, p)]
            found = [p for p in later if self._is_smaller(first, p)]
            if found and not self._is_made_up(first, promised):
                yield from self._findings(key, first, found)

    def _is_smaller(self, first: Pledge, later: Pledge) -> bool:
        """Whether a later promise is for the same, and no part of it."""
        if any(self._parts.search(p.quotes) for p in (first, later)) or _are_related(first, later):
            return False
        # Two sums of one text are two things.
        if {n.document.key for n in first.case.nodes} & {n.document.key for n in later.case.nodes}:
            return False
        return first.same_deal(later)

    def _is_made_up(self, first: Pledge, promised: Sequence[Pledge]) -> bool:
        """Whether later promises for the same purpose make up the sum together, or surpass it."""
        rest = [p for p in promised if _is_after(first, p) and first.same_deal(p)]
        return total([p.interval for p in rest]).high >= first.interval.low

    def _findings(self, key: str, first: Pledge, found: Sequence[Pledge]) -> Iterator[Finding]:
        """One finding for a promise that shrank, at the document that was the first to say less."""
        later = min(found, key=lambda p: (p.case.record.told_first, p.case.record.id))
        if is_home(key, [first, later], counted=True):
            less = "less" if first.head.amount else "fewer"
            yield self.found(
                f"{number(later)} were {_told(later)}, {less} than the {number(first)}"
                f" {_told(first)}",
                [
                    later.case.quote(later.case.nodes[0], "later"),
                    first.case.quote(first.case.nodes[0], "before"),
                ],
                records=[later.case.record.id, first.case.record.id],
            )


def _told(pledge: Pledge) -> str:
    day = pledge.case.record.told_first
    told = "" if day is None else f" on {spelled.day(day)}"
    return f"{_WORDS[pledge.head.grade]}{told}"


_WORDS = {
    Grade.PLEDGED: "promised",
    Grade.AGREED: "agreed",
    Grade.CONTRACTED: "contracted",
}


def _is_promise(pledge: Pledge) -> bool:
    head, record = pledge.head, pledge.case.record
    counted = head.quantity is not None and "percent" not in head.quantity.unit
    known = head.grade in _PROMISED and record.told_first is not None
    return known and (head.amount is not None or counted) and head.modality is Modality.ASSERTED


def _is_after(first: Pledge, later: Pledge, gap: timedelta = timedelta(days=1)) -> bool:
    """Whether a promise was first told so much later than another was told at all."""
    one, other = first.case.record.told_first, later.case.record.told_first
    return one is not None and other is not None and other - one >= gap


def _may_follow(first: Pledge, later: Pledge) -> bool:
    """Whether a promise is later and smaller, and not of another kind of money."""
    if not _is_after(first, later, _OCCASION):
        return False
    if len({first.head.finance, later.head.finance} - {None}) > 1:
        return False
    if not first.same_measure(later):
        return False
    if first.head.quantity and not first.head.amount and firmer(first.head.grade, later.head.grade):
        # Of scholarships and courses there are some every year; a contract is on what was promised.
        return False
    return later.interval.high < first.interval.low and (
        later.number.value >= _LEAST * first.number.value
    )


def _are_related(one: Pledge, other: Pledge) -> bool:
    """Whether one is told as part of the other."""
    parts = (RelationKind.PART_OF, RelationKind.HAS_PART)
    return any(
        record.id == other.case.record.id and relation.kind in parts
        for relation, record in one.case.related
    )
