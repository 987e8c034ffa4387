"""The body that a list names after a person: "Jane Doe, President, Oxfam America"."""

from __future__ import annotations

from typing import NamedTuple

from communique.claims.posts.study import Study
from communique.mentions.words import Run, is_name
from communique.model.claim import Party

_LONGEST = 10
_LONGEST_LINE = 30
# "The Honorable", "H.E. Dr.": words before a name at the head of a line.
_TITLES = 4
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Diplomatic missions.
_POSTS = frozenset({"consulate", "embassy", "mission"})
# What the name of a firm ends with after a comma.
_FIRMS = frozenset({"inc", "ltd", "llc", "corp", "plc", "gmbh", "sa", "llp", "limited", "co"})
_SMALL = frozenset({"of", "for", "the", "and", "&", "'", "s", "-", "on", "to", "in", "at"})
#: Marks between an owner and an "s".
APOSTROPHES = frozenset({"'", "’"})
_ENDS = frozenset({";", ")", "."})


class Entry(NamedTuple):
    """What a line of a list tells after a person and a post: "Ann Poe, President, Asia, Acme Inc.".

    Attributes:
        party: The body at its end.
        field: The words between the post and the body; None where there are none.
    """

    party: Party
    field: Run | None


def entry(study: Study, name: Run, end: int) -> Entry | None:
    """What a line that begins with a person's name tells after a post; None where it is no entry.

    Args:
        study: The document.
        name: The words of the name.
        end: Index of the word after the post.
    """
    words = study.context.words
    last = line_end(study, end)
    if words.at(end) != "," or last is None or not opens_line(study, name):
        return None
    last = _before_next_post(study, end, last)
    parts = [part for part in _parts(study, end, last) if part.last > part.first]
    parts = parts if parts and is_name(words.text[parts[-1].first]) else []
    if not parts or _tells_of_people(study, parts[-1]):
        return None
    body = study.bodies.get(parts[-1].first)
    whole = body is not None and body.run.last >= parts[-1].last
    if whole and body is not None and body.is_state:
        return None
    party = body.party if whole and body is not None else _named(study, parts[-1])
    field = Run(parts[0].first, parts[-2].last) if len(parts) > 1 else None
    further = field is not None and _tells_of_people(study, field)
    return Entry(party, None if further else field)


def _tells_of_people(study: Study, run: Run) -> bool:
    """Whether a post that is held, or a person, stands among some words."""
    words, posts = study.context.words, study.context.post_at
    held = (i for i in range(*run) if i in posts)
    return any(words.at(posts[i].run.last) not in APOSTROPHES for i in held) or any(
        i in study.in_person for i in range(*run)
    )


def _before_next_post(study: Study, end: int, last: int) -> int:
    """The end of what goes with a post: "President, Oxfam, and Director, Acme" are two."""
    words = study.context.words
    for index in range(end + 1, last - 1):
        joined = words.text[index] == "and" and words.text[index - 1] == ","
        if joined and _tells_of_people(study, Run(index + 1, index + 4)):
            return index - 1
    return last


def _named(study: Study, run: Run) -> Party:
    """A body outside the vocabulary; of "U.S. Consulate Dubai" it is the state."""
    said = {study.context.words.text[i].lower() for i in range(*run)}
    state = study.bodies.get(run.first)
    if state is not None and state.is_state and said & _POSTS:
        return state.party
    return Party(study.context.name(run))


def opens_line(study: Study, name: Run) -> bool:
    """Whether nothing but marks and titles of address stands before a name in its line."""
    text = study.context.document.text
    start = study.context.words.starts[name.first]
    before = text[text.rfind("\n", 0, start) + 1 : start].split()
    return len(before) <= _TITLES and all(w[:1].isupper() or not w[:1].isalpha() for w in before)


def line_end(study: Study, index: int) -> int | None:
    """The word after the line that a word stands in; None where the line is a sentence."""
    words, last = study.context.words, index
    while last < len(words) and last - index < _LONGEST_LINE:
        if words.tag(last) in _FINITE or words.text[last] in {";", ":"}:
            return None
        if last > index and "\n" in study.between(last, last):
            return last
        last += 1
    return last if last == len(words) else None


def _parts(study: Study, first: int, last: int) -> list[Run]:
    """What the commas of a line part; "Inc." and the like go with the name before them."""
    words, parts, start = study.context.words, [], first + 1
    for index in (*range(first + 1, last), last):
        if index == last or (
            words.text[index] == "," and words.at(index + 1).rstrip(".").lower() not in _FIRMS
        ):
            parts.append(Run(start, index))
            start = index + 1
    return parts


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
