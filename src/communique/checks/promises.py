"""Sentences in which one side promises another something, read without claims.

What nobody can check is seldom a claim: it has no sum, no number and no day.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from communique.checks.days import MONTHS, WEEKDAYS
from communique.checks.phrases import offsets
from communique.checks.seen import Sheet
from communique.checks.wording import any_of, first_words, whole
from communique.claims.referent import party_of
from communique.model.mention import PartyMention, PlaceMention
from communique.model.span import Span
from communique.records.comparing.labels import purpose_of
from communique.records.comparing.parties import Sides
from communique.vocab.commitment_checks import commitment_words
from communique.vocab.words import words_of

# The giver stands this near before the verb, in code points.
_REACH = 90
# Behind a verb in the passive, and what may follow the giver: no "by Chinese contractors".
_BY = re.compile(
    r"\b(?:by|from) (?:the )?(?:(?:[Gg]overnment|[Rr]epublic|[Kk]ingdom) of (?:the )?)?"
)
_AGENT = re.compile(rf"\bby (?:the )?(?=[A-Z])(?!{any_of((*MONTHS, *WEEKDAYS))}\b)")
_AFTER_GIVER = re.compile(
    r"[.,;:)\"”]|\s*$|[’']s? government\b"
    r"| (?:in|to|for|on|as|under|through|with|and|which|at|during|after|following)\b"
)
_TO_BE = ("will", "shall", "is to", "are to", "would")
_QUOTED = re.compile(r"[\"“«][^\"“”«»]*[,.!?]?[\"”»]")


@dataclass(frozen=True)
class Promise:
    """A sentence that promises something without a sum or a day.

    Attributes:
        sentence: Where it stands.
        by: The side that promises.
        to: The side that is promised it.
        words: Stems of what is promised.
        exact: Whether the next sentence tells a sum or a day of it.
    """

    sentence: Span
    by: str
    to: str
    words: frozenset[str]
    exact: bool


@dataclass(frozen=True)
class Promises:
    """Reads promises of documents.

    Attributes:
        sides: Tells parties.
    """

    sides: Sides

    def of(self, sheet: Sheet) -> Iterator[Promise]:
        """The promises of a document whose own sentence tells no sum and no day."""
        spans = sheet.sentences
        active = _in_sentences(self._wording, self._vowing, sheet)
        suffered = _in_sentences(self._passive, self._suffering, sheet)
        for place in sorted(active.keys() | suffered.keys()):
            found, passive, span = active.get(place), suffered.get(place), spans[place]
            text = sheet.text[span.start : span.end]
            said = self.actively(text)
            if self.is_soft(said) or self._told.search(said):
                continue
            following = "".join(sheet.text[s.start : s.end] for s in spans[place + 1 : place + 2])
            exact = bool(self._exact.search(following)) and self._goes_on(text, following)
            if passive is not None:
                yield from self._suffered(sheet, span, passive, exact)
            elif found is not None:
                yield from self._between(sheet, span, found, exact)

    def actively(self, text: str) -> str:
        """Words without a passive and its "by".

        "Will be delivered" is no report of a delivery, and "by Australia" sets no day.
        """
        found = self._passive.search(text)
        if found is None:
            return text
        return f"{text[: found.start()]}{_AGENT.sub(' ', text[found.end() :])}"

    def is_passive(self, text: str) -> bool:
        """Whether words promise something in the passive: "buses will be given to Togo"."""
        return self._passive.search(text) is not None

    def is_soft(self, text: str) -> bool:
        """Whether words promise nothing, or nothing that could be given."""
        return self._vague.search(text) is not None

    def _between(
        self, sheet: Sheet, span: Span, found: re.Match[str], exact: bool
    ) -> Iterator[Promise]:
        """The promise of a sentence, if giver and receiver are two that are known."""
        verb = found.start()
        by = self._giver(sheet, span, verb)
        if by is None:
            return
        after = sheet.text[found.end() : span.end]
        to = next((side for side in self._receivers(sheet, span, found) if side != by), None)
        if to is None or not self.sides.several((by, to)):
            return
        purpose = purpose_of(after, self.sides, {by, to})
        yield Promise(span, by, to, frozenset(w for w in purpose.words if w[0] != "@"), exact)

    def _suffered(
        self, sheet: Sheet, span: Span, found: re.Match[str], exact: bool
    ) -> Iterator[Promise]:
        """The promise of a sentence in the passive: "will be supplied to Tuvalu by Australia"."""
        giver = self._agent(sheet, Span(found.end(), span.end))
        if giver is None:
            return
        text = sheet.text[span.start : span.end]
        # "A hospital in Kigali will be built by": the place stands before the verb.
        places = [m.country for m in sheet.mentions_of(PlaceMention, span) if m.country is not None]
        to = next((s for s in (*self._receivers(sheet, span, found), *places) if s != giver), None)
        if to is None or not self.sides.several((giver, to)):
            return
        purpose = purpose_of(f"so {text.replace(found[0], ' ')}", self.sides, {giver, to})
        yield Promise(span, giver, to, frozenset(w for w in purpose.words if w[0] != "@"), exact)

    def _agent(self, sheet: Sheet, behind: Span) -> str | None:
        """The side named right behind "by", or "from" where it gives something."""
        for mention in sheet.mentions_of(PartyMention, behind):
            before = [*_BY.finditer(sheet.text, behind.start, mention.start)]
            if not before or before[-1].end() != mention.start:
                continue
            side = self.sides.of_party(party_of(mention))
            known = self.sides.knows(side) and not self.sides.plural(side)
            after = _AFTER_GIVER.match(sheet.text, mention.end, behind.end)
            gift = not self._no_gift.search(sheet.text, behind.start, before[-1].start())
            return side if known and after and gift else None
        return None

    def _giver(self, sheet: Sheet, span: Span, verb: int) -> str | None:
        """The party named last before the verb; of "we will", whoever is quoted."""
        start = max(span.start, verb - _REACH)
        if self._own.search(sheet.text, start, verb):
            quoted = _QUOTED.search(sheet.text, span.start, span.end)
            return next(self._mentioned(sheet, quoted.end(), span.end), None) if quoted else None
        named = list(self._mentioned(sheet, start, verb))
        return named[-1] if named else None

    def _receivers(self, sheet: Sheet, span: Span, found: re.Match[str]) -> Iterator[str]:
        """Who may receive, the likeliest first: named behind, before, or whose text it is."""
        yield from self._named(sheet, found.start(), span.end)
        inside = (m for m in sheet.mentions_of(PlaceMention, span) if m.start >= found.start())
        yield from (m.country for m in inside if m.country is not None)
        yield from self._named(sheet, span.start, found.start())
        for party in (*sheet.facts.speaks_for, *sheet.facts.subjects):
            side = self.sides.of_party(party)
            if self.sides.knows(side):
                yield side

    def _mentioned(self, sheet: Sheet, start: int, end: int) -> Iterator[str]:
        """Known sides named between two places, regions left out."""
        for mention in sheet.mentions_of(PartyMention):
            if start <= mention.start and mention.end <= end:
                side = self.sides.of_party(party_of(mention))
                if self.sides.knows(side) and not self.sides.plural(side):
                    yield side

    def _named(self, sheet: Sheet, start: int, end: int) -> Iterator[str]:
        """Known sides named between two places, also by adjectives."""
        yield from self._mentioned(sheet, start, end)
        folded = self.sides.folded(words_of(sheet.text[start:end]))
        yield from (word[1:] for word in folded if word.startswith("@"))

    def _goes_on(self, text: str, following: str) -> bool:
        """Whether a sentence goes on about what the one before it promises."""
        if self._referring.match(following):
            return True
        one, other = (purpose_of(f"so {t}", self.sides).words for t in (text, following))
        return bool({w for w in one if w[0] != "@"} & {*other})

    @cached_property
    def _wording(self) -> re.Pattern[str]:
        words = commitment_words()
        vow, deed = any_of(words.promising), any_of(words.deeds)
        kinds, help_ = any_of(words.help_kinds), any_of(words.help_nouns)
        helping, object_ = any_of(words.helping), r"(?:[\w’'.-]+ ){1,7}?"
        # "Undertook to send", "will help Peru with", "promised new loans".
        with_what = r"(?:with|in (?:the )?(?:\w+ing|\w+ion|renewal))"
        between = r"(?:(?:it would|they would|that it will|also|jointly|further) )?(?:to )?"
        return re.compile(
            rf"\b(?:{vow}) {between}"
            rf"(?:(?:{deed})\b|(?:{helping}) {object_}{with_what}\b"
            rf"|(?:(?:{kinds}) )+(?:{help_})\b|{any_of(words.sure_nouns)}\b)",
            re.IGNORECASE,
        )

    @cached_property
    def _passive(self) -> re.Pattern[str]:
        """A verb of giving in the passive, or of receiving, of what is to come."""
        words = commitment_words()
        to_be = rf"{any_of(_TO_BE)} (?:also |soon |jointly )?be"
        return re.compile(
            rf"\b(?:{to_be} {any_of(words.deeds_done)}"
            rf"|{any_of(words.promised_to | words.receiving)})\b",
            re.IGNORECASE,
        )

    @cached_property
    def _vowing(self) -> frozenset[str]:
        """The first words of what `_wording` fits."""
        return first_words(commitment_words().promising)

    @cached_property
    def _suffering(self) -> frozenset[str]:
        """The first words of what `_passive` fits."""
        words = commitment_words()
        return first_words((*_TO_BE, *words.promised_to, *words.receiving))

    @cached_property
    def _no_gift(self) -> re.Pattern[str]:
        return whole(commitment_words().no_gift)

    @cached_property
    def _vague(self) -> re.Pattern[str]:
        return whole(commitment_words().no_promise)

    @cached_property
    def _told(self) -> re.Pattern[str]:
        words = commitment_words()
        return re.compile(
            rf"[$€£¥\d]|\b{any_of(words.dated | words.currency_words)}\b", re.IGNORECASE
        )

    @cached_property
    def _exact(self) -> re.Pattern[str]:
        """A sum, a year, or words that set a day."""
        words = commitment_words()
        return re.compile(
            rf"[$€£¥]|\b\d{{4}}\b|\b{any_of(words.setting_a_day | words.currency_words)}\b",
            re.IGNORECASE,
        )

    @cached_property
    def _own(self) -> re.Pattern[str]:
        return re.compile(r"[\"“«][^\"”»]*\b(?:[Ww]e|I|[Oo]ur country)(?: also)? $")

    @cached_property
    def _referring(self) -> re.Pattern[str]:
        return re.compile(r"(?:It|This|They|These|He|She|The (?:sum|money|aid|first|grant|loan))\b")


@cache
def _minding_case(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """A pattern whose words are in lower case, for texts in lower case."""
    return re.compile(pattern.pattern, pattern.flags & ~re.IGNORECASE)


def _in_sentences(
    pattern: re.Pattern[str], first: frozenset[str], sheet: Sheet
) -> dict[int, re.Match[str]]:
    """The first match in each sentence that has one, by the number of the sentence.

    A sentence is searched by itself only where the text has a match that begins in it, which one
    of the first words must.
    """
    found: dict[int, re.Match[str]] = {}
    plain, lower = _minding_case(pattern), sheet.lower
    starts = sorted(s for s in offsets(lower, first & sheet.words) if plain.match(lower, s))
    for number, span in enumerate(sheet.sentences) if starts else ():
        place = bisect_left(starts, span.start)
        if place < len(starts) and starts[place] < span.end:
            inside = pattern.search(sheet.text, span.start, span.end)
            if inside is not None:
                found[number] = inside
    return found
