"""CAL208: a stated duration that its first and last day, or year, contradict."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from communique.checks.background import Background
from communique.checks.days import stated_days
from communique.checks.lengths import Length, exact_length
from communique.checks.picking_up import PicksUp
from communique.checks.rule import DocumentRule, Example, Told
from communique.checks.seen import Sheet
from communique.checks.stretches import Grain, Stretch, is_whole, measured, stretches
from communique.checks.wording import any_of
from communique.model.finding import Finding, Quoted, Severity
from communique.model.mention import TimeMention
from communique.model.span import Span
from communique.vocab.terms import term_words

#: How far, in code points, the days may stand from the duration that they are compared with.
_REACH = 90
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


class DurationContradictsEndPoints(DocumentRule):
    """A duration is stated with its first and last day, or year, and these are not so far apart.

    A visit or trip that is a day shorter than its days counted one by one is a warning only: who
    travels may count the nights.

    Why it matters: one of the two days is wrong, or the duration.

    What to do: look for the programme of the event, or the text of the agreement; correct the dates
    of the claim, or silence the finding if the duration is the slip.

    Known limits: duration and days have to stand in one sentence, or in the next where this goes on
    with the same thing ("The five-day meeting …"); hedged durations ("about ten years") are not
    judged. Years may be counted with or without the first.
    """

    code = "CAL208"
    name = "duration-contradicts-end-points"
    severity = Severity.ERROR
    since = "0.1.0"
    fires = Example(
        (
            Told(
                "The Foreign Minister of Oman paid a three-day visit to Peru from 3 to 7 May 2024.",
                date(2024, 5, 9),
            ),
        ),
        "From 3 to 7 May are five days.",
    )
    quiet = Example(
        (
            Told(
                "The Foreign Minister of Oman paid a three-day visit to Peru from 3 to 5 May 2024.",
                date(2024, 5, 9),
            ),
        ),
        "From 3 to 5 May are three days.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        words = term_words()
        self._travels = _any(words.travels)
        self._lasts = _any((*words.travels, *words.lasts))
        self._parts = _any(words.parts)
        self._picks = PicksUp(words)

    def check(self, sheet: Sheet) -> Iterable[Finding]:
        """What is to be said of a document."""
        mentions = sheet.mentions_of(TimeMention)
        lengths = [length for m in mentions if (length := exact_length(sheet, m))]
        for length in lengths:
            sentence = sheet.sentence_at(length.start)
            if sentence is None or _others(lengths, length, sentence):
                continue
            within = sheet.mentions_of(TimeMention, sentence)
            yield from self._since(sheet, length, within)
            ranges = list(stretches(sheet, sentence))
            if len(ranges) == 1 and ranges[0].end <= length.start:
                yield from self._told_before(sheet, length, ranges[0], sentence)
            elif len(ranges) == 1:
                yield from self._judged(sheet, length, ranges[0], sentence)
            elif not ranges and not any(stated_days(m) for m in within):
                yield from self._gone_on(sheet, length, lengths, sentence)
                yield from self._picked_up(sheet, length, lengths, sentence)

    def _gone_on(
        self, sheet: Sheet, length: Length, lengths: list[Length], sentence: Span
    ) -> Iterator[Finding]:
        """Against days in the next sentence: "A three-day visit … It begins on 3 May and …"."""
        follows = next((s for s in sheet.sentences if s.start >= sentence.end), None)
        if follows is None or sheet.paragraph_at(length.start) != sheet.paragraph_at(follows.start):
            return
        words = sheet.text[sentence.start : follows.end]
        goes_on = _GOES_ON.search(sheet.text[follows.start : follows.end])
        if not goes_on or _others(lengths, length, follows) or self._parts.search(words):
            return
        thing = self._lasts.search(words[: sentence.end - sentence.start])
        ranges = list(stretches(sheet, follows))
        if thing and len(ranges) == 1 and is_whole(sheet, ranges[0], follows):
            quotes = [
                sheet.quote(ranges[0].start, ranges[0].end),
                sheet.quote(length.start, length.end, "duration"),
            ]
            yield from self._compared(length, ranges[0], quotes, words)

    def _picked_up(
        self, sheet: Sheet, length: Length, lengths: list[Length], sentence: Span
    ) -> Iterator[Finding]:
        """Against days in the sentence before: "It ran from 3 to 5 May. The five-day event …"."""
        if not self._picks.may_be_up(sheet, length):
            return
        before = next((s for s in reversed(sheet.sentences) if s.end <= sentence.start), None)
        if before is None or sheet.paragraph_at(length.start) != sheet.paragraph_at(before.start):
            return
        ranges = list(stretches(sheet, before))
        if len(ranges) == 1 and not _others(lengths, length, before):
            yield from self._told_before(sheet, length, ranges[0], Span(before.start, sentence.end))

    def _told_before(
        self, sheet: Sheet, length: Length, stretch: Stretch, around: Span
    ) -> Iterator[Finding]:
        """Against days that stand before the duration: right before it, or taken up by it."""
        if not self._picks.up(sheet, length, stretch, around):
            yield from self._judged(sheet, length, stretch, around)
        elif not self._parts.search(sheet.text[around.start : around.end]):
            quotes = [sheet.quote(stretch.start, length.end)]
            thing = sheet.text[length.start : around.end]
            yield from self._compared(length, stretch, quotes, thing)

    def _judged(
        self, sheet: Sheet, length: Length, stretch: Stretch, sentence: Span
    ) -> Iterator[Finding]:
        between = sheet.text[min(length.end, stretch.end) : max(length.start, stretch.start)]
        thing = self._thing(sheet, length, stretch, between)
        words = sheet.text[sentence.start : sentence.end]
        if not thing or len(between) > _REACH or _PARTED.search(between):
            return
        if self._parts.search(words):
            return
        quotes = [sheet.quote(min(length.start, stretch.start), max(length.end, stretch.end))]
        yield from self._compared(length, stretch, quotes, thing)

    def _compared(
        self, length: Length, stretch: Stretch, quotes: list[Quoted], thing: str
    ) -> Iterator[Finding]:
        """A length against a stretch of time; `thing` are the words of what lasts so long."""
        told, off = measured(length, stretch)
        if off == 0:
            yield self.fits(f"{told}: {length.told}", quotes)
        elif off is not None:
            found = self.found(f"{told}, not {length.told}", quotes)
            longer = (stretch.last - stretch.first).days == length.count
            if longer and length.unit == "D" and self._travels.search(thing):
                found = replace(found, severity=Severity.WARNING)
            yield found

    def _thing(self, sheet: Sheet, length: Length, stretch: Stretch, between: str) -> str | None:
        """The words of what lasts so long, if the stretch is certainly its own."""
        if length.end <= stretch.start:
            if _RIGHT_BEFORE.search(between):
                return sheet.text[length.start : stretch.end]
            noun = self._lasts.search(between) or self._lasting_thing(sheet, length, between)
            close = (
                stretch.grain is Grain.YEARS
                and noun
                and len(between[noun.end() :].split()) > _CLOSE
            )
            return between if noun and not close else None
        before = sheet.text[max(0, stretch.start - 60) : length.start]
        return before if _LASTING.search(between) else None

    def _lasting_thing(self, sheet: Sheet, length: Length, between: str) -> re.Match[str] | None:
        """What a length is told of by a verb: "The fair lasts four days: it opens on …"."""
        before = sheet.text[max(0, length.start - 60) : length.start]
        lasts = _LASTS_SO_LONG.search(before)
        goes_on = lasts is not None and _SET_OFF.match(between) is not None
        return self._lasts.search(before[: lasts.start()]) if lasts and goes_on else None

    def _since(
        self, sheet: Sheet, length: Length, mentions: Iterable[TimeMention]
    ) -> Iterator[Finding]:
        """Such as "in force for ten years, since 2010": against the year of publication."""
        if length.unit != "Y" or sheet.published is None:
            return
        for mention in mentions:
            year = _YEAR.fullmatch(mention.value[:4])
            if year is None or not _is_since(sheet.text, length, mention):
                continue
            passed = sheet.published.year - int(year[0])
            start, end = min(length.start, mention.start), max(length.end, mention.end)
            quotes = [sheet.quote(start, end)]
            told = f"from {year[0]} to {sheet.published.year} are {passed} years"
            if abs(passed - length.count) > 1:
                yield self.found(f"{told}, not {length.count}", quotes)
            else:
                yield self.fits(told, quotes)


# Behind a colon or semicolon the same thing has to go on: "a visit: he lands on 3 May and …".
_PARTED = re.compile(r"[;:](?!\s*(?:it|he|she|they|this)\b)")
# "The fair lasts four days: it opens …", "It goes on for three days, …".
_LASTS_SO_LONG = re.compile(
    r"\b(?:lasts?|lasted|goes on for|went on for|(?:will|to|would|shall) (?:last|go on for|take)"
    r"|takes|took|runs for|ran for)\s+$"
)
_SET_OFF = re.compile(r"^\s*(?:[:;,]|-|–)\s*(?:it|they|the|from|opening|beginning|starting)\b")
# A sentence that goes on with what the one before spoke of.
_GOES_ON = re.compile(r"^(?:It|They|The|This|These|He|She)\b")
#: So many words may stand between a noun such as "programme" and its years.
_CLOSE = 3
# "for three days from 3 to 5 May", "ten years (2015-2024)", "three days in Lima, from 3 to 5 May".
_RIGHT_BEFORE = re.compile(
    r"^\s*(?:(?:in|at)\s+(?-i:[A-Z])[\w’'-]+(?:\s+(?-i:[A-Z])[\w’'-]+){0,2})?"
    r"\s*[,(]?\s*(?:from|between|on|i\.e\.,?|namely)?\s*$",
    re.I,
)
# "from 3 to 5 May, lasting three days", "from 3 to 5 May for three days", "…, which is three days".
_LASTING = re.compile(
    r"^\)?,?\s*(?:(?:and|which|it|will|to|would)\s+)*(?:lasts?|lasting|lasted|for|a total of|in all"
    r"|a period of|that is|i\.e\.,?|altogether"
    r"|(?:which|that|this) (?:is|was|makes|made|means|meant))\s+(?:a (?:period|total) of\s+)?$",
    re.I,
)
# "for ten years, since 2010"; the words before are looked at from "for".
_SINCE = re.compile(r"^for [\w -]+?,?\s+(?:(?:that is|i\.e\.)\s*,?\s*)?(?:ever\s+)?since\s+$", re.I)
# "since 2010, that is for ten years".
_SINCE_BEFORE = re.compile(r"\bsince\s+$", re.I)
_THEN_FOR = re.compile(r"^,?\s+(?:(?:that is|i\.e\.|thus|or|so|now),?\s+)?for\s+$", re.I)


def _is_since(text: str, length: Length, mention: TimeMention) -> bool:
    """Whether a length is said to have passed since a time."""
    if mention.start >= length.end:
        return bool(_SINCE.search(text[max(0, length.start - 4) : mention.start]))
    since = _SINCE_BEFORE.search(text, max(0, mention.start - 8), mention.start)
    return bool(since and _THEN_FOR.search(text[mention.end : length.start]))


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words)}(?:s|es)?\b", re.I)


def _others(lengths: list[Length], length: Length, sentence: Span) -> bool:
    return any(o != length and sentence.start <= o.start < sentence.end for o in lengths)
