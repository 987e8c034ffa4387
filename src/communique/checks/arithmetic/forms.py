"""Finds the roles of numbers in a passage by forms, which are data.

How a form is written is told at the top of `vocab/data/checks/arithmetic.yaml`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from communique.checks.arithmetic.numbers import Number, Sort
from communique.checks.arithmetic.passages import Passage
from communique.checks.stated import exactly
from communique.model.span import Span
from communique.vocab.arithmetic import Arithmetic, arithmetic
from communique.vocab.facts import ordinal_words

_SLOTS = {"A": "mqn", "P": "p", "D": "d", "M": "mn", "Q": "qn"}
# A change is told as one or the other.
_EITHER = ("rising", "falling")
_NAMED = re.compile(r"\{(?:(?P<sort>[APDMQO]) (?P<role>[a-z]+)|(?P<name>[a-zA-Z_]+))\}")
# Of a template: an escaped sign, a class, a word, a group without brackets in it, a list in braces,
# or a bar; and whether what it stands for may be left out. Deeper groups are passed over as one.
_PARTS = re.compile(
    r"(?:\\.|\[[^\]]*\]|(?P<word>[a-z]{4,})|\{(?P<name>[a-zA-Z_]+)\}|\{[^}]*\}|\(\?:(?P<listed>[^()\[\]{}\\]*)\)"
    r"|\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)|(?P<bar>[|(]))(?P<left_out>[?*]|\{\d)?"
)
_FEWEST_LETTERS = 2
# Of a compiled form: what may fit the bar between two sentences, or tell it from the end.
_SEES_BARS = re.compile(r"\[\^[^|\]]*\]|\[(?!\^)[^\]]*\||\\[|SDW]|\$|(?<!\\)\.(?![^\[]*\])")
# A stretch without numbers that does not go over to another subject.
# A span of time, "from January to June", "the first nine months", is none.
# Only letters that begin such a word are looked at closely.
_GAP = (
    r"(?:[^<|wba]|(?!\b(?:while|whereas|but|although|and)\b)[wba]|<t\d+>(?: and <t\d+>)?"
    r"|(?:(?<=first )|(?<=last )|(?<=past )|(?<=in ))<[qn]\d+>(?=[ -](?:month|quarter|week|year))"
    r"){{0,{0}}}?"
)
_WIDE = r"(?:[^<|]|<t\d+>){0,80}?"
_WORDS = r"(?:[a-z0-9'-]+ ){0,4}?"


@dataclass(frozen=True)
class Reading:
    """What a form found.

    Attributes:
        passage: Where.
        numbers: Numbers by their role.
        start: First code point of the match in the skeleton.
        end: One past its last.
        words: The words of the match in the skeleton.
    """

    passage: Passage
    numbers: Mapping[str, Number]
    start: int
    end: int
    words: str

    @property
    def span(self) -> Span:
        """Where it stands in the document's text."""
        return self.passage.place(self.start, self.end)


