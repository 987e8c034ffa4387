"""Capitalised phrases: organisations by their head noun, and acronyms with what they stand for."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from communique.mentions.knowledge import Knowledge
from communique.mentions.words import Run, Words, is_name

# Tags of words that open a phrase in capitals at the start of a sentence but are no part of a name.
_NO_PART = frozenset({"DT", "IN", "PRP", "PRP$", "WDT", "WP", "CC", "TO", "MD", "EX", "WRB"})
# No name goes on for more words to either side of its head; what does is a list or a hostile text.
_LONGEST = 16
# What leads from a head noun to its complement: "Ministry of", "Committee on".
_LINKS = frozenset({"of", "for", "on", "against"})
_JOINTS = frozenset({"and", "&"})
# Words that an acronym passes over.
_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "&", "-", "'", "s", ","})


class Definition(NamedTuple):
    """An acronym in brackets and the words before it that it abbreviates."""

    acronym: Run
    phrase: Run


def organization_phrases(
    words: Words, knowledge: Knowledge, covered: Collection[int], posts: Collection[int]
) -> tuple[Run, ...]:
    """Phrases such as "Ministry of Transport of Kazakhstan" or "Panama Canal Authority".

    Args:
        words: The article.
        knowledge: For the head nouns.
        covered: Indices of words inside names of the vocabulary: their own heads do not count.
        posts: Indices of words inside posts, which end a phrase.
    """
    found: list[Run] = []
    for index, word in enumerate(words.text):
        lower = word.lower()
        head = lower in knowledge.organization_heads or lower in knowledge.company_suffixes
        if head and is_name(word) and index not in covered and index not in posts:
            if found and index < found[-1].last:
                continue
            run = Run(_left(words, index, posts), _right(words, index, posts, knowledge))
            if run.last - run.first > 1:
                found.append(run)
        elif lower in knowledge.company_heads and is_name(word) and index not in covered:
            first = _left(words, index, posts)
            if (not found or first >= found[-1].last) and _own_name(words, first, index, knowledge):
                found.append(Run(first, index + 1))
    return tuple(found)


def _own_name(words: Words, first: int, head: int, knowledge: Knowledge) -> bool:
    """Whether the words before a company's head noun are nothing but a name."""
    common = knowledge.portfolios | knowledge.never_names | knowledge.gatherings
    common |= knowledge.company_heads | knowledge.place_heads | knowledge.organization_heads
    before = [words.text[i].lower() for i in range(first, head) if words.text[i].isalpha()]
    goes_on = is_name(words.at(head + 1)) and words.same_sentence(head, head + 1)
    named = all(words.tag(i).startswith("NNP") for i in range(first, head + 1))
    return bool(before) and named and not goes_on and not common.intersection(before)


def definitions(words: Words) -> dict[str, Definition]:
    """Acronyms explained as in "International Transport Route (ITR)", the first of each."""
    found: dict[str, Definition] = {}
    for index in range(1, len(words) - 1):
        if words.text[index] != "(":
            continue
        acronym = _acronym_after(words, index)
        if acronym is None:
            continue
        first = _abbreviated(words, index, words.text[acronym.first])
        if first is not None:
            found.setdefault(words.text[acronym.first], Definition(acronym, Run(first, index)))
    return found


def _acronym_after(words: Words, bracket: int) -> Run | None:
    """The acronym that follows an opening bracket, quotation marks and "the" aside."""
    index = bracket + 1
    while words.at(index) in {'"', "'", "the", "hereinafter", "or"}:
        index += 1
    word = words.at(index)
    capitals = sum(c.isupper() for c in word)
    ends = words.at(index + 1) in {")", '"', "'", ",", ";", "or"}
    fits = 2 <= len(word) <= 10 and capitals >= 2 and capitals * 2 > len(word) and ends
    return Run(index, index + 1) if fits and words.same_sentence(bracket, index) else None


def _abbreviated(words: Words, bracket: int, acronym: str) -> int | None:
    """Index of the first word that an acronym before the bracket abbreviates, or None."""
    letters = [c.lower() for c in acronym if c.isupper()]
    index = bracket - 1
    while letters and index >= 0 and words.same_sentence(index, bracket):
        word = words.text[index].lower()
        if word[:1] == letters[-1] and (is_name(words.text[index]) or len(letters) > 1):
            letters.pop()
        elif word not in _SMALL:
            return None
        if letters:
            index -= 1
    return index if not letters and is_name(words.at(index)) else None


def _left(words: Words, head: int, posts: Collection[int]) -> int:
    """Index of the first word of a phrase with the given head."""
    first = head
    while words.same_sentence(first - 1, head) and head - first < _LONGEST:
        before = first - 1
        if words.text[before] == "-" and words.joined(before - 1) and words.joined(before):
            before -= 1
        if words.text[before] == "." and words.joined(before - 1):
            before = _abbreviation_start(words, before)
        elif words.text[before] == "&" and is_name(words.at(before - 1)):
            before -= 1
        if not _part_of_name(words, before) or before in posts:
            break
        first = before
    return first


def _abbreviation_start(words: Words, stop: int) -> int:
    """Index of the first letter of "U.S." whose last full stop is at `stop`; else `stop`."""
    start = stop
    while (
        start >= 2
        and words.text[start] == "."
        and len(words.text[start - 1]) == 1
        and words.joined(start - 1)
    ):
        start -= 2
        if not words.joined(start):
            break
    return min(start + 1, stop)


def _part_of_name(words: Words, index: int) -> bool:
    return is_name(words.text[index]) and words.tag(index) not in _NO_PART


def _right(words: Words, head: int, posts: Collection[int], knowledge: Knowledge) -> int:
    """One past the last word of a phrase with the given head."""
    last = head + 1
    in_complement = False
    while words.same_sentence(head, last) and last - head < _LONGEST:
        step = 0
        if is_name(words.text[last]) and last not in posts:
            step = 1
        elif words.text[last] == "-" and words.joined(last) and words.joined(last - 1):
            step = 2
        elif words.text[last] in _LINKS:
            step = 3 if words.at(last + 1) == "the" else 2
            in_complement = True
        elif in_complement and words.text[last] in _JOINTS:
            step = 2 if _goes_on(words, last + 1, knowledge) else 0
        elif in_complement and words.text[last] == ",":
            step = 2 if _lists_on(words, last + 1, knowledge) else 0
        target = last + step - 1
        if step == 0 or not words.same_sentence(head, target) or target in posts:
            break
        if not is_name(words.text[target]) or words.text[target].lower() in knowledge.cues.calendar:
            break
        last = target + 1
    return last


def _goes_on(words: Words, index: int, knowledge: Knowledge) -> bool:
    """Whether "and" joins two parts of one complement ("Industry and Construction")."""
    word = words.at(index)
    return is_name(word) and word.lower() in knowledge.portfolios


def _lists_on(words: Words, index: int, knowledge: Knowledge) -> bool:
    """Whether a comma goes on a list that "and" ends ("Tourism, Culture and Sport")."""
    seen = index
    while (
        _goes_on(words, seen, knowledge) and words.same_sentence(index, seen) and seen < index + 3
    ):
        seen += 1
    if words.at(seen) == ",":
        seen += 1
    return seen > index and words.at(seen) in _JOINTS and _goes_on(words, seen + 1, knowledge)
