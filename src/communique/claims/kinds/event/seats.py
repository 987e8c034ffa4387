"""Parties that a capital or an adjective tells where neither is a mention of a party.

"Called on Lima" has the words of a place, "a ban on Chilean wine" those of a thing; as the other
side of an act both tell the state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.claims.reading import Reading
from communique.claims.referents import Referent
from communique.model.claim import Party
from communique.vocab.lexicon import Form
from communique.vocab.words import words_of

#: Nouns for a place with an adjective or a name: "the British capital", "the port of Bar".
SEATS = frozenset(
    {"capital", "city", "town", "hometown", "village", "island", "coast", "soil", "territory"}
    | {
        "headquarters",
        "base",
        "port",
        "province",
        "region",
        "crossing",
        "plant",
        "camp",
        "district",
    }
    | {"factory", "shipyard", "harbour", "harbor", "airport", "state", "border"}
)

# What the party before it does: "an end to NATO activity"; "a NATO summit" is none of its deeds.
_DEEDS = frozenset(
    {
        "action",
        "activity",
        "aggression",
        "attack",
        "behaviour",
        "behavior",
        "interference",
        "strike",
    }
    | {"occupation", "operation", "provocation", "threat", "violence", "withdrawal", "strike"}
)
# Who is held by the state that they are in: "the release of the prisoners in Chad".
_HELD = frozenset({"prisoner", "detainee", "hostage", "captive", "inmate"})


def seats(reading: Reading, head: int) -> list[Referent]:
    """The governments that capitals in a phrase stand for; empty where it names none."""
    tree = reading.tree
    members = (i for i in tree.conjuncts(head) if i in reading.places)
    return [found for i in members for found in _meant(reading, tree[i].text, Form.METONYM)]


def adjectives(reading: Reading, index: int) -> list[Referent]:
    """The party whose adjective a word is: "Chilean" in "Chilean wine"."""
    word = reading.tree[index].text
    named = index in reading.organizations or index in reading.places
    return list(_meant(reading, word, Form.ADJECTIVE)) if word[:1].isupper() and not named else []


def _meant(reading: Reading, text: str, form: Form) -> Iterator[Referent]:
    words = words_of(text)
    found = reading.named.context.knowledge.parties.longest(words, 0)
    if found is None or found[0] != len(words):
        return
    for sense in found[1]:
        if sense.form is form:
            yield Referent(Party(sense.name, sense.code))
            return


def of_places(reading: Reading, states: dict[str, str], head: int) -> Iterator[Referent]:
    """The states that places lie in: "travelled to Almaty"."""
    tree = reading.tree
    for member in tree.conjuncts(head):
        place = reading.places.get(member)
        apposed = [i for i in tree.children(member, "appos", "nmod") if i in reading.parties]
        named = place is not None or (tree[member].tag == "NNP" and bool(apposed))
        if not named and tree[member].lemma not in SEATS:
            continue
        if place is not None and place.country in states:
            yield Referent(Party(states[place.country], place.country))
        elif apposed:
            yield from reading.referents.of(apposed[0])
        else:
            yield from _of_seat(reading, states, member)


def _of_seat(reading: Reading, states: dict[str, str], seat: int) -> Iterator[Referent]:
    """Whom a noun for a place belongs to: "the British capital", "the port of Luanda"."""
    tree = reading.tree
    named = tree.children(seat, "compound", "amod", "poss", "nmod")
    for child in (*named, *tree.after(seat, "with")):
        if child in reading.parties:
            party = reading.parties[child]
            yield Referent(Party(party.name, party.code))
    for child in (*tree.after(seat, "of"), *tree.children(seat, "compound")):
        place = reading.places.get(child)
        if place is not None and place.country in states and child not in reading.parties:
            yield Referent(Party(states[place.country], place.country))


def doers(reading: Reading, roots: Iterable[int]) -> Iterator[Referent]:
    """Who does or owns what some phrases tell: "Chad's withdrawal", "hostages held by Hamas"."""
    tree = reading.tree
    for index in (i for root in roots for i in tree.below(root)):
        dep = tree[index].dep
        by = dep == "pobj" and tree.lower(tree[index].head) == "by"
        deed = dep in {"compound", "nmod"} and tree[tree[index].head].lemma in _DEEDS
        if by or dep == "poss" or (deed and index in reading.parties):
            yield from reading.referents.of(index)
        elif dep == "amod":
            yield from adjectives(reading, index)
        elif tree[index].lemma in _HELD:
            inside = (i for i in tree.after(index, "in") if i in reading.parties)
            yield from (r for i in inside for r in reading.referents.of(i))


def named_below(reading: Reading, head: int) -> Iterator[Referent]:
    """The parties named below a noun for people: "those affected by the floods in Chad"."""
    inside = (i for i in reading.tree.below(head) if i in reading.parties and i != head)
    for index in inside:
        yield from reading.referents.of(index)
