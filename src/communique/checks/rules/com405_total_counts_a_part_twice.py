"""COM405: a total of pledges is right only if one of them is counted twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import fsum, isclose

from communique.checks.background import Background
from communique.checks.pledges import money
from communique.checks.rule import DocumentRule, Example, Told
from communique.checks.seen import Sheet
from communique.checks.stated import Interval, stated, total
from communique.claims.slots.commitment import Commitment
from communique.model.claim import Amount
from communique.model.finding import Finding, Severity
from communique.model.mention import Bound, MoneyMention, PartyMention
from communique.model.span import Span
from communique.records.comparing.labels import stems
from communique.vocab.commitment_checks import commitment_words

# Words that make a sum a total stand this near to it, in code points.
_NEAR = 45
# Lists are this long; of longer ones some item always fits.
_LEAST, _MOST = 2, 8
# And of sums of one size.
_SMALL = 0.02
# Signs and words between the items of a list, and the end of a sentence.
_SIGN = re.compile(r"[,;:.](?!\d)|\band\b|\bplus\b")
_FULL_STOP = re.compile(r"\.(?!\d)")
# A sum before a colon is what the list behind makes up.
_COLON = re.compile(r"^[^.;:\d\n]{0,35}: ?(?!\n)")
# Before a sum that was told before: "Oman's 25 million", "from the 25 million of Oman".
_KNOWN = re.compile(r"(?:['’]s?|\b(?:the|its|their|this|that|these|those)) $", re.IGNORECASE)
# Words by which a list is but of some.
_CHOSEN = re.compile(
    r"\b(?:among|amongst|largest|biggest|main|major|leading|led by|mostly|mainly|some|includ\w+)\b",
    re.IGNORECASE,
)
# Lines of a list, or paragraphs of one sentence, beside the line of the total.
_LINES = 6
# What is counted over years, or up to now.
_LONGER = re.compile(
    r"\b(?:since|to date|so far|until now|cumulative(?:ly)?|historically"
    r"|(?:over|in|during) the (?:past|last|previous))\b",
    re.I,
)


@dataclass(frozen=True)
class _Listed:
    """The sums listed beside a total.

    Attributes:
        wholes: Those that are no part of another.
        again: Those that are part of one of them, or one of them told again.
    """

    wholes: tuple[MoneyMention, ...]
    again: tuple[MoneyMention, ...]


class TotalCountsAPartTwice(DocumentRule):
    """A stated total of listed pledges is their sum only if one of them is counted twice.

    The total, called so, is not the sum of the pledges listed beside it, but is that sum with one
    of them added once more: one of the list, one that the list tells twice, or one that the text
    calls part of another.

    Why it matters: this is how pledging conferences grow; the total is quoted, the list is not.

    What to do: add up the list, and ask who made the total; correct the amount of the claim.

    Known limits: the list has to stand beside the total, in one currency and with up to eight sums.
    """

    code = "COM405"
    name = "total-counts-a-part-twice"
    severity = Severity.WARNING
    since = "0.1.0"
    fires = Example(
        (
            Told(
                "Donors pledged a total of 400 million dollars for Malawi. Norway pledged 100"
                " million dollars, Sweden 150 million dollars and Japan 50 million dollars.",
                date(2023, 3, 1),
            ),
        ),
        "The pledges come to 300 million; with Norway's 100 million once more, to 400 million.",
    )
    quiet = Example(
        (
            Told(
                "Donors pledged a total of 300 million dollars for Malawi. Norway pledged 100"
                " million dollars, Sweden 150 million dollars and Japan 50 million dollars.",
                date(2023, 3, 1),
            ),
        ),
        "The pledges come to the total.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        words = commitment_words()
        either = {name: "|".join(map(re.escape, sorted(getattr(words, name)))) for name in _LISTS}
        self._before = re.compile(
            rf"\b(?:{either['totals_before']})\b[^.;:\n\d]{{0,30}}(?:: *)?$", re.IGNORECASE
        )
        self._behind = re.compile(rf"^,? (?:{either['totals_behind']})\b", re.IGNORECASE)
        self._of_it = re.compile(rf"^,? (?:{either['closing_part']})\b", re.IGNORECASE)
        self._this_includes = re.compile(
            rf"[.;] (?:this|that|it|the sum|which) (?:{either['opening_part']})\b[^.]*$",
            re.IGNORECASE,
        )
        self._back = re.compile(rf"\b(?:{either['of_known']}) $", re.IGNORECASE)
        self._further = re.compile(rf"\b(?:{either['new']}|two|three|each)\b", re.IGNORECASE)
        self._once_more = re.compile(rf"\b(?:{either['once_more']})\b", re.IGNORECASE)
        self._some = re.compile(rf"\b(?:{either['some_of']})\b", re.IGNORECASE)
        self._giving = re.compile(rf"\b(?:{either['giving']})\b", re.IGNORECASE)
        self._part = re.compile(rf"\b(?:{either['opening_part']})\b", re.IGNORECASE)

    def check(self, sheet: Sheet) -> Iterable[Finding]:
        """What is to be said of a document."""
        sums = sheet.mentions_of(MoneyMention)
        if len(sums) <= _LEAST:
            return
        totals = [m for m in sums if self._is_total(sheet.text, m)]
        if not totals:
            return
        pledged = [c for c in sheet.claims_of(Commitment) if c.amount is not None]
        for whole in totals:
            beside = [m for m in sums if m not in totals and m.currency == whole.currency]
            yield from self._compared(sheet, whole, beside, pledged)

    def _is_total(self, text: str, sum: MoneyMention) -> bool:
        """Whether words beside a sum make it a total."""
        if sum.currency is None or sum.high is not None:
            return False
        before = text[max(0, sum.start - _NEAR) : sum.start]
        behind = text[sum.end : sum.end + _NEAR]
        return bool(
            self._before.search(before) or self._behind.search(behind) or _COLON.search(behind)
        )

    def _compared(
        self,
        sheet: Sheet,
        whole: MoneyMention,
        beside: Sequence[MoneyMention],
        pledged: Sequence[Commitment],
    ) -> Iterator[Finding]:
        """A finding if the total is no sum of a list beside it, but one with an item twice."""
        found = None
        for scope in _scopes(sheet, whole):
            sums = [m for m in beside if scope.start <= m.start < scope.end]
            # "400 million, among them 100 million from Norway" lists but some.
            first = next((m.start for m in sums if m.start > whole.end), whole.end)
            if self._some.search(sheet.text, whole.end, first):
                continue
            listed = self._listed(sheet, sums, whole)
            if not _alike(listed, whole) or _of_longer(sheet, whole, listed):
                continue
            if not (_pledged(listed, pledged) or self._by_givers(sheet, whole, listed)):
                continue
            if _interval(sheet, whole).meets(total([_interval(sheet, m) for m in listed.wholes])):
                return
            # A list with its parts makes up the total if these were no parts.
            rest = whole.value - fsum(m.value for m in listed.wholes)
            either = (m for m in (*listed.again, *listed.wholes) if isclose(m.value, rest))
            twice = next(either, None)
            if found is None and twice is not None:
                found = self._finding(sheet, whole, listed, twice)
        if found is not None:
            yield found

    def _listed(self, sheet: Sheet, sums: Sequence[MoneyMention], whole: MoneyMention) -> _Listed:
        """The sums of a list: those that stand for themselves, and parts and repetitions."""
        wholes: list[MoneyMention] = []
        again: list[MoneyMention] = []
        for before, mention in pairwise((None, *sums)):
            assert mention is not None
            between = "" if before is None else sheet.text[before.end : mention.start]
            if mention.value >= whole.value or self._back.search(between):
                continue
            part = before is not None and self._is_part(sheet, between, mention)
            told = any(self._is_repeated(sheet, mention, other) for other in wholes)
            parts = any(self._is_part_again(sheet, mention, other) for other in again)
            (again if part or told or parts else wholes).append(mention)
        return _Listed(tuple(wholes), tuple(again))

    def _is_part(self, sheet: Sheet, between: str, sum: MoneyMention) -> bool:
        """Whether a sum is called part of the one before: "of which 10 million", "10 of it"."""
        if not _FULL_STOP.search(between) and self._part.search(between):
            return True
        tail = sheet.text[sum.end : sum.end + _NEAR]
        return bool(self._of_it.search(tail) or self._this_includes.search(between))

    def _is_repeated(self, sheet: Sheet, one: MoneyMention, other: MoneyMention) -> bool:
        """Whether a sum of a list is another of it again: called so, or of one giver for one thing.

        Two sums of one giver for two things are two.
        """
        lead, tail = (_text(sheet, span) for span in (_lead(sheet, one), _tail(sheet, one)))
        if one.value != other.value or self._further.search(lead):
            return False
        if self._once_more.search(f"{lead} {tail}"):
            return True
        giver = _party_of(sheet, one)
        same = giver is not None and giver == _party_of(sheet, other)
        if same and _KNOWN.search(lead):
            return True
        return same and stems(tail) == stems(_text(sheet, _tail(sheet, other)))

    def _is_part_again(self, sheet: Sheet, one: MoneyMention, part: MoneyMention) -> bool:
        """Whether a sum is one again that was called part of another: "80 million in grants"."""
        things = stems(_text(sheet, _tail(sheet, one)))
        lead = _text(sheet, _lead(sheet, one))
        if one.value != part.value or self._further.search(lead):
            return False
        return bool(things) and things == stems(_text(sheet, _tail(sheet, part)))

    def _by_givers(self, sheet: Sheet, whole: MoneyMention, listed: _Listed) -> bool:
        """Whether a list without verbs names a giver by each sum, and it or its total says so."""
        ends = (whole, *listed.wholes)
        first = sheet.sentence_at(min(m.start for m in ends))
        if len(listed.wholes) < _LEAST or first is None:
            return False
        text = sheet.text[first.start : max(m.end for m in ends)]
        if _CHOSEN.search(text) or not self._giving.search(text):
            return False
        parties = [_party_of(sheet, m) for m in listed.wholes]
        return None not in parties and len(set(parties)) == len(parties)

    def _finding(
        self, sheet: Sheet, whole: MoneyMention, listed: _Listed, twice: MoneyMention
    ) -> Finding:
        values = [m.value for m in listed.wholes]
        right = Amount(sum(values), whole.currency)
        return self.found(
            f"the total of {_money(whole)} counts {_money(twice)} twice;"
            f" the pledges listed come to {money(right)}",
            [
                sheet.quote(whole.start, whole.end, "the total"),
                sheet.quote(twice.start, twice.end, "counted twice"),
                *(
                    sheet.quote(m.start, m.end, "listed", subject=False)
                    for m in listed.wholes
                    if m is not twice
                ),
            ],
        )


_LISTS = (
    "totals_before",
    "totals_behind",
    "opening_part",
    "closing_part",
    "of_known",
    "once_more",
    "some_of",
    "giving",
    "new",
)


def _scopes(sheet: Sheet, whole: MoneyMention) -> Iterator[Span]:
    """Where a list may stand: the sentence of the total, its line, and the lines around it."""
    sentence = sheet.sentence_at(whole.start)
    if sentence is not None:
        yield sentence
    line = sheet.paragraph_at(whole.start)
    yield line
    start, end = line.start, line.end
    for _ in range(_LINES):
        start = sheet.paragraph_at(start - 1).start if start else start
        end = sheet.paragraph_at(end + 1).end if end < len(sheet.text) - 1 else end
        yield Span(line.start, end)
        yield Span(start, line.end)


def _of_longer(sheet: Sheet, whole: MoneyMention, listed: _Listed) -> bool:
    """Whether a total in a sentence of its own is of a longer time than the list."""
    own = sheet.sentence_at(whole.start)
    if own is None or any(own.start <= m.start < own.end for m in listed.wholes):
        return False
    return _LONGER.search(sheet.text, own.start, own.end) is not None


def _alike(listed: _Listed, whole: MoneyMention) -> bool:
    """Whether sums are alike enough to be listed."""
    wholes = _counted(listed)
    if not _LEAST <= len(wholes) <= _MOST:
        return False
    return min(m.value for m in wholes) >= _SMALL * whole.value


def _counted(listed: _Listed) -> tuple[MoneyMention, ...]:
    """Sums of a list; one whole will do, where its part is told twice."""
    twice = len({m.value for m in listed.again}) < len(listed.again)
    return (*listed.wholes, *listed.again) if twice else listed.wholes


def _pledged(listed: _Listed, pledged: Sequence[Commitment]) -> bool:
    """Whether nearly all sums of a list are pledges."""
    wholes = _counted(listed)
    promised = sum(any(_tells(claim, m) for claim in pledged) for m in wholes)
    return promised >= max(len(wholes) - 1, _LEAST)


def _tells(claim: Commitment, sum: MoneyMention) -> bool:
    """Whether a pledge is of a sum at its place."""
    if claim.amount is None or claim.amount.value != sum.value:
        return False
    return any(e.start <= sum.start < e.end for e in claim.evidence)


def _text(sheet: Sheet, span: Span) -> str:
    return sheet.text[span.start : span.end]


def _lead(sheet: Sheet, sum: MoneyMention) -> Span:
    """What stands before a sum, from the sum or the sign before it on."""
    start = sheet.paragraph_at(sum.start).start
    before = [m.end for m in sheet.mentions_of(MoneyMention) if start <= m.end <= sum.start]
    start = max([start, *before])
    for sign in _SIGN.finditer(sheet.text, start, sum.start):
        start = sign.end()
    return Span(start, sum.start)


def _tail(sheet: Sheet, sum: MoneyMention) -> Span:
    """What stands behind a sum, up to the next sum or sign."""
    end = sheet.paragraph_at(sum.end).end
    end = min([end, *(m.start for m in sheet.mentions_of(MoneyMention) if m.start >= sum.end)])
    sign = _SIGN.search(sheet.text, sum.end, end)
    return Span(sum.end, sign.start() if sign else end)


def _party_of(sheet: Sheet, sum: MoneyMention) -> str | None:
    """The party named right before a sum, else right behind it."""
    for span in (_lead(sheet, sum), _tail(sheet, sum)):
        named = sheet.mentions_of(PartyMention, span)
        if named:
            return named[-1].name
    return None


def _interval(sheet: Sheet, sum: MoneyMention) -> Interval:
    if sum.high is not None:
        low, high = (stated(v, sum.text, sum.bound) for v in (sum.value, sum.high))
        return Interval(low.low, high.high)
    bound = None if sum.bound in {Bound.MORE_THAN, Bound.AT_LEAST} else sum.bound
    return stated(sum.value, sum.text, bound)


def _money(sum: MoneyMention) -> str:
    return money(Amount(sum.value, sum.currency))
