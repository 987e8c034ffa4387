"""Years that have passed since something began: "exactly ten years after the fund was set up"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.checks.lengths import is_hedged
from communique.checks.wording import any_of, whole
from communique.model.span import Span
from communique.vocab.beginnings import BeginningWords

# Of these one stands in all that the pattern fits.
_PARTS = (
    "ears after",
    "ears since",
    "ears from",
    "ears ago",
    "ears old",
    "ecade",
    "entury",
    "turn",
)
# That all begins with one set of signs lets the search skip everything else.
_GATE = re.compile(
    r"[ydct](?:(?<=\by)ears (?:after|since|from|ago|old)\b|(?<=\bd)ecades?\b|(?<=\bc)entury\b"
    r"|(?<=\bt)urn(?:s|ed)\b)"
)
_TO_VERB = r"\s+(?:was|were|had been)\s+(?:\w+ly\s+)?"
_EXACT = re.compile(r"\b(?:exactly|precisely)\s+$|\bto the (?:very )?day\b", re.I)


@dataclass(frozen=True, slots=True)
class Elapsed:
    """That so many years have passed since something began.

    Attributes:
        count: How many.
        act: The verb or noun that tells how it began; empty where only its age is told.
        thing: Where the name of the thing stands.
        start: First code point of the words.
        end: One past their last.
        slack: By how many years the count may be off, as years are not counted to the day.
    """

    count: int
    act: str
    thing: Span
    start: int
    end: int
    slack: int


def places(text: str) -> Iterator[int]:
    """Where a text may tell of such years."""
    told = any(part in text for part in _PARTS)
    return (found.start() for found in (_GATE.finditer(text) if told else ()))


class ElapsedReader:
    """Finds years that have passed."""

    def __init__(self, words: BeginningWords, verbs: Iterable[str], nouns: Iterable[str]) -> None:
        self._counts = {**words.counts, **words.spans}
        counts, spans = any_of(words.counts), any_of(words.spans)
        number = rf"(?P<count>\b(?:\d{{1,3}}|{counts})\s+years|{spans})"
        verb, noun = rf"(?P<verb>{any_of(verbs)})", rf"(?P<noun>{any_of(nouns)})"
        thing = r"(?P<thing>[^.;:,]{4,110}?)"
        self._after = tuple(
            re.compile(pattern, re.IGNORECASE)
            for pattern in (
                rf"{number}\s+(?:after|since)\s+{thing}{_TO_VERB}{verb}\b",
                rf"{number}\s+(?:after|since|from)\s+the\s+{noun}\s+of\s+"
                r"(?P<thing>[^.;:,]{4,110})",
            )
        )
        self._ago = tuple(
            re.compile(pattern, re.IGNORECASE)
            for pattern in (
                rf"(?P<thing>[^.;:,]{{4,110}}?){_TO_VERB}{verb}(?:\s+in\s+[A-Z]\w+)?\s+"
                rf"(?:exactly\s+)?{number}\s+ago\b",
                rf"{number}\s+ago(?:\s+today)?,?\s+{thing}{_TO_VERB}{verb}\b",
            )
        )
        turned = any_of(words.counts)
        self._turned = tuple(
            re.compile(pattern)
            for pattern in (
                rf"(?P<thing>[A-Z][^.;:,]{{3,110}}?)\s+(?:turn(?:s|ed)|is turning|has turned)\s+"
                rf"(?P<count>\d{{1,3}}|{turned})"
                r"(?=\s*(?:[.,;]|$)|\s+(?:this|today|on|in|years old)\b)",
                rf"(?P<thing>[A-Z][^.;:,]{{3,110}}?)\s+is\s+{number}\s+old\b",
            )
        )
        self._now = whole(words.now)

    def read(self, text: str, sentence: Span) -> Iterator[Elapsed]:
        """What a sentence tells of years that have passed until now, or until its own day."""
        told = text[sentence.start : sentence.end]
        now = self._now.search(told) or re.search(r"\b(?:19|20)\d\d\b", told)
        after = self._after if now else ()
        # Some cost much in long sentences, and most sentences have none of their words.
        ago = self._ago if "ago" in told.lower() else ()
        turned = self._turned if "turn" in told or "old" in told else ()
        for patterns, slack in ((after, 1), (ago, 1), (turned, 0)):
            for pattern in patterns:
                for found in pattern.finditer(text, sentence.start, sentence.end):
                    if not is_hedged(text, found.start("count")):
                        yield self._elapsed(text, sentence, found, slack)

    def _elapsed(self, text: str, sentence: Span, found: re.Match[str], slack: int) -> Elapsed:
        count = " ".join(found["count"].lower().removesuffix("years").split())
        groups = found.groupdict()
        before = text[sentence.start : found.start("count")]
        exact = _EXACT.search(before) or _EXACT.search(text, found.end("count"), sentence.end)
        return Elapsed(
            count=int(count) if count.isdigit() else self._counts[count],
            act=(groups.get("verb") or groups.get("noun") or "").lower(),
            thing=Span(*found.span("thing")),
            start=min(found.start("count"), found.start("thing")),
            end=max(found.end(), found.end("count")),
            slack=0 if exact else slack,
        )
