"""Who took a post of one holder, and whom they followed, as sentences tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from communique.checks.background import Background
from communique.checks.bodies import Bodies
from communique.checks.holders import Seat, Seats, goes_on, voice_of
from communique.checks.phrases import Phrases
from communique.checks.seen import Sheet
from communique.checks.wording import any_of, whole
from communique.claims.referent import party_of
from communique.model.claim import Party
from communique.model.finding import Quoted
from communique.model.mention import OrganizationMention, PartyMention, PersonMention, TimeMention
from communique.model.span import Span
from communique.records.comparing import names

# From a name to the verb: "Luis Moser, who had led the port authority, was appointed".
_NEAR = 60
_TITLED = 30
_WORD = re.compile(r"\w+(?:[’']\w+)?")
_TO_THE_POST = re.compile(
    r"\s+(?:to|in) (?:the|that|this|his|her|their) (?:post|position|office|place|stead)"
    r"|\s+(?:his|her|their|as) successor",
    re.I,
)
_BEHIND = re.compile(r"\s+(?:of|for|in)\s+(?:the\s+)?(?:\w+\s+of\s+)?", re.I)
_OF = re.compile(r"\s+(?:of|for|and)\b", re.I)
_AMBASSADOR = "ambassador"
# From an ambassador to the state: "of the Kingdom of Norway to the Republic of".
_TO = re.compile(
    r"(?:\s+extraordinary and plenipotentiary)?(?:\s+of\s+[^,;:]{3,40}?)?"
    r"\s+to\s+(?:the\s+)?(?:\w+\s+of\s+)?",
    re.I,
)
_BEFORE = re.compile(r"(?:[’']s?)?\s+(?:[\w-]+\s+){0,2}", re.I)
# A minister of whatever field: "Minister of Water", "Minister for Youth and Sports".
_FIELD = r"[A-Z][\w-]+"
_MINISTER = (
    rf"(?-i:Minister(?<=\bMinister) (?:of|for) (?:the )?{_FIELD}(?:(?:,? and | & |, | ){_FIELD})*)"
)
# "She succeeds Tobias Moser": of whom the sentence before has told.
_PRONOUN = re.compile(r"(?:He|She|They)\b")


@dataclass(frozen=True, slots=True)
class Taking:
    """That a document reports somebody to have taken a seat.

    Attributes:
        seat: The seat.
        person: Who took it.
        left: Names of those who are said to have had it before.
        title: The post with its state, as people say it.
        day: When, the day of publication where it is not told.
        quote: The words.
        voice: Document or story that tells it.
    """

    seat: Seat
    person: str
    left: tuple[str, ...]
    title: str
    day: date
    quote: Quoted
    voice: str


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with what it names."""

    sheet: Sheet
    span: Span
    persons: tuple[PersonMention, ...]
    parties: tuple[PartyMention, ...]
    bodies: tuple[OrganizationMention, ...]
    blanked: str

    @property
    def text(self) -> str:
        return self.sheet.text[self.span.start : self.span.end]


