"""The other side of a meeting, where words tell it that name nobody by themselves.

"Met in Lima with senior officials", "a range of Government of Ghana officials", "the conference
host, Ghana's President Mensah". Of others who remain unnamed a meeting is no event.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.claims.kinds.event.seats import of_places
from communique.claims.kinds.event.sites import Site
from communique.claims.reading import Reading
from communique.claims.referents import Referent
from communique.model.claim import Party
from communique.model.terms import EventType

# Who in a state is of its government, though nothing else tells whose: "met with leaders in Oman".
_OFFICIALS = frozenset({"official", "leader", "authority", "leadership", "minister", "counterpart"})
# What makes them of none: "business leaders".
_PRIVATE = frozenset(
    {"business", "society", "industry", "community", "labor", "labour", "union", "religious"}
    | {"faith", "sector", "private", "student", "youth", "opposition", "tribal", "thought"}
    | {"company", "local", "civic", "rights", "academic", "women", "other", "foreign", "world"}
)
# Nouns for a number of those told behind "of", and people who belong to what is told there.
_COUNTED = frozenset(
    {"range", "number", "group", "series", "variety", "host", "array", "cross-section"}
)
_BELONGING = frozenset({"staff", "alumnus", "alumni", "graduate", "executive", "board", "fellow"})
# Where the parse leaves a name that it has not joined to the noun before: "the host, Mr Lund".
_LOOSE = frozenset({"npadvmod", "appos", "oprd", "dep", "attr", "conj"})
_OTHERS = frozenset({"with", "object"})


def other_side(
    reading: Reading, states: dict[str, str], site: Site, place: str, head: int
) -> Iterator[Referent]:
    """Whom a phrase that names nobody means, where it is the other side of a meeting.

    Args:
        reading: The document.
        states: Name of each state by code.
        site: The act.
        place: The place of the phrase in it.
        head: The head of the phrase.
    """
    if place not in _OTHERS or site.act.type is not EventType.CONSULT or site.noun == head:
        return
    for member in reading.tree.conjuncts(head):
        found = list(_inside(reading, member)) or list(_name_behind(reading, member))
        yield from found or _of_state(reading, states, site, member)


def unnamed_other(reading: Reading, states: dict[str, str], site: Site) -> bool:
    """Whether the other side of a meeting is told but nobody known: "met with private partners".

    Args:
        reading: The document.
        states: Name of each state by code.
        site: The act.
    """
    tree, verb = reading.tree, site.verb
    if verb is None or site.noun is not None or "with" not in site.act.participant:
        return False
    others = [i for i in tree.after(verb, "with") if not tree.is_verb(i)]
    undergoer = tree.undergoer(verb) if "object" in site.act.participant else None
    if undergoer is not None and _near(reading, verb, undergoer):
        others.append(undergoer)
    if not others or any(reading.referents.of(i) for i in others):
        return False
    return not any(True for i in others for _ in other_side(reading, states, site, "with", i))


def _near(reading: Reading, verb: int, undergoer: int) -> bool:
    """Whether no comma parts an object from its verb: "met to renew our pledge, our resolve"."""
    between = range(min(verb, undergoer), max(verb, undergoer))
    return not any(reading.tree.lower(i) == "," for i in between)


def _inside(reading: Reading, head: int) -> Iterator[Referent]:
    """Whom "a range of" tells behind it, and whose staff or alumni are told."""
    tree = reading.tree
    if tree[head].lemma.lower() in _COUNTED | _BELONGING:
        for below in tree.after(head, "of", "from"):
            yield from reading.referents.of(below)
    for clause in tree.children(head, "acl"):
        whom = tree.child(clause, "dobj")
        if tree[clause].lemma == "represent" and whom is not None:
            named = any(i in reading.parties for i in tree.phrase(whom))
            yield from reading.referents.of(whom) if named else ()


def _name_behind(reading: Reading, head: int) -> Iterator[Referent]:
    """The person behind a comma that tells who somebody is: "the host, President Mensah"."""
    tree = reading.tree
    last = tree.phrase(head)[-1]
    if tree.lower(last + 1) != "," or tree[head].tag not in {"NN", "NNP"}:
        return
    verbs = (i for i in tree.ancestors(head) if tree.is_verb(i))
    for token in (i for verb in verbs for i in tree.children(verb, *_LOOSE)):
        if token > last and token in reading.people and tree.extent(token)[0] == last + 2:
            yield from reading.referents.of(token)


def _of_state(
    reading: Reading, states: dict[str, str], site: Site, head: int
) -> Iterator[Referent]:
    """The state where officials are met who are told by no more: "in Oman she met officials"."""
    tree = reading.tree
    beside = {tree.lower(i) for i in tree.below(head) if i < head}
    if tree[head].lemma.lower() not in _OFFICIALS or beside & _PRIVATE or site.verb is None:
        return
    for there in _places(reading, site.verb):
        party = reading.parties.get(there)
        if party is not None and party.code in states:
            yield Referent(Party(party.name, party.code))
        elif party is None:
            yield from of_places(reading, states, there)


def _places(reading: Reading, verb: int) -> Iterator[int]:
    """What stands after "in" with a verb, also in a clause of its own: "while in Oman"."""
    tree = reading.tree
    yield from tree.after(verb, "in")
    for below in tree.children(verb, "advcl", "mark", "advmod", "dep"):
        if not tree.is_verb(below):
            in_it = [below] if tree.lower(below) == "in" else tree.children(below, "prep")
            yield from (j for i in in_it if tree.lower(i) == "in" for j in tree.children(i, "pobj"))
