"""Who holds a post that one person holds at a time, as documents tell it on their days.

Only what is beyond doubt is read: the words themselves name the state or institution, nothing
beside them says "former" or "acting", and the sentence speaks of no change and of no other time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from communique.checks.background import Background
from communique.checks.bodies import Bodies, body_beside, body_key, is_whole
from communique.checks.seen import Sheet
from communique.checks.wording import whole
from communique.claims.referent import party_of
from communique.claims.slots.event import Event
from communique.claims.slots.office import Office
from communique.model.claim import Evidence, Party
from communique.model.finding import Quoted
from communique.model.mention import PartyMention, TimeMention
from communique.model.span import Span
from communique.records.comparing import names
from communique.vocab.lexicon import Form
from communique.vocab.schema import Post
from communique.vocab.tenures import TenureWords, tenure_words
from communique.vocab.words import words_of

# What is dated further back is of another time; reports speak of the last weeks.
_LATELY = timedelta(days=45)
# Characters before and behind a holder that may say "former" or "-elect".
_BESIDE = 24
# Between a state and a post, and between a post and its state, perhaps with the name.
_BEFORE = re.compile(r"(?:[’']s?)?,?\s+(?:[\w-]+\s+){0,2}")
_BEHIND = re.compile(
    r"(?:,?\s+[^,;:()–—]+?)?,?\s+(?:of|for)\s+(?:the\s+)?(?:[A-Z]\w+\s+of\s+(?:the\s+)?)?"
)
# The name of a state goes on: "of Iraq's Kurdistan region", "of the U.S. Conference of Mayors".
_OTHER = re.compile(r"[’']s\b|[ \t]+[A-Z]")
#: Kinds of posts in which people serve one state.
PUBLIC = frozenset({"head_of_state", "head_of_government", "minister", "royal", "diplomat"})
_TO = re.compile(r" to \w")
_AMBASSADOR = "ambassador"
# In the full name of a state, or of an ambassador's post.
_FULL = frozenset({"republic", "kingdom", "state", "extraordinary", "plenipotentiary"})
_SMALL = frozenset({"the", "of", "for", "to", "and", "a", "an", "in", "federal"})


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """A post of one holder.

    Attributes:
        post: Its key (`records.comparing.posts`), with its words where a government may have
            several of that key.
        of: The side or institution, by code or name.
    """

    post: str
    of: str

    @property
    def key(self) -> str:
        """Names the seat among others."""
        return f"{self.post} | {self.of}"


@dataclass(frozen=True, slots=True)
class Holding:
    """That a document names somebody as the holder of a seat.

    Attributes:
        seat: The seat.
        person: The name.
        title: The post with its state, as people say it.
        day: The day of which it is told.
        quote: The words.
        voice: Document or story that tells it; copies are one.
    """

    seat: Seat
    person: str
    title: str
    day: date
    quote: Quoted
    voice: str


#: Tellings of one thing before and after the first of another, which stands between.
Crossing = tuple[Holding, Holding, Holding]


class Seats:
    """Finds seats and their holders."""

    def __init__(self, background: Background) -> None:
        self.posts, self.sides = background.lore.posts, background.lore.sides
        self._states = frozenset(state.code for state in background.vocabulary.states)
        self.words: TenureWords = tenure_words()
        self.seat = lru_cache(maxsize=4096)(self._seat)
        self.public = lru_cache(maxsize=4096)(self._public)
        self.kin = background.kin
        titles = (n for p in background.vocabulary.posts if p.title for n in (p.name, *p.names))
        self._titled = re.compile(rf"{whole(titles).pattern}\s*$", re.I)
        self._bodies = Bodies(self.words)
        self._passing = whole(self.words.passing)
        self._changing = whole(self.words.changing)

    def holdings(self, sheet: Sheet, *, any_post: bool = False) -> tuple[Holding, ...]:
        """Who holds what, as a document tells it.

        Args:
            sheet: The document.
            any_post: Whether public posts that several may hold count as well, each as a seat.
        """
        return sheet.once(self._of_any_post if any_post else self._of_single_posts)

    def _of_any_post(self, sheet: Sheet) -> tuple[Holding, ...]:
        return tuple(self._held(sheet, self.public))

    def _of_single_posts(self, sheet: Sheet) -> tuple[Holding, ...]:
        return tuple(self._held(sheet, self.seat))

    def _held(
        self, sheet: Sheet, seat_of: Callable[[str, Party], Seat | None]
    ) -> Iterator[Holding]:
        if sheet.published is None:
            return
        parties: tuple[PartyMention, ...] | None = None
        for claim in sheet.claims_of(Office):
            party = self._bodies.whose(sheet, claim)
            seat = None if party is None else seat_of(self._bodies.post(claim.post), party)
            if seat is None or party is None or not claim.person.name[:1].isupper():
                continue
            parties = sheet.mentions_of(PartyMention) if parties is None else parties
            for evidence in claim.evidence:
                beside = [p for p in parties if evidence.start <= p.start and p.end <= evidence.end]
                day = self._told(sheet, claim, evidence, seat, beside)
                if day is not None:
                    yield Holding(
                        seat=seat,
                        person=names.tidied(claim.person.name),
                        title=f"{self._bodies.post(claim.post)} of {party.name}",
                        day=day,
                        quote=sheet.quote(evidence.start, evidence.end),
                        voice=voice_of(sheet),
                    )
                    break

    def may_be_one(self, post: Post) -> bool:
        """Whether a post of the vocabulary is a seat of some party."""
        keys = self.posts.keys(post.name)
        if post.kind == "diplomat":
            return _AMBASSADOR in keys
        ministers = post.kind == "minister" and not self.words.local & {*keys}
        known = self.words.posts | self.words.heads
        return post.single_holder and (ministers or bool(known & {*keys}))

    def keys(self, sheet: Sheet) -> set[str]:
        """Keys of the seats whose holders a document tells."""
        return {holding.seat.key for holding in self.holdings(sheet)}

    def _seat(self, post: str, party: Party) -> Seat | None:
        """The seat that a post of a party is; None if several may hold it."""
        keys = self.posts.keys(post)
        if len(keys) != 1:
            return None
        key, kind, side = keys[0], self.posts.kind(keys[0]), self.sides.of_party(party)
        if kind == "diplomat":
            # A state has one ambassador to another.
            return Seat(_mission(post), side) if _TO.search(post) else None
        if kind == "minister":
            return self._ministry(key, post, side)
        # A parliament or a company has a president of its own.
        own = party.code or party.name
        known = self.sides.knows(side) and (own == side or self.sides.known(own))
        if not known:
            one = self.posts.single(key) and self._bodies.has_head(key, party.name)
            return Seat(key, body_key(party.name)) if one else None
        held = self.posts.single(key) and key in self.words.posts
        return Seat(key, own) if held else None

    def _ministry(self, key: str, post: str, side: str) -> Seat | None:
        """The seat of a minister; of a field that the vocabulary lacks it is known by its words."""
        if key in self.words.local or self.sides.members(side):
            return None
        if self.posts.single(key):
            return Seat(key if key in self.words.fields else _content(post), side)
        words = {word.lower() for word in re.findall(r"\w+", post)}
        of_a_field = "minister" in words and not words & self.words.no_field
        return Seat(_content(post), side) if of_a_field and words - {"minister", *_SMALL} else None

    def _public(self, post: str, party: Party) -> Seat | None:
        """A public post of a state; None for other posts, and where a wording names two."""
        keys, side = self.posts.keys(post), self.sides.of_party(party)
        if len(keys) != 1 or self.posts.kind(keys[0]) not in PUBLIC:
            return None
        return Seat(keys[0], side) if side in self._states else None

    def _told(
        self,
        sheet: Sheet,
        claim: Office,
        evidence: Evidence,
        seat: Seat,
        parties: Sequence[PartyMention],
    ) -> date | None:
        """The day of which words tell a holder; None where they leave a doubt."""
        post = _written(claim.post, evidence.exact)
        if post is None:
            return None
        body = body_beside(sheet, evidence, seat.of)
        if body is not None:
            named = is_whole(sheet, body, evidence.start + post.start)
        elif parties:
            named = any(self._names(party, evidence, seat, post) for party in parties)
        else:
            named = post.start == 0 and self._speaks(sheet, seat) and _acts(sheet, claim, evidence)
        if not named:
            return None
        sentence = sheet.sentence_at(evidence.start)
        if sentence is None or self._doubted(sheet.text, evidence, sentence, claim.post):
            return None
        return as_of(sheet, sentence)

    def _speaks(self, sheet: Sheet, seat: Seat) -> bool:
        """Whether a side speaks of its own minister."""
        speakers = {self.sides.of_party(party) for party in sheet.facts.speaks_for}
        return speakers == {seat.of} and seat.post in self.words.fields

    def _names(self, party: PartyMention, evidence: Evidence, seat: Seat, post: Span) -> bool:
        """Whether words name the side of a seat beside the post."""
        begin, end = party.start - evidence.start, party.end - evidence.start
        named = party_of(party)
        if seat.of not in {self.sides.of_party(named), party.code, party.name}:
            return False
        if end <= post.start:
            return _BEFORE.fullmatch(evidence.exact, end, post.start) is not None
        behind = begin >= post.end and _BEHIND.fullmatch(evidence.exact, post.end, begin)
        return bool(behind) and not self._adjective(party)

    def _adjective(self, party: PartyMention) -> bool:
        """Whether a party is named as in "the American Red Cross"."""
        sense = self.kin.sense(words_of(party.text))
        return sense is not None and sense.form is Form.ADJECTIVE

    def _doubted(self, text: str, evidence: Evidence, sentence: Span, post: str) -> bool:
        before = text[max(sentence.start, evidence.start - _BESIDE) : evidence.start]
        # "The bridge is a year late, Peru's transport minister said": of another clause.
        before = re.split(r"[,;:]", before)[-1]
        behind = text[evidence.end : evidence.end + _BESIDE]
        beside = f"{before}{evidence.exact.replace(post, '')}{behind}"
        # "Prime Minister Noor of Iraq's Kurdistan region" is not of Iraq, and in "President Noor,
        # the Emir of Qatar" two are named.
        other = goes_on(text, evidence.end) or self._titled.search(before)
        if other or self._passing.search(beside):
            return True
        return self._changing.search(text, sentence.start, sentence.end) is not None


def _written(post: str, words: str) -> Span | None:
    """Where a post stands in words; of "the Ambassador of Peru to Oman" its first part."""
    found = re.search(rf"\b{re.escape(post)}\b", words)
    head, to, rest = post.partition(" to ")
    if found is None and to:
        parted = rf"\b({re.escape(head)})\s+of\s+[^,;]+?\s+to\s+{re.escape(rest)}\b"
        found = re.search(parted, words)
        return None if found is None else Span(*found.span(1))
    return None if found is None else Span(*found.span())


def _acts(sheet: Sheet, claim: Office, evidence: Evidence) -> bool:
    """Whether the holder takes part in an event that the same words tell."""
    return any(
        actor.person is not None and actor.person.name == claim.person.name
        for event in sheet.claims_of(Event)
        if any(e.start <= evidence.start and evidence.end <= e.end for e in event.evidence)
        for actor in event.actors
    )


def goes_on(text: str, end: int) -> bool:
    """Whether the name of a state is only the beginning of another name."""
    return _OTHER.match(text, end) is not None


def voice_of(sheet: Sheet) -> str:
    """What a document and its copies share."""
    return str(sheet.facts.story) if sheet.facts.story else sheet.key


def as_of(sheet: Sheet, sentence: Span) -> date | None:
    """The day that a sentence speaks of; None if it looks back.

    A day of the last weeks that it names, else the day of publication.
    """
    published = sheet.published
    if published is None:
        return None
    dated = [
        (m.first, m.last)
        for m in sheet.mentions_of(TimeMention, sentence)
        if m.type == "DATE" and m.first is not None and m.last is not None
    ]
    if any(last < published - _LATELY for _, last in dated):
        return None
    days = {first for first, last in dated if first == last and first <= published}
    return days.pop() if len(days) == 1 else published


def persons(holdings: Iterable[Holding]) -> list[list[Holding]]:
    """Holdings by person, each in the order of their days; full names first."""
    groups: list[list[Holding]] = []
    told = sorted(holdings, key=lambda h: (-len(h.person.split()), h.person, h.day, h.quote.start))
    for holding in told:
        home = next((g for g in groups if any(_one(holding, o) for o in g)), None)
        if home is None:
            groups.append([holding])
        else:
            home.append(holding)
    return [sorted(g, key=lambda h: (h.day, h.quote.document, h.quote.start)) for g in groups]


def different(one: Sequence[Holding], other: Sequence[Holding]) -> bool:
    """Whether two groups are two persons beyond doubt: no word of their names is one."""
    ours = {key for h in one for key in names.keys(h.person)}
    return ours.isdisjoint(key for h in other for key in names.keys(h.person))


def crossing(one: Sequence[Holding], other: Sequence[Holding]) -> Crossing | None:
    """Tellings of the one before and after the first of the other; None if one came after it."""
    between = other[0]
    before = [h for h in one if h.day <= between.day]
    after = [h for h in one if h.day >= between.day and h.voice != between.voice]
    if not before or not after:
        return None
    if after[0].day > between.day and after[0].voice == before[-1].voice:
        # A copy of an old report that was published again.
        return None
    return before[-1], between, after[0]


def named_as(person: str, group: Iterable[Holding]) -> bool:
    """Whether a name can be that of the person of a group."""
    return any(names.alike(person, holding.person) for holding in group)


def _one(one: Holding, other: Holding) -> bool:
    return one.person == other.person or names.alike(one.person, other.person)


def _mission(post: str) -> str:
    """An ambassador's post by its state: "to Ghana" and "to the Republic of Ghana" are one."""
    return " ".join(w for w in _content(post).split() if w not in _FULL)


def _content(post: str) -> str:
    """The words of a post, whatever their order."""
    words = {w.lower() for w in re.findall(r"\w+", post)} - _SMALL
    return " ".join(sorted(words))
