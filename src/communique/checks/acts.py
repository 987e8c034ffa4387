"""Acts that a document dates to the day: signings, entries into force, meetings, visits.

They come from claims, whose finders know which agreement "it" is, and from nouns that refer back to
an act that was told already ("since the signing on 18 July").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from communique.checks.days import stated_days, states_year
from communique.checks.seen import Sheet
from communique.checks.wording import whole
from communique.claims.slots.event import Event
from communique.claims.slots.instrument import Instrument
from communique.model.claim import When
from communique.model.mention import PartyMention, PersonMention, TimeMention
from communique.model.span import Span
from communique.model.terms import EventStatus, Modality
from communique.vocab.dated_acts import DatedAct, DatedActs

#: How far around an act, in code points, words may tell that its day is another's.
_NEAR = 48
#: So far before a day, in code points, may stand the name of what is held or opened on it.
_BEFORE = 180
# Behind a name: "of the Organization of Turkic States", "between Laos and Thailand".
_WHOSE = r"(?:\s+(?:of|between|for|over|at|near|on|in)\s+[^,;:.()\d]{3,70}?)?"
_REFERS = r"(?:the|its|their|his|her|this|that|since|after|following|upon)"
#: Days that a document states, each with its mention.
Days = Sequence[tuple[TimeMention, tuple[date, date]]]
_CAPITAL = r"[A-Z][\w'’–-]*"
# What stands behind these is told by itself: "- 9 December: meeting with … - 13 December: call".
_BREAKS = re.compile(r"[;:]|\s[-–—]\s")
_ADJECTIVES = r"(?:(?:formal|official|solemn|joint|bilateral|final)\s+)?"


@dataclass(frozen=True, slots=True)
class Act:
    """An act with its day.

    Attributes:
        told: What sort of act it is, as messages name it.
        day: Its day, or its first.
        last: Its last day.
        year: Whether the words name the year.
        start: First code point of what tells it.
        end: One past its last.
        name: Name of what is signed, held …, as written; None where none is known.
        number: Its number in a series.
        sides: Who takes part, by name.
        place: Where.
        alone: The one side that acts by itself ("Kenya signed the treaty"), which others may do
            on other days; None for a joint act.
        back: Whether the words refer back to an act that was told already.
        open: Whether it lay ahead when the document was published.
    """

    told: str
    day: date
    last: date
    year: bool
    start: int
    end: int
    name: str | None = None
    number: int | None = None
    sides: frozenset[str] = frozenset()
    place: str | None = None
    alone: str | None = None
    back: bool = False
    open: bool = False


@dataclass(frozen=True)
class ActReader:
    """Finds the dated acts of documents.

    Attributes:
        words: What acts there are.
    """

    words: DatedActs

    @cached_property
    def _backs(self) -> tuple[tuple[DatedAct, re.Pattern[str]], ...]:
        return tuple((act, _back_pattern(act)) for act in self.words.acts)

    @cached_property
    def _named(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Names right before words that say what happens to them on a day, by sorts of acts."""
        held = "|".join(map(re.escape, sorted(self.words.held, key=len, reverse=True)))
        events = "|".join((*self.words.events, *self.words.common))
        things, opened = "|".join(self.words.openable), "|".join(self.words.opened)
        instruments = "|".join(self.words.instruments)
        return (
            ("event", _named(events, held)),
            ("opening", _named(things, opened)),
            ("opening", re.compile(rf"\b(?:{opened})\s+(?:the\s+)?{_name(things)}\s+on\s+$")),
            *(
                (act.told, _named(instruments, "|".join(map(re.escape, act.verbs))))
                for act in self.words.acts
                if act.steps
            ),
        )

    @cached_property
    def _verbs(self) -> dict[str, re.Pattern[str]]:
        return {act.told: whole(act.verbs) for act in self.words.acts}

    @cached_property
    def _apart(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, self.words.apart))})", re.I)

    def acts(self, sheet: Sheet) -> list[Act]:
        """The dated acts of a document, in text order; none if it states fewer than two days."""
        days = [(m, d) for m in sheet.mentions_of(TimeMention) if (d := stated_days(m))]
        if len({d for _, d in days}) < 2:
            return []
        read = (*self._held(sheet, days), *self._referring(sheet, days))
        found = {(a.told, a.day, a.end): a for a in read}
        for act in self._claimed(sheet, days):
            key = (act.told, act.day, act.end)
            found[key] = _joined(act, found[key]) if key in found else act
        told = sorted(found.values(), key=lambda act: (act.start, act.end))
        return [act for act in told if not self._is_apart(sheet, act)]

    def _is_apart(self, sheet: Sheet, act: Act) -> bool:
        sentence = sheet.sentence_at(act.start)
        if sentence is None:
            return True
        start, end = max(sentence.start, act.start - _NEAR), min(sentence.end, act.end + _NEAR)
        # "The Second Glacier Summit" is no other one than the same with another date.
        words = sheet.text[start:end].replace(act.name or "\n", "")
        return bool(self._apart.search(words))

    def _referring(self, sheet: Sheet, days: Days) -> Iterator[Act]:
        """Acts that nouns right before a day refer back to."""
        for mention, on in days:
            before = sheet.text[max(0, mention.start - 120) : mention.start]
            for act, pattern in self._backs:
                match = pattern.search(before)
                if match:
                    start = mention.start - len(before) + match.start()
                    told = _act(sheet, act.told, mention, on, start, match["name"])
                    yield replace(told, back=True)

    def _held(self, sheet: Sheet, days: Days) -> Iterator[Act]:
        """What has a name, right before words that say when it is held, opened or signed."""
        for mention, on in days:
            before = sheet.text[max(0, mention.start - _BEFORE) : mention.start]
            for told, pattern in self._named:
                match = pattern.search(before)
                if match:
                    start = mention.start - len(before) + match.start("name")
                    yield _act(sheet, told, mention, on, start, match["name"])

    def _claimed(self, sheet: Sheet, days: Days) -> Iterator[Act]:
        """Acts that claims tell, where the act stands beside the day."""
        claims: list[Instrument | Event] = [*sheet.claims_of(Instrument), *sheet.claims_of(Event)]
        for claim in claims:
            act = self._sort_of(claim)
            if act is None or claim.when is None or claim.modality is Modality.DENIED:
                continue
            found = _mention_of(sheet, claim.evidence[0].start, claim.when, days)
            if found is None:
                continue
            mention, on = found
            start = self._place(sheet, act, mention)
            if start is not None:
                name = claim.name if isinstance(claim, Instrument) else claim.title
                bare = _act(sheet, act.told, mention, on, start, name)
                yield _of_claim(bare, sheet, claim)

    def _sort_of(self, claim: Instrument | Event) -> DatedAct | None:
        if isinstance(claim, Instrument):
            return next((a for a in self.words.acts if claim.action in a.steps), None)
        if claim.status is EventStatus.CANCELLED:
            return None
        return next((a for a in self.words.acts if claim.mode in a.modes), None)

    def _place(self, sheet: Sheet, act: DatedAct, mention: TimeMention) -> int | None:
        """Where the words of an act stand beside a day: no other day lies between."""
        sentence = sheet.sentence_at(mention.start)
        if sentence is None:
            return None
        others = [m for m in sheet.mentions_of(TimeMention, sentence) if stated_days(m)]
        floor = max((m.end for m in others if m.end <= mention.start), default=sentence.start)
        heads_list = sheet.text[mention.end : mention.end + 1] == ":"
        floor = max(
            floor, *(m.end() for m in _BREAKS.finditer(sheet.text, floor, mention.start)), 0
        )
        before = list(self._verbs[act.told].finditer(sheet.text, floor, mention.start))
        if before and not heads_list:
            return before[-1].start()
        ceiling = min((m.start for m in others if m.start >= mention.end), default=sentence.end)
        after = self._verbs[act.told].search(sheet.text, mention.end, ceiling)
        return mention.start if after and floor == sentence.start else None


