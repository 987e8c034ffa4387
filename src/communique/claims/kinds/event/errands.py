"""What a trip is for, and where and when that is: "will travel to attend the jubilee on 3 May".

A delegation is told first and led later: "announced a delegation to Oslo to attend the jubilee on
3 May. Minister Rojas will lead the delegation."
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.claims.kinds.event.dates import event_when
from communique.claims.kinds.event.lore import Lore
from communique.claims.kinds.event.seats import of_places
from communique.claims.kinds.event.sites import Site
from communique.claims.reading import Reading
from communique.claims.referents import Referent, distinct
from communique.model.claim import When

# What the noun class of those who travel together is called in the vocabulary.
DELEGATION = "delegation"
# Sentences between a delegation and who leads it.
_BACK = 4
# Words between a delegation and the infinitive that tells what it is for.
_NEAR = 12
# Verbs of purposes that have the days of the trip: "to attend", not "to speak about the flood".
_ATTENDING = frozenset({"attend", "participate", "join", "represent"})
_DEFINITE = frozenset({"the", "this"})


def errand_when(reading: Reading, site: Site) -> When | None:
    """When that is what a trip is for; None where the text does not tell.

    Args:
        reading: The document.
        site: The trip.
    """
    for verb in _purposes(reading, site):
        inside = reading.tree.extent(verb)
        if any(i in reading.times for i in inside):
            return event_when(reading, verb, None, below=True)
    return None


def sent_to(reading: Reading, lore: Lore, site: Site) -> tuple[Referent, ...]:
    """The state that a delegation told before goes to.

    Args:
        reading: The document.
        lore: What the finder knows.
        site: The act by which somebody leads it.
    """
    return distinct(
        referent
        for head in destinations(reading, site)
        for referent in (
            [r for r in reading.referents.of(head) if r.person is None and r.party is not None]
            or of_places(reading, lore.states, head)
        )
    )


def destinations(reading: Reading, site: Site) -> Iterator[int]:
    """The places that a delegation told before is sent to.

    Args:
        reading: The document.
        site: The act by which somebody leads it.
    """
    told = (list(_goals(reading, noun)) for noun in _told_before(reading, site))
    yield from next((places for places in told if places), [])


def _goals(reading: Reading, noun: int) -> Iterator[int]:
    """The places that a delegation goes to, else those of what it attends."""
    tree, first = reading.tree, noun + 1
    if tree.lower(first) in {"to", "for"} and tree[first].tag == "IN":
        places = [i for i in tree.children(first, "pobj") if _place(reading, i)]
        if places:
            yield from places
            return
    for verb in _infinitives(reading, noun):
        yield from (i for i in tree.after(verb, "in", "at") if _place(reading, i))


def _place(reading: Reading, head: int) -> bool:
    return head in reading.places or head in reading.parties


def _told_before(reading: Reading, site: Site) -> list[int]:
    """The words by which "the delegation" of an act was told before, in text order."""
    tree, noun = reading.tree, site.noun
    if site.act.objects != DELEGATION or noun is None:
        return []
    if not any(tree.lower(i) in _DEFINITE for i in tree.children(noun, "det")):
        return []
    number = tree.sentence_number(noun)
    first = tree.analysis.sentences[max(0, number - _BACK)].first
    lemma = tree[noun].lemma.lower()
    return [i for i in range(first, noun) if tree[i].lemma.lower() == lemma]


def _purposes(reading: Reading, site: Site) -> Iterator[int]:
    """The infinitives that tell what somebody travels for, or what a delegation is sent for."""
    tree = reading.tree
    holders = [i for i in (site.verb, site.noun) if i is not None]
    for clause in (i for h in holders for i in tree.children(h, "advcl", "xcomp", "acl", "relcl")):
        if tree[clause].lemma in _ATTENDING and "to" in tree.auxiliaries(clause):
            yield clause
    for told in _told_before(reading, site):
        yield from _infinitives(reading, told)


def _infinitives(reading: Reading, noun: int) -> Iterator[int]:
    """The infinitives close behind a noun, whatever the parse has hung them on."""
    tree = reading.tree
    for index in range(noun + 1, min(noun + _NEAR, tree.sentence(noun)[1])):
        if tree[index].lemma in _ATTENDING and "to" in tree.auxiliaries(index):
            yield index
