"""Whether everybody is there whom an act needs to be an event."""

from __future__ import annotations

from communique.claims.kinds.event.arguments import who
from communique.claims.kinds.event.casting import GATHERINGS, Cast
from communique.claims.kinds.event.lore import Lore
from communique.claims.kinds.event.sites import Site
from communique.claims.reading import Reading
from communique.model.claim import Party, Person, When
from communique.model.terms import ActorRole
from communique.vocab.claims.event import Need

_PAIR = 2
_ATTENDING = frozenset({"attend", "participate"})


def filled(reading: Reading, lore: Lore, site: Site, cast: Cast, when: When | None) -> bool:
    """Whether all that an act needs is told."""
    return all(_met(need, reading, lore, site, cast, when) for need in site.act.needs)


def _met(
    need: Need, reading: Reading, lore: Lore, site: Site, cast: Cast, when: When | None
) -> bool:
    if need == "dated":
        return when is not None or _attended(reading, site, cast)
    if need == "pair":
        return len(_different(cast, ActorRole.PARTICIPANT)) >= _PAIR
    if need == "sides":
        return _sides(reading, lore, site, cast, when)
    if need == "joint":
        return bool(cast[ActorRole.PARTICIPANT])
    if need == "either":
        return bool(cast[ActorRole.SOURCE] or cast[ActorRole.TARGET])
    return bool(cast[ActorRole(need)])


def _different(cast: Cast, *roles: ActorRole) -> set[Party | Person | None]:
    return {r.party or r.person for role in roles for r in cast[role]}


def _face_to_face(reading: Reading, lore: Lore, site: Site) -> bool:
    """Whether persons of one party meet each other: "the minister met with Governor Amaya".

    Two between whom something is do so, too: "talks between the minister and Governor Amaya".
    """
    if site.noun is not None:
        between = who(reading, lore.states, site, ("between",))
        return len({r.person for r in between if r.person is not None}) > 1
    if site.act.generic:
        return False
    sides = [who(reading, lore.states, site, (p,)) for p in ("subject", "with", "to", "object")]
    people = [{r.person for r in side if r.person is not None} for side in sides]
    told = [names for names in people if names]
    return len(told) > 1 and not set.intersection(*told)


def _attended(reading: Reading, site: Site, cast: Cast) -> bool:
    """Whether somebody goes to a gathering that has a name: "will attend the Bern Conference"."""
    tree, noun = reading.tree, site.head
    named = tree[noun].tag == "NNP" and any(tree[i].tag == "NNP" for i in tree.children(noun))
    goes = site.verb is not None and tree[site.verb].lemma in _ATTENDING
    told = named and goes and site.noun == noun and site.act.mode in GATHERINGS
    return told and any(r.person is not None for r in cast[ActorRole.PARTICIPANT])


def _sides(reading: Reading, lore: Lore, site: Site, cast: Cast, when: When | None) -> bool:
    """Whether two different actors are there, or one that makes a dated gathering by itself."""
    sides = _different(cast, ActorRole.PARTICIPANT, ActorRole.HOST)
    if len(sides) != 1:
        return len(sides) > 1
    if _face_to_face(reading, lore, site):
        return True
    (alone,) = sides
    if _attended(reading, site, cast):
        return True
    grouping = isinstance(alone, Party) and alone.code not in lore.states
    if site.act.generic:
        # Of a format that speaks itself; a parliament that considers something meets nobody.
        grouping = grouping and alone in reading.referents.authors
    return when is not None and (grouping or site.act.mode in GATHERINGS)
