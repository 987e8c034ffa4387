"""Whether two spellings can be the name of one person.

Rules instead of a threshold: the surnames must be spellings of one word, and no given name may
speak against it; what one spelling leaves out (given names, middle names, "Jr.") never does. Two
spellings of one word have the same consonants once spellings of one sound are made equal, and
differ in few vowels for their length.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from communique.vocab.name_spellings import name_spellings

_VOWELS = frozenset("aeiou")
# Below this length one vowel makes another name: "Wang" and "Wong", "Li" and "Le".
_SHORT = 5
# From this length on a second vowel may differ: "Berdimuhamedov" and "Berdymukhammedov".
_LONG = 8
_JOINS = re.compile(r"[\s\-‐‑–/]+")
_MARKS = re.compile(r"['’ʻʼ`´\"“”„().,]")
_MOST_EASTERN_LETTERS = 6


class Name(NamedTuple):
    """The parts of a name, in their order, folded to one spelling of each sound.

    Attributes:
        own: Words of the name that a person may be called by, the surname among them.
        surname: Index of the surname among them.
        fathers: Names of forefathers inside the name ("bin Abdulaziz").
        words: All of these in the order of the name.
        generation: Number of "Jr.", "Sr.", "III"; None where the name has none.
    """

    own: tuple[str, ...]
    surname: int
    fathers: tuple[str, ...]
    words: tuple[str, ...]
    generation: int | None

    @property
    def family(self) -> str:
        """The surname."""
        return self.own[self.surname] if self.own else ""

    @property
    def given(self) -> tuple[str, ...]:
        """All but the surname, in their order."""
        return self.own[: self.surname] + self.own[self.surname + 1 :]


def alike(one: str, other: str) -> bool:
    """Whether two spellings can be the name of one person; symmetric, not transitive.

    A surname alone is like every name that has it; given names that are neither spellings, short
    forms nor initials of each other tell persons apart, and so do middle names in the same place
    ("George H. W. Bush", "George W. Bush").
    """
    first, second = parsed(one), parsed(other)
    if not first.own or not second.own or _other_generation(first, second):
        return False
    if len(first.words) == 1 or len(second.words) == 1:
        return _single(first, second)
    return _same_surname(first, second) or _turned(first, second) or _within(first, second)


class Closeness(Enum):
    """How much two alike names say of their being one."""

    #: The same words.
    EQUAL = "equal"
    #: Both have more than one word.
    FULL = "full"
    #: One is a single word, which many may have.
    SURNAME = "surname"


def closeness(one: str, other: str) -> Closeness:
    """How much two names that are alike say."""
    first, second = parsed(one), parsed(other)
    if min(len(first.words), len(second.words)) < 2:
        return Closeness.SURNAME
    return Closeness.EQUAL if first.words == second.words else Closeness.FULL


def formality(name: str) -> int:
    """How surely a name is a person's own in full.

    Two for a given name with an initial or "Jr.", as texts name whoever holds an office; one for a
    given name; none for words that may have slipped in before a surname ("Leading Smith").
    """
    told = parsed(name)
    given = any(_is_given(word) for word in told.given)
    formal = told.generation is not None or any(len(word) == 1 for word in told.given)
    return given + (given and formal)


def tidied(name: str) -> str:
    """A name as written, without the signs and capitals of a heading."""
    plain = " ".join(name.replace(".", " ").replace(",", " ").split())
    return plain.title() if plain.isupper() else plain


def surname(name: str) -> str:
    """A key that all spellings of a surname share; empty for a name without letters."""
    return key_of(parsed(name).family)


def keys(name: str) -> frozenset[str]:
    """Keys of which two alike names share at least one: of all words but initials."""
    own = parsed(name).own
    return frozenset(key_of(word) for word in own if len(word) > 1 or len(own) == 1)


def surnames(name: str) -> frozenset[str]:
    """Keys of the words of a name that may be its surname: the surname, and no given name."""
    told = parsed(name)
    words = {told.family, *(word for word in told.own if len(word) > 1 and not _is_given(word))}
    return frozenset(key_of(word) for word in words if word)


def key_of(word: str) -> str:
    """A key that all spellings of a folded word share."""
    bones = _skeleton(word)
    return word if len(word) < _SHORT or len(bones) < 3 else bones


@lru_cache(maxsize=65536)
def parsed(name: str) -> Name:
    """The parts of a name."""
    known = name_spellings()
    words = _words(name)
    generation: int | None = None
    while len(words) > 1 and words[-1].lower() in known.suffixes:
        generation = known.generations.get(words.pop().lower(), generation)
    own: list[str] = []
    fathers: list[str] = []
    father = False
    for word in words:
        lower = word.lower()
        if lower in known.fathers and own:
            father = True
        elif lower in known.particles and (word.islower() or (own and len(word) > 1)):
            # After "Al" of "bin Salman Al Saud" stands the house, not a forefather.
            father = False
        else:
            (fathers if father else own).append(word)
    own = own or words
    lesser = known.particles | known.fathers
    return Name(
        own=tuple(map(folded, own)),
        surname=_surname_at(own) if _in_pieces(name) else len(own) - 1,
        fathers=tuple(map(folded, fathers)),
        words=tuple(folded(word) for word in words if word in own or word.lower() not in lesser),
        generation=generation,
    )


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """A word in one spelling of each sound, without case and accents."""
    for pattern, turned in name_spellings().foldings:
        word = pattern.sub(turned, word.lower())
    return word


def same_word(one: str, other: str) -> bool:
    """Whether two folded words are spellings of one."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < _SHORT or key_of(one) != key_of(other) or len(_skeleton(one)) < 3:
        return False
    # "Alexander" and "Alexandra", "Ivanov" and "Ivanova" are a man and a woman.
    if (one[-1] in _VOWELS) != (other[-1] in _VOWELS):
        return False
    most = 1 if shorter < _LONG else 2
    return Levenshtein.distance(one, other, score_cutoff=most) <= most


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss").replace("ø", "o"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("ı", "i")
    # "J.D. Vance": the dots part initials.
    plain = re.sub(r"(?<=\b[A-Za-z])\.(?=[A-Za-z]\b)", " ", plain)
    return [word for word in _JOINS.split(_MARKS.sub("", plain)) if word]


