"""The name and number of a gathering, as the text gives them."""

from __future__ import annotations

import re

from communique.claims.reading import Reading

_NUMBERED = re.compile(r"^(\d{1,3})(?:st|nd|rd|th)$")
_ROMAN = re.compile(r"^(?=[IVXLC]{1,7}$)(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_MODIFIERS = frozenset(
    {"amod", "compound", "nmod", "nummod", "poss", "npadvmod", "punct", "quantmod"}
)
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
# Gatherings that any word before them names: "donor conference", "investors' forum".
_GATHERINGS = frozenset(
    {"summit", "conference", "forum", "workshop", "seminar", "congress", "table"}
)
# Words that make a meeting or dialogue one with a name.
_FORMAL = frozenset(
    {"ministerial", "high-level", "annual", "informal", "extraordinary"}
    | {
        "plenary",
        "inaugural",
        "preparatory",
        "quadrilateral",
        "strategic",
        "political",
        "emergency",
    }
    | {"one-on-one", "four-way", "three-way"}
)
_ORDINAL_WORDS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
    | {"eleventh", "twelfth"}
)
# Words that only tell when it is, or how it was.
_LOOSE = frozenset(
    {"the", "a", "an", "this", "that", "last", "next", "previous", "recent", "upcoming", "coming"}
    | {
        "another",
        "same",
        "historic",
        "successful",
        "own",
        "such",
        "new",
        "latest",
        "earlier",
        "their",
    }
    | {"his", "her", "its", "our", "both", "two", "bilateral", "planned", "future", "year", "week"}
    | {"month", "day", "two-day", "three-day", "one-day", "-", "’s", "'s", "press", "news", "of"}
    | {"current", "forthcoming", "one", "three", "several", "many", "first-ever", "round"}
)
_NAME_GOES_ON = frozenset({"of", "on", "between", "for"})
_NOT_IN_NAMES = frozenset({"the", "a", "an", "this", "that", "their", "our", "his", "her", "its"})


def ordinal_of(reading: Reading, noun: int, ordinals: dict[str, int]) -> int | None:
    """The number of a gathering: 2 for "second", "2nd" or "II"."""
    tree = reading.tree
    above = tree[noun].head
    if tree[noun].dep == "pobj" and tree[tree[above].head].lemma == "round":
        noun = tree[above].head
    for child in sorted(tree.below(noun, without=frozenset({"prep", "relcl", "acl", "appos"}))):
        word = tree[child].text
        if child >= noun:
            break
        numbered = _NUMBERED.match(word)
        if numbered:
            return int(numbered[1])
        if word.lower() in ordinals:
            return _tens(reading, child) + ordinals[word.lower()]
        if len(word) > 0 and _ROMAN.match(word) and word != "":
            return _roman(word)
    return None


def _tens(reading: Reading, unit: int) -> int:
    """What stands before the hyphen of a compound number: 20 of "twenty-first"."""
    tree = reading.tree
    hyphen = unit > 1 and tree.lower(unit - 1) == "-"
    return _TENS.get(tree.lower(unit - 2), 0) if hyphen else 0


def _roman(word: str) -> int | None:
    values = [_ROMAN_VALUES[letter] for letter in word]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs) or None


def title_of(reading: Reading, noun: int) -> str | None:
    """The name of a gathering; None where it is a mere "meeting" or "the talks"."""
    tree = reading.tree
    before = [i for i in tree.below(noun) if i < noun and i >= _leftmost(reading, noun)]
    first = min(before, default=noun)
    while first < noun and (_outside_name(reading, first)):
        first += 1
    last = _rightmost(reading, noun)
    words = [tree[i].text for i in range(first, last + 1)]
    named = any(w[:1].isupper() or _NUMBERED.match(w) for w in words if w.lower() != "president")
    if len(words) < 2 or not (named or _described(reading, noun, words[:-1])):
        return None
    return reading.words(range(first, last + 1))


def _described(reading: Reading, noun: int, before: list[str]) -> bool:
    """Whether small words tell which gathering it is: "second summit", "ministerial conference"."""
    told = {word.lower() for word in before}
    if told & _ORDINAL_WORDS or told & _FORMAL:
        return True
    plain = told - _LOOSE
    return reading.tree[noun].lemma in _GATHERINGS and bool(plain)


def _leftmost(reading: Reading, noun: int) -> int:
    """The first of the modifiers that stand without a gap before a noun."""
    tree = reading.tree
    first = noun
    for child in reversed(tree.children(noun)):
        if child < noun and tree[child].dep in _MODIFIERS and child not in reading.people:
            first = min(first, tree.extent(child)[0])
    return first


def _outside_name(reading: Reading, token: int) -> bool:
    tree = reading.tree
    lower = tree.lower(token)
    return lower in _NOT_IN_NAMES or lower in {"'s", "’s", "-", ","} or token in reading.times


def _rightmost(reading: Reading, noun: int) -> int:
    """The last word of a phrase with "of" and the like that goes on with the name."""
    tree = reading.tree
    last = noun
    for child in tree.children(noun, "prep"):
        if child != last + 1 or tree.lower(child) not in _NAME_GOES_ON:
            continue
        below = tree.children(child, "pobj")
        named = below and tree[below[0]].tag in {"NNP", "NNPS"}
        if not named or below[0] in reading.times:
            continue
        members = tree.conjuncts(below[0]) if tree.lower(child) == "between" else [below[0]]
        # "The meeting between Peru" is no name.
        if tree.lower(child) != "between" or len(members) > 1:
            last = max(tree.phrase(i)[-1] for i in members)
    return last