def _act(
    sheet: Sheet,
    told: str,
    mention: TimeMention,
    on: tuple[date, date],
    start: int,
    name: str | None,
) -> Act:
    ahead = sheet.published is not None and on[0] > sheet.published
    return Act(told, *on, states_year(mention), start, mention.end, name, open=ahead)


def _of_claim(bare: Act, sheet: Sheet, claim: Instrument | Event) -> Act:
    """An act with what its claim knows of it."""
    if isinstance(claim, Instrument):
        return replace(
            bare,
            sides=frozenset(party.name for party in claim.parties),
            place=claim.place,
            alone=_alone(sheet, bare.start),
        )
    parties = frozenset(actor.party.name for actor in claim.actors if actor.party)
    return replace(bare, number=claim.ordinal, sides=parties, place=claim.place)


def _joined(claimed: Act, referring: Act) -> Act:
    """An act that a claim tells in words that refer back, or that were read by themselves."""
    start = min(claimed.start, referring.start) if referring.back else claimed.start
    name = claimed.name or referring.name
    return replace(claimed, start=start, name=name, back=referring.back)


def _alone(sheet: Sheet, verb: int) -> str | None:
    """The one party or person that is the subject of an active verb."""
    sentence = sheet.sentence_at(verb)
    if sentence is None:
        return None
    before = sheet.text[sentence.start : verb]
    if re.search(r"\b(?:was|were|been|be|being|is|are)\s+(?:\w+ly\s+)?$", before):
        return None
    clause = sentence.start + max(before.rfind(sign) for sign in (",", ";", ":")) + 1
    span = Span(clause, verb)
    subjects = {m.name for m in sheet.mentions_of(PartyMention, span)}
    if not subjects:
        subjects = {m.name for m in sheet.mentions_of(PersonMention, span)}
    joint = re.search(r"\b(?:and|with|both|two|sides|parties)\b", sheet.text[clause:verb])
    after = sheet.text[verb : min(verb + 160, sentence.end)]
    with_other = re.search(r"\bwith\b", after)
    return subjects.pop() if len(subjects) == 1 and not joint and not with_other else None


