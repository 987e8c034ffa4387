"""OFF304: one person under several spellings of the name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, product

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from communique.checks.background import Background
from communique.checks.holders import Seats
from communique.checks.rule import DossierRule, Example, Told
from communique.checks.seen import Case, Sheet, quote_of
from communique.claims.slots.event import Event
from communique.claims.slots.office import Office
from communique.model.claim import Claim, Person
from communique.model.finding import Finding, Quoted, Severity
from communique.model.record import Node
from communique.records.comparing import names
from communique.vocab.words import without_accents

# Shorter words are particles and initials, which are written as one likes ("el", "al").
_SHORTEST = 3
# Of 100: so much of the sound of two whole names is the same.
_NEARLY = 85.0
# Words of a full name; vowels in which two spellings of one of them may differ.
_FULL = 2
_VOWELS = 1
# What stands in a name for a letter that is not spoken, or for the sound of the one before it.
_MARKS = re.compile(r"['’‘ʻʼ`´]")
# Before the keys of posts that several may hold.
_ANY = "any "
# Letters with marks that stand for sounds which others write with two letters.
_LETTERS = str.maketrans(
    {
        "ç": "ch",
        "Ç": "Ch",
        "č": "ch",
        "Č": "Ch",
        "ć": "ch",
        "Ć": "Ch",
        "ə": "a",
        "Ə": "A",
        "ş": "sh",
        "Ş": "Sh",
        "š": "sh",
        "Š": "Sh",
        "ș": "sh",
        "Ș": "Sh",
        "ž": "zh",
        "Ž": "Zh",
        "ʻ": "",
        "ʼ": "",
        "’": "",
        "ь": "",
        "ı": "i",
    }
)
# Sounds that languages of one script write, or speak, in two ways.
_SOUNDS = str.maketrans({"h": "g", "k": "g", "o": "u"})


# Julia and Yulia, Jurij and Yuri; Siarhei and Sergei, Rahouski and Rogovsky.
_SPOKEN = tuple(
    (re.compile(written), spoken)
    for written, spoken in (
        (r"^[ij](?=[aeou])", ""),
        (r"ij$", "i"),
        (r"j", "i"),
        (r"(?<=[b-df-hj-np-tv-z])ia(?=[b-df-hj-np-tv-z])", "e"),
        (r"ov(?=sk)", "u"),
    )
)


class OnePersonSeveralSpellings(DossierRule):
    """The name of one person is spelled in two ways: Sergei and Sergey, Zelensky and Zelenskyy.

    Why it matters: searches and counts by one spelling miss what stands under the other, and a
    document with an uncommon spelling may be a poor translation.

    What to do: choose the spelling that the person's own side uses. If these are two people, split
    the record.

    Known limits: surnames alone are not compared; accents, capitals, hyphens, initials, short
    forms, left-out names and another order of the names are no other spelling; spellings that sound
    different are seen as one only if both hold the same post.
    """

    code = "OFF304"
    name = "one-person-several-spellings"
    severity = Severity.NOTE
    since = "0.1.0"
    fires = Example(
        (
            Told("Foreign Minister Sergei Lindqvist of Peru spoke in Oslo.", date(2024, 3, 4)),
            Told("Peru's Foreign Minister Sergey Lindqvist met the Sultan.", date(2024, 4, 9)),
        ),
        "Sergei and Sergey are spellings of one name.",
    )
    quiet = Example(
        (
            Told("Foreign Minister Sergei Lindqvist of Peru spoke in Oslo.", date(2024, 3, 4)),
            Told("Peru's Foreign Minister Lindqvist met the Sultan.", date(2024, 4, 9)),
        ),
        "The second document leaves the given name out.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._seats = background.once(Seats)

    def keys_of_sheet(self, sheet: Sheet) -> Iterable[str]:
        """The seats whose holders it names."""
        held = self._seats.holdings(sheet, any_post=True)
        return {*self._seats.keys(sheet), *(f"{_ANY}{h.seat.key}" for h in held)}

    def keys_of_case(self, case: Case) -> Iterable[str]:
        """A person whose name is spelled in several ways: there is nothing else to compare."""
        several = case.kind == "person" and len(_told(case)) > 1
        return (f"person {case.record.id}",) if several else ()

    def check(self, key: str, sheets: Sequence[Sheet], cases: Sequence[Case]) -> Iterable[Finding]:
        """What is to be said of a person, or of the holders of a seat."""
        for case in cases:
            yield from self._of_person(case)
        any_post, seat = key.startswith(_ANY), key.removeprefix(_ANY)
        held: dict[str, list[Quoted]] = defaultdict(list)
        for sheet in sheets:
            for holding in self._seats.holdings(sheet, any_post=any_post):
                if holding.seat.key == seat:
                    held[holding.person].append(holding.quote)
        for one, other in combinations(sorted(held, key=lambda n: (-len(held[n]), n)), 2):
            if names.alike(one, other):
                continue
            # Where several may hold a post, word for word has to sound the same.
            if _transliterated(one, other) if any_post else _nearly(one, other):
                yield self._spelled(other, one, held[other][0], held[one][0], ())

    def _of_person(self, case: Case) -> Iterator[Finding]:
        told = _told(case)
        main, *rest = sorted(told, key=lambda name: (-len(told[name]), name)) or [""]
        for name in rest:
            if _other_spelling(main, name):
                yield self._spelled(name, main, told[name][0], told[main][0], (case.record.id,))

    def _spelled(
        self, name: str, main: str, here: Quoted, there: Quoted, records: Sequence[str]
    ) -> Finding:
        return self.found(
            f"{name} is elsewhere spelled {main}",
            [here, _supporting(there)],
            records=records,
            basis=[main, name],
        )


def _nearly(one: str, other: str) -> bool:
    """Whether two holders of one post can be one whose name is divided or spelled otherwise."""
    if " " not in one or " " not in other or not names.keys(one) & names.keys(other):
        return False
    if _words(one) == _words(other) or _transliterated(one, other):
        return False
    return ratio(_joined(one), _joined(other)) >= _NEARLY


def _transliterated(one: str, other: str) -> bool:
    """Whether two holders of one post have a name from another script in two spellings.

    Word for word it sounds the same to those who write h for g, o for u, q for g: "Serhii
    Hryhorenko" and "Sergey Grigorenko".
    """
    ours, theirs = (names.parsed(name.translate(_LETTERS)).words for name in (one, other))
    if len(ours) != len(theirs) or len(ours) < _FULL or ours == theirs:
        return False
    return all(map(_sounds_like, ours, theirs))


def _sounds_like(one: str, other: str) -> bool:
    if one == other or names.same_word(one, other):
        return True
    if min(len(one), len(other)) <= _SHORTEST or (one[-1] == "a") != (other[-1] == "a"):
        return False
    first, second = (_spoken(word).translate(_SOUNDS) for word in (one, other))
    same = names.key_of(first) == names.key_of(second)
    return same and Levenshtein.distance(first, second) <= _VOWELS


def _spoken(word: str) -> str:
    """A folded word as those write it who write a name by its sound in Russian."""
    for written, spoken in _SPOKEN:
        word = written.sub(spoken, word)
    return word


def _joined(name: str) -> str:
    """The sound of a whole name, without the gaps between its words."""
    return "".join(names.folded(word) for word in re.split(r"[\s-]+", name))


def _supporting(quote: Quoted) -> Quoted:
    return Quoted(quote.document, quote.start, quote.end, quote.exact, quote.label, subject=False)


def _told(case: Case) -> Mapping[str, list[Quoted]]:
    """Where each spelling stands, earliest publication first."""
    found: dict[str, list[Quoted]] = defaultdict(list)
    for node in sorted(case.nodes, key=_published):
        for name in dict.fromkeys(_names(node.claim)):
            found[name].append(_quote(node, name))
    # Words that hold the name itself show the spelling best.
    return {name: sorted(quotes, key=lambda q: q.exact != name) for name, quotes in found.items()}


def _published(node: Node) -> tuple[date, str, str]:
    return node.document.published or date.max, node.ref.document, node.ref.claim


def _names(claim: Claim) -> Iterator[str]:
    people: Iterable[Person | None] = ()
    if isinstance(claim, Office):
        people = (claim.person,)
    elif isinstance(claim, Event):
        people = (actor.person for actor in claim.actors)
    yield from (names.tidied(person.name) for person in people if person is not None)


def _quote(node: Node, name: str) -> Quoted:
    """The name where it is written, else the words of the claim."""
    evidence = node.claim.evidence[0]
    at = evidence.exact.find(name)
    if at < 0:
        return quote_of(node.ref, evidence)
    start = evidence.start + at
    return Quoted(node.ref.document, start, start + len(name), name)


def _other_spelling(one: str, other: str) -> bool:
    """Whether two names are one in which a word is spelled differently, and no word contradicts."""
    if not names.alike(one, other) or " " not in one or " " not in other:
        return False
    ours, theirs = _words(one), _words(other)
    left, right = ours - theirs, theirs - ours
    return any(
        len(a) >= _SHORTEST and len(b) >= _SHORTEST and _same_sound(a, b)
        for a, b in product(left, right)
    )


def _same_sound(one: str, other: str) -> bool:
    return names.same_word(names.folded(one), names.folded(other))


def _words(name: str) -> frozenset[str]:
    return frozenset(_MARKS.sub("", without_accents(name).casefold().replace("-", " ")).split())
