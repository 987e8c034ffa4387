"""The body that a list of participants names after a person: "Jane Doe, President, Oxfam America"."""

from __future__ import annotations

from communique.claims.posts.study import Study
from communique.mentions.words import Run, is_name
from communique.model.claim import Party

_LONGEST = 10
_SMALL = frozenset({"of", "for", "the", "and", "&", "'", "s", "-", "on", "to", "in", "at"})
_ENDS = frozenset({";", ")", "."})


def affiliation(study: Study, comma: int) -> Party | None:
    """The body between a comma at an index and the end of the entry; None where there is none."""
    words, index = study.context.words, comma + 1
    if words.at(comma) != "," or not words.same_sentence(comma - 1, index):
        return None
    organization, body = study.organizations.get(index), study.bodies.get(index)
    if body is not None and body.run.first == index:
        found = body.run, body.party
        if body.is_state:
            return None
    elif organization is not None and organization[0].first == index:
        found = organization[0], Party(organization[1].name)
    else:
        return None
    return found[1] if _closes(study, found[0]) else None


def _closes(study: Study, run: Run) -> bool:
    """Whether an entry of a list ends after some words: with a sign, a line, a dash, a number."""
    words = study.context.words
    after = words.at(run.last)
    if after in _ENDS or not words.same_sentence(run.first, run.last) or after.isdigit():
        return True
    dashed = after == "-" and not words.joined(run.last - 1)
    return dashed or "\n" in study.between(run.last, run.last)