def _in_pieces(name: str) -> bool:
    """Whether a name is more than one word; "Lindqvist-Berg" is a surname and no "Berg"."""
    return len(name.split()) > 1


def _surname_at(own: list[str]) -> int:
    """Index of the surname: the last word, but the first in "KISHIDA Fumio" and "Xi Jinping"."""
    last = len(own) - 1
    if not 0 < last < 3:
        return last
    capitals = [word for word in own if len(word) > 2 and word.isupper()]
    if capitals == own[:1]:
        return 0
    known, first = name_spellings(), own[0].lower()
    if first in known.first_surnames:
        # "Kim Jong Un" and "Xi Jinping", but "Lee Anderson" and "Tran Wang" of another country.
        short = all(1 < len(word) <= _MOST_EASTERN_LETTERS for word in own[1:])
        western = last == 1 and (first in known.given or own[1].lower() in known.first_surnames)
        return 0 if (short or len(first) == 2) and not western else last
    turned = last == 1 and len(first) > 1 and first not in known.given
    turned = turned and own[1].lower() in known.given
    return 0 if turned else last


def _skeleton(word: str) -> str:
    """The first letter and the consonants after it; vowels at the beginning are one."""
    first = "a" if word[:1] in _VOWELS else word[:1]
    return first + "".join(letter for letter in word[1:] if letter not in _VOWELS)


def _other_generation(one: Name, other: Name) -> bool:
    """Whether both tell of which generation or of which father they are, and differ."""
    if one.fathers and other.fathers and not same_word(one.fathers[0], other.fathers[0]):
        return True
    return None not in {one.generation, other.generation} and one.generation != other.generation


def _single(one: Name, other: Name) -> bool:
    """Whether a single word is the surname of the other name, or a word like one.

    "Kishida" may be Kishida Fumio, and "Lula" Luiz Inácio Lula da Silva, but "Joe" is any Joe.
    """
    shorter, longer = sorted((one, other), key=lambda name: len(name.words))
    word = shorter.own[0]
    if len(word) == 1:
        return False
    if same_word(word, longer.family):
        return True
    first, *later = longer.own
    if same_word(word, first) and not _is_given(first):
        return True
    return any(same_word(word, w) for w in later)


