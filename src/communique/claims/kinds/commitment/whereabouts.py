"""Whose a party, a place or people are: what a giver belongs to, where something goes."""

from __future__ import annotations

from communique.claims.authors import in_text
from communique.claims.kinds.commitment.numbers import Number, singular
from communique.claims.reading import Reading
from communique.claims.referents import distinct
from communique.model.claim import Party
from communique.vocab.claims.commitments import CommitmentWords, Deliverables
from communique.vocab.words import words_of

# Before the place where something arrives or to which it leaves.
_WHERETO = frozenset({"in", "at", "to", "for", "into", "on"})
# Branches of a clause that tell other deeds.
_APART = frozenset({"relcl", "parataxis", "advcl"})


def whole(reading: Reading, words: CommitmentWords, party: Party) -> Party:
    """The state or institution whose council, board or parliament a giver is."""
    known = reading.named.context.knowledge
    name = words_of(party.name)
    if not {w.lower() for w in name} & words.texts.bodies:
        return party
    found = known.parties.longest(name, 0)
    sense = found[1][0] if found is not None else None
    if found is not None and found[0] < len(name) and not found[1][0].is_state:
        # "The IMF Executive Board": whose board it is stands first.
        return Party(found[1][0].name, found[1][0].code)
    if sense is not None and sense.parent is not None:
        return next(iter(in_text(reading, sense.parent)), party)
    if sense is not None and not sense.is_state and sense.country in known.states:
        return Party(known.states[sense.country], sense.country)
    inside = () if sense is not None else in_text(reading, party.name)
    return inside[0] if len(inside) == 1 else party


def is_same_side(reading: Reading, party: Party, givers: tuple[Party, ...]) -> bool:
    """Whether a party is a body of one of those who give, or has one of them as its body."""
    return is_of(reading, party, givers) or any(is_of(reading, g, (party,)) for g in givers)


def is_of(reading: Reading, party: Party, owners: tuple[Party, ...]) -> bool:
    """Whether a party is an institution, programme or body of one of others."""
    known = reading.named.context.knowledge
    found = known.parties.longest(words_of(party.name), 0)
    sense = found[1][0] if found is not None else None
    if sense is None or sense.is_state:
        return False
    return any(
        sense.parent == owner.name or (sense.country is not None and sense.country == owner.code)
        for owner in owners
    )


def state_at(reading: Reading, index: int) -> tuple[Party, ...]:
    """The state that a place is in."""
    place = reading.places.get(index)
    states = reading.named.context.knowledge.states
    if place is None or place.country is None or place.country not in states:
        return ()
    return (Party(states[place.country], place.country),)


def destination(reading: Reading, verb: int) -> tuple[Party, ...]:
    """The state where it arrives: "touched down in Praia", "left for Chad"."""
    tree = reading.tree
    preps = (i for i in tree.children(verb, "prep") if tree.lower(i) in _WHERETO)
    places = (h for i in preps for h in tree.children(i, "pobj"))
    return distinct(p for i in places for p in state_at(reading, i))


def where(reading: Reading, number: Number, verb: int, limit: int) -> tuple[Party, ...]:
    """The state of the place for which it is done: "a plant in Praia", "a cable to Apia"."""
    tree = reading.tree
    below = sorted(tree.below(verb, without=_APART))
    for index in (i for i in below if i > number.head and tree[i].start < limit):
        above = tree[index].head
        beside = tree.lower(above) in _WHERETO and tree[index].dep == "pobj"
        if beside and index in reading.places:
            return state_at(reading, index)
    return ()


def nationals(reading: Reading, deliverables: Deliverables, number: Number) -> tuple[Party, ...]:
    """Whose people are counted: "train 40 Fijian engineers", "admit 280 Tuvaluans"."""
    tree, head = reading.tree, number.head
    people = deliverables.people | deliverables.trained
    if number.quantity is None:
        return ()
    if head in reading.parties and tree[head].tag in {"NNS", "NNPS"}:
        return reading.referents.parties(head)
    if not {tree[head].lemma, singular(tree.lower(head))} & people:
        return ()
    beside = tree.children(head, "amod", "compound", "nmod")
    named = [i for i in beside if i in reading.parties]
    return distinct(p for i in named for p in reading.referents.parties(i))
