"""What sentences tell of things with a name: the act, the day, the town, the sum and the counts.

Claims know most of it; but two documents may tell one happening in words of which only one becomes
a claim, or two claims that are not merged just because a value differs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TypeVar

from communique.checks.days import MONTHS, WEEKDAYS, stated_days
from communique.checks.seen import Sheet
from communique.checks.wording import any_of
from communique.model.mention import (
    Bound,
    Mention,
    MoneyMention,
    PartyMention,
    PersonMention,
    PlaceMention,
    QuantityMention,
    TimeMention,
)
from communique.model.span import Span
from communique.records.sameness import words_key
from communique.vocab.happenings import Happenings, happening_words
from communique.vocab.words import without_accents

_CAPITAL = re.compile(r"\b[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]+")
_OWNED = re.compile(r"[’']s$|[’']$")
_IN = re.compile(r"\b(?:in|at|near|from)\s+(?:the\s+(?:city|town)\s+of\s+)?$", re.I)
# "Handed over 18 ambulances" is not more than 18.
_VERB_OVER = re.compile(r"\b(?:hand|turn|tak|took|sign|giv|gave)\w*\s+over\s+$", re.I)
_IT = re.compile(r"(?:It|They|She)\b")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
#: How many code points before a mention tell what it is to the sentence.
_BEFORE = 24
#: What two accounts may give otherwise.
_VALUES = (MoneyMention, PlaceMention, QuantityMention, TimeMention)
_MEETING = "meeting"
M = TypeVar("M", bound=Mention)
_FEWEST_LETTERS = 3
#: Numbers that tell one of several from the others, unless both names have them.
NUMBERS = frozenset({"second", "third", "fourth", "fifth"})
_CALENDAR = frozenset(word.casefold() for word in (*WEEKDAYS, *MONTHS))


@dataclass(frozen=True, slots=True)
class Happening:
    """What one sentence tells of a thing.

    Attributes:
        span: The sentence.
        acts: The acts that it tells, as the vocabulary names them.
        documents: What documents it names ("agreement").
        things: What other things it names, and what it counts.
        posts: Whose posts it names.
        names: Words of the names in it, without those of sides, persons and the town.
        topic: What a document or sum is on or for.
        parties: The parties that it names.
        persons: Family names of persons in it.
        days: First and last of the only day that it states.
        known: The same, or that of the sentence which named the thing.
        town: The only place in which it says something is.
        money: The only sum in it.
        counts: What it counts, by the last word of the unit.
        apart: Whether it tells of another act or part, or of an act that has not happened.
    """

    span: Span
    acts: frozenset[str]
    documents: frozenset[str]
    things: frozenset[str]
    posts: frozenset[str]
    names: frozenset[str]
    topic: frozenset[str]
    parties: frozenset[str]
    persons: frozenset[str]
    days: tuple[date, date] | None
    known: tuple[date, date] | None
    town: str | None
    money: MoneyMention | None
    counts: Mapping[str, QuantityMention]
    apart: bool

    @property
    def heads(self) -> frozenset[str]:
        """All that it may be known by, names aside."""
        return self.documents | self.things | self.posts


class _Words:
    """A sentence cut into words in lower case, for fast look-up of many words and phrases.

    Attributes:
        each: Its words.
        line: All of them in order, with a blank around each.
    """

    __slots__ = ("each", "line")

    def __init__(self, text: str) -> None:
        found = _WORD.findall(text.lower())
        if "'" in text or "’" in text:
            found = [_OWNED.sub("", w) if "'" in w or "’" in w else w for w in found]
        self.each = frozenset(found)
        self.line = f" {' '.join(found)} "


class _Lexicon:
    """Words and phrases that are looked for."""

    __slots__ = ("_phrases", "_single")

    def __init__(self, words: Iterable[str], *, plural: bool = False) -> None:
        forms = [*words]
        if plural:
            forms += [f"{word}s" for word in forms]
        self._single = frozenset(word for word in forms if " " not in word)
        self._phrases: dict[str, list[str]] = defaultdict(list)
        for word in forms:
            if " " in word:
                self._phrases[word.partition(" ")[0]].append(word)

    def found(self, words: _Words) -> frozenset[str]:
        """Those that a sentence has."""
        found = self._single & words.each
        begun = self._phrases.keys() & words.each
        if begun:
            phrases = (phrase for first in begun for phrase in self._phrases[first])
            found |= {phrase for phrase in phrases if f" {phrase} " in words.line}
        return found


class HappeningReader:
    """Reads the sentences of documents."""

    def __init__(self, words: Happenings) -> None:
        self._acts = tuple((act.told, _Lexicon(act.words)) for act in words.acts)
        self._any_act = _Lexicon(word for act in words.acts for word in act.words)
        self._in_acts = sorted(
            {max(told.split(), key=len) for act in words.acts for told in act.words}
        )
        self._documents = _Lexicon(words.documents, plural=True)
        self._things = _Lexicon((*words.works, *words.gatherings, *words.money), plural=True)
        self._posts = _Lexicon(words.posts)
        self._apart = _Lexicon(words.apart)
        heads = (*words.documents, *words.works, *words.gatherings, *words.money)
        self._refers = re.compile(
            rf"\b(?:{'|'.join(words.refers)})\s+(?:[\w-]+\s+){{0,2}}?{any_of(heads)}s?\b",
            re.IGNORECASE,
        )
        self._topic = re.compile(
            rf"\b{any_of(heads)}s? (?:on|for|about|concerning) (?P<topic>(?:[\w’-]+ ?){{1,4}})"
        )

    def happenings(self, sheet: Sheet) -> list[Happening]:
        """What a document tells, in text order."""
        found: list[Happening] = []
        # Few of the words stand in a text, and most sentences have none of them.
        acts = [w for w in self._in_acts if w in sheet.words or (not w.isalnum() and sheet.has(w))]
        for sentence, mentions in _with_values(sheet) if acts else ():
            lower = sheet.lower[sentence.start : sentence.end]
            if not any(word in lower for word in acts):
                continue
            told = self._read(sheet, sentence, mentions)
            if told is not None:
                earlier = self._meant(sheet, told, found)
                found.append(told if earlier is None else _joined(told, earlier))
        return found

    def _read(self, sheet: Sheet, sentence: Span, mentions: Sequence[Mention]) -> Happening | None:
        words = _Words(sheet.text[sentence.start : sentence.end])
        if not self._any_act.found(words):
            return None
        acts = frozenset(told for told, lexicon in self._acts if lexicon.found(words))
        text = sheet.text[sentence.start : sentence.end]
        apart = any(not _in_names_only(word, text) for word in self._apart.found(words))
        # What lies ahead, or is a part, is only looked at where sides met.
        if not acts or (apart and _MEETING not in acts):
            return None
        counts = _counts(sheet, sentence, mentions)
        documents = _singular_of(self._documents.found(words))
        things = (_singular_of(self._things.found(words)) | {*counts}) - documents
        posts = _singular_of(self._posts.found(words))
        if not (documents or things or posts):
            return None
        persons = _of(PersonMention, mentions)
        day = _day(mentions)
        return Happening(
            span=sentence,
            acts=acts,
            documents=documents,
            things=things,
            posts=posts,
            names=_names(sheet, sentence, mentions) - documents - things,
            topic=frozenset(
                word
                for m in self._topic.finditer(words.line)
                for word in words_key(m["topic"])
                if len(word) > _FEWEST_LETTERS
            ),
            parties=frozenset(m.name for m in _of(PartyMention, mentions)),
            persons=frozenset(without_accents(m.name.split()[-1]).casefold() for m in persons),
            days=day,
            known=day,
            town=_town(sheet, sentence, mentions),
            money=_only(_of(MoneyMention, mentions)),
            counts=counts,
            apart=apart,
        )

    def _meant(self, sheet: Sheet, told: Happening, before: list[Happening]) -> Happening | None:
        """The sentence that names what "the bridge" or "it" of another stands for."""
        if not before or (told.names and len(told.parties) > 1):
            return None
        if _IT.match(sheet.text, told.span.start):
            return before[-1]
        if not self._refers.search(sheet.text, told.span.start, told.span.end):
            return None
        words = told.documents | told.things
        return next((b for b in reversed(before) if words & (b.documents | b.things)), None)


def _in_names_only(word: str, text: str) -> bool:
    """Whether a number stands in names alone: "the Chirundu Second Bridge"."""
    if word not in NUMBERS or text[: len(word)].lower() == word:
        return False
    return re.search(rf"\b{word}\b", text) is None


def _with_values(sheet: Sheet) -> Iterator[tuple[Span, list[Mention]]]:
    """Sentences that hold a day, place, sum or count, each with what it names."""
    mentions = sorted(sheet.mentions, key=lambda m: m.start)
    starts = [m.start for m in mentions]
    for sentence in sheet.sentences:
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        within = [m for m in mentions[first:last] if m.end <= sentence.end]
        if any(isinstance(m, _VALUES) for m in within):
            yield sentence, within


def _of(kind: type[M], mentions: Iterable[Mention]) -> list[M]:
    return [m for m in mentions if isinstance(m, kind)]


def _joined(told: Happening, earlier: Happening) -> Happening:
    """A sentence with what an earlier one knows of the thing it speaks of."""
    return replace(
        told,
        documents=told.documents or earlier.documents,
        things=told.things or earlier.things,
        names=told.names | earlier.names,
        topic=told.topic | earlier.topic,
        parties=told.parties | earlier.parties,
        known=told.days or earlier.known,
    )


def happenings(sheet: Sheet) -> tuple[Happening, ...]:
    """What the sentences of a document tell, in text order."""
    return tuple(_reader().happenings(sheet))


@cache
def _reader() -> HappeningReader:
    return HappeningReader(happening_words())


def _in_place(sheet: Sheet, sentence: Span, mention: Mention) -> bool:
    """Whether words say that something is in a place."""
    start = max(sentence.start, mention.start - _BEFORE)
    return _IN.search(sheet.text[start : mention.start]) is not None


def towns_in(sheet: Sheet, sentence: Span) -> frozenset[str]:
    """The places in which a sentence says that something is."""
    places = sheet.mentions_of(PlaceMention, sentence)
    return frozenset(m.name for m in places if _in_place(sheet, sentence, m))


def _town(sheet: Sheet, sentence: Span, mentions: Iterable[Mention]) -> str | None:
    """The only place in which a sentence says that something is."""
    places = _of(PlaceMention, mentions)
    named = {m.name for m in places if _in_place(sheet, sentence, m)}
    return named.pop() if len(named) == 1 else None


def _singular_of(words: Iterable[str]) -> frozenset[str]:
    return frozenset(_singular(word) for word in words)


def _singular(word: str) -> str:
    plain = word.casefold()
    return plain if plain.endswith("ss") else plain.removesuffix("s")


def _only(mentions: Sequence[MoneyMention]) -> MoneyMention | None:
    return mentions[0] if len(mentions) == 1 and mentions[0].high is None else None


def _day(mentions: Iterable[Mention]) -> tuple[date, date] | None:
    """The only days that a sentence states."""
    days = {d for m in _of(TimeMention, mentions) if (d := stated_days(m))}
    return days.pop() if len(days) == 1 else None


def _counts(
    sheet: Sheet, sentence: Span, mentions: Iterable[Mention]
) -> Mapping[str, QuantityMention]:
    """What a sentence counts once, by the last word of the unit."""
    found: dict[str, QuantityMention | None] = {}
    for mention in _of(QuantityMention, mentions):
        unit = _singular(mention.unit.split()[-1])
        before = sheet.text[max(sentence.start, mention.start - _BEFORE) : mention.start]
        over = mention.bound is Bound.MORE_THAN and _VERB_OVER.search(before)
        found[unit] = None if unit in found else replace(mention, bound=None) if over else mention
    return {unit: mention for unit, mention in found.items() if mention is not None}


def _names(sheet: Sheet, sentence: Span, mentions: Sequence[Mention]) -> frozenset[str]:
    """Words with a capital that name no side, person or place that something is in."""
    taken = [
        m
        for m in mentions
        if (isinstance(m, PartyMention | PersonMention) and m.text[:1].isupper())
        or (isinstance(m, PlaceMention) and _in_place(sheet, sentence, m))
    ]
    found = {
        _OWNED.sub("", without_accents(word[0])).casefold()
        for word in _CAPITAL.finditer(sheet.text, sentence.start, sentence.end)
        if not any(m.start <= word.start() < m.end for m in taken)
    }
    names = found - _CALENDAR - happening_words().no_names
    return frozenset(word for word in names if len(word) >= _FEWEST_LETTERS)