class Takings:
    """Finds reports of who took a seat."""

    def __init__(self, background: Background) -> None:
        seats = background.once(Seats)
        self._seats = seats
        words = seats.words
        self._bodies = Bodies(words)
        self._takes, self._given = whole(words.takes), whole(words.given)
        self._new, self._leaving = whole(words.new), whole(words.leaving)
        self._right_before = whole(words.right_before)
        # A name that was not recognised as a person's, at the end of a clause.
        leaving = any_of((*words.leaving, *words.right_before))
        self._unseen = re.compile(
            rf"\b{leaving} (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{1,3}})(?=[.,;]|$| who | as )"
        )
        self._meanwhile = whole(words.meanwhile)
        self._left_to = whole(words.left_to)
        self._gate = Phrases((*words.takes, *words.given, *words.new))
        wordings = {
            name
            for post in background.vocabulary.posts
            if seats.may_be_one(post)
            for name in (post.name, *post.names)
        }
        self._post = re.compile(rf"{whole(wordings).pattern}|{_MINISTER}", re.I)
        # Whether there is one: to look for it in lower case costs a third.
        self._post_plain = re.compile(rf"\b{any_of(map(str.lower, wordings))}\b")
        self._minister = re.compile(_MINISTER)
        self._nouns = sorted({_noun(wording) for wording in wordings})

    def takings(self, sheet: Sheet) -> tuple[Taking, ...]:
        """What a document reports."""
        return sheet.once(self._reported)

    def _reported(self, sheet: Sheet) -> tuple[Taking, ...]:
        return tuple(self._reports(sheet))

    def _reports(self, sheet: Sheet) -> Iterator[Taking]:
        if sheet.published is None:
            return
        text = sheet.lower
        if not any(noun in text for noun in self._nouns):
            return
        spans = {sheet.sentence_at(start) for start in self._gate.offsets(text, sheet.words)}
        for span in sorted(filter(None, spans), key=lambda span: span.start):
            nouns = any(noun in text[span.start : span.end] for noun in self._nouns)
            if nouns and self._names_post(sheet, span):
                taking = self._read(_sentence(sheet, span))
                if taking is not None:
                    yield taking

    def _names_post(self, sheet: Sheet, span: Span) -> bool:
        return bool(
            self._post_plain.search(sheet.lower, span.start, span.end)
            or self._minister.search(sheet.text, span.start, span.end)
        )

    def keys(self, sheet: Sheet) -> set[str]:
        """Keys of the seats that a document reports to be taken."""
        return {taking.seat.key for taking in self.takings(sheet)}

    def _read(self, sentence: _Sentence) -> Taking | None:
        """The first report of a sentence."""
        for person, post in self._pairs(sentence):
            seat, title = self._seat(sentence, post)
            if seat is not None:
                left = self._left(sentence, person)
                return Taking(
                    seat=seat,
                    person=names.tidied(person.name),
                    left=left,
                    title=title,
                    day=_day(sentence),
                    quote=sentence.sheet.quote(sentence.span.start, sentence.span.end),
                    voice=voice_of(sentence.sheet),
                )
        return None

    def _pairs(self, sentence: _Sentence) -> Iterator[tuple[PersonMention, Span]]:
        """Who may have taken what, surest first."""
        start, end = sentence.span.start, sentence.span.end
        text = sentence.sheet.text
        for verb in self._given.finditer(text, start, end):
            person = _next_person(sentence, verb.end())
            post = person and self._post_behind(sentence, verb.end())
            if person and post and (post.start >= person.end or self._enters(verb[0])):
                yield person, post
        for verb in self._takes.finditer(text, start, end):
            person = _last_person(sentence, verb.start())
            if person and not self._only_tells_time(sentence, person, verb.start()):
                post = self._post_behind(sentence, verb.end())
                if post is None and self._enters(verb[0]):
                    post = self._post_before(sentence, person)
                if post:
                    yield person, post
        for new in self._new.finditer(text, start, end):
            if sentence.blanked[new.start() - start] == " ":
                # "New Zealand".
                continue
            post = self._post_behind(sentence, new.end())
            holder = post and _beside(sentence, new.start(), post.end)
            if holder and post:
                yield holder, post

    def _enters(self, verb: str) -> bool:
        return any(word in verb.lower() for word in self._seats.words.entering)

    def _only_tells_time(self, sentence: _Sentence, person: PersonMention, verb: int) -> bool:
        """Whether a clause only tells when something else happened: "since he took office"."""
        begin = max(sentence.span.start, person.start - _NEAR)
        text = sentence.sheet.text
        clause = re.split(r"[,;:]", text[begin : person.start])[-1] + text[person.end : verb]
        return self._meanwhile.search(clause) is not None

    def _post_behind(self, sentence: _Sentence, start: int) -> Span | None:
        """The post behind a verb, if nothing but names, dates and small words lies between.

        "Was named to the post" means the one that the sentence has named before.
        """
        if _TO_THE_POST.match(sentence.sheet.text, start):
            found = self._post.search(sentence.sheet.text, sentence.span.start, start)
            return Span(*found.span()) if found else None
        found = self._post.search(sentence.blanked, start - sentence.span.start)
        if found is None:
            return None
        between = sentence.blanked[start - sentence.span.start : found.start()]
        if not _filled(between, self._seats.words.between):
            return None
        return Span(found.start() + sentence.span.start, found.end() + sentence.span.start)

    def _post_before(self, sentence: _Sentence, person: PersonMention) -> Span | None:
        """The post as a title before a person: "President Luis Moser was sworn in"."""
        text, start = sentence.sheet.text, sentence.span.start
        titles = [p for p in self._post.finditer(text, start, person.start)]
        if not titles or text[titles[-1].end() : person.start].strip():
            return None
        return Span(titles[-1].start(), titles[-1].end())

    def _seat(self, sentence: _Sentence, post: Span) -> tuple[Seat | None, str]:
        written = sentence.sheet.text[post.start : post.end]
        if written.lower() == _AMBASSADOR:
            return self._mission(sentence, post)
        party = self._body_of(sentence, post) or _party_of(sentence, post)
        if party is None:
            return None, ""
        return self._seats.seat(written, party), f"{written} of {party.name}"

    def _body_of(self, sentence: _Sentence, post: Span) -> Party | None:
        """An institution that the vocabulary lacks: named beside a post, or alone in a sentence."""
        text = sentence.sheet.text
        bodies = [b for b in sentence.bodies if self._bodies.is_body(b.name)]
        for body in bodies:
            behind = body.start >= post.end and _BEHIND.fullmatch(text, post.end, body.start)
            before = body.end <= post.start and _BEFORE.fullmatch(text, body.end, post.start)
            if behind or before:
                return Party(body.name)
        alone = len(bodies) == 1 and not _OF.match(text, post.end)
        outside = alone and all(_within(p, bodies[0]) for p in sentence.parties)
        return Party(bodies[0].name) if outside else None

    def _mission(self, sentence: _Sentence, post: Span) -> tuple[Seat | None, str]:
        """The seat of an ambassador, by the state that sends and the one behind "to"."""
        text, parties = sentence.sheet.text, sentence.parties
        to = next((p for p in parties if _TO.fullmatch(text, post.end, p.start)), None)
        if to is None:
            return None, ""
        others = [p for p in parties if party_of(p) != party_of(to)]
        near = [
            p
            for p in others
            if _BEFORE.fullmatch(text, p.end, post.start)
            or _BEHIND.fullmatch(text, post.end, p.start)
        ]
        sender = next(map(party_of, near or others), None) if near or len(others) == 1 else None
        if sender is None:
            speakers = [p for p in sentence.sheet.facts.speaks_for if p != party_of(to)]
            sender = speakers[0] if len(speakers) == 1 and not others else None
        if sender is None:
            return None, ""
        written = f"ambassador to {text[to.start : to.end]}"
        return self._seats.seat(written, sender), f"{written} of {sender.name}"

    def _left(self, sentence: _Sentence, person: PersonMention) -> tuple[str, ...]:
        """Who had the post before: named behind "replacing", or before "was succeeded by"."""
        text, span = sentence.sheet.text, sentence.span
        found = [
            _next_person(sentence, verb.end())
            for verb in self._leaving.finditer(text, span.start, span.end)
        ]
        found += [
            _named_at(sentence, verb.end())
            for verb in self._right_before.finditer(text, span.start, span.end)
        ]
        found += [
            _last_person(sentence, verb.start())
            for verb in self._left_to.finditer(text, span.start, span.end)
        ]
        told = tuple({names.tidied(p.name): None for p in found if p and p.name != person.name})
        told = told or tuple(m["name"] for m in self._unseen.finditer(text, span.start, span.end))
        following = None if told else _following(sentence)
        return told if following is None else self._left(following, person)


