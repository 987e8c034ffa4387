"""When things began, and which anniversaries of theirs are told, each with the thing's name.

A thing is known by its name (`checks.naming`), parties as sides, whatever their order: "the
Peru-Oman Business Council", "the Business Council of Oman and Peru". A text that has named it may
go on with "the council" or "it".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from communique.checks.background import Background
from communique.checks.elapsed import ElapsedReader, places
from communique.checks.jubilee_numbers import JubileeNumbers
from communique.checks.naming import Name, Namer
from communique.checks.seen import Sheet
from communique.checks.wording import whole
from communique.model.finding import Quoted
from communique.model.mention import TimeMention
from communique.model.span import Span
from communique.vocab.beginnings import beginning_words
from communique.vocab.foundings import foundings

#: Act of an anniversary of which it is not told what is celebrated.
ANY = "any"
_BEGUN = "begun"
_RELATIONS = "diplomatic relation"
_TOKEN = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*(?:[’']s?\b)?|[–—/&+-]|\S")
_MOST_TOKENS = 20
_MOST_WORDS = 10
_PAIR = 2
# "The bank", "this university": what a text has named in full.
_SHORT = re.compile(r"(?:[Tt]he|[Tt]his)\s+[a-z]{4,}")
_IT = re.compile(r"\s*(?:It|it)\s+(?:(?:was|has been)\s+)?(?:\w+ly\s+)?")
# A name of several words with capitals.
_CAPITALS = re.compile(
    r"(?:[Tt]he\s+)?(?:[A-Z][\w’'–-]*\s+(?:(?:of|for|and|on|the)\s+)*){1,7}[A-Z][\w’'–-]*"
)
# "Members of the fund gathered in Lima for its": what stands before an anniversary without a verb.
_GATHERED = re.compile(
    r"\b(?:for|on|at|upon|to mark|marking|celebrating|ahead of|in honou?r of)\s+(?:its|their)\s+$"
)
_ABOUT = re.compile(
    r"\b(?:members?|officials|leaders|delegates|heads?|founders|staff)\s+of\s+(?:the\s+)?", re.I
)
# "Have maintained diplomatic relations since".
_RELATED_SINCE = re.compile(
    r"\bdiplomatic\s+(?:relations|ties)\b(?:\s+with\s+[^.;:,]{2,40})?,?\s+(?:ever\s+)?since\s+$"
)
# Before a date with which a sentence opens.
_OPENS = re.compile(r"(?:In|On|Back in|As early as)\s+(?:the year\s+)?", re.I)
# From the verb to the date: "signed in Lima on", "established between the two countries on".
_TO_DATE = re.compile(r"(?:[^.;:,]{0,40}?\s)?(?:in|on)\s+(?:the year\s+)?$")
_OBJECT_TO_DATE = re.compile(r",?\s+(?:in\s+[A-Z][\w ]{2,25}\s+)?(?:in|on)\s+(?:the year\s+)?$")
# Between a thing and the verb behind it: "was", "which was officially", or a comma.
_LEADING_ON = re.compile(r",?\s*(?:which\s+)?(?:(?:was|were|had been|has been)\s+)?(?:\w+ly\s+)?$")
_PASSIVE = re.compile(r"(?:\b(?:was|were|been)(?:\s+\w+ly)?|,)\s*$")
_OF = re.compile(r"\s+(?:of|since)\s+(?:the\s+)?", re.I)


@dataclass(frozen=True, slots=True)
class Beginning:
    """That a document tells when something began.

    Attributes:
        thing: Its name.
        act: How it began.
        year: The year.
        words: The act and the date, as written.
        quote: The sentence.
    """

    thing: Name
    act: str
    year: int
    words: str
    quote: Quoted


@dataclass(frozen=True, slots=True)
class Jubilee:
    """That a document tells an anniversary.

    Attributes:
        thing: The name of the thing.
        act: What is celebrated of it, `ANY` where that is not told.
        count: Which anniversary it is.
        years: Years in which it may fall by the words, the likeliest first.
        quote: The words.
    """

    thing: Name
    act: str
    count: int
    years: tuple[int, ...]
    quote: Quoted


class Beginnings:
    """Finds beginnings and anniversaries."""

    def __init__(self, background: Background) -> None:
        self._sides = background.lore.sides
        self._words, known = beginning_words(), foundings()
        self._known = known
        acts = self._words.acts
        self._verbs = {v: name for name, act in acts.items() for v in act.verbs}
        self._nouns = {n: name for name, act in acts.items() for n in act.nouns}
        self.namer = Namer(self._sides, {}, dropped=self._nouns)
        self._elapsed = ElapsedReader(self._words, self._verbs, self._nouns)
        self._verb, self._noun = whole(self._verbs), whole(self._nouns)
        self._marks = whole(self._words.marks)
        self._ahead, self._behind = whole(known.ahead), whole(known.behind)
        self._numbers = JubileeNumbers(self._words, known)

    def jubilees(self, sheet: Sheet) -> tuple[Jubilee, ...]:
        """The anniversaries of named things that a document tells, in text order."""
        return sheet.once(self._all_jubilees)

    def beginnings(self, sheet: Sheet) -> tuple[Beginning, ...]:
        """When things began, as a document tells it, in text order."""
        return sheet.once(self._all_beginnings)

    def _all_jubilees(self, sheet: Sheet) -> tuple[Jubilee, ...]:
        return tuple(self._jubilees(sheet))

    def _all_beginnings(self, sheet: Sheet) -> tuple[Beginning, ...]:
        return tuple(self._beginnings(sheet))

    def _jubilees(self, sheet: Sheet) -> Iterator[Jubilee]:
        if sheet.published is None:
            return
        yield from self._passed(sheet)
        for found, count in self._numbers.find(sheet.text):
            sentence = sheet.sentence_at(found.start())
            told = None if sentence is None else self._celebrated(sheet, sentence, found)
            if sentence is not None and told is not None:
                act, thing, end = told
                yield Jubilee(
                    thing=thing,
                    act=act,
                    count=count,
                    years=self._years(sheet, sentence),
                    quote=sheet.quote(found.start(), end),
                )

    def _passed(self, sheet: Sheet) -> Iterator[Jubilee]:
        """What is told as years that have passed since it began."""
        told_at = dict.fromkeys(map(sheet.sentence_at, places(sheet.text)))
        for sentence in filter(None, told_at):
            for told in self._elapsed.read(sheet.text, sentence):
                words = sheet.text[told.thing.start : told.thing.end]
                end = self._name_end(sheet.text, told.thing.start, told.thing.end)
                cut = (
                    words
                    if told.act in self._verbs or not told.act
                    else (sheet.text[told.thing.start : end])
                )
                thing = self._thing(sheet, sentence, re.split(r"\b(?:when|as|that)\s", cut)[-1])
                if thing is not None:
                    years = self._years(sheet, sentence)
                    off = range(-told.slack, told.slack + 1)
                    yield Jubilee(
                        thing=thing,
                        act=self._verbs.get(told.act) or self._nouns.get(told.act) or ANY,
                        count=told.count,
                        years=tuple(dict.fromkeys((*years, *(y + n for y in years for n in off)))),
                        quote=sheet.quote(told.start, told.end),
                    )

    def _beginnings(self, sheet: Sheet) -> Iterator[Beginning]:
        dates = [
            m
            for m in sheet.mentions_of(TimeMention)
            if m.type == "DATE" and m.first and m.last and m.first.year == m.last.year
        ]
        for date_ in dates:
            sentence = sheet.sentence_at(date_.start)
            if sentence is not None:
                yield from self._begun(sheet, sentence, date_)

    def _begun(self, sheet: Sheet, sentence: Span, date_: TimeMention) -> Iterator[Beginning]:
        text = sheet.text
        for verb in self._verb.finditer(text, sentence.start, date_.start):
            before = text[sentence.start : verb.start()]
            things: set[Name | None] = set()
            dates = verb[0].lower().endswith((" from", " to", " since"))
            between = text[verb.end() : date_.start]
            if (dates and not between.strip()) or _TO_DATE.fullmatch(between):
                things.add(self._subject(sheet, sentence, before, date_))
            if things <= {None} and not _PASSIVE.search(before):
                things |= self._objects(sheet, sentence, verb.end(), date_.start, before)
            yield from self._told(sheet, sentence, date_, verb, things)
        related = _RELATED_SINCE.search(text, sentence.start, date_.start)
        if related is not None:
            parties = self.namer.parties(text[sentence.start : date_.start])
            thing = self._thing(sheet, sentence, "diplomatic relations", parties)
            yield from self._told(sheet, sentence, date_, related, {thing})
        if _OPENS.fullmatch(text[sentence.start : date_.start]):
            yield from self._begun_then(sheet, sentence, date_)

    def _begun_then(self, sheet: Sheet, sentence: Span, date_: TimeMention) -> Iterator[Beginning]:
        """Where the date comes first: "On 3 May 2011, the bank was founded"."""
        verb = self._verb.search(sheet.text, date_.end, sentence.end)
        if verb is None or sheet.mentions_of(TimeMention, Span(date_.end, sentence.end)):
            return
        before = sheet.text[date_.end : verb.start()].lstrip(" ,")
        if re.search(r"\b(?:was|were)(?:\s+\w+ly)?\s+$", before):
            things = {self._thing_before(sheet, sentence, before)}
        else:
            end = self._name_end(sheet.text, verb.end() + 1, sentence.end)
            words = sheet.text[verb.end() : end]
            parties = self.namer.parties(before)
            things = {self._thing(sheet, sentence, words, parties)}
        yield from self._told(sheet, sentence, date_, verb, things)

    def _told(
        self,
        sheet: Sheet,
        sentence: Span,
        date_: TimeMention,
        verb: re.Match[str],
        things: set[Name | None],
    ) -> Iterator[Beginning]:
        for thing in sorted(filter(None, things), key=lambda name: name.label):
            yield Beginning(
                thing=thing,
                act=self._verbs.get(verb[0].lower(), _BEGUN),
                year=date_.first.year if date_.first else 0,
                words=" ".join(f"{verb[0]} {date_.text}".split()),
                quote=sheet.quote(sentence.start, sentence.end),
            )

    def _subject(
        self, sheet: Sheet, sentence: Span, before: str, date_: TimeMention
    ) -> Name | None:
        """What was founded then: it stands before, behind the date, or in the sentence before."""
        if not before.strip():
            behind = re.compile(r"[^,.;]{0,40}?,\s+").match(sheet.text, date_.end, sentence.end)
            if behind is None:
                return None
            words = self._opening_name(sheet.text, Span(behind.end(), sentence.end))
            return self._thing(sheet, sentence, words)
        if _IT.fullmatch(before):
            return self._spoken_of(sheet, sentence)
        return self._thing_before(sheet, sentence, before)

    def _spoken_of(self, sheet: Sheet, sentence: Span) -> Name | None:
        """What "it" of a sentence stands for: the subject of the one before, in its paragraph."""
        before = next((s for s in reversed(sheet.sentences) if s.end <= sentence.start), None)
        if before is None or sheet.paragraph_at(before.start) != sheet.paragraph_at(sentence.start):
            return None
        return self._thing(sheet, before, self._opening_name(sheet.text, before))

    def _opening_name(self, text: str, span: Span) -> str:
        """The name with which a span opens: its words with capitals, else up to a verb."""
        capitals = _CAPITALS.match(text, span.start, span.end)
        if capitals is not None:
            return capitals[0]
        return text[span.start : self._name_end(text, span.start, span.end)]

    def _thing_before(self, sheet: Sheet, sentence: Span, before: str) -> Name | None:
        """What stands before "was founded", or before ", founded"."""
        words = re.split(r"[,;:]\s", _LEADING_ON.sub("", before))[-1]
        return self._thing(sheet, sentence, words)

    def _objects(
        self, sheet: Sheet, sentence: Span, start: int, end: int, subject: str
    ) -> set[Name | None]:
        """What stands behind "signed" and before the date, alone and as the subject's."""
        text = sheet.text
        found = next(
            (m for m in re.finditer(r",?\s+(?:in|on)\b", text[start:end])
             if _OBJECT_TO_DATE.fullmatch(text, start + m.start(), end)),
            None,
        )  # fmt: skip
        if found is None or not found.start():
            return set()
        words = text[start : start + found.start()]
        parties = self.namer.parties(subject)
        if "," in words:
            return set()
        return {self._thing(sheet, sentence, words, parties), self._thing(sheet, sentence, words)}

    def _celebrated(
        self, sheet: Sheet, sentence: Span, found: re.Match[str]
    ) -> tuple[str, Name, int] | None:
        """What is celebrated: the act, the thing and where its name ends."""
        text = sheet.text
        before = text[sentence.start : found.start()]
        of = _OF.match(text, found.end())
        if of is None or of.end() > sentence.end:
            thing = self._owner(sheet, sentence, before)
            return None if thing is None else (ANY, thing, found.end())
        act, start = ANY, of.end()
        own = re.compile(r"(?:its|their)\s+(?:own\s+)?", re.I).match(text, start)
        noun = self._noun.match(text, own.end() if own else start)
        if noun and own:
            thing = self._owner(sheet, sentence, before + " its ")
            return None if thing is None else (self._nouns[noun[0].lower()], thing, noun.end())
        if noun:
            act = self._nouns[noun[0].lower()]
            behind = re.compile(r"\s+(?:of\s+)?(?:the\s+)?").match(text, noun.end())
            start = behind.end() if behind else noun.end()
        end = self._name_end(text, start, sentence.end)
        thing = self._thing(sheet, sentence, text[start:end], self.namer.parties(before))
        return None if thing is None else (act, thing, end)

    def _owner(self, sheet: Sheet, sentence: Span, before: str) -> Name | None:
        """Whose anniversary it is: "the council marks its", "the council's"."""
        own = re.search(r"[’']s?\s+$", before)
        if own:
            words = re.split(r"[,;:]\s", before[: own.start()])[-1]
            return self._thing(sheet, sentence, words)
        marks = list(self._marks.finditer(before))
        gathered = None if marks else _GATHERED.search(before)
        if gathered is not None:
            words = _ABOUT.sub("", before[: gathered.start()])
            named = (self._thing(sheet, sentence, c[0]) for c in _CAPITALS.finditer(words))
            return next(filter(None, named), None)
        if not marks or not re.search(r"\b(?:its|the)\s+(?:its\s+)?$", before):
            return None
        subject = re.split(r"[,;:]\s|\b(?:when|as|that|where)\s", before[: marks[-1].start()])[-1]
        if _IT.fullmatch(subject):
            return self._spoken_of(sheet, sentence)
        return self._thing(sheet, sentence, subject)

    def _name_end(self, text: str, start: int, limit: int) -> int:
        """Where the name of a thing ends that begins at an offset."""
        end = start
        for token in islice(_TOKEN.finditer(text, start, limit), _MOST_TOKENS):
            word = token[0].lower()
            sign = not word[0].isalnum()
            if word in self._words.stops or (sign and word not in "–—/&+-"):
                break
            if not sign:
                end = token.end()
        return end

    def _thing(
        self,
        sheet: Sheet,
        sentence: Span,
        words: str,
        extra: frozenset[str] = frozenset(),
    ) -> Name | None:
        """A thing by its name; None if it says too little.

        Args:
            sheet: The document; it may have named in full what is "the bank" here.
            sentence: The sentence.
            words: The name.
            extra: Parties that a name without two of its own may leave to the sentence.
        """
        name = self.namer.name(words)
        if {"diplomatic", "relation"} <= name.words:
            name = replace(name, words=frozenset({_RELATIONS}), proper=())
            extra = extra or self.namer.parties(sheet.text[sentence.start : sentence.end])
            # "The two countries" are those of which the text speaks.
            extra = extra if len(extra | name.parties) > 1 else self._two_of(sheet)
        if name.words and len(name.parties) < _PAIR and len(extra | name.parties) == _PAIR:
            name = name.with_parties(extra)
        if len(name.words) > _MOST_WORDS or not name.words:
            return None
        if name.known:
            return name
        return self._in_full(sheet, words) if _SHORT.fullmatch(words.strip()) else None

    def _two_of(self, sheet: Sheet) -> frozenset[str]:
        """The two sides of which a text speaks; empty where there are more, or fewer."""
        own = {f"@{self._sides.of_party(party)}" for party in sheet.facts.speaks_for}
        sides = self.namer.parties(sheet.text) | own
        return sides if len(sides) == _PAIR else frozenset()

    def _in_full(self, sheet: Sheet, words: str) -> Name | None:
        """The one full name of a text that ends with the noun of a short one: "the bank"."""
        noun = words.split()[-1]
        full = re.compile(
            rf"\b(?:[A-Z][\w’'–-]*\s+(?:(?:of|for|and|the)\s+)*){{1,7}}{noun.title()}\b"
        )
        names = [self.namer.name(found[0]) for found in full.finditer(sheet.text)]
        known = [name for name in names if name.known]
        same = all(self.namer.same(known[0], name) for name in known)
        return known[0] if known and same else None

    def _years(self, sheet: Sheet, sentence: Span) -> tuple[int, ...]:
        """Years in which an anniversary may fall by the words of its sentence."""
        words = sheet.text[sentence.start : sentence.end]
        named = [int(year) for year in re.findall(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)", words)]
        if sheet.published is None:
            return tuple(named)
        years = [*named, sheet.published.year]
        if self._ahead.search(words):
            years.append(sheet.published.year + 1)
        if sheet.published.month <= 2 or self._behind.search(words):
            years.append(sheet.published.year - 1)
        return tuple(dict.fromkeys(years))
