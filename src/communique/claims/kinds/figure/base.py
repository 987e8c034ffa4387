"""The time that a change is measured against."""

from __future__ import annotations

from communique.claims.kinds.figure.period import shifted
from communique.claims.reading import Reading
from communique.claims.when import as_when
from communique.model.claim import When
from communique.model.mention import TimeMention
from communique.vocab.claims.figures import Movements
from communique.vocab.words import words_of

# Words behind a change in which its base is looked for, and behind "against" its time.
_REACH = 14
_NEAR = 7
_CLOSE = 6
_YEARLY = ("year on year", "on year", "year over year")


def base_of(
    reading: Reading, words: Movements, word: int, number: int, period: When | None
) -> When | None:
    """The time that a change is measured against; None where the text names none.

    Args:
        reading: The document.
        words: Vocabulary of change.
        word: The verb, noun or particle of the change.
        number: Head of the number that tells how much.
        period: The time of the new level, from which "the previous year" counts.
    """
    tree = reading.tree
    start = min(word, number)
    for index in range(start, min(tree.sentence(word).last, max(word, number) + _REACH)):
        yearly = _yearly(reading, words, index)
        if yearly is not None:
            return shifted(period, -1, reading.words(yearly))
        if index > start and _leads(reading, words, index):
            base = _after(reading, words, index, period)
            if base is not None:
                return base
    return None


def _leads(reading: Reading, words: Movements, index: int) -> bool:
    """Whether a word leads in a base: "against", "compared to", "over the previous year"."""
    tree = reading.tree
    word = tree.lower(index)
    if word not in words.against:
        return False
    if word in {"to", "with"}:
        return tree.lower(index - 1) in {"compared", "comparison", "relative", "contrast"}
    if word in {"on", "over", "from", "above", "below"}:
        following = range(index + 1, min(index + _CLOSE, tree.sentence(index).last))
        times = [i for i in following if i in reading.times]
        if word == "on" and times and _is_day(reading.times[times[0]]):
            return False  # "Grew by 3 percent, the office said on Monday."
        counted = [i for i in following if tree[i].tag == "CD" and i not in reading.times]
        return bool(times) and not any(i < times[0] for i in counted)
    return True


def _is_day(time: TimeMention) -> bool:
    return time.first is not None and time.first == time.last


def _yearly(reading: Reading, words: Movements, index: int) -> range | None:
    """The words of "year-on-year" and the like that begin at a token."""
    tree = reading.tree
    if tree.lower(index) in words.on_year:
        return range(index, index + 1)
    stop = index
    while stop + 1 < len(tree) and tree.lower(stop + 1) in {"-", "on", "over", "year"}:
        stop += 1
    run = " ".join(tree.lower(i) for i in range(index, stop + 1) if tree.lower(i) != "-")
    return range(index, stop + 1) if run in _YEARLY else None


def _after(reading: Reading, words: Movements, index: int, period: When | None) -> When | None:
    """The base behind "against", "than" and the like."""
    tree = reading.tree
    last = min(index + _NEAR, tree.sentence(index).last)
    for token in range(index + 1, last):
        time = reading.times.get(token)
        if time is None:
            if tree.is_verb(token) and tree[token].tag in {"VBD", "VBZ", "VBP"}:
                return None
            continue
        around = {tree.lower(i) for i in range(index, min(token + 4, last))}
        said = set(words_of(time.text.lower())) | around
        if said & words.same_period and period is not None and period.first and time.first:
            return shifted(period, time.first.year - period.first.year, time.text)
        if said & words.year_before and said & {"year", "year's"} and period is not None:
            return shifted(period, -1, time.text)
        return as_when(time) if time.first or time.last else None
    return None