class Form:
    """A compiled form."""

    def __init__(self, template: str, data: Arithmetic) -> None:
        self._roles: list[str] = []
        self._sorts: dict[str, str] = {}
        self._pattern = re.compile(self._compiled(template, data))
        self._in_one_sentence = not _SEES_BARS.search(self._pattern.pattern)
        self._needs = _needs(self._sorts)
        self._marks = tuple(_marks(template, data))

    def readings(self, passage: Passage) -> Iterator[Reading]:
        """Where a passage has this form; matches may overlap.

        A passage with too few numbers, or without a word that a match has, is not searched: that
        costs much, and most are such.
        """
        for of, least in self._needs:
            if passage.amount(of) < least:
                return
        words = passage.words
        for marks in self._marks:
            if not any(mark in words for mark in marks):
                return
        for start, end in self._stretches(passage):
            while match := self._pattern.search(passage.words, start, end):
                numbers = {
                    role: _number(passage, match, f"n{index}")
                    for index, role in enumerate(self._roles)
                    if match[f"n{index}"]
                }
                yield Reading(passage, numbers, match.start(), match.end(), match[0])
                start = match.start() + 1

    def _stretches(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """What is searched: all, or where no match goes over a bar, sentences that may have one."""
        words = passage.words
        if not self._in_one_sentence:
            yield 0, len(words)
            return
        for start, end, slots in passage.sentences:
            if any(sum(slots[letter] for letter in of) < least for of, least in self._needs):
                continue
            if all(any(words.find(m, start, end) >= 0 for m in marks) for marks in self._marks):
                yield start, end

    def _compiled(self, template: str, data: Arithmetic) -> str:
        def named(match: re.Match[str]) -> str:
            if match["role"]:
                self._roles.append(match["role"])
                self._sorts[match["role"]] = match["sort"]
                if match["sort"] == "O":
                    return rf"\b(?P<n{len(self._roles) - 1}>{_ordinals()})\b"
                return rf"<[{_SLOTS[match['sort']]}](?P<n{len(self._roles) - 1}>\d+)>"
            name = match["name"]
            if name in data.pieces:
                return self._compiled(data.pieces[name], data)
            listed = data.factors if name == "factor" else data.words[name]
            return (
                rf"\b(?:{'|'.join(sorted(map(_spaced, listed), key=len, reverse=True))})(?![a-z])"
            )

        return _NAMED.sub(named, _gaps(template))


def _needs(sorts: Mapping[str, str]) -> tuple[tuple[str, int], ...]:
    """How many slots of some letters a match holds at least.

    Args:
        sorts: Sort of each role of a form; of those in `_EITHER` a match may hold one alone, all
            others stand in every match.
    """
    told = [sort for role, sort in sorts.items() if role not in _EITHER]
    told += {sorts[role] for role in _EITHER if role in sorts}
    of_sort = Counter(_SLOTS[sort] for sort in told if sort in _SLOTS)
    amounts = sum(n for letters, n in of_sort.items() if set(letters) <= set(_SLOTS["A"]))
    of_sort[_SLOTS["A"]] = amounts
    return tuple((letters, n) for letters, n in of_sort.items() if n)


def _marks(template: str, data: Arithmetic) -> Iterator[tuple[str, ...]]:
    """Letters that stand in every match: of each group, some of its alternatives.

    Only what stands in no bracket and may not be left out is looked at; a template with bars of
    its own, or brackets too deep to look through, has none.
    """
    found: list[tuple[str, ...]] = []
    for part in _PARTS.finditer(template):
        if part["bar"]:
            return
        if part["word"]:
            found.append((part["word"][: -1 if part["left_out"] else None],))
        if part["left_out"] or not (part["name"] or part["listed"]):
            continue
        name = part["name"]
        if name in data.pieces:
            found += _marks(data.pieces[name], data)
            continue
        listed = part["listed"].split("|") if not name else data.words.get(name, data.factors)
        marks = tuple({_letters(words) for words in listed})
        if all(len(mark) >= _FEWEST_LETTERS for mark in marks):
            found.append(marks)
    yield from found


def _letters(words: str) -> str:
    """The longest run of letters with which an alternative begins, as every match has it."""
    plain = re.match(r"[a-z -]*", words)
    letters = plain[0] if plain else ""
    if words[len(letters) :][:1] in {"?", "*", "{"}:
        letters = letters[:-1]
    return max(letters.split(" "), key=len)


def _number(passage: Passage, match: re.Match[str], group: str) -> Number:
    """The number of a slot, or of an ordinal."""
    told = match[group]
    if told.isdigit():
        return passage.numbers[int(told)]
    span = passage.place(*match.span(group))
    value = float(ordinal_words().get(told) or re.sub(r"\D", "", told))
    return Number(Sort.BARE, span.start, span.end, told, value, None, exactly(value))


@cache
def _ordinals() -> str:
    words = sorted(ordinal_words(), key=len, reverse=True)
    return rf"\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(words)}"


def _spaced(words: str) -> str:
    return words.replace(" ", " +")


def _gaps(template: str) -> str:
    """A template with its stretches and blanks written out."""
    parts = re.split(r"(\{[^}]*\})", template)
    for index, part in enumerate(parts):
        if not re.fullmatch(r"\{[A-Za-z][^}]*\}", part):
            part = re.sub(r"(?<!\\) ", " +", part)
            part = part.replace(" +?", " *")
            part = part.replace("~~", _GAP.format(110)).replace("~", _GAP.format(50))
            parts[index] = part.replace("@", _WIDE).replace("_", _WORDS)
    return "".join(parts)


@cache
def forms(name: str) -> tuple[Form, ...]:
    """The forms of a name, compiled once.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    data = arithmetic()
    return tuple(Form(template, data) for template in data.forms[name])


def readings(name: str, passage: Passage) -> Iterator[Reading]:
    """What all forms of a name find in a passage; what several find alike is told once."""
    seen: set[tuple[tuple[str, int], ...]] = set()
    for form in forms(name):
        for reading in form.readings(passage):
            key = tuple(sorted((role, n.start) for role, n in reading.numbers.items()))
            if key not in seen:
                seen.add(key)
                yield reading


def each(
    name: str,
    passage: Passage,
    role: str,
    suits: Callable[[Reading], bool],
    holds: Callable[[Reading], bool],
) -> Iterator[Reading]:
    """Readings of some forms, one for each number in a role: one that holds, else the shortest.

    Args:
        name: Name of the forms.
        passage: Where to look.
        role: The role.
        suits: Whether a reading is one at all.
        holds: Whether its numbers fit.
    """
    found: dict[int, list[Reading]] = {}
    for reading in readings(name, passage):
        if suits(reading):
            found.setdefault(reading.numbers[role].start, []).append(reading)
    for candidates in found.values():
        holding = [reading for reading in candidates if holds(reading)]
        yield min(holding or candidates, key=lambda reading: reading.end - reading.start)


def same_thing(one: Number, other: Number) -> bool:
    """Whether two numbers are of one currency or thing; a bare number is of any thing."""
    if Sort.MONEY in {one.sort, other.sort}:
        return one.same_unit(other)
    return one.start != other.start and (one.unit == other.unit or None in {one.unit, other.unit})