def _noun(wording: str) -> str:
    """The last word before "of" or "for", in lower case: "minister" of "Minister for Trade"."""
    return re.split(r" (?:of|for|to)\b", wording.lower())[0].split()[-1].split("-")[0]


def _sentence(sheet: Sheet, span: Span) -> _Sentence:
    persons = sheet.mentions_of(PersonMention, span)
    parties = sheet.mentions_of(PartyMention, span)
    blanked = list(sheet.text[span.start : span.end])
    for mention in (*persons, *parties, *sheet.mentions_of(TimeMention, span)):
        begin, end = mention.start - span.start, mention.end - span.start
        # A post that is read as a name ("the Treasury") stays.
        blanked[begin:end] = " " * (end - begin)
    bodies = sheet.mentions_of(OrganizationMention, span)
    return _Sentence(sheet, span, persons, parties, bodies, "".join(blanked))


def _following(sentence: _Sentence) -> _Sentence | None:
    """The next sentence, if it goes on about the same person."""
    sheet = sentence.sheet
    behind = next((s for s in sheet.sentences if s.start >= sentence.span.end), None)
    if behind is None or not _PRONOUN.match(sheet.text, behind.start):
        return None
    # Once only: the chain of sentences must end.
    return None if _PRONOUN.match(sheet.text, sentence.span.start) else _sentence(sheet, behind)


