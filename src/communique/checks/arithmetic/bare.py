"""Numbers that no mention covers: bare figures, number words, and fractions in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from communique.checks.arithmetic.numbers import Number, Sort
from communique.checks.stated import Interval, stated
from communique.model.mention import Bound
from communique.vocab.arithmetic import arithmetic
from communique.vocab.facts import number_words

# Hedges stand close before a number.
_BEFORE = 24
# "and one contract" counts; "and one of them" does not.
_NOT_ONE = r"(?:of|another|day|more|time|side|can|may|must|should|that|which|who|in)\b"
# "A 58-strong mission", "the 12-member council" tell of how many it consists.
_SIZED = (
    "(?:strong|member|person|man|seat|nation|country|state|vehicle|truck|bus|ship|vessel|aircraft)"
)
_SIZE = re.compile(rf"-{_SIZED}\b")
_YEAR = re.compile(r"(?:19|20)\d\d")


@cache
def _pattern() -> re.Pattern[str]:
    """Figures with a scale or none, number words, and fractions, in this order of groups."""
    words = sorted(number_words(), key=len, reverse=True)
    scales = "|".join(sorted(arithmetic().scales, key=len, reverse=True))
    fractions = "|".join(arithmetic().fractions)
    return re.compile(
        rf"\b(?=[\dabefhnost])(?=\d|{_begins()})(?:(?<![.,/-])(?P<fraction>{fractions})"
        r"(?:(?= (?:of|the|its|their|that|this)\b|[,;.)]| in )"
        r"|(?<!half)(?= (?:on|to|over|from|more|less|fewer|higher|lower|above|below|last|year)\b))"
        r"|(?P<among>one in (?:two|three|four|five|ten))(?= (?!years|months|weeks|days)[a-z])"
        rf"|(?<![.,/:$€£-])(?P<number>\d{{1,3}}(?:[,   ]\d{{3}})+(?:\.\d+)?|\d+(?:[.,]\d+)?"
        rf"|(?<=\band )one(?= (?!{_NOT_ONE})[a-z])|(?:{'|'.join(words)}))"
        rf"(?:[  -]?(?P<scale>{scales}))?(?![\w%]|[.,:/-]?\d|-(?!{_SIZED}\b)[a-z]))",
        re.I,
    )


def _begins() -> str:
    """How number words and fractions begin: at most words of a text no more is looked at."""
    fractions = "|".join(arithmetic().fractions)
    told = {"a-", "a ", "one", *number_words(), *re.findall(r"[a-z]{3,}", fractions)}
    return "|".join(sorted({word[:3] for word in told}))


def bare_numbers(
    text: str, start: int, end: int, before: Sequence[Number] = ()
) -> Iterator[Number]:
    """Numbers in a stretch of text that has no mention of one.

    Args:
        text: The document's text.
        start: First code point of the stretch.
        end: One past its last.
        before: Numbers that were read before it; unused bare ones take nothing from them.
    """
    for match in _pattern().finditer(text, start, end):
        number = _fraction(match) if match["fraction"] or match["among"] else _number(text, match)
        if number is not None:
            yield number


def _fraction(match: re.Match[str]) -> Number | None:
    words = match[0].lower()
    for pattern, (low, high) in arithmetic().fractions.items():
        if re.fullmatch(pattern, words):
            span = Interval(low / 100, high / 100)
            value = round((low + high) / 2)
            return Number(Sort.SHARE, match.start(), match.end(), match[0], value, None, span)
    return None


def _number(text: str, match: re.Match[str]) -> Number | None:
    digits = match["number"]
    if not match["scale"] and _YEAR.fullmatch(digits):
        return None
    value = _value(digits)
    if value is None:
        return None
    scale = 10.0 ** arithmetic().scales[match["scale"].lower()] if match["scale"] else 1.0
    bound = hedge_before(text, match.start())
    interval = stated(value * scale, match[0], bound)
    place = match.start(), match.end()
    if _SIZE.match(text, match.end()):
        return Number(Sort.COUNT, *place, match[0], value * scale, "members", interval, bound)
    return Number(Sort.BARE, *place, match[0], value * scale, None, interval, bound)


def _value(digits: str) -> float | None:
    word = 1 if digits.lower() == "one" else number_words().get(digits.lower())
    if word is not None:
        return float(word)
    if re.fullmatch(r"\d{1,3}(?:[,   ]\d{3})+(?:\.\d+)?", digits):
        return float(re.sub(r"[,   ]", "", digits))
    return float(digits.replace(",", "."))


def hedge_before(text: str, start: int) -> Bound | None:
    """How the words right before a number hedge it."""
    before = f" {text[max(0, start - _BEFORE) : start].lower().rstrip()}"
    words = arithmetic().hedges
    for bound, listed in (
        (Bound.MORE_THAN, words.more_than),
        (Bound.LESS_THAN, words.less_than),
        (Bound.ABOUT, words.about),
    ):
        if any(before.endswith(f" {word}") for word in listed):
            return bound
    return None
