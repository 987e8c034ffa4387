"""Whose a post is where a common noun tells it: "the bank's president", "the council's chair"."""

from __future__ import annotations

from typing import NamedTuple

from communique.claims.posts.affiliation import APOSTROPHES
from communique.claims.posts.study import Study
from communique.mentions.words import Run, is_name
from communique.model.claim import Party

_LONGEST = 6
_NOUNS = frozenset({"NN", "NNP"})
_BEFORE_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "VBN", "CD"})


class Owner(NamedTuple):
    """The owner of a post, told by a noun that is no name of a party.

    Attributes:
        run: Its words, article included.
        noun: The noun, in lower case.
    """

    run: Run
    noun: str


def genitive(study: Study, first: int) -> int:
    """The end of the words whose genitive ends right before a word; `first` if there is none."""
    words = study.context.words
    if words.at(first - 1) == "s" and words.at(first - 2) in APOSTROPHES:
        return first - 2
    return first - 1 if words.at(first - 1) in APOSTROPHES else first


def owner(study: Study, first: int) -> Owner | None:
    """The noun in the genitive before a post: "the association's president".

    Of a person ("Mr Ek's adviser") and of a party, which is told otherwise, it is None.
    """
    words, end = study.context.words, genitive(study, first)
    index = end - 1
    named = index in study.in_person or index in study.bodies
    if end == first or index < 0 or named or not words.same_sentence(index, first):
        return None
    if words.tag(index) not in _NOUNS:
        return None
    start = index
    while (
        start > 0
        and index - start < _LONGEST
        and words.same_sentence(start - 1, index)
        and words.tag(start - 1) in _BEFORE_NOUN
        and start - 1 not in study.in_person
    ):
        start -= 1
    if words.at(start - 1).lower() in study.holding.determiners:
        start -= 1
    return Owner(Run(start, end), words.text[index].lower())


def is_body(study: Study, noun: str) -> bool:
    """Whether a noun is one for a body: "the bank", "the association"."""
    return noun in study.context.knowledge.organization_heads


def body_called(study: Study, index: int, noun: str) -> Party | None:
    """The body that a noun takes up: the one named last whose name has it.

    Args:
        study: The document.
        index: Index of the word before which it was named.
        noun: Such as "bank", of "the bank's president".
    """
    for i in range(index - 1, -1, -1):
        body, organization = study.bodies.get(i), study.organizations.get(i)
        if study.context.words.text[i].lower() != noun or not is_name(study.context.words.text[i]):
            continue
        if body is not None and not body.is_state:
            return body.party
        if organization is not None and organization[0].last - organization[0].first > 1:
            return Party(organization[1].name)
    return None