def _within(party: PartyMention, body: OrganizationMention) -> bool:
    """Whether a party is only named in the name of an institution."""
    return body.start <= party.start and party.end <= body.end


def _filled(between: str, small: frozenset[str]) -> bool:
    return all(word.lower() in small for word in _WORD.findall(between))


def _next_person(sentence: _Sentence, start: int) -> PersonMention | None:
    """The person named right behind a verb, perhaps with a title."""
    person = next((p for p in sentence.persons if p.start >= start), None)
    if person is None or person.start - start > _TITLED:
        return None
    # "Appointed by President Diaz" tells who appoints.
    between = sentence.sheet.text[start : person.start]
    return None if re.match(r"\s+by\b", between) else person


def _named_at(sentence: _Sentence, start: int) -> PersonMention | None:
    """The person whose name, or title with a capital, begins right behind a word."""
    person = _next_person(sentence, start)
    if person is None:
        return None
    between = sentence.sheet.text[start : person.start].split()
    return person if all(word[:1].isupper() for word in between) else None


def _last_person(sentence: _Sentence, end: int) -> PersonMention | None:
    """The person named before a verb."""
    before = [p for p in sentence.persons if p.end <= end]
    return before[-1] if before and end - before[-1].end <= _NEAR else None


def _beside(sentence: _Sentence, start: int, end: int) -> PersonMention | None:
    """The person named right before "the new minister", or right behind it."""
    text = sentence.sheet.text
    for person in sentence.persons:
        behind = text[end : person.start] if person.start >= end else None
        if behind is not None and re.fullmatch(r"(?:\s+(?:of|to)\s+[\w\s]{3,30})?,?\s+", behind):
            return person
        before = text[person.end : start] if person.end <= start else None
        if before is not None and re.fullmatch(r",\s+(?:the\s+|[\w\s]{3,20}[’']s?\s+)?", before):
            return person
    return None


def _party_of(sentence: _Sentence, post: Span) -> Party | None:
    """Whose post it is: named beside it, else the only party, else the one that speaks."""
    text = sentence.sheet.text
    for party in sentence.parties:
        behind = party.start >= post.end and _BEHIND.fullmatch(text, post.end, party.start)
        before = party.end <= post.start and _BEFORE.fullmatch(text, party.end, post.start)
        if before or (behind and not goes_on(text, party.end)):
            return party_of(party)
    if _OF.match(text, post.end):
        # Of something that is no party: "President of Delta University".
        return None
    told: Sequence[Party] = [party_of(p) for p in sentence.parties if not p.metonym]
    told = tuple(dict.fromkeys(told)) or sentence.sheet.facts.speaks_for
    return told[0] if len(told) == 1 else None


def _day(sentence: _Sentence) -> date:
    """When it was: the day that the sentence tells, else that of publication."""
    days = [
        m.last
        for m in sentence.sheet.mentions_of(TimeMention, sentence.span)
        if m.last is not None and m.first is not None
    ]
    published = sentence.sheet.published or date.max
    return days[0] if len(days) == 1 else published
