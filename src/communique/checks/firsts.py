"""What documents say to be the first of its sort: visits, meetings and calls of persons.

A "first" that holds only within limits ("since 2014", "as minister", "in person") is passed over.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from communique.checks import first_wordings
from communique.checks.background import Background
from communique.checks.holders import voice_of
from communique.checks.seen import Case, Sheet
from communique.checks.wording import any_of, whole
from communique.claims.referent import party_of
from communique.claims.slots.event import Event
from communique.model.claim import Actor
from communique.model.finding import Quoted
from communique.model.mention import PartyMention, PersonMention
from communique.model.span import Span
from communique.model.terms import ActorRole, EventMode, EventStatus, EventType
from communique.records.comparing import names
from communique.vocab.firsts import first_words

# A sentence that says of the meeting, call or visit before it that it was the first.
_SUMS_UP = re.compile(
    r"(?:It|This|That) (?:was|is|marked|marks|has been)(?: also)? (?:the|their|his|her)\b"
)
_FIRST = frozenset({"first", "maiden", "inaugural"})
_SAID_FIRST = re.compile(r"[fmi](?:(?<=\bf)irst|(?<=\bm)aiden|(?<=\bi)naugural)\b")
_MARKS = frozenset({"first", "never", "no"})
_CALLED = re.compile(r"\b(?:call(?:s|ed)?|telephone\w*|phone[ds]?|spoke)\b", re.I)
_HEAD_OF_STATE = re.compile(r"\bheads?\s+of\s+state\b", re.I)
_OF_A_YEAR = re.compile(r"\bfirst\b[\w -]{0,40}\bof (?:19|20)\d\d\b", re.I)
# This limits nothing.
_IN_HISTORY = re.compile(r"\bin\s+(?:the\s+|their\s+|all\s+)?history\b", re.I)
# "New York" is no new thing.
_NEW_NAMES = re.compile(r"\bNew(?=\s[A-Z])")
_BY_ANY = re.compile(r"\s+(?:ever\s+)?(?:by|of|from)\s+(?:a|an|any)\s+(?P<who>[^.;:,]{3,50})", re.I)
# Of a meeting or call, that the persons named are meant: "their first meeting", "held the first
# meeting", "the first meeting between". "The first meeting took place in May" may be of a body.
_THEIRS = re.compile(
    r"\b(?:their|his|her|held|holds?|have|had|has|for the)\s+(?:the\s+|a\s+)?$", re.I
)
_BETWEEN = re.compile(r"\s+(?:between|with|of the (?:two|leaders|presidents))\b", re.I)
# The first meeting of a body, which the two may only have chaired.
_OF_A_BODY = re.compile(
    r"\s+(?:of|under|within)\s+(?!(?:the )?(?:two|both|leaders|presidents))", re.I
)


@dataclass(frozen=True, slots=True)
class First:
    """That something is said to be the first of its sort.

    Attributes:
        kind: "visit", "meeting" or "call".
        key: What all of its sort share: sides of a visit, surnames of a meeting.
        persons: Who; empty where it is the first by any holder of a post.
        post: Key of that post; empty where persons are named.
        level: "official", "state" …; empty where any is meant.
        day: When it was.
        words: The words that say it.
        quote: The sentence.
        voice: Document or story that tells it.
    """

    kind: str
    key: str
    persons: tuple[str, ...]
    post: str
    level: str
    day: date
    words: str
    quote: Quoted
    voice: str


class Firsts:
    """Finds firsts, and the keys of what may have come before them."""

    def __init__(self, background: Background) -> None:
        self._lore = background.lore
        words = first_words()
        between = rf"(?:(?:{whole((*words.plain, *words.levels)).pattern})\s+)*"
        self._patterns = {
            kind: re.compile(
                rf"\b(?:first(?:[- ]ever)?|maiden|inaugural)\s+(?P<between>{between})"
                rf"(?:{'|'.join(nouns)})\b",
                re.I,
            )
            for kind, nouns in (
                ("visit", words.visits),
                ("call", words.calls),
                ("meeting", words.meetings),
            )
        }
        self._again = {
            "visit": re.compile(r"\b(?:visit|arriv|travel)\w*\b[^.;]*\bfor the first time\b", re.I),
            "meeting": re.compile(r"\b(?:met|meets?|meeting)\b[^.;]*\bfor the first time\b", re.I),
        }
        self._stand_for = {post: frozenset(held) for post, held in words.stand_for.items()}
        self._levels = whole(words.levels)
        self._limits = whole(words.limits)
        posts = [n for post in background.vocabulary.posts for n in (post.name, *post.names)]
        self._post = whole(posts)
        self._posts = re.compile(rf"\b(?P<post>{any_of(posts)})s\b", re.IGNORECASE)
        # How each of them ends; to look for these first costs a fiftieth.
        self._plurals = sorted({f"{post.lower()}s".rpartition(" ")[2] for post in posts})

    def firsts(self, sheet: Sheet) -> Iterator[First]:
        """What a document says to be first."""
        if sheet.published is None:
            return
        if not sheet.words.isdisjoint(_FIRST) and _SAID_FIRST.search(sheet.text):
            for event in sheet.claims_of(Event):
                first = self._of_event(sheet, event)
                if first is not None:
                    yield first
        if not sheet.words.isdisjoint(_MARKS) and first_wordings.may_tell(sheet.text):
            yield from self._none_before(sheet)
            yield from self._not_met_before(sheet)

    def keys_of_event(self, event: Event) -> Iterator[str]:
        """Keys under which an event may come before a first."""
        if event.type is not EventType.CONSULT:
            return
        if event.mode is EventMode.VISIT:
            yield from self._visit_keys(event)
        else:
            people = _people(event.actors)
            if len(people) == 2:
                yield _pair_key(people)
            post = self._joint_post(event.evidence[0].exact)
            sides = {self._lore.sides.of_party(a.party) for a in event.actors if a.party}
            if post and len(sides) == 2:
                yield f"posts {post} {' '.join(sorted(sides))}"

    def keys_of_case(self, case: Case) -> set[str]:
        """Keys of a record that tells of something past with a date."""
        head = case.record.head
        # Records of persons hold claims of events as well.
        if case.kind != Event.kind or not isinstance(head, Event) or case.record.last is None:
            return set()
        if head.status is not EventStatus.OCCURRED:
            return set()
        return {
            key
            for node in case.nodes
            if isinstance(node.claim, Event)
            for key in self.keys_of_event(node.claim)
        }

    def post_in(self, words: str) -> str:
        """Key of the post that words name; empty if they name none."""
        found = self._post.search(words)
        keys = self._lore.posts.keys(found[0]) if found else ()
        return keys[0] if len(keys) == 1 else ""

    def holds(self, post: str, words: str) -> bool:
        """Whether some words name a post, or one for which it stands."""
        found = self._post.search(words)
        if found is None:
            return False
        return self.post_in(words) == post or found[0].lower() in self._stand_for.get(post, ())

    def _joint_post(self, words: str) -> str:
        """Key of the post that two or more hold in some words: "the foreign ministers of"."""
        lower = words.lower()
        if not any(plural in lower for plural in self._plurals):
            return ""
        found = self._posts.search(words)
        keys = self._lore.posts.keys(found["post"]) if found else ()
        return keys[0] if len(keys) == 1 else ""

    def _post_told(self, who: str) -> str:
        """Key of a post, or the general one: "a Peruvian head of state"."""
        general = (post for post in self._stand_for if re.search(rf"\b{post}\b", who, re.I))
        return next(general, None) or self.post_in(who)

    def _visit_keys(self, event: Event) -> Iterator[str]:
        sides = self._lore.sides
        source, hosts = (
            {sides.of_party(a.party) for a in event.actors if a.role is role and a.party}
            for role in (ActorRole.SOURCE, ActorRole.HOST)
        )
        if len(source) == 1 and len(hosts) == 1 and source != hosts:
            yield f"visit {min(source)} {min(hosts)}"

    def _of_event(self, sheet: Sheet, event: Event) -> First | None:
        keys = list(self.keys_of_event(event))
        evidence = event.evidence[0]
        sentence = sheet.sentence_at(evidence.start)
        if not keys or sentence is None:
            return None
        span = Span(sentence.start, max(sentence.end, evidence.end))
        kinds = ("visit",) if event.mode is EventMode.VISIT else ("call", "meeting")
        found = next((f for kind in kinds if (f := self._said(sheet.text, span, kind))), None)
        if found is None:
            span = self._summing_up(sheet, sentence) or span
            found = next((f for kind in kinds if (f := self._said(sheet.text, span, kind))), None)
        if found is None or self._limited(sheet.text, span):
            return None
        kind, words = found
        if kind != "visit" and not _of_persons(sheet.text, words):
            return None
        acting = (a for a in event.actors if kind != "visit" or a.role is ActorRole.SOURCE)
        people = _people(acting)
        any_holder = _BY_ANY.match(sheet.text, words.end)
        post = self.post_in(any_holder["who"]) if any_holder else ""
        if not post and len(people) != (1 if kind == "visit" else 2):
            return None
        return self._first(sheet, event, kind, keys[0], post, people, words)

    def _summing_up(self, sheet: Sheet, sentence: Span) -> Span | None:
        """The next sentence of a paragraph where it goes on: "It was their first meeting"."""
        place = bisect_right(sheet.sentences, sentence.start, key=lambda s: s.start)
        following = sheet.sentences[place] if place < len(sheet.sentences) else None
        if following is None or following.start >= sheet.paragraph_at(sentence.start).end:
            return None
        sums_up = _SUMS_UP.match(sheet.text, following.start, following.end)
        return following if sums_up else None

    def _first(
        self,
        sheet: Sheet,
        event: Event | None,
        kind: str,
        key: str,
        post: str,
        people: tuple[str, ...],
        words: Span,
    ) -> First:
        text = sheet.text
        sentence = sheet.sentence_at(words.start) or words
        level = self._levels.search(_HEAD_OF_STATE.sub("", text[words.start : words.end]))
        when = None if event is None or event.when is None else event.when.first
        return First(
            kind=kind,
            key=key,
            persons=() if post else people,
            post=post,
            level=level[0].lower() if level else "",
            day=when or sheet.published or date.max,
            words=" ".join(text[words.start : words.end].split()),
            quote=sheet.quote(sentence.start, sentence.end),
            voice=voice_of(sheet),
        )

    def _said(self, text: str, span: Span, kind: str) -> tuple[str, Span] | None:
        """Where a stretch says that something of a kind is the first."""
        patterns = [self._patterns[kind]]
        if kind in self._again:
            patterns.append(self._again[kind])
        for pattern in patterns:
            found = pattern.search(text, span.start, span.end)
            if found:
                return kind, Span(found.start(), found.end())
        return None

    def _limited(self, text: str, sentence: Span) -> bool:
        """Whether a sentence says within what it is the first."""
        told = _IN_HISTORY.sub("ever", _NEW_NAMES.sub("", text[sentence.start : sentence.end]))
        return bool(self._limits.search(told) or _OF_A_YEAR.search(told))

    def _none_before(self, sheet: Sheet) -> Iterator[First]:
        """Firsts that tell no visit of their own: "the first president of Peru to visit Oman"."""
        sides = self._lore.sides
        for found in first_wordings.visits(sheet.text, sheet.words):
            sentence = sheet.sentence_at(found.start())
            post = self._post_told(found["who"])
            if not post or sentence is None or self._limited(sheet.text, sentence):
                continue
            who = sheet.mentions_of(PartyMention, Span(*found.span("who")))
            host = [
                p
                for p in sheet.mentions_of(PartyMention, sentence)
                if p.start in range(found.start("host"), found.start("host") + 5)
            ]
            if len(who) == 1 and host:
                pair = [sides.of_party(party_of(p)) for p in (who[0], host[0])]
                key = f"visit {pair[0]} {pair[1]}"
                words = Span(found.start(), max(host[0].end, who[0].end))
                yield self._told_without(sheet, "visit", key, post, words)

    def _not_met_before(self, sheet: Sheet) -> Iterator[First]:
        """First meetings of any holders of a post: "the foreign ministers had never met"."""
        for found in first_wordings.meetings(sheet.text):
            sentence = sheet.sentence_at(found.end() - 1)
            post = self._joint_post(found["who"])
            if not post or sentence is None or self._limited(sheet.text, sentence):
                continue
            span = Span(max(sentence.start, found.start("who")), found.end("who"))
            named = sheet.mentions_of(PartyMention, span)
            sides = {self._lore.sides.of_party(party_of(p)) for p in named}
            if len(sides) == 2 and not sheet.mentions_of(PersonMention, span):
                key = f"posts {post} {' '.join(sorted(sides))}"
                words = Span(max(sentence.start, found.start()), found.end())
                yield self._told_without(sheet, "meeting", key, post, words)

    def _told_without(self, sheet: Sheet, kind: str, key: str, post: str, words: Span) -> First:
        """A first by any holder of a post; its day is that of such an event in the document."""
        first = self._first(sheet, None, kind, key, post, (), words)
        days = [
            event.when.first
            for event in sheet.claims_of(Event)
            if event.when and event.when.first and key in self.keys_of_event(event)
        ]
        return replace(first, day=min(days, default=first.day))


def _of_persons(text: str, words: Span) -> bool:
    """Whether a first meeting or call is one of the persons whom its sentence names."""
    if _BETWEEN.match(text, words.end) or "first time" in text[words.start : words.end].lower():
        return True
    theirs = _THEIRS.search(text[max(0, words.start - 24) : words.start])
    return theirs is not None and not _OF_A_BODY.match(text, words.end)


def is_call(words: str) -> bool:
    """Whether words tell a call rather than a meeting."""
    return _CALLED.search(words) is not None


def _people(actors: Iterable[Actor]) -> tuple[str, ...]:
    """Names of persons, each once."""
    found = (names.tidied(a.person.name) for a in actors if a.person is not None)
    return tuple(dict.fromkeys(found))


def _pair_key(people: Iterable[str]) -> str:
    return f"meet {' '.join(sorted(names.surname(name) for name in people))}"
