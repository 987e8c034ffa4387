"""Whose document it is: the parties that speak in it as "we", and whom its title names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.claims.context import ClaimContext
from communique.model.claim import Party
from communique.model.mention import PartyMention, PersonMention
from communique.vocab.lexicon import Form
from communique.vocab.words import words_of

# What follows is the subject of a title, no longer whose it is: "Joint Statement on Israel".
_SUBJECT = re.compile(r"\b(?:on|regarding|concerning|about|endorsing|following|after|to)\b", re.I)
_JOINT = re.compile(r"\bjoint(?:ly)?\b|\bleaders[’']? (?:statement|declaration)", re.I)
# Missions that a state has in another, whose name often tells where.
_MISSIONS = frozenset({"embassy", "consulate", "mission", "ambassador"})
# Sentences at the head of a joint text that may name its authors where the title does not.
_HEAD = 3
# Before the place of an event.
_NUMERALS = frozenset("IVXLC")
_AT = frozenset({"in", "at", "near"})


def authors(context: ClaimContext) -> tuple[Party, ...]:
    """The parties that speak as "we": all of a joint text's, else the publisher's own.

    A joint statement's title names its parties before its subject; where it names none, the first
    sentences do. Any other text is its publisher's; news that name no publisher known as a party
    are nobody's but the title's.
    """
    title = context.document.title or ""
    whose = titled(context)
    if _JOINT.search(title):
        joint = whose if whose else _named_first(context)
        if joint:
            return joint
    published_by = publisher(context)
    if published_by:
        return published_by
    home = context.named.context.home
    parties = (Party(m.name, m.code) for m in context.mentions(PartyMention))
    return whose or tuple(dict.fromkeys(p for p in parties if p.code == home))[:1]


def publisher(context: ClaimContext) -> tuple[Party, ...]:
    """The party that published the document; empty where it is none, as with news.

    "The Baltic Observer" is no voice of the Baltic states, nor is "Tender Watch Levant" the
    Levant's: a region publishes nothing.
    """
    name = context.document.publisher or ""
    if {w.lower() for w in words_of(name)} & context.knowledge.referents.media:
        return ()
    regions = context.named.context.knowledge.members
    named = tuple(p for p in in_text(context, name) if p.code or p.name not in regions)
    # An embassy speaks for who sent it: "Embassy of Finland, Nairobi".
    return named[:1] if _mission(name) else named


def posted(context: ClaimContext) -> tuple[Party, ...]:
    """Who sent the mission that publishes, and whom to; empty where it is none or does not tell."""
    name = context.document.publisher or ""
    sides = in_text(context, name) if _mission(name) else ()
    return sides if len(sides) == 2 else ()


def _mission(name: str) -> bool:
    return bool({w.lower() for w in words_of(name)} & _MISSIONS)


def titled(context: ClaimContext) -> tuple[Party, ...]:
    """The parties in the title, up to its subject."""
    title = context.document.title or ""
    subject = _SUBJECT.search(title)
    before = title[: subject.start()] if subject is not None else title
    return in_text(context, before)


def titled_people(context: ClaimContext) -> tuple[str, ...]:
    """Persons of the text whose last name stands in the title, by their full names."""
    words = set(words_of((context.document.title or "").replace("’", "'").replace("'s", " ")))
    names = dict.fromkeys(m.name for m in context.mentions(PersonMention))
    return tuple(n for n in names if _last_name(n) in words)


def _last_name(name: str) -> str:
    last = [w for w in words_of(name) if w not in {"Jr", "Jr.", ".", ",", "Sr"}]
    return last[-1] if last else ""


def _named_first(context: ClaimContext) -> tuple[Party, ...]:
    """The parties that one of the first sentences names together."""
    parties = context.mentions(PartyMention)
    tree = context.tree
    for sentence in tree.analysis.sentences[:_HEAD]:
        start, end = tree[sentence[0]].start, tree[sentence[1] - 1].end
        found = dict.fromkeys(
            Party(m.name, m.code) for m in parties if start <= m.start and m.end <= end
        )
        if len(found) > 1:
            return tuple(found)
    return ()


def _counts(following: Sequence[str]) -> bool:
    """Whether a number in Roman numerals, or a year, follows a name: "Oslo III", "Oslo 2031"."""
    word = following[0] if following else ""
    return bool(word) and (set(word) <= _NUMERALS or word.isdigit())


def in_text(context: ClaimContext, text: str, *, cities: bool = True) -> tuple[Party, ...]:
    """Parties that the vocabulary knows in a short text outside the article.

    A city is no party where something merely takes place in it, which is when the article names
    its state in no other way: "Pledges for Chad in Paris", but "President Lima meets President Han
    in Seoul". A word that may mean several things ("Commission") is one only where the article
    tells so.

    Args:
        context: The document.
        text: The short text.
        cities: Whether a city where something takes place, or one that counts meetings
            ("Oslo III"), may stand for a state that the article names otherwise.
    """
    mentions = context.mentions(PartyMention)
    told = {mention.name for mention in mentions}
    by_name = {mention.name for mention in mentions if not mention.metonym}
    words, lexicon = words_of(text), context.named.context.knowledge.parties
    found: list[Party] = []
    index = 0
    while index < len(words):
        name = lexicon.longest(words, index)
        if name is not None:
            sense = name[1][0]
            seat = words[max(0, index - 1)].lower() in _AT or _counts(words[name[0] :])
            place = sense.form is Form.METONYM and words[max(0, index - 1)].lower() in _AT
            place = place and sense.name not in by_name
            place = place or (not cities and sense.form is Form.METONYM and seat)
            doubtful = sense.form is Form.AMBIGUOUS and sense.name not in told
            found.extend([] if place or doubtful else [Party(sense.name, sense.code)])
        index = name[0] if name is not None else index + 1
    return tuple(dict.fromkeys(found))
