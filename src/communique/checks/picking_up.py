"""Whether a stated length takes up what a text has told with its days: "The five-day session"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from communique.checks.lengths import Length
from communique.checks.seen import Sheet
from communique.checks.stretches import Grain, Stretch
from communique.model.span import Span
from communique.vocab.terms import Lasting, TermWords

_TAKES_UP = re.compile(r"\b(?:the|this|that)\s+$", re.I)
# "In those five days", "over the three days": the days themselves are taken up.
_THOSE = re.compile(r"\b(?:in|over|during|for|throughout|within|on)\s+(?:all\s+)?$", re.I)
_THOSE_DAYS = re.compile(r"^(?:the|these|those)\s", re.I)
_ARTICLE = re.compile(r"\b(?:the|these|those)\s+$", re.I)
# Behind the days: ": seven days of talks"; ", thirty days in all".
_SUMS_UP = re.compile(r"^\)?\s*[,:–—-]\s*(?:(?:in all|altogether|in total|making),?\s+)?$")
_IN_ALL = re.compile(r"^\s+(?:in all|in total|altogether|all told|of\s+\w+)\b", re.I)
#: Between the days and what sums them up may stand so many code points.
_CLOSE = 60
# Behind the noun: what makes of it another thing ("the five-day forum of last year").
_ANOTHER = re.compile(
    r"^\s+(?:of|to|on|at|that|last|this|next|with|held|planned|announced|agreed|scheduled|due)\b"
    r"|^,?\s+(?:which|held|planned|will|follow|precede|earlier|later)\w*\b",
    re.I,
)
_OF_DAYS = frozenset("DW")


@dataclass(frozen=True)
class _Sort:
    """One sort of what lasts, as patterns."""

    nouns: re.Pattern[str]
    generic: re.Pattern[str]
    done: re.Pattern[str]


class PicksUp:
    """Knows which words take up a thing that was told before with its days."""

    def __init__(self, words: TermWords) -> None:
        self._sorts = tuple(_sort(one) for one in words.lasting)

    def up(self, sheet: Sheet, length: Length, stretch: Stretch, around: Span) -> bool:
        """Whether a length behind a stretch is said to be that of the stretch.

        Args:
            sheet: The document.
            length: Stands behind the stretch.
            stretch: The days, or years, that were told.
            around: The sentence, or two, in which both stand.
        """
        if (length.unit in _OF_DAYS) != (stretch.grain is Grain.DAYS):
            return False
        if self._names_those(sheet, length, stretch):
            return True
        if not _TAKES_UP.search(sheet.text, max(0, length.start - 8), length.start):
            return False
        after = sheet.text[length.end : around.end]
        told = sheet.text[around.start : length.start]
        return any(_is_taken_up(sort, self._sorts, after, told) for sort in self._sorts)

    def may_be_up(self, sheet: Sheet, length: Length) -> bool:
        """A cheap look at the words around a length, before any stretch is searched."""
        before = sheet.text[max(0, length.start - 8) : length.start]
        return bool(
            _ARTICLE.search(before)
            or _TAKES_UP.search(before)
            or _THOSE_DAYS.search(sheet.text[length.start : length.end])
        )

    def _names_those(self, sheet: Sheet, length: Length, stretch: Stretch) -> bool:
        """Such as "in those five days" and "…, thirty days in all"."""
        before = sheet.text[max(stretch.end, length.start - _CLOSE) : length.start]
        between = sheet.text[stretch.end : length.start]
        after = sheet.text[length.end : length.end + 24]
        own = _THOSE_DAYS.search(sheet.text[length.start : length.end])
        article = None if own else _ARTICLE.search(before)
        if own or article:
            return bool(_THOSE.search(before[: article.start()] if article else before))
        if len(between) <= _CLOSE and _IN_ALL.search(after):
            return bool(_SUMS_UP.search(between) or re.fullmatch(r"[^.;:]*[:–—]\s*", between))
        return False


def _is_taken_up(sort: _Sort, sorts: Iterable[_Sort], after: str, told: str) -> bool:
    """Whether a noun behind a length names what was told before it, of one sort."""
    noun, generic = sort.nouns.match(after), sort.generic.match(after)
    named = noun or generic
    if named is None or _ANOTHER.search(after[named.end() :]):
        return False
    others = {m[0].casefold() for s in sorts for m in s.nouns.finditer(f" {told}")}
    if noun:
        same = {noun[0].strip(" -").casefold()}
        return {o.strip() for o in others} == same or (not others and bool(sort.done.search(told)))
    return bool(sort.nouns.search(f" {told}") or (not others and sort.done.search(told)))


def _sort(one: Lasting) -> _Sort:
    done = "|".join(map(re.escape, one.done))
    return _Sort(_noun(one.nouns), _noun(one.generic), re.compile(rf"\b(?:{done})", re.I))


def _noun(words: Iterable[str]) -> re.Pattern[str]:
    """Words behind a length or a blank."""
    any_of = "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"[\s-]+(?:{any_of})\b", re.I)
