"""Names of gatherings and of the bodies that meet, as they stand in texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from communique.checks.background import Background
from communique.checks.naming import Name, Namer, plain_word
from communique.checks.seen import Sheet
from communique.checks.wording import any_of
from communique.model.span import Span
from communique.records.comparing.parties import tokens_of
from communique.vocab.occasions import OccasionWords, occasion_words

_ROMAN = {"II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10,
          "XI": 11, "XII": 12, "XIII": 13, "XIV": 14, "XV": 15, "XVI": 16, "XVII": 17,
          "XVIII": 18, "XIX": 19, "XX": 20}  # fmt: skip
_NUMBERED = re.compile(r"\d(?i:st|nd|rd|th)\b")
_TOKEN = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*(?:[’']s?\b)?|[–—/&+-]|\S")
# A name is no longer.
_MOST_TOKENS = 18
_DAY = re.compile(r"\d|January|February|March|April|May|June|July|August|September|October"
                  r"|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")  # fmt: skip
# From a number to the noun of the gathering.
_BEFORE_NOUN = 100
# "on Trade, Economic and Technical Cooperation".
_LISTED = re.compile(r"\s+(?:[A-Z][\w-]+,?\s+){1,4}and\s+[A-Z]")
_PAIR = 2
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'.]*"
_JOINED = r"(?:\s*[–—/-]\s*|\s+)(?:(?:of|and|for|on|the|&)\s+){0,2}"


class OccasionNames:
    """Finds names of gatherings, with and without numbers."""

    def __init__(self, background: Background) -> None:
        self._sides = background.lore.sides
        self.side = self._sides.of_party
        self._words: OccasionWords = occasion_words()
        self._values = {**dict(background.lore.titles.wording.ordinals), "first": 1, "inaugural": 1}
        # Of "twenty-first" it is "first", as `Sheet.words` has it.
        told = (*self._values, *map(str.lower, _ROMAN))
        self._ends_of_numbers = frozenset(re.findall(r"\w+", number)[-1] for number in told)
        self.number = re.compile(rf"\b{self.ordinal()}\s+(?=[\w“\"])", re.I)
        self._kinds = {
            plain_word(w): kind
            for of_kind in (self._words.gatherings, self._words.bodies)
            for kind, ws in of_kind.items()
            for w in ws
        }
        self.namer = Namer(self._sides, self._kinds, self._words.empty)
        nouns = [*self._kinds, *(f"{noun}s" for noun in self._kinds)]
        titled = any_of(noun.capitalize() for noun in nouns)
        self._titled = re.compile(rf"(?<![\w–-])(?:{_CAPITAL}{_JOINED}){{1,8}}{titled}\b")
        joint = any_of(noun for noun, kind in self._kinds.items() if kind in self._words.joint)
        self._bare = re.compile(
            rf"\b(?:a|an|the|their|held|first)\s+(?P<words>(?:[\w-]+\s+){{0,3}}?{joint})\b(?!\s+of\b)"
        )

    def ordinal(self, name: str = "") -> str:
        """A pattern of a number in words, figures or Roman letters, with groups after a name."""
        words = "|".join(sorted(self._values))
        return (
            rf"(?:(?P<{name}word>{words})(?:[- ]ever)?|(?P<{name}digits>\d{{1,3}})(?:st|nd|rd|th)"
            rf"|(?P<{name}roman>(?-i:{'|'.join(_ROMAN)})))"
        )

    def value(self, found: re.Match[str], name: str = "") -> int:
        """The number that a match of `ordinal` tells."""
        if found[f"{name}word"]:
            return self._values[found[f"{name}word"].lower()]
        digits = found[f"{name}digits"]
        return int(digits) if digits else _ROMAN[found[f"{name}roman"].upper()]

    def may_number(self, sheet: Sheet) -> bool:
        """A cheap look whether a text holds a number as `ordinal` tells it."""
        return (
            not self._ends_of_numbers.isdisjoint(sheet.words)
            or _NUMBERED.search(sheet.text) is not None
        )

    def numbers(self, sheet: Sheet) -> Iterator[re.Match[str]]:
        """Numbers that stand before a noun of gatherings; elsewhere none is looked for."""
        text, lower = sheet.text, sheet.lower
        nouns = [noun for noun in self._kinds if sheet.has(noun)]
        ends = {m.start() for noun in nouns for m in re.finditer(noun, lower)}
        done = 0
        for end in sorted(ends):
            start = max(done, end - _BEFORE_NOUN)
            if start < end:
                yield from self.number.finditer(text, start, end + 1)
                done = end

    def end(self, text: str, start: int) -> int | None:
        """Where the name of a gathering ends that begins at an offset; None if it is none."""
        end, gathering = start, False
        line = text.find("\n", start)
        tokens = _TOKEN.finditer(text, start, len(text) if line < 0 else line)
        for token in islice(tokens, _MOST_TOKENS):
            word, lower = token[0], token[0].lower()
            if lower in self._words.stops or self._ends(text, token):
                break
            if word[0].isalnum():
                end = token.end()
            gathering = gathering or self._is_kind(lower)
        return end if gathering else None

    def says_enough(self, name: Name) -> bool:
        """Whether a name is that of one series, without a look at what stands around it."""
        if not name.kinds or (name.kinds <= self._words.bare and not name.words):
            return False
        if name.kinds <= self._words.bodies.keys():
            return len(name.parties) >= _PAIR or bool(name.proper)
        return name.known

    def titled(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[tuple[Span, Name]]:
        """Names of gatherings that stand with capitals and no number."""
        for found in self._titled.finditer(text, start, len(text) if end is None else end):
            stop = self.end(text, found.start())
            name = self.namer.name(text[found.start() : max(stop or 0, found.end())])
            if self.says_enough(name):
                yield Span(found.start(), max(stop or 0, found.end())), name

    def joint(self, text: str) -> Iterator[Name]:
        """What two sides have, and only they: "The leaders of A and B met for a summit"."""
        parties = self.namer.parties(text)
        if len(parties) == _PAIR:
            for found in self._bare.finditer(text):
                name = self.namer.name(found["words"])
                if not name.parties and not name.proper:
                    yield name.with_parties(parties)

    def _ends(self, text: str, token: re.Match[str]) -> bool:
        """Whether a sign, or "on" and "and" before something new, ends a name."""
        word = token[0]
        if word == ",":
            return _LISTED.match(text, token.end()) is None
        if not word[0].isalnum():
            return word not in "–—/&+-“”\"'"
        follows = text[token.end() : token.end() + 48].lstrip().removeprefix("the ")
        match word.lower():
            case "on":
                return _DAY.match(follows) is not None
            case "and":
                if self.number.match(follows):  # "and the fourth exercise"
                    return True
                return not follows[:1].isupper() and self._kind_before(text, token.start())
            case "to":
                return not follows[:1].isupper()
            case "with":
                return next(self._sides.folded(tokens_of(follows)), "")[:1] != "@"
        return False

    def _kind_before(self, text: str, end: int) -> bool:
        words = text[max(0, end - 24) : end].lower().split()
        return bool(words) and self._is_kind(words[-1])

    def _is_kind(self, word: str) -> bool:
        return plain_word(word) in self._kinds