@lru_cache(maxsize=1)
def _given() -> frozenset[str]:
    return frozenset(map(folded, name_spellings().given))


def _is_given(word: str) -> bool:
    return word in _given()


def _same_surname(one: Name, other: Name) -> bool:
    """Whether the surnames are one word and no given name speaks against it."""
    if not same_word(one.family, other.family):
        return False
    if not one.given or not other.given:
        return one.own == other.own
    short = min(len(one.family), len(other.family)) < _SHORT
    return _same_given(one.given, other.given, exact=short)


def _same_given(one: tuple[str, ...], other: tuple[str, ...], exact: bool) -> bool:
    """Whether given names can be one person's.

    Args:
        one: Given names.
        other: Given names.
        exact: Whether another vowel makes another name: beside a short surname it does ("Li Na").
    """
    if "".join(one) == "".join(other):
        return True
    if _name_fits(one[0], other[0], exact):
        return _same_middle(one[1:], other[1:], exact)
    # Called by a middle name: "Mitt Romney" is Willard Mitt Romney.
    fewer, more = sorted((one, other), key=len)
    full = (name for name in more[1:] if len(name) > 1)
    return len(fewer[0]) > 1 and any(_name_fits(fewer[0], name, True) for name in full)


def _same_middle(one: tuple[str, ...], other: tuple[str, ...], exact: bool) -> bool:
    """Whether middle names fit: initials place by place, whole names in their order."""
    shorter, longer = sorted((one, other), key=len)
    if any(len(word) == 1 for word in (*one, *other)):
        return all(_name_fits(a, b, exact) for a, b in zip(shorter, longer, strict=False))
    rest = iter(longer)
    return all(any(_name_fits(word, candidate, exact) for candidate in rest) for word in shorter)


def _name_fits(one: str, other: str, exact: bool) -> bool:
    if one == other or (not exact and same_word(one, other)):
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) == 1:
        return longer.startswith(shorter)
    forms = _forms()
    if forms.get(one, frozenset()) & forms.get(other, frozenset()):
        return True
    # "Alex" for "Alexey", "Abdel" for "Abdelfattah".
    return not exact and len(shorter) > 3 and longer.startswith(shorter) and longer[-1] != "a"


@lru_cache(maxsize=1)
def _forms() -> dict[str, frozenset[int]]:
    """Short forms by the folded name."""
    found: dict[str, frozenset[int]] = {}
    for name, groups in name_spellings().short_forms.items():
        found[folded(name)] = found.get(folded(name), frozenset()) | groups
    return found


def _turned(one: Name, other: Name) -> bool:
    """Whether one has the surname first and the other last: "Orbán Viktor", "Viktor Orbán"."""
    turned = (one.own[-1], *one.own[:-1]), (*one.own[1:], one.own[0])
    return any(
        "".join(order) == "".join(other.own)
        or (len(order) == len(other.own) and all(map(same_word, order, other.own)))
        for order in turned
    )


def _within(one: Name, other: Name) -> bool:
    """Whether one is the other without some words at its end: "Mohammed bin Salman (Al Saud)".

    Both begin alike, so that a father is not taken for his son, and the longer one goes on, so
    that a middle name that is left out does not hide another. What the longer name has in one
    piece, forefathers aside, may stand alone: "Inácio Lula" of Luiz Inácio Lula da Silva.
    """
    shorter, longer = sorted((one, other), key=lambda name: len(name.words))
    size = len(shorter.words)
    if same_word(shorter.words[-1], longer.words[-1]) or size == len(longer.words):
        return False
    pieces = (longer.own[i : i + size] for i in range(1, len(longer.own) - size + 1))
    if any(all(map(same_word, shorter.words, piece)) for piece in pieces):
        return True
    if not _name_fits(shorter.words[0], longer.words[0], exact=False):
        return False
    rest = iter(longer.words[1:])
    return all(any(same_word(word, candidate) for candidate in rest) for word in shorter.words[1:])
