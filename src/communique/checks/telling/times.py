"""The time that a sentence tells a statistic for, and the time it compares with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from communique.checks.observed import Period
from communique.checks.telling.masked import MONEY, QUANTITY, Masked
from communique.checks.wording import any_of
from communique.model.mention import TimeMention
from communique.vocab.tellings import Tellings

_MONTH, _YEAR = 28, 364
_MARCH, _DECEMBER = 3, 12
# What joins the two ends of a time.
_JOINED = re.compile(r" ?(?:and|to|through|till|until|up to|-) ?(?:the end of )?")
_OPENED = re.compile(r"(?:between|from)(?: the (?:start|beginning) of)? $")
# "For the full year 2022": the year is told behind it.
_ALL_OF = re.compile(r"(?:the )?(?:full|whole|entire|calendar) (?:year|half|quarter)")
_YEAR_TO = re.compile(
    r"(?:year|12 months|twelve months) (?:to|ending|ended|up to)(?: in)?(?: the end of)? $"
)
_SAME = re.compile(r"(?:same|corresponding|equivalent|like)(?: [a-z]+){1,2}(?: of| in)?(?: the)? $")
_AS_OF = re.compile(
    r"\b(?:as of|as at|by|since|until|till|before|after)(?: the)?(?: end of| start of)? $"
)


class Times(NamedTuple):
    """When something was so.

    Attributes:
        period: The time it is for; None where none is told.
        base: The time it is compared with; None where none is told.
        clear: Whether the sentence leaves no doubt which time is which.
    """

    period: Period | None
    base: Period | None
    clear: bool


class _Told(NamedTuple):
    period: Period
    start: int
    end: int


class TimeReader:
    """Reads periods.

    Args:
        words: Words of comparing.
    """

    def __init__(self, words: Tellings) -> None:
        self._compared = re.compile(
            rf"\b{any_of(words.compared)} "
            rf"(?:(?:the )?[{MONEY}{QUANTITY}]+ (?:of|in) |that of |those of |the level of "
            r"|in |for )?"
            r"(?:the )?$"
        )
        self._year_before = re.compile(
            rf"\b(?:{any_of(words.year_before)}|(?:the )?same [a-z]+ (?:of |in )?(?:the )?"
            r"(?:year before|previous year|year earlier|preceding year|prior year)|"
            r"(?:a|one) year (?:earlier|before|ago))\b"
        )
        self._step_before = re.compile(rf"\b{any_of(words.step_before)}\b")
        self._past_year = re.compile(rf"{any_of(words.past_year)}$")

    def read(self, sentence: Masked, published: date | None, *, moved: bool) -> Times:
        """The times of a sentence that tells one statistic.

        Args:
            sentence: The sentence.
            published: When it was published.
            moved: Whether it tells how the statistic moved.
        """
        text = sentence.text.lower()
        told = list(self._periods(sentence, published))
        before = [t for t in told if self._is_base(sentence, t, told)]
        now = {t.period for t in told if t not in before}
        if len(now) != 1 or self._step_before.search(text):
            return Times(None, None, clear=not told and not self._step_before.search(text))
        period = now.pop()
        base = self._base(sentence, period, before)
        if base is None and moved and self._year_before.search(text):
            base = period.before()
        bases = {t.period for t in before}
        return Times(period, base, clear=len(bases) <= 1)

    def _base(self, sentence: Masked, period: Period, before: Sequence[_Told]) -> Period | None:
        if not before:
            return None
        base = before[0].period
        if self._year_before.fullmatch(sentence.text[before[0].start : before[0].end].lower()):
            return period.before()
        same = _SAME.search(sentence.text.lower(), 0, before[0].start)
        if (same or base.days > period.days) and base.year is not None and period.year is not None:
            # "3 percent more than in the same months of 2022", or only "than in 2022".
            return period.before(period.year - base.year) if same or base.days > _YEAR else None
        return base

    def _is_base(self, sentence: Masked, one: _Told, told: Sequence[_Told]) -> bool:
        """Whether a time is what another is compared with."""
        words = sentence.mask[: one.start]
        if self._year_before.fullmatch(sentence.text[one.start : one.end].lower()):
            return True
        later = any(_last(t) > _last(one) for t in told)
        return bool(
            later
            and (self._compared.search(words) or _SAME.search(sentence.text.lower(), 0, one.start))
        )

    def _periods(self, sentence: Masked, published: date | None) -> Iterator[_Told]:
        """Months and longer times; the ends of one are put together."""
        times = [m for m in sentence.mentions if isinstance(m, TimeMention)]
        while times:
            one = times.pop(0)
            start, end = sentence.start_of(one), sentence.end_of(one)
            if _SAME.fullmatch(f"{sentence.text[start:end].lower().removeprefix('the ')} "):
                continue  # What follows tells which: "the same quarter of 2022".
            if times and _ALL_OF.fullmatch(sentence.text[start:end].lower()):
                between = sentence.text[end : sentence.start_of(times[0])]
                if between.strip() in {"", "of", "in"}:
                    continue
            first, last = one.first, one.last
            if times and _JOINED.fullmatch(sentence.mask, end, sentence.start_of(times[0])):
                other = times[0]
                opened = _OPENED.search(sentence.mask, 0, start) or sentence.mask[end] == "-"
                if first and other.first and first <= other.first and (opened or _short(one)):
                    times.pop(0)
                    last, end = other.last, sentence.end_of(other)
            if first is None or last is None:
                continue
            if _YEAR_TO.search(sentence.mask, 0, start):
                first = _year_to(last)
            period = self._meant(sentence.text[start:end], Period(first, last), published)
            if period.days >= _MONTH and not _AS_OF.search(sentence.mask, 0, start):
                yield _Told(period, start, end)

    def _meant(self, words: str, period: Period, published: date | None) -> Period:
        """A year that is just over, in the first months of the next: the calendar year."""
        if published is None or published.month > _MARCH:
            return period
        if not self._past_year.search(words.lower()):
            return period
        return Period(date(published.year - 1, 1, 1), date(published.year - 1, _DECEMBER, 31))


def _year_to(last: date) -> date:
    """The first day of the twelve months that end with a day."""
    following = last + timedelta(days=1)
    return following.replace(year=following.year - 1)


def _short(time: TimeMention) -> bool:
    """Whether a time is of months or weeks: "2022 and 2023" are two years."""
    return time.first is not None and time.last is not None and (time.last - time.first).days < 100


def _last(one: _Told) -> date:
    return one.period.last or date.min