def _mention_of(
    sheet: Sheet, offset: int, when: When, days: Days
) -> tuple[TimeMention, tuple[date, date]] | None:
    """The mention from which a claim has its days, and these."""
    sentence = sheet.sentence_at(offset)
    if sentence is None:
        return None
    near = [(m, on) for m, on in days if sentence.start <= m.start and m.end <= sentence.end]
    told = (when.first, when.last)
    return next(((m, on) for m, on in near if m.text == when.text and on == told), None)


def _name(nouns: str) -> str:
    """A name that ends in one of some nouns, with what may stand behind it."""
    words = rf"(?:{_CAPITAL}\s+(?:(?:of|on|for|and)\s+(?:the\s+)?)?){{1,6}}"
    return rf"(?P<name>{words}(?:{nouns})\b{_WHOSE})"


def _named(nouns: str, verbs: str) -> re.Pattern[str]:
    """A name before a verb, with nothing between this and the day but a place or a weekday."""
    helps = r"(?:(?:was|were|is|are|has|had|been|be|will|to|came|comes?|entered|enters?|\w+ly)\s+)*"
    place = rf"(?:\s+in\s+(?:the\s+)?(?:{_CAPITAL}\s*){{1,3}})?"
    days = r"(?:on\s+|from\s+|for\s+|between\s+|since\s+)?(?:[A-Z][a-z]+day,?\s+)?"
    return re.compile(
        rf"\b{_name(nouns)}(?:,?\s+(?:which|that))?,?\s+{helps}(?:{verbs})\b{place},?\s+{days}$"
    )


def _back_pattern(act: DatedAct) -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, act.nouns), key=len, reverse=True))
    named = r"(?:\s+of\s+(?:the\s+|this\s+)?(?P<name>[^,;:.()]{3,70}?))?"
    place = r"(?:\s+in\s+(?:the\s+)?[A-Z]\w+(?:[ -][A-Z]\w+)?)?"
    held = r"(?:\s+(?:took place|was held|came|happened|held))?"
    return re.compile(
        rf"\b{_REFERS}\s+{_ADJECTIVES}(?:{nouns}){named}{place}{held}{place}\s+(?:on|of|dated)\s+$",
        re.I,
    )
