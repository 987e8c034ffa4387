"""How a post is worded: rank, portfolio and body around the noun, and the party named with it.

"Kazakhstan's Deputy Prime Minister – Minister of Foreign Affairs" is one post, whose wording is
"Deputy Prime Minister – Minister of Foreign Affairs" and whose party is Kazakhstan.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from communique.claims.posts.affiliation import APOSTROPHES
from communique.claims.posts.owned import genitive
from communique.claims.posts.prefixes import Prefix, prefix
from communique.claims.posts.study import Study
from communique.claims.posts.suffixes import Suffix, suffix
from communique.mentions.words import Run
from communique.model.claim import Party
from communique.vocab.schema import Post

# Ranks that are posts too, of whoever leads a force: "its commander, Ann Poe".
_COMMANDERS = frozenset({"commander", "commandant"})
_POSSESSIVES = frozenset({"its", "their", "our", "his", "her", "whose"})


class PostPhrase(NamedTuple):
    """A post as the text words it.

    Attributes:
        run: All its words, determiner and party included.
        wording: The post without the party; of a plural the singular. Empty for "counterpart".
        canonical: Canonical name of the post.
        parties: Whose it is, as the phrase tells; several of a plural.
        plural: Whether it introduces several persons.
        past: Whether it is no longer held.
        determiner: "the", "our", "whose" …; empty where none stands before it.
        bare: Whether it is nothing but the noun.
        owner: Noun for who has it, in lower case: of "the bank's president", "bank".
    """

    run: Run
    wording: str
    canonical: str
    parties: tuple[Party, ...]
    plural: bool
    past: bool
    determiner: str
    bare: bool
    owner: str = ""

    @property
    def peer(self) -> bool:
        """Whether it only says that the post is that of somebody named before."""
        return not self.canonical


def phrases(study: Study) -> Iterator[PostPhrase]:
    """The posts of a document, in text order; one inside another is part of it."""
    done = 0
    nouns = [n for n in _nouns(study) if _is_noun(study, n) and not _elsewhere(study, n.run)]
    for place, noun in enumerate(nouns):
        if noun.run.first < done or _goes_on(study, noun, nouns[place + 1 : place + 2]):
            continue
        core = noun._replace(run=_without_party(study, noun))
        before = prefix(study, core.run, done, any_field=_any_field(study, noun))
        phrase = _phrase(study, core, before, suffix(study, core.run))
        done = phrase.run.last
        if not _judiciary(study, core, before):
            yield phrase


class _Noun(NamedTuple):
    """The noun of a post; `post` is None for "counterpart", whose post is somebody else's."""

    run: Run
    post: Post | None
    plural: bool


def _nouns(study: Study) -> list[_Noun]:
    """Nouns of posts and of peers, in text order."""
    posts = (_Noun(*name) for name in study.context.posts)
    return sorted([*posts, *_peers(study)], key=lambda noun: noun.run)


def _peers(study: Study) -> Iterator[_Noun]:
    words = study.context.words
    for phrase in study.holding.peers:
        said = phrase.split()
        for index in study.context.positions.get(said[0], ()):
            last = index + len(said)
            if words.text[index:last] == tuple(said):
                yield _Noun(Run(index, last), None, said[-1].endswith("s"))


def _any_field(study: Study, noun: _Noun) -> bool:
    return noun.post is not None and noun.post.name.lower() in study.holding.any_field


def _goes_on(study: Study, noun: _Noun, following: list[_Noun]) -> bool:
    """Whether a noun is but part of the next one: "Chief Program Officer", "the king's envoy"."""
    words = study.context.words
    rank = words.text[noun.run.first].lower() in study.holding.ranks
    owning = words.at(noun.run.last) in APOSTROPHES
    if not following or not (rank or owning):
        return False
    (other,) = following
    floor = 0 if owning else noun.run.first
    reach = prefix(study, other.run, floor, any_field=_any_field(study, other))
    if owning:
        return reach.owner is not None and reach.owner.run.last == noun.run.last
    return reach.wording <= noun.run.first < other.run.first


def _judiciary(study: Study, noun: _Noun, before: Prefix) -> bool:
    """Whether "Justice" is a field: "Economic Justice Screening Tool"."""
    judge = noun.post is not None and noun.post.kind == "judge"
    return judge and any(
        study.context.words.text[i].lower() in study.context.knowledge.portfolios
        for i in range(before.wording, noun.run.first)
    )


