"""The time a figure is about, and the time that a change is measured against."""

from __future__ import annotations

from datetime import date

from communique.claims.kinds.figure.measured import verb_above
from communique.claims.reading import Reading
from communique.claims.when import as_when, when_of
from communique.model.claim import When
from communique.model.mention import TimeMention
from communique.vocab.claims.figures import Movements
from communique.vocab.words import words_of

# Words around a comparison in which its base is looked for.
_REACH = 14


def period_of(reading: Reading, head: int) -> When | None:
    """The time that the text ties to a number."""
    return when_of(reading, head)


def base_of(reading: Reading, words: Movements, word: int, period: When | None) -> When | None:
    """The time that a change is measured against.

    Args:
        reading: The document.
        words: Vocabulary of change.
        word: The verb, noun or particle of the change.
        period: The time of the new level, from which "the previous year" counts.
    """
    tree = reading.tree
    sentence = tree.sentence(word)
    last = min(sentence.last, word + _REACH)
    for index in range(word, last):
        if tree.lower(index) in words.on_year or _year_on_year(reading, index):
            return _shifted(period, -1, reading.words(_on_year_run(reading, index)))
        if index > word and tree.lower(index) in words.against:
            base = _after(reading, words, index, period)
            if base is not None:
                return base
    return None


def _year_on_year(reading: Reading, index: int) -> bool:
    tree = reading.tree
    run = [tree.lower(i) for i in range(index, min(index + 5, len(tree)))]
    joined = " ".join(w for w in run if w != "-")
    return joined.startswith(("year on year", "on year", "year over year"))


def _on_year_run(reading: Reading, index: int) -> range:
    tree = reading.tree
    stop = index
    while stop + 1 < len(tree) and tree.lower(stop + 1) in {"-", "on", "over", "year"}:
        stop += 1
    return range(index, stop + 1)


def _after(reading: Reading, words: Movements, index: int, period: When | None) -> When | None:
    """The base behind "against", "than" and the like."""
    tree = reading.tree
    for token in range(index + 1, min(index + 6, tree.sentence(index).last)):
        time = reading.times.get(token)
        if time is None:
            continue
        said = set(words_of(time.text.lower()))
        lead = {tree.lower(i) for i in range(index, token)}
        if (said | lead) & words.same_period and period is not None and period.first and time.first:
            return _shifted(period, time.first.year - period.first.year, time.text)
        if said & words.year_before and "year" in said and period is not None:
            return _shifted(period, -1, time.text)
        return as_when(time) if time.first or time.last else None
    return None


def _shifted(period: When | None, years: int, text: str) -> When | None:
    if period is None or (period.first is None and period.last is None):
        return None
    return When(_moved(period.first, years), _moved(period.last, years), text)


def _moved(day: date | None, years: int) -> date | None:
    """The same day of another year; the last of February stays the last."""
    if day is None:
        return None
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def is_point(time: TimeMention) -> bool:
    """Whether a time tells days rather than a length or a rhythm."""
    return time.type in {"DATE", "TIME"} and (time.first is not None or time.last is not None)
