"""The body that a list names after a person: "Jane Doe, President, Oxfam America"."""

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
    if body is not None and body.run.first == index and _closes(study, body.run):
        return None if body.is_state else body.party
    if (
        organization is not None
        and organization[0].first == index
        and (_closes(study, organization[0]))
    ):
        return Party(organization[1].name)
    entry = _entry(study, index)
    return Party(study.context.name(entry)) if entry is not None else None


def _entry(study: Study, index: int) -> Run | None:
    """The rest of an entry, if it is written like one name: "Poor People's Campaign"."""
    words, last = study.context.words, index
    while words.same_sentence(index, last) and last - index < _LONGEST:
        if last > index and _closes(study, Run(index, last)):
            break
        capital = is_name(words.text[last]) and last not in study.in_person
        if not capital and words.text[last].lower() not in _SMALL:
            return None
        if last in study.context.post_at or last in study.settings:
            return None
        last += 1
    if not is_name(words.at(index)) or words.at(last) == ".":
        return None
    return Run(index, last) if last - index > 1 and _closes(study, Run(index, last)) else None


def _closes(study: Study, run: Run) -> bool:
    """Whether an entry of a list ends after some words: with a sign, a line, a dash, a number."""
    words = study.context.words
    after = words.at(run.last)
    if after in _ENDS or not words.same_sentence(run.first, run.last) or after.isdigit():
        return True
    dashed = after == "-" and not words.joined(run.last - 1)
    return dashed or "\n" in study.between(run.last, run.last)
