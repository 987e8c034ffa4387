"""What stands before the noun of a post: rank, portfolio, party, determiner."""

from __future__ import annotations

from typing import NamedTuple

from communique.claims.posts.owned import Owner, genitive, is_body, owner
from communique.claims.posts.study import Body, Study
from communique.mentions.words import Run, is_name
from communique.model.claim import Party

_LONGEST = 12
_JOINTS = frozenset({"and", "&", ",", "-", "/"})

# Ranks that may stand before the party.
_OUTER = frozenset({"deputy", "acting", "assistant", "associate", "vice"})


class Prefix(NamedTuple):
    """The words before the noun.

    Attributes:
        run: All of them, from the determiner on.
        wording: Index of the first that is part of the post.
        parties: The party named among them.
        past: Whether one says that the post is a past one.
        determiner: The article or possessive, in lower case.
        owner: Who has it, where a common noun tells: "the bank's president".
    """

    run: Run
    wording: int
    parties: tuple[Party, ...]
    past: bool
    determiner: str
    owner: Owner | None = None

    def worded(self, core: Run) -> bool:
        """Whether any of them is part of the post."""
        return self.wording < core.first


def prefix(study: Study, core: Run, floor: int, *, any_field: bool) -> Prefix:
    """Read backwards from the noun.

    Args:
        study: The document.
        core: The words of the noun.
        floor: Index of the first word that is not yet part of another post.
        any_field: Whether any capitalised noun may be the field of the post, as before
            "Coordinator" but not before "President".
    """
    wording = _rank_and_portfolio(study, core, floor, any_field)
    first, parties, wording = _party(study, wording)
    if parties and first < wording and study.context.words.at(first - 1).lower() in _OUTER:
        # "Principal Deputy U.S. Chief Technology Officer" is one post with the party inside.
        first = wording = _rank_and_portfolio(study, Run(first, core.last), floor, False)
    first, past = _time(study, first)
    if not parties:
        first, parties, wording = _party(study, first) if first == wording else (first, (), wording)
        if not parties and first != wording:
            first, parties = _plain_party(study, first)
        first, again = _time(study, first)
        past = past or again
    owned = None if parties else owner(study, first)
    if owned is not None and owned.run.first >= floor:
        return Prefix(Run(owned.run.first, core.first), wording, (), past, "", owned)
    determiner = ""
    if first > 0 and study.context.words.at(first - 1).lower() in study.holding.determiners:
        first -= 1
        determiner = study.context.words.at(first).lower()
    if determiner == "whose" and not parties:
        first, parties = _before_whose(study, first)
    return Prefix(Run(first, core.first), wording, parties, past, determiner)


def _rank_and_portfolio(study: Study, core: Run, floor: int, any_field: bool) -> int:
    """Index of the first word of rank and portfolio: "Business and Trade Secretary"."""
    words, first = study.context.words, core.first
    index = first - 1
    while core.first - index < _LONGEST and index >= floor:
        if not words.same_sentence(index, core.first):
            break
        if _part(study, index, first, any_field):
            first = index
            index -= 1
        elif (
            words.text[index] in _JOINTS
            and first < core.first
            and (index > floor and _part(study, index - 1, first, any_field=False))
        ):
            index -= 1
        else:
            break
    return first


def _part(study: Study, index: int, following: int, any_field: bool) -> bool:
    """Whether a word is rank or portfolio of the post whose words go on at `following`."""
    context = study.context
    word = context.words.at(index)
    taken = index in study.in_person or index in study.bodies or index in study.organizations
    if not word or taken:
        return False
    lower = word.lower()
    rank = lower in study.holding.ranks
    if index in context.post_at and not rank:
        return False
    if rank or lower in context.knowledge.portfolios:
        # Lower case goes before lower case only: "state visit", then "Minister".
        return is_name(word) or not is_name(context.words.text[following])
    return any_field and _field(study, index)


def _field(study: Study, index: int) -> bool:
    """Whether a capitalised noun may name a field: "Implementation Coordinator"."""
    words, knowledge = study.context.words, study.context.knowledge
    if words.tag(index) in {"NN", "NNS", "JJ"} and words.text[index].islower():
        # "college football analyst": the words that hang on the noun.
        return words.token_of(index).dep in {"compound", "amod", "nmod"} and (
            words.text[index + 1].islower()
        )
    return (
        is_name(words.text[index])
        and words.tag(index) in {"NNP", "NNPS", "NN", "NNS"}
        and not words.opens_sentence(index)
        and index not in study.settings
        and knowledge.honorifics.longest(words.text, index) is None
    )


def _party(study: Study, first: int) -> tuple[int, tuple[Party, ...], int]:
    """The party or body before the words of a post; a ministry's name is part of the post."""
    found = _plain_party(study, first)
    if found[1]:
        body = study.bodies[found[0]]
        if _is_field(study, body, first):
            start, parties, _ = _party(study, found[0])
            return start, parties, found[0]
        kept = body.metonym and body.run.last == first
        return *found, (found[0] if kept else first)
    end = genitive(study, first)
    organization = study.organizations.get(end - 1)
    if (
        organization is None
        or organization[0].last != end
        or (not study.context.words.same_sentence(end - 1, first))
    ):
        return first, (), first
    run, mention = organization
    if end < first and run.last - run.first == 1 and is_body(study, mention.name.lower()):
        # "The Bank's president": which bank, the text has told before.
        return first, (), first
    if end == first and _generic(study, run):
        start, parties = _plain_party(study, run.first)
        return start, parties, run.first
    return run.first, (Party(mention.name),), first


def _is_field(study: Study, body: Body, first: int) -> bool:
    """Whether a part of the world is the field of a post: "Middle East Coordinator"."""
    region = body.party.name in study.context.knowledge.regions
    return region and not body.adjective and body.run.last == first


def _generic(study: Study, run: Run) -> bool:
    """Whether the name of a body is but its field: "Foreign Ministry"."""
    knowledge, words = study.context.knowledge, study.context.words
    return all(
        words.text[i].lower() in knowledge.portfolios
        or words.text[i].lower() in knowledge.organization_heads
        or not is_name(words.text[i])
        for i in range(*run)
    )


def _plain_party(study: Study, first: int) -> tuple[int, tuple[Party, ...]]:
    """The party right before a word, in the genitive or not."""
    words, index = study.context.words, first
    if words.at(index - 1) == "s" and words.at(index - 2) == "'":
        index -= 2
    elif words.at(index - 1) in {"'", ":"}:
        index -= 1
    body = study.bodies.get(index - 1)
    if body is None or body.run.last != index or not words.same_sentence(index - 1, first):
        return first, ()
    return body.run.first, (body.party,)


def _time(study: Study, first: int) -> tuple[int, bool]:
    """Words like "former" and "new" passed over; whether one makes the post a past one."""
    words, holding, past = study.context.words, study.holding, False
    while first > 0 and words.same_sentence(first - 1, first):
        index = first - 1
        if words.text[index] == "-" and words.joined(index) and index > 0:
            index -= 1
        word = words.text[index].lower()
        if word in holding.past:
            past = True
        elif word not in holding.passed_over:
            break
        first = index
    return first, past


def _before_whose(study: Study, first: int) -> tuple[int, tuple[Party, ...]]:
    """The party in "Jordan, whose Foreign Minister …"; the phrase still begins at "whose"."""
    words = study.context.words
    body = study.bodies.get(first - 2) if words.at(first - 1) == "," else None
    return first, (body.party,) if body is not None else ()
