"""Whose a post is by the delegation that its holder belongs to or leads."""

from __future__ import annotations

from communique.claims.posts.bearers import Bond
from communique.claims.posts.study import Body, Study
from communique.model.claim import Party

# A list of participants is no longer, in words.
_LONGEST_LIST = 600
# Whom a delegation meets is none of its own.
_MEETING = frozenset({"met", "meet", "meets", "meeting", "spoke", "consulted", "visited"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Whom somebody leads who speaks for a party, and how far behind the name that may stand, in words.
_LEADING = frozenset({"led", "leads", "leading", "heads", "headed", "heading"})
_PEOPLE = frozenset({"delegation", "side", "team", "mission"})
_NEAR = 12
# Words in which the party stands before them: an apostrophe may be two.
_BEFORE = 3
_BEING = frozenset({"were", "was", "are", "is"})
_OF = frozenset({"of", "from", "the"})


def of_delegation(study: Study, bond: Bond) -> Party | None:
    """The party whose people are listed: "The Canadian delegation included …", "From Oslo:"."""
    words, index = study.context.words, bond.run.first - 1
    while index >= 0 and bond.run.first - index < _LONGEST_LIST:
        body = study.bodies.get(index)
        if words.same_sentence(index, bond.run.first):
            if words.at(index).lower() in _MEETING:
                return None
            near = {words.at(i).lower() for i in range(index + 1, index + 4)}
            if body is not None and (near & study.holding.delegations or _represented(study, body)):
                return body.party
        elif words.text[index] == ":" and "\n" in study.between(index + 1, index + 1):
            return _headed(study, index)
        elif words.tag(index) in _FINITE:
            return None
        index -= 1
    return None


def _represented(study: Study, body: Body) -> bool:
    """Whether those are listed who speak for a party: "Representing Peru were …"."""
    words = study.context.words
    before, after = words.at(body.run.first - 1).lower(), words.at(body.run.last).lower()
    return before == "representing" and after in _BEING


def _headed(study: Study, colon: int) -> Party | None:
    """The one state that the line before a colon names."""
    words = study.context.words
    named = {
        body.party
        for i in range(colon)
        if words.same_sentence(i, colon) and (body := study.bodies.get(i)) and body.country
    }
    return named.pop() if len(named) == 1 else None


def leading(study: Study, bond: Bond) -> Party | None:
    """The party whose delegation somebody leads: "Minister Ek led the delegation of Peru"."""
    words = study.context.words
    first = bond.run.last
    behind = range(first, min(first + _NEAR, len(words)))
    near = [i for i in behind if words.same_sentence(i, bond.run.first)]
    led = next((i for i in near if words.at(i).lower() in _LEADING), None)
    if led is None:
        return None
    people = next((i for i in near if i > led and words.at(i).lower() in _PEOPLE), None)
    return None if people is None else _party_beside(study, people)


def _party_beside(study: Study, people: int) -> Party | None:
    """The party in "the delegation of Peru", "Peru's delegation" or "the Peruvian delegation"."""
    words, index = study.context.words, people + 1
    while index < people + 4 and words.at(index).lower() in _OF:
        index += 1
    after = study.bodies.get(index) if index > people + 1 else None
    near = range(people - 1, people - 1 - _BEFORE, -1)
    before = next((study.bodies[i] for i in near if i in study.bodies), None)
    found = after or before
    return None if found is None else found.party
