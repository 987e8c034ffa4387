"""Whether a text tells what happens on a day as done or as still to come, without a parse.

Only plain wording is read, in which the verb stands beside the day; all else is left open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from communique.checks.wording import any_of, whole
from communique.model.span import Span
from communique.vocab.tenses import Tenses

#: How far, in code points, a verb may stand from its day.
_REACH = 140
_TAIL = 80
_FRONTED = re.compile(r"(?:^|[,;]\s+|\b(?:and|but|then)\s+)(?:[Oo]n\s+)(?:the\s+)?$")
_ON = re.compile(r"(?:\s+|,\s+)on\s+(?:the\s+)?$")
# "the meeting held in Lima on 3 May": without an object the verb is a participle.
_NO_OBJECT = re.compile(r"\s*(?:$|(?:in|at|by|with|on|near|here|there)\b)")
# "in force since 3 May 2024": whatever the verb, it is done; without a year it is an earlier one.
_YEAR = re.compile(r"\d{4}")
_SINCE = re.compile(r"\bsince\s+$", re.I)
# Another clause, another day or an infinitive between a verb and a day: it is not the verb's own.
_SIGNS = re.compile(
    r"[;:()\"“”\n\d]|\bto\s+[a-z]|,\s+(?:so|and|but|it|he|she|they|we|the|this|these|while|as)\b"
)


class Told(Enum):
    """How an act is told."""

    DONE = "done"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that tells what happens on a day, with its place in the text."""

    told: Told
    start: int
    end: int
    takes_gathering: bool


class TenseReader:
    """Reads the verb beside a day."""

    def __init__(self, words: Tenses) -> None:
        passive = rf"(?:was|were|has been|have been|had been)\s+(?:\w+ly\s+)?{any_of(words.done)}"
        self._verb = re.compile(
            rf"\b(?:(?P<ahead>{any_of(words.ahead)})\s+(?:(?:also|then|\w+ly)\s+)?{any_of(words.verbs)}"
            rf"|(?P<passive>{passive})|(?P<happened>{any_of(words.happened)})"
            rf"|(?P<gathered>{any_of(words.gathered)})|(?P<acted>{any_of(words.acted)}))\b",
            re.I,
        )
        self._gathering = whole(words.gatherings)
        self._between = whole(words.between)
        self._unreal = re.compile(rf"\b{any_of(words.unreal)}\s+(?:\w+ly\s+)?$", re.I)
        self._retold = whole(words.retold)

    def verb_of(self, text: str, sentence: Span, start: int, end: int) -> Verb | None:
        """The verb that tells what happens on the day that stands from `start` to `end`."""
        if self._retold.search(text, sentence.start, sentence.end):
            return None
        before = text[max(sentence.start, start - _REACH) : start]
        since = _SINCE.search(before)
        if since and _YEAR.search(text, start, end):
            at = start - len(before) + since.start()
            return Verb(Told.DONE, at, at + len("since"), False)
        if _FRONTED.search(before):
            return self._behind(text, end, min(end + _REACH, sentence.end))
        on = _ON.search(before)
        return self._before(before[: on.start()], start - len(before)) if on else None

    def _before(self, before: str, offset: int) -> Verb | None:
        """The verb right before "on" and the day."""
        verbs = list(self._verb.finditer(before))
        if not verbs or self._unreal.search(before[: verbs[-1].start()]):
            return None
        verb = _verb(verbs[-1], offset)
        tail = before[verbs[-1].end() :]
        if len(tail) > _TAIL or _SIGNS.search(tail) or self._between.search(tail):
            return None
        if verbs[-1].lastgroup in {"gathered", "acted"} and _NO_OBJECT.match(tail):
            return None
        gatherings = len(self._gathering.findall(tail))
        return verb if gatherings <= verb.takes_gathering else None

    def _behind(self, text: str, start: int, end: int) -> Verb | None:
        """The first verb behind a day at the head of its clause."""
        match = self._verb.search(text, start, end)
        if match is None or self._unreal.search(text[start : match.start()]):
            return None
        between = text[start : match.start()]
        if re.search(r"[;:()\"“”\n]", between) or self._between.search(between):
            return None
        return _verb(match, 0)


def _verb(match: re.Match[str], offset: int) -> Verb:
    told = Told.AHEAD if match["ahead"] else Told.DONE
    words = match[0].casefold()
    takes = bool(match["gathered"]) or words.endswith(("hold", "host", "attend", "pay", "chair"))
    return Verb(told, offset + match.start(), offset + match.end(), takes)
