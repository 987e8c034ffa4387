"""Anniversaries that texts name, with the thing that is celebrated where it is clear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.checks.seen import Sheet
from communique.model.mention import PartyMention
from communique.model.span import Span
from communique.vocab.foundings import Foundings

# What stands in the words of every anniversary; only around it is searched.
# That all begins with one set of signs lets the search skip everything else.
_PLACES = re.compile(
    r"[AaBbJjCcTt\d](?:(?<=[Aa])nniversar|(?<=[Bb])irthday|(?<=\d) years (?:of|since)\b"
    r"|(?<=[Jj])ubilee|(?<=[Cc])enten|(?<=[Tt])ercent)"
)
_WIDTH = 48
_GATE = ("nniversar", "irthday", " years of", " years since", "ubilee", "enten")
_INDEPENDENCE = re.compile(
    r"^\s+(?:of|since)\s+(?:the\s+)?(?:restoration of\s+(?:the\s+)?)?(?P<owner>[^,.;:()]{0,45}?)"
    r"\b(?:state\s+)?independence(?P<of>\s+of\s+(?:the\s+)?[^,.;:()]{0,45})?",
    re.I,
)
_DECLARED = re.compile(r"\b(?:declar|proclam|act|signing|war|fight|movement)", re.I)
_RELATIONS = re.compile(
    r"^\s+(?:of|since)\s+(?:the\s+)?(?:(?:establishment|establishing)\s+(?:of\s+)?)?"
    r"[^,.;:]{0,50}?\bdiplomatic (?:relations|ties)\b",
    re.I,
)
_ITS = re.compile(r"\bits\b", re.I)
_OWN = 8
_REACH = 130
_BEGUN_IN = (
    r"(?:founded|established|created|set up|formed|signed|adopted|concluded|launched|inaugurated)\b"
    r"(?:\s+in\s+[A-Z][\w-]+)?\s+(?:in|on)\s+[\w ,]{0,20}?\b(?P<year>(?:1[5-9]|20)\d\d)"
)
# "Founded in 1994, the bank marks its …"; "the bank, founded in 1994, marks its …".
_BEGAN = re.compile(rf"\b{_BEGUN_IN},[^,;]{{0,60}}\bits\s+$", re.I)
# "… of the treaty, signed in Lima in 1994"; "… of the treaty of 1994"; "… of the 1994 treaty".
_BEGAN_BEHIND = re.compile(
    rf"^\s+of\s+[^,;.]{{3,90}}?,?\s+(?:which\s+(?:was|were)\s+)?{_BEGUN_IN}"
    r"|^\s+of\s+(?:the\s+)?(?:[^,;.\d]{3,60}\s+of\s+)?(?P<of>(?:1[5-9]|20)\d\d)\b",
    re.I,
)
#: A year so far off, in years, is not that of the beginning: "the 30th anniversary in 2021".
_PLAUSIBLE = 10
#: Second and third anniversaries are within that of almost any year.
_FEW = 4
# A name is followed by no noun of which it is a part: "the UN Security Council".
_ENDS = (
    r"(?=\s*(?:[.,;:!?)\]—–]|$)|\s+(?:and|in|on|this|next|last|with|by|as|at|to|will|is|was|which"
    r"|that|from|under|for|during|amid|has|have|are|were|held|celebrated|marked)\b)"
)


@dataclass(frozen=True, slots=True)
class Anniversary:
    """An anniversary of something whose years are known.

    Attributes:
        count: Which one it is.
        thing: What is celebrated, as messages name it.
        years: The years from which it is counted.
        start: First code point of the words.
        end: One past their last.
        sentence: The sentence.
        ordinal: Whether it is told as "the 30th anniversary", not as "30 years of".
    """

    count: int
    thing: str
    years: tuple[int, ...]
    start: int
    end: int
    sentence: Span
    ordinal: bool


@dataclass(frozen=True, slots=True)
class _Thing:
    """What is celebrated: its name, its years, and how far its words reach behind the number."""

    name: str
    years: tuple[int, ...]
    reach: int


class AnniversaryReader:
    """Finds anniversaries of what the table of foundings knows."""

    def __init__(self, known: Foundings) -> None:
        self._known = known
        self._independence = {entry.party: entry for entry in known.independence}
        self._relations = {frozenset(entry.parties): entry for entry in known.relations}
        self._foundings = {
            name.casefold(): entry for entry in known.foundings for name in entry.names
        }
        self._number = re.compile(
            rf"\b{number_told(known)}"
            r"[- ](?:year[- ]|historic\s+)?(?P<of>independence\s+)?(?:anniversary|birthday)\b"
            rf"|\b(?P<jubilee>{'|'.join(known.jubilees)})(?:\s+anniversary)?\b"
            r"|\b(?P<years>\d{1,3}) years(?=\s+(?:of|since)\b)",
            re.I,
        )
        names = "|".join(sorted(map(re.escape, self._foundings), key=len, reverse=True))
        begun = "|".join(known.beginnings)
        self._behind = re.compile(
            rf"^\s+(?:of|since)\s+(?:the\s+)?(?:(?:{begun})\s+of\s+)?(?:the\s+)?(?P<name>{names})"
            rf"(?:['’]s?\s+(?:{begun})\b|{_ENDS})",
            re.I,
        )
        self._before = re.compile(rf"\b(?P<name>{names})['’]s?\s+(?:own\s+)?$", re.I)
        self._begun = re.compile(rf"^\s+of\s+(?:its|the)\s+(?:{begun})\b(?!\s+of)", re.I)
        # "The UN, which …, marks": the name is the subject of its clause, and stands by itself.
        self._subject = re.compile(
            rf"^(?:(?:In|On|This|Last|Next|Today|Yesterday|Tomorrow)\b[^,;]{{0,30}},?\s+)?(?:The\s+)?(?P<name>{names})"
            rf"(?:\s+\([^)]*\))?(?:,[^,;]*,)?\s+(?:\w+ly\s+)?(?:will\s+|is\s+|has\s+)?"
            rf"(?:this year\s+|today\s+)?(?:{'|'.join(known.marks)})",
            re.I,
        )
        # "He congratulated the UN on its …": whose anniversary it is stands right before.
        self._greeted = re.compile(
            rf"\b(?:{'|'.join(known.greets)})\w*\s+(?:the\s+)?(?P<name>{names})"
            r"(?:\s+\([^)]*\))?(?:\s+(?:warmly|well|a happy day))?,?\s+(?:on|for|upon)\s+its\s+$",
            re.I,
        )
        # "…, he said, as the UN celebrates its …": the name is the subject of a clause of its own.
        self._clause = re.compile(
            rf"\b(?:that|as|when|while|and|where)\s+(?:the\s+)?(?P<name>{names})"
            rf"(?:\s+\([^)]*\))?\s+(?:\w+ly\s+)?(?:will\s+|is\s+|was\s+|has\s+|would\s+)?"
            rf"(?:this year\s+|today\s+)?(?:{'|'.join(known.marks)})\w*\s+its\s+$",
            re.I,
        )
        marks = "|".join(known.marks)
        self._verb_between = re.compile(
            rf"\s+(?:(?:will|is|was|has|had|today|also|this year|\w+ly)\s+)*(?:{marks})\w*"
            r"(?:\s+(?:the|its))?\s+",
            re.I,
        )
        self._marks = re.compile(rf"\b(?:{'|'.join(known.marks)})", re.I)

    def anniversaries(self, sheet: Sheet) -> Iterator[Anniversary]:
        """The anniversaries of a document, in text order."""
        if not any(part in sheet.text for part in _GATE):
            return
        floor = 0
        for place in _PLACES.finditer(sheet.text):
            start = max(floor, place.start() - _WIDTH)
            match = self._number.search(sheet.text, start, place.end() + _WIDTH)
            if match is None:
                continue
            floor = match.end()
            sentence = sheet.sentence_at(match.start())
            if sentence is None or (match["years"] and not self._is_marked(sheet, sentence, match)):
                continue
            thing = self._thing(sheet, sentence, match) or self._told(sheet, sentence, match)
            if thing:
                yield Anniversary(
                    count_told(match, self._known),
                    thing.name,
                    thing.years,
                    match.start(),
                    match.end() + thing.reach,
                    sentence,
                    not match["years"],
                )

    def _is_marked(self, sheet: Sheet, sentence: Span, match: re.Match[str]) -> bool:
        start = max(sentence.start, match.start() - 60)
        return bool(self._marks.search(sheet.text, start, match.start()))

    def _thing(self, sheet: Sheet, sentence: Span, match: re.Match[str]) -> _Thing | None:
        after = sheet.text[match.end() : min(match.end() + _REACH, sentence.end)]
        relations = _RELATIONS.search(after)
        if relations:
            return self._of_relations(sheet, sentence, match, relations.end())
        independence = _INDEPENDENCE.search(after)
        if independence or match["of"]:
            return self._of_independence(sheet, sentence, match, independence)
        named = self._behind.search(after)
        if named:
            entry = self._foundings[named["name"].casefold()]
            return _Thing(named["name"], entry.years, named.end())
        if self._begun.search(after) or not after.lstrip().startswith("of "):
            return self._of_owner(sheet, sentence, match)
        return None

    def _of_owner(self, sheet: Sheet, sentence: Span, match: re.Match[str]) -> _Thing | None:
        """Whose it is: "NATO's 75th anniversary", "NATO marks its 75th anniversary"."""
        before = self._before.search(sheet.text, max(0, match.start() - 60), match.start())
        own = _ITS.search(sheet.text, sentence.start, min(match.end() + _OWN, sentence.end))
        if before is None and own:
            words = sheet.text[sentence.start : match.start()]
            before = (
                self._subject.search(words)
                or self._greeted.search(words)
                or self._clause.search(words)
            )
        if before is None:
            return None
        return _Thing(before["name"], self._foundings[before["name"].casefold()].years, 0)

    def _told(self, sheet: Sheet, sentence: Span, match: re.Match[str]) -> _Thing | None:
        """What the sentence itself tells the year of: "founded in 1994, it marks its 30th …"."""
        before, after = _parted(sheet, sentence, match)
        told = _BEGAN.search(before) or _BEGAN_BEHIND.search(after)
        if told is None or sheet.published is None:
            return None
        year, count = (
            int(told.groupdict().get("of") or told["year"]),
            count_told(match, self._known),
        )
        if abs(sheet.published.year - year - count) > _PLAUSIBLE or count < _FEW:
            return None
        reach = told.end() if told.re is _BEGAN_BEHIND else 0
        return _Thing("what began then", (year,), reach)

    def _of_relations(
        self, sheet: Sheet, sentence: Span, match: re.Match[str], reach: int
    ) -> _Thing | None:
        """Diplomatic relations of the two parties named behind, or of the only two named at all."""
        behind = _codes(sheet, Span(match.end(), sentence.end))
        pair = behind if len(behind) == 2 else _codes(sheet, sentence)
        entry = self._relations.get(frozenset(pair))
        if entry is None:
            return None
        return _Thing(f"relations between {' and '.join(pair.values())}", entry.years, reach)

    def _of_independence(
        self, sheet: Sheet, sentence: Span, match: re.Match[str], said: re.Match[str] | None
    ) -> _Thing | None:
        """The independence of the state named in the phrase, or of the only one named at all."""
        phrase = Span(match.end(), match.end() + (said.end() if said else 0))
        states = _codes(sheet, phrase)
        base = said.start("of") if said and said["of"] else phrase.end - phrase.start
        reach = max([base, *(m.end - match.end() for m in _parties(sheet, phrase))])
        if not states and not (said and _DECLARED.search(said[0])):
            states = self._celebrating(sheet, sentence, match)
            if not states:
                states = _codes(sheet, Span(max(sentence.start, match.start() - 40), match.start()))
                if len(_codes(sheet, sentence)) > 1 and not _owns(sheet, match.start()):
                    return None
        if len(states) > 1 and _owns(sheet, match.start()):
            states = dict(list(states.items())[-1:])
        if len(states) != 1:
            return None
        ((code, name),) = states.items()
        entry = self._independence.get(code)
        return None if entry is None else _Thing(f"the independence of {name}", entry.years, reach)

    def _celebrating(self, sheet: Sheet, sentence: Span, match: re.Match[str]) -> dict[str, str]:
        """The state right before "marked": "A choir sang when Kenya marked 57 years of"."""
        parties = _parties(sheet, Span(sentence.start, match.start()))
        if not parties:
            return {}
        last = parties[-1]
        between = sheet.text[last.end : match.start()]
        owned = re.search(r"\b(?:and|with|of|in|from|to)\s+(?:the\s+)?$", sheet.text[: last.start])
        alone = owned is None and bool(self._verb_between.fullmatch(between))
        return {last.code: last.name} if alone and last.code else {}


def _parted(sheet: Sheet, sentence: Span, match: re.Match[str]) -> tuple[str, str]:
    """The words of a sentence before and behind a match."""
    before = sheet.text[sentence.start : match.start()]
    return before, sheet.text[match.end() : min(match.end() + _REACH, sentence.end)]


def _parties(sheet: Sheet, span: Span) -> list[PartyMention]:
    return [m for m in sheet.mentions_of(PartyMention, span) if m.code]


def _codes(sheet: Sheet, span: Span) -> dict[str, str]:
    """Names of the parties that are named in a span, by their codes."""
    return {m.code: m.name for m in _parties(sheet, span) if m.code}


def _owns(sheet: Sheet, offset: int) -> bool:
    """Whether a possessive stands right before an offset: "Kenya's 60th …"."""
    return bool(re.search(r"['’]s?\s+$", sheet.text[max(0, offset - 4) : offset]))


def number_told(known: Foundings) -> str:
    """A pattern of the number of an anniversary, in figures or words: "31st", "thirty-first"."""
    tens, ones = "|".join(known.tens), "|".join(known.ordinals)
    return (
        r"(?:(?P<figures>\d{1,3})\s?-?(?:st|nd|rd|th)"
        rf"|(?:(?P<tens>{tens})[- ])?(?P<ones>{ones}))"
    )


def count_told(match: re.Match[str], known: Foundings) -> int:
    """Which anniversary it is.

    Args:
        match: It has the groups of `number_told`, and "jubilee" and "years".
        known: Tells words for numbers and jubilees.
    """
    figures = match["figures"] or match["years"]
    if figures:
        return int(figures)
    if match["jubilee"]:
        return known.jubilees[match["jubilee"].casefold()]
    tens = known.tens.get((match["tens"] or "").casefold(), 0)
    return tens + known.ordinals[match["ones"].casefold()]


def falls_in(years: Iterable[int], count: int) -> tuple[int, ...]:
    """The years in which an anniversary falls, counted from each of some years."""
    return tuple(year + count for year in years)
