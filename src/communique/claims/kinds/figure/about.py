"""Whom a figure is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from communique.claims.authors import in_text
from communique.claims.kinds.figure.measured import verb_above
from communique.claims.reading import Reading
from communique.claims.referents import distinct
from communique.model.analysis import TokenSpan
from communique.model.claim import Party
from communique.model.mention import PartyMention

_MOST = 5
_PAIR = 2
# A party is a main one of its document if it is named this many times as often as the first, and
# at least twice; the title and the name of the publisher count so many times.
_OFTEN = 0.34
_AT_LEAST = 2
_HEADED = 2
# From the head of a number to the bracket that opens before it, at most.
_BRACKET = 4
_DESCENDED = frozenset(
    {"American", "Americans", "Canadian", "Canadians", "Australian", "Australians"}
)
_WORLD = frozenset({"global", "world", "worldwide", "globally", "humanity"})
# So many numbers with a party each make a list.
_LISTED = 3


def about(reading: Reading, number: int, head: int | None) -> tuple[Party, ...]:
    """The parties that the measured phrase, its clause and its sentence name.

    Most statistics of relations have two sides: where the words name one of the document's main
    parties alone, the other one is added; where they name none, both are.

    Args:
        reading: The document.
        number: Head of the number.
        head: What it measures.
    """
    listed = _in_own_item(reading, number)
    if listed:
        main = reading.once("figure.main", lambda: main_parties(reading))
        return distinct((*main[:1], *listed))[:_MOST]
    named = _in_run(reading, reading.tree.phrase(head)) if head is not None else ()
    for more in (_clause(reading, number), _sentence(reading, number)):
        if len(named) < _PAIR:
            named = distinct((*named, *more))
    if not named and head is not None and _worldwide(reading, head):
        return ()
    main = reading.once("figure.main", lambda: main_parties(reading))
    if not named or (len(named) < _PAIR and named[0] in main):
        named = distinct((*named, *main))[:_PAIR]
    return named[:_MOST]


def _worldwide(reading: Reading, head: int) -> bool:
    """Whether a number is one of the world: "8 percent of the global grain trade"."""
    return any(reading.tree.lower(i) in _WORLD for i in reading.tree.phrase(head))


def main_parties(reading: Reading) -> tuple[Party, ...]:
    """The one or two parties that a document is about: those it names most often."""
    document = reading.document
    counted = Counter(Party(p.name, p.code) for p in reading.mentions(PartyMention))
    for heading in (document.title, document.publisher):
        for party in in_text(reading, heading or ""):
            counted[party] += _HEADED
    ranked = [(p, n) for p, n in counted.most_common(2 * _PAIR) if p.code is not None][:_PAIR]
    return tuple(p for p, n in ranked if n >= max(_OFTEN * ranked[0][1], _AT_LEAST))


def _in_own_item(reading: Reading, number: int) -> tuple[Party, ...]:
    """The party beside a number in a list of such: "11.8 bcm went to Europe, 2.5 bcm to Georgia".

    Empty where the sentence is no such list: each of three or more numbers has one party between
    itself and the next.
    """
    tree = reading.tree
    near = range(number, max(number - _BRACKET, 0), -1)
    opened = next((i for i in near if tree.lower(i) == "("), 0)
    if opened and opened - 1 in reading.parties:
        return (_as_party(reading, reading.parties[opened - 1]),)  # "From Russia (24,000)"
    items = _items(reading, tree.sentence(number))
    own = [party for tokens, party in items if number in tokens]
    return (_as_party(reading, own[0]),) if own else ()


def _items(reading: Reading, sentence: TokenSpan) -> tuple[tuple[range, PartyMention], ...]:
    """The items of a sentence that lists numbers with a party each; none of any other."""
    tree = reading.tree
    numbers = [i for i in range(*sentence) if tree[i].tag == "CD" and i not in reading.times]
    starts = [i for i in numbers if i - 1 not in numbers]
    if len(starts) < _LISTED:
        return ()
    behind = _with_parties(reading, [*starts, sentence.last])
    before = _with_parties(reading, [sentence.first, *(_end_of(numbers, i) for i in starts)])
    return behind or before


def _end_of(numbers: list[int], start: int) -> int:
    """One past the unit of a number that begins at a token."""
    last = start
    while last + 1 in numbers:
        last += 1
    return last + 2


def _with_parties(reading: Reading, borders: list[int]) -> tuple[tuple[range, PartyMention], ...]:
    """The stretches between borders with the one party that each names; none if one has not one."""
    found: list[tuple[range, PartyMention]] = []
    for first, last in pairwise(borders):
        inside = (i for i in range(first, last) if i in reading.parties)
        named = dict.fromkeys(reading.parties[i] for i in inside)
        if len(named) != 1:
            return ()
        found.append((range(first, last), next(iter(named))))
    several = {party.name for _, party in found}
    return tuple(found) if len(several) == len(found) else ()


def _clause(reading: Reading, number: int) -> tuple[Party, ...]:
    tree = reading.tree
    verb = verb_above(tree, number)
    return _in_run(reading, tree.clause(verb)) if verb is not None else ()


def _sentence(reading: Reading, number: int) -> tuple[Party, ...]:
    return _in_run(reading, range(*reading.tree.sentence(number)))


def _in_run(reading: Reading, tokens: Iterable[int]) -> tuple[Party, ...]:
    """The parties among some tokens, without those that only say so."""
    found = [
        reading.parties[i]
        for i in tokens
        if i in reading.parties and not _says(reading, i) and not _of_descent(reading, i)
    ]
    return distinct(_as_party(reading, p) for p in found)


def _of_descent(reading: Reading, index: int) -> bool:
    """Whether a name tells where somebody's forebears lived: "Asian American families"."""
    following = reading.parties.get(index + 1) or reading.parties.get(index + 2)
    joined = index + 1 in reading.parties or reading.tree.lower(index + 1) == "-"
    adjective = reading.tree.lower(index).endswith(("an", "ese", "ish"))
    return adjective and joined and following is not None and following.text in _DESCENDED


def _as_party(reading: Reading, mention: PartyMention) -> Party:
    """The party of a mention; "European" is the Union where the document speaks of it."""
    if mention.text.lower() == "european":
        union = next((p for p in reading.mentions(PartyMention) if p.code == "EU"), None)
        mention = union or mention
    return Party(mention.name, mention.code)


def _says(reading: Reading, index: int) -> bool:
    """Whether a party stands as the source: "according to the Commission", "Astana said"."""
    tree, voices = reading.tree, reading.knowledge.voices
    for above in (index, *tree.ancestors(index)):
        if tree.lower(above) in voices.according:
            return True
        head = tree[above].head
        if tree[above].dep == "nsubj" and tree.is_verb(head):
            return tree[head].lemma in voices.saying and tree.child(head, "ccomp") is not None
        if tree.is_verb(above):
            return False
    return False
