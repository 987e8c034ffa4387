"""Whether everybody is there whom an act needs to be an event."""

from __future__ import annotations

from communique.claims.kinds.event.casting import GATHERINGS, Cast
from communique.claims.kinds.event.lore import Lore
from communique.claims.kinds.event.sites import Site
from communique.model.claim import Party, Person, When
from communique.model.terms import ActorRole
from communique.vocab.claims.event import Need

_PAIR = 2


def filled(lore: Lore, site: Site, cast: Cast, when: When | None) -> bool:
    """Whether all that an act needs is told."""
    return all(_met(need, lore, site, cast, when) for need in site.act.needs)


def _met(need: Need, lore: Lore, site: Site, cast: Cast, when: When | None) -> bool:
    if need == "dated":
        return when is not None
    if need == "pair":
        return len(_different(cast, ActorRole.PARTICIPANT)) >= _PAIR
    if need == "sides":
        return _sides(lore, site, cast, when)
    if need == "joint":
        return bool(cast[ActorRole.PARTICIPANT])
    if need == "either":
        return bool(cast[ActorRole.SOURCE] or cast[ActorRole.TARGET])
    return bool(cast[ActorRole(need)])


def _different(cast: Cast, *roles: ActorRole) -> set[Party | Person | None]:
    return {r.party or r.person for role in roles for r in cast[role]}


def _sides(lore: Lore, site: Site, cast: Cast, when: When | None) -> bool:
    """Whether two different actors are there, or one that makes a dated gathering by itself."""
    sides = _different(cast, ActorRole.PARTICIPANT, ActorRole.HOST)
    if len(sides) != 1:
        return len(sides) > 1
    (alone,) = sides
    grouping = isinstance(alone, Party) and alone.code not in lore.states
    return when is not None and (grouping or site.act.mode in GATHERINGS)
