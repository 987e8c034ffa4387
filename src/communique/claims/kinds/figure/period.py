"""The time a figure is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from communique.claims.reading import Reading
from communique.claims.when import as_when
from communique.model.claim import When
from communique.model.mention import TimeMention
from communique.vocab.claims.figures import Movements
from communique.vocab.words import words_of

# Clause borders (of two) and nouns that may lie between a number and the time it is about.
_NEAR = 2
_OPEN = frozenset({"since", "from", "starting", "beginning", "after"})
_SPANS = frozenset({"year", "period", "month", "quarter", "time"})
# Between a change and the time that it is counted from; in "by 3 percent from 2020 to 2024" the
# time has a second end, and is the figure's own.
_BESIDE_BASE = frozenset({"on", "over"})
_SHARE_SIGNS = frozenset({"%", "percent", "cent"})
_SHARE_WORDS = 2
_JOINING = frozenset({"to", "until", "through", "and"})
# "The whole of 2023", "in the course of May".
_ALL_OF = frozenset({"whole", "entirety", "course"})
# The present, which dates no statistic.
_PRESENT = frozenset({"now", "currently", "at present", "presently", "nowadays", "these days"})
_UNTIL = frozenset({"by", "until", "till", "through", "within"})


def period_of(
    reading: Reading, words: Movements, head: int, measured: int | None, *, based: bool = False
) -> When | None:
    """The time that the text ties to a number; None where it ties none.

    A time that is compared with ("against 2022"), that dates something else ("the treaty of 2009")
    or that stands in another clause is none.
    """
    found = min(
        _candidates(reading, words, head, measured, based), key=lambda c: c[:2], default=None
    )
    return None if found is None else _opened(reading, found[2], found[3])


def _candidates(
    reading: Reading, words: Movements, head: int, measured: int | None, based: bool
) -> Iterator[tuple[int, int, TimeMention, int]]:
    """Times that may be meant: distance in the parse, in words, the time and its first token."""
    seen: set[int] = set()
    for token in range(*reading.tree.sentence(head)):
        time = reading.times.get(token)
        if time is None or time.start in seen:
            continue
        seen.add(time.start)
        top = reading.head(time)
        dated = time.first is not None or time.last is not None
        dated = dated and time.text.lower() not in _PRESENT
        if top is None or not dated or (not based and is_base(reading, words, token)):
            continue
        distance = _distance(reading, head, top)
        if measured is not None and _inside(reading, top, measured):
            distance = 0
        if distance <= _NEAR:
            yield distance, abs(token - head), time, token


def _inside(reading: Reading, time: int, measured: int) -> bool:
    """Whether a time hangs on what is measured, through prepositions: "turnover as of May"."""
    tree = reading.tree
    for above in tree.ancestors(time):
        if above == measured:
            return True
        if tree[above].tag not in {"IN", "TO"} and above not in reading.times:
            return False
    return False


def _distance(reading: Reading, head: int, time: int) -> int:
    """How far a time is from a number: clause borders count two, nouns that it dates three."""
    tree = reading.tree
    above = [head, *tree.ancestors(head)]
    path = [time, *tree.ancestors(time)]
    meeting = next((i for i in path if i in above), None)
    if meeting is None:
        return 99
    up = [i for i in above[: above.index(meeting)] if tree.is_verb(i)]
    down = path[1 : path.index(meeting)]
    finite = [i for i in up if tree.child(i, "nsubj", "nsubjpass") is not None]
    borders = 2 * len(finite) + (len(up) - len(finite))
    # "The 3 billion that it has invested over 20 years": the clause is the number's own.
    summed = not tree[head].tag.startswith("NN")
    own = {i for i in down if summed and tree[i].dep == "relcl" and tree[i].head == head}
    below = sum(3 for i in down if i not in own and (tree.is_verb(i) or _dates(reading, i)))
    return borders + below


def _dates(reading: Reading, noun: int) -> bool:
    """Whether a noun between a number and a time is a thing of its own, not a span of time."""
    token = reading.tree[noun]
    return token.tag.startswith("NN") and noun not in reading.times and token.lemma not in _ALL_OF


def is_base(reading: Reading, words: Movements, token: int) -> bool:
    """Whether a time is what a level is compared with: "against 2022", "than in 2021"."""
    tree = reading.tree
    if _behind_change(reading, words, token):
        return True
    for index in range(token - 1, max(token - 6, -1), -1):
        word = tree.lower(index)
        if word in {"against", "than", "versus", "compared"}:
            return True
        earlier = words.year_before & set(words_of(reading.times[token].text.lower()))
        if word == "from" and (earlier or _counted(reading, index, token)):
            return True
        if word == "on" and tree.lower(index + 1) == "the" and index + 2 < token:
            return tree.lower(index + 2) in words.same_period
        if tree.is_verb(index) or word in {",", ";"}:
            return False
    return False


def _behind_change(reading: Reading, words: Movements, token: int) -> bool:
    """Whether a time stands right behind a change: "up 3 percent on 2022", "up on last year"."""
    tree = reading.tree
    if tree.lower(token - 1) not in _BESIDE_BASE or token < _SHARE_WORDS:
        return False
    return tree.lower(token - _SHARE_WORDS) in _SHARE_SIGNS | words.up | words.down


def _counted(reading: Reading, first: int, last: int) -> bool:
    """Whether a number other than a time stands between two tokens: "from 5 billion in 2022"."""
    tree = reading.tree
    return any(tree[i].tag == "CD" and i not in reading.times for i in range(first, last))


def _opened(reading: Reading, time: TimeMention, token: int) -> When:
    """A time with the words before it: "since 2011" has no end, "by 2030" no beginning."""
    tree, when = reading.tree, as_when(time)
    lead = [tree.lower(i) for i in range(max(token - 3, 0), token)]
    if lead and lead[-1] in _JOINING:
        joined = _since_first(reading, when, token)
        if joined is not None:
            return joined
    if lead and lead[-1] in _OPEN and time.type == "DATE":
        return _until_second(reading, when, token) or replace(when, last=None)
    if lead and lead[-1] == "between":
        return _until_second(reading, when, token) or when
    if lead and (lead[-1] in _UNTIL or lead[-2:] == ["up", "to"]):
        return replace(when, first=None)
    if "end" in time.text.lower().split() and lead and lead[-1] in {"to", "by"}:
        return replace(when, first=None)
    return when


def _since_first(reading: Reading, when: When, token: int) -> When | None:
    """As in "From January to August 2023", where the second end is found: both ends."""
    tree = reading.tree
    first = reading.times.get(token - 2)
    if first is None or first.first is None or when.first is None or when.last is None:
        return None
    before = token - 2
    while reading.times.get(before) is first:
        before -= 1
    if tree.lower(before) not in {"from", "between"}:
        return None
    # A bare "January" may have been read as that of another year.
    bare = not any(character.isdigit() for character in first.text)
    begun = first.first.replace(day=1, year=when.last.year) if bare else first.first
    if begun > when.first:
        return None
    return When(begun, when.last, reading.document.text[first.start : reading.times[token].end])


def _until_second(reading: Reading, when: When, token: int) -> When | None:
    """As in "Between January 1 and July 10", "from 2021 to 2027": both ends."""
    tree = reading.tree
    after = token
    while reading.times.get(after) is reading.times.get(token):
        after += 1
    second = reading.times.get(after + 1)
    joined = tree.lower(after) in {"and", "to", "until", "through", "-", "–"}
    if not joined or second is None or second.last is None:
        return None
    first, begun = reading.times[token], when.first
    if begun is not None and begun > second.last:
        # A bare "January" was read as that of the year to come.
        begun = begun.replace(day=1, year=second.last.year)
    return When(begun, second.last, reading.document.text[first.start : second.end])


def shifted(period: When | None, years: int, text: str) -> When | None:
    """A period some years on, told in other words."""
    if period is None or (period.first is None and period.last is None):
        return None
    return When(_moved(period.first, years), _moved(period.last, years), text)


def _moved(day: date | None, years: int) -> date | None:
    """The same day of another year; the end of a month stays the end."""
    if day is None:
        return None
    year = day.year + years
    if (day.month, day.day) == (2, 29):
        return date(year, 2, 28)
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return date(year, 2, 29) if (day.month, day.day) == (2, 28) and leap else day.replace(year=year)


def in_that_period(reading: Reading, head: int) -> bool:
    """Whether a sentence takes up the time of the one before: "in that year", "the same period"."""
    tree = reading.tree
    sentence = tree.sentence(head)
    return any(
        tree.lower(i) in {"that", "same"} and tree.lower(i + 1) in _SPANS and i not in reading.times
        for i in range(*sentence)
    )
