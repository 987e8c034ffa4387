"""COM404: money that was announced before is announced again as if it were new."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from communique.checks.background import Background
from communique.checks.pledge_keys import money_keys, money_keys_of
from communique.checks.pledges import Pledge, money
from communique.checks.rule import DossierRule, Example, Told
from communique.checks.seen import Case, Sheet, quote_of
from communique.checks.wording import any_of, whole
from communique.claims.slots.commitment import Commitment
from communique.model import spelled
from communique.model.claim import Claim, Evidence
from communique.model.finding import Finding, Severity
from communique.model.mention import MoneyMention
from communique.model.record import Node
from communique.model.terms import Grade, Modality
from communique.records.kinds.commitment.profile import is_further
from communique.vocab.commitment_checks import commitment_words

_PROMISED = frozenset({Grade.PLEDGED, Grade.AGREED, Grade.CONTRACTED})
# A record is as firm as its firmest claim.
_TOLD = _PROMISED | {Grade.DELIVERED}
# Reports of one announcement come within days of it.
_OCCASION = timedelta(days=14)
# Words that call a sum new stand this near to it, in code points.
_REACH = 70
# So much of the shorter purpose is shared, and of the longer one.
_COVER = 0.4
_SHARE = 0.3
# An announcement is news for so long.
_NEWS = timedelta(days=7)


class _Again(NamedTuple):
    """That a document announces a sum.

    Attributes:
        pledge: The record that tells it.
        node: The claim that announces it.
        keys: Keys under which it is compared.
    """

    pledge: Pledge
    node: Node
    keys: frozenset[str]


class SameMoneyAnnouncedAgain(DossierRule):
    """A sum is announced as new that the same giver had announced for the same purpose before.

    The later document, of another story and at least two weeks later, calls the sum new, fresh,
    additional or another, or reports an announcement of its own days; and neither that sentence nor
    the ones around it say that the sum is the known one, or comes on top of it.

    Why it matters: whoever adds up announcements counts the same money twice.

    What to do: read both documents; merge the two records if the money is one, or keep the second
    announcement if it is really more.

    Known limits: a second grant of the same size for the same purpose looks the same.
    """

    code = "COM404"
    name = "same-money-announced-again"
    severity = Severity.WARNING
    since = "0.1.0"
    alone = None
    shares = "sums"
    fires = Example(
        (
            Told(
                "Norway announced 50 million dollars for flood defences in Malawi.",
                date(2023, 3, 1),
            ),
            Told(
                "Norway announced a new grant of 50 million dollars for flood defences in Malawi.",
                date(2023, 9, 11),
            ),
        ),
        "The 50 million were announced half a year before.",
    )
    quiet = Example(
        (
            Told(
                "Norway announced 50 million dollars for flood defences in Malawi.",
                date(2023, 3, 1),
            ),
            Told(
                "Norway confirmed the grant of 50 million dollars for flood defences in Malawi that"
                " it had announced in March.",
                date(2023, 9, 11),
            ),
        ),
        "The later document says that the sum is the known one.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        words = commitment_words()
        nouns, new = any_of(words.money_nouns), any_of(words.new)
        # "An additional", "a new package of aid worth up to" before a sum, and "in fresh funds"
        # behind it; but not "50 million for a new bridge".
        self._before = re.compile(
            rf"\b{new} (?:(?:[\w-]+ ){{0,2}}(?:{nouns})\b[^.;\n\d]{{0,50}})?"
            rf"(?:{any_of(words.hedges)} )?$",
            re.IGNORECASE,
        )
        self._behind = re.compile(
            rf"^ (?:in|of|as) (?:an? )?{new} (?:[\w-]+ ){{0,2}}(?:{nouns})\b", re.IGNORECASE
        )
        # "What was announced builds on 10 billion": these are not what was announced.
        self._built_on = re.compile(
            rf"\bbuild(?:s|ing)? (?:up)?on (?:the )?(?:{any_of(words.hedges)} )?$", re.IGNORECASE
        )
        self._announcing = whole(words.announcing)
        self._known = whole(words.known)

    def keys_of_sheet(self, sheet: Sheet) -> Iterable[str]:
        """Keys under which a document is compared with others."""
        for keys in sheet.once(self._news).values():
            yield from keys

    def _news(self, sheet: Sheet) -> Mapping[str, tuple[str, ...]]:
        """The keys of the sums that a document presents as new, by the id of the claim."""
        sides = self.background.lore.sides
        return {
            claim.id: tuple(money_keys_of(claim, sheet.facts, sides))
            for claim in sheet.claims_of(Commitment)
            if _is_promised(claim) and self._is_new(sheet, claim)
        }

    def keys_of_case(self, case: Case) -> Iterable[str]:
        """Keys under which a record is compared with others."""
        return money_keys(case, self.background.lore.sides, _TOLD)

    def check(self, key: str, sheets: Sequence[Sheet], cases: Sequence[Case]) -> Iterable[Finding]:
        """What is to be said of all documents and records of a key, each list in a fixed order."""
        if not sheets:
            return
        sides = self.background.lore.sides
        by_key = {sheet.key: sheet for sheet in sheets}
        pledges = [pledge for case in cases if (pledge := Pledge.of(case, sides))]
        for pledge in pledges:
            for node in pledge.case.nodes:
                sheet = by_key.get(node.ref.document)
                claim = node.claim
                keys = sheet.once(self._news).get(claim.id) if sheet is not None else None
                if keys is not None:
                    again = _Again(pledge, node, frozenset(keys))
                    yield from self._compared(key, again, pledges)

    def _is_new(self, sheet: Sheet, claim: Commitment) -> bool:
        """Whether a document presents a sum as new, and says nothing of its being known."""
        place, amount = claim.evidence[0], claim.amount
        if amount is None or sheet.published is None:
            return False
        day = claim.when.last if claim.when else None
        if day is not None and sheet.published - day > _NEWS:
            return False
        if any(self._built_on.search(before) for before, _ in _around(sheet, place, amount.value)):
            return False
        dated = day is not None and bool(self._announcing.search(place.exact))
        if not dated and not self._is_called_new(sheet, place, amount.value):
            return False
        line = sheet.paragraph_at(place.start)
        return not self._known.search(sheet.text, line.start, line.end)

    def _is_called_new(self, sheet: Sheet, place: Evidence, value: float) -> bool:
        """Whether words right before or behind a sum call it new."""
        return any(
            self._before.search(before) or self._behind.search(behind)
            for before, behind in _around(sheet, place, value)
        )

    def _compared(self, key: str, again: _Again, pledges: Sequence[Pledge]) -> Iterator[Finding]:
        """A finding if the sum was announced before, in the same record or another."""
        if not again.pledge.sides.several(again.pledge.circle):
            return
        before = [node for p in pledges for node in _before(again, p)]
        if not before:
            return
        first = min(before, key=lambda n: (n.document.published or date.max, n.ref))
        keys = again.keys & {
            k
            for p in pledges
            if any(n.ref == first.ref for n in p.case.nodes)
            for k in money_keys(p.case, p.sides)
        }
        if key == min(keys, default=None):
            yield self._finding(again, first)

    def _finding(self, again: _Again, first: Node) -> Finding:
        one, other = first.document.published, again.node.document.published
        assert one is not None
        assert other is not None
        return self.found(
            f"{money(again.pledge.amount)} announced as new on {spelled.day(other)} were"
            f" announced for the same purpose on {spelled.day(one)}",
            [
                quote_of(again.node.ref, again.node.claim.evidence[0], "as new"),
                quote_of(first.ref, first.claim.evidence[0], "before", subject=False),
            ],
            records=[again.pledge.case.record.id],
        )


def _around(sheet: Sheet, place: Evidence, value: float) -> Iterator[tuple[str, str]]:
    """What stands right before and behind a sum wherever some words tell it."""
    text = sheet.text
    for m in sheet.mentions_of(MoneyMention):
        if place.start <= m.start < place.end and m.value == value:
            yield text[max(0, m.start - _REACH) : m.start], text[m.end : m.end + _REACH]


def _is_promised(claim: Claim) -> bool:
    known = isinstance(claim, Commitment) and claim.grade in _PROMISED
    return known and claim.modality is Modality.ASSERTED


def _letters(node: Node) -> str:
    return "".join(c for e in node.claim.evidence for c in e.exact.casefold() if c.isalnum())


def _is_one_more(node: Node) -> bool:
    return isinstance(node.claim, Commitment) and is_further(node.claim)


def _is_earlier(node: Node, later: Node) -> bool:
    """Whether a claim promised on an earlier occasion, in other words and another story."""
    one, other = node.document, later.document
    if not _is_promised(node.claim) or (one.story or one.key) == (other.story or other.key):
        return False
    # What is copied from one list into the next is not announced again.
    if _letters(node) == _letters(later):
        return False
    # "An additional 400 million package" after another one: each comes on top of those before.
    if _is_one_more(node) and _is_one_more(later):
        return False
    if one.published is None or other.published is None:
        return False
    return other.published - one.published >= _OCCASION


def _is_alike(one: Pledge, other: Pledge) -> bool:
    """Whether most of both purposes is shared; where one tells a word or two, all of it."""
    shared = one.likeness(other)
    return shared.cover >= _COVER and (shared.cover == 1 or shared.share >= _SHARE)


def _before(again: _Again, pledge: Pledge) -> Iterator[Node]:
    """Claims of a record that announced the same sum on an occasion before, in another story."""
    found = [node for node in pledge.case.nodes if _is_earlier(node, again.node)]
    if not found or pledge.head.amount is None:
        return
    said = again.pledge.only(again.node)
    if pledge is again.pledge:
        # Merging also joins a sum with one for which hardly a purpose is told.
        yield from (n for n in found if _is_alike(said, pledge.only(n)))
    elif said.same_sum(pledge) and said.same_deal(pledge):
        yield from found