def _is_noun(study: Study, noun: _Noun) -> bool:
    """Whether the words are nouns here: "chairs" may be a verb, "major" an adjective."""
    words, last = study.context.words, noun.run.last - 1
    rank = noun.post is not None and noun.post.kind == "military"
    rank = rank and "chief" not in (words.at(last).lower(), words.at(noun.run.first).lower())
    lower = words.text[noun.run.first].islower()
    if rank and not (words.at(last).lower() in _COMMANDERS and _possessed(study, noun.run.first)):
        return not lower or words.at(noun.run.last) == "of"
    if words.tag(last).startswith("JJ") and _possessed(study, noun.run.first):
        # Taggers take "representative" for an adjective: "Togo's representative Ama Kofi".
        return True
    return not words.tag(last).startswith(("VB", "JJ", "RB", "MD")) or not lower


def _possessed(study: Study, first: int) -> bool:
    """Whether a genitive or possessive stands right before some words."""
    words = study.context.words
    return genitive(study, first) < first or words.at(first - 1).lower() in _POSSESSIVES


def _elsewhere(study: Study, run: Run) -> bool:
    """Whether the noun is part of a person's name or of the name of a body."""
    if any(i in study.in_person for i in range(*run)):
        return True
    covering = [study.bodies.get(i) for i in range(*run)]
    whole = all(body is not None and body.run.last >= run.last for body in covering)
    organization = study.organizations.get(run.first)
    inside = organization is not None and organization[0].last > run.last
    return whole or inside


def _without_party(study: Study, noun: _Noun) -> Run:
    """The noun without the party at either end: "EU High Representative", "President of the …".

    A party that is part of the canonical name stays: "European Commissioner".
    """
    run = study.freed(noun.run)
    first, word = study.bodies.get(run.first), study.context.words.text[run.first]
    named = noun.post is None or noun.post.name.startswith(word)
    if first is not None and first.run.last < run.last and not named:
        run = Run(first.run.last, run.last)
    return run


def _phrase(study: Study, noun: _Noun, before: Prefix, after: Suffix) -> PostPhrase:
    parties = after.parties or before.parties
    if before.parties and _of_region(study, before, after):
        after = after._replace(wording=(after.run,), parties=())
        parties = before.parties
    return PostPhrase(
        run=Run(before.run.first, after.run.last),
        wording=_wording(study, noun, before, after),
        canonical="" if noun.post is None else noun.post.name,
        parties=parties,
        plural=noun.plural,
        past=before.past,
        determiner=before.determiner,
        bare=not (parties or after.wording or before.worded(noun.run)),
        owner=before.owner.noun if before.owner is not None else "",
    )


def _of_region(study: Study, before: Prefix, after: Suffix) -> bool:
    """Whether "of" tells where an institution's post is: "the EBRD's head of the Caucasus"."""
    states = study.context.knowledge.states
    mine = all(party.code not in states for party in before.parties)
    region = all(p.code is None or p.code in states for p in after.parties)
    return bool(after.parties) and not after.wording and mine and region


def _wording(study: Study, noun: _Noun, before: Prefix, after: Suffix) -> str:
    if noun.post is None:
        return ""
    core = Run(before.wording, noun.run.last)
    pieces = list(after.wording)
    if pieces and pieces[0].first == core.last and not noun.plural:
        core = Run(core.first, pieces.pop(0).last)
    said = study.context.text(core)
    if noun.plural:
        said = _singular(noun.post, said)
    return " ".join(" ".join([said, *(study.context.text(piece) for piece in pieces)]).split())


def _singular(post: Post, said: str) -> str:
    """The singular of a plural post, in the document's own letters as far as they go."""
    singulars = {wording.lower() for wording in (post.name, *post.names)}
    for word in said.split():
        for plural, single in (("ies", "y"), ("s", ""), ("men", "man"), ("women", "woman")):
            if not word.lower().endswith(plural):
                continue
            guess = said.replace(word, word[: -len(plural)] + single)
            if any(guess.lower().endswith(singular) for singular in singulars):
                return guess
    return post.name if said[:1].isupper() else post.name.lower()
