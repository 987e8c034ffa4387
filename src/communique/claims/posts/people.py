"""Persons in the words, with the party that is told right after a name."""

from __future__ import annotations

from typing import NamedTuple

from communique.claims.posts.affiliation import APOSTROPHES, affiliation
from communique.claims.posts.study import Study
from communique.mentions.words import Run
from communique.model.claim import Party
from communique.model.mention import PersonMention

# "Ph.D." is four words and signs.
_LONGEST_DEGREE = 7


class Bearer(NamedTuple):
    """A person in the words.

    Attributes:
        run: The words of the name and of a party after it ("Draghi of Italy").
        name: Run of the name alone.
        person: Full name.
        party: The party after the name.
    """

    run: Run
    name: Run
    person: str
    party: Party | None


def is_person(study: Study, name: Run) -> bool:
    """Whether capitals name a person, not a place ("Elizabeth Barracks") or a degree."""
    last = study.context.words.text[name.last - 1].lower()
    return last not in study.holding.no_people and not _is_degree(study, *name)


def past_degrees(study: Study, index: int) -> int:
    """The index after what a learned person's name is followed by: ", Ph.D.", ", MD, FACS"."""
    words = study.context.words
    while words.at(index) == ",":
        ahead = range(index + 1, min(index + _LONGEST_DEGREE, len(words)))
        end = next((i for i in ahead if words.text[i] == ","), None)
        if end is None or not _is_degree(study, index + 1, end):
            break
        index = end
    return index


def _is_degree(study: Study, first: int, last: int) -> bool:
    degree = "".join(study.context.words.text[first:last]).lower().rstrip(".")
    return degree in study.context.knowledge.suffixes


def bearer(study: Study, name: Run, mention: PersonMention) -> Bearer:
    """A person with the party told after the name: "of Armenia", "(Estonia)", ", Oxfam"."""
    words, last, party = study.context.words, name.last, None
    if words.at(last).lower() in {"of", "from", "("}:
        target = last + (2 if words.at(last + 1).lower() == "the" else 1)
        if target in study.settings and words.at(target + 1) == "'":
            target += 3
        body, organization = study.bodies.get(target), study.organizations.get(target)
        if not words.same_sentence(last, target):
            pass
        elif body is not None and body.run.first == target:
            last, party = body.run.last, body.party
        elif organization is not None and organization[0].first == target:
            last, party = organization[0].last, Party(organization[1].name)
    else:
        party = affiliation(study, last)
    return Bearer(Run(name.first, last), name, mention.name, party)


def owner_of(study: Study, name: int) -> Run | None:
    """The words of a party whose a person is, right before the name: "Nigeria's Bola Tinubu".

    Args:
        study: The document.
        name: Index of the first word of the name.
    """
    words, last = study.context.words, name - 2
    if last < 1 or words.text[last] not in APOSTROPHES or words.text[name - 1].lower() != "s":
        return None
    body = study.bodies.get(last - 1)
    return Run(body.run.first, name) if body is not None and body.run.last == last else None
