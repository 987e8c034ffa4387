"""Where an event stands: told as past, under way, planned, cancelled, or not told at all."""

from __future__ import annotations

from typing import NamedTuple

from communique.claims.kinds.event.sites import Site
from communique.claims.modality import modality
from communique.claims.reading import Reading
from communique.model.claim import When
from communique.model.terms import EventStatus, EventType, Modality
from communique.vocab.claims.event import EventWords

# Acts of words in the present tense are done by saying them.
_VERBAL = frozenset(
    {EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.AGREE}
)


class Standing(NamedTuple):
    """How the text stands by an event."""

    status: EventStatus
    modality: Modality


_OCCURRED = Standing(EventStatus.OCCURRED, Modality.ASSERTED)
_PLANNED = Standing(EventStatus.PLANNED, Modality.PLANNED)
_OFFERED = Standing(EventStatus.PLANNED, Modality.POSSIBLE)
_ONGOING = Standing(EventStatus.ONGOING, Modality.ASSERTED)
_CANCELLED = Standing(EventStatus.CANCELLED, Modality.ASSERTED)


def standing(reading: Reading, words: EventWords, site: Site, when: When | None) -> Standing | None:
    """How an event stands; None where the text denies it or only supposes it."""
    if site.noun == site.head:
        return _of_noun(reading, words, site, when)
    return _of_verb(reading, words, site, when)


def _of_verb(
    reading: Reading, words: EventWords, site: Site, when: When | None
) -> Standing | None:
    tree, verb = reading.tree, site.head
    if site.act.verbs == ("must",):
        return None if tree.negated(verb) else _OCCURRED
    if _awaited(reading, words, verb):
        return _PLANNED
    if _purpose(reading, words, verb):
        return None
    mood = modality(reading, verb)
    if mood is Modality.DENIED or mood is Modality.POSSIBLE:
        return None
    if mood is Modality.PLANNED or _in_planned_trip(reading, words, verb):
        governor = tree[tree[verb].head]
        return _OFFERED if governor.lemma in words.inviting else _PLANNED
    if _ahead(reading, when) and tree[verb].tag not in {"VBD", "VBN"}:
        return _PLANNED
    return _ONGOING if _under_way(reading, site) else _OCCURRED


def _of_noun(
    reading: Reading, words: EventWords, site: Site, when: When | None
) -> Standing | None:
    tree, noun = reading.tree, site.head
    governor = tree[noun].head
    verb = site.verb if site.verb is not None else governor
    if tree.is_verb(verb) and tree[verb].lemma in words.cancelling:
        return _CANCELLED
    if any(tree.lower(i) == "no" for i in tree.children(noun, "det")):
        return None
    if _ahead(reading, when) or _modified(reading, noun, words.ahead):
        return _PLANNED
    if site.verb is None and not happens(reading, words, noun):
        return _OCCURRED
    if _awaited(reading, words, verb):
        return _PLANNED
    mood = modality(reading, verb)
    if mood is Modality.DENIED or mood is Modality.POSSIBLE or _purpose(reading, words, verb):
        return None
    if _in_planned_trip(reading, words, verb):
        mood = Modality.PLANNED
    past = when is not None and not _ahead(reading, when) and when.last is not None
    if mood is Modality.PLANNED:
        published = reading.document.published
        over = past and published is not None and when.last < published  # type: ignore[operator, union-attr]
        return _OCCURRED if over else _PLANNED
    return _ONGOING if _under_way(reading, site) and not past else _OCCURRED


def happens(reading: Reading, words: EventWords, noun: int) -> bool:
    """Whether a noun is the subject of a verb that tells that it takes place."""
    token = reading.tree[noun]
    governor = reading.tree[token.head]
    return token.dep in {"nsubj", "nsubjpass"} and governor.lemma in words.happening


def takes_up(reading: Reading, words: EventWords, site: Site) -> bool:
    """Whether a gathering without parties is one of those told before: "the third one was held"."""
    tree = reading.tree
    if not happens(reading, words, site.head):
        return False
    return any(tree.lower(i) in words.taking_up for i in tree.children(site.head, "det", "poss"))


def _purpose(reading: Reading, words: EventWords, verb: int) -> bool:
    """Whether a verb is an infinitive that need not come true: "called on X to begin talks"."""
    tree = reading.tree
    token = tree[verb]
    if token.dep == "conj" and tree.is_verb(token.head) and token.tag == "VB":
        return not tree.auxiliaries(verb)[:1] != ["to"] and _purpose(reading, words, token.head)
    if token.tag != "VB" or "to" not in tree.auxiliaries(verb):
        return False
    governor = tree[token.head]
    if token.dep in {"advcl", "xcomp"} and governor.lemma in words.going | words.implying:
        return False
    return modality(reading, verb) is not Modality.PLANNED


def _in_planned_trip(reading: Reading, words: EventWords, verb: int) -> bool:
    """Whether a verb tells what a trip that lies ahead is for."""
    tree = reading.tree
    token = tree[verb]
    if token.tag != "VB" or token.dep not in {"advcl", "conj", "xcomp"} or token.head == verb:
        return False
    if tree[token.head].lemma not in words.going:
        return token.dep == "conj" and _in_planned_trip(reading, words, token.head)
    return modality(reading, token.head) is Modality.PLANNED


def _awaited(reading: Reading, words: EventWords, verb: int) -> bool:
    """Whether a verb is a gerund after "look forward to" and the like, or such a verb itself."""
    tree = reading.tree
    token = tree[verb]
    if token.tag != "VBG" or token.dep not in {"pcomp", "xcomp", "pobj"}:
        return False
    above = token.head
    if tree[above].tag in {"IN", "TO"}:
        above = tree[above].head
    for current in (above, *list(tree.ancestors(above))[:1]):
        if tree[current].lemma in words.looking_ahead and tree.is_verb(current):
            return True
    return False


def _ahead(reading: Reading, when: When | None) -> bool:
    """Whether a date lies after the day of publication."""
    published = reading.document.published
    if when is None or when.first is None or published is None:
        return False
    return when.first > published


def _modified(reading: Reading, noun: int, wanted: frozenset[str]) -> bool:
    tree = reading.tree
    return any(tree.lower(i) in wanted for i in tree.children(noun, "amod"))


def _under_way(reading: Reading, site: Site) -> bool:
    """Whether the verb tells of something in course: "is providing", "has been supplying"."""
    tree = reading.tree
    verb = site.verb
    if verb is None or tree[verb].tag != "VBG" or site.act.type in _VERBAL:
        return False
    return any(a in {"is", "are", "am", "'s", "'re", "been"} for a in tree.auxiliaries(verb))
