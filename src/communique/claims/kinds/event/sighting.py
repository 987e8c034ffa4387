"""One telling of an event: an act with its parties, date, place and standing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from communique.claims.attribution import attributed_to
from communique.claims.kinds.event.arguments import who
from communique.claims.kinds.event.company import company, hosts
from communique.claims.kinds.event.dates import event_when
from communique.claims.kinds.event.naming import ordinal_of, title_of
from communique.claims.kinds.event.sites import Site
from communique.claims.kinds.event.standing import Standing, happens, standing, takes_up
from communique.claims.place import place_of
from communique.claims.reading import Reading
from communique.claims.referents import Referent, distinct
from communique.model.claim import Actor, Evidence, When
from communique.model.terms import ActorRole, EventMode, EventType
from communique.vocab.claims.event import EventGrammar

_GATHERINGS = frozenset({EventMode.SUMMIT, EventMode.FORUM, EventMode.CONFERENCE})
_NAMED = _GATHERINGS | {EventMode.MEETING, EventMode.CONSULTATION, EventMode.NEGOTIATION}
# A longer sentence is cut to the clause.
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Lore:
    """What the finder knows.

    Attributes:
        grammar: The acts and their words.
        states: Name of each state by code.
    """

    grammar: EventGrammar
    states: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sighting:
    """One telling of an event."""

    site: Site
    type: EventType
    mode: EventMode | None
    actors: tuple[Actor, ...]
    when: When | None
    standing: Standing
    place: str | None
    title: str | None
    ordinal: int | None
    attributed: str | None
    evidence: Evidence

    @property
    def parties(self) -> frozenset[str]:
        """Names of the parties in it."""
        return frozenset(a.party.name for a in self.actors if a.party is not None)

    @property
    def people(self) -> frozenset[str]:
        """Names of the persons in it."""
        return frozenset(a.person.name for a in self.actors if a.person is not None)


Cast = dict[ActorRole, tuple[Referent, ...]]


def sight(reading: Reading, lore: Lore, site: Site) -> Sighting | None:
    """What a site tells; None where who takes part is missing, or it is not told as a fact."""
    act = site.act
    when = event_when(reading, site.head, site.verb)
    how = standing(reading, lore.grammar.words, site, when)
    if how is None:
        return None
    cast = _settled(_cast(reading, lore, site))
    given = not act.given or who(reading, lore.states, site, act.given)
    if not given or not _filled(site, cast, when) or not _told(reading, lore, site, when):
        return None
    noun = site.noun if site.noun == site.head and act.mode in _NAMED else None
    return Sighting(
        site=site,
        type=act.type,
        mode=act.mode,
        actors=tuple(_actors(cast)),
        when=when,
        standing=how,
        place=place_of(reading, site.head),
        title=title_of(reading, noun) if noun is not None else None,
        ordinal=ordinal_of(reading, noun, lore.grammar.words.ordinals) if noun is not None else None,
        attributed=attributed_to(reading, site.head),
        evidence=_evidence(reading, site),
    )


def _cast(reading: Reading, lore: Lore, site: Site) -> Cast:
    """Who stands in each role, those that only a person fills without mere parties."""
    act, cast = site.act, {}
    for role in ActorRole:
        places = getattr(act, role.value)
        found = who(reading, lore.states, site, places)
        if role.value in act.people:
            found = tuple(r for r in found if r.person is not None)
        if "object" in act.people and role is ActorRole.PARTICIPANT:
            guests = who(reading, lore.states, site, ("object",))
            found = found if any(g.person is not None for g in guests) else ()
        cast[role] = found
    if site.noun == site.head and act.mode in _NAMED:
        _add_company(reading, lore, site, cast)
    return cast


def _add_company(reading: Reading, lore: Lore, site: Site, cast: Cast) -> None:
    """Add hosts and attendants of a gathering that are told outside its phrase."""
    words = lore.grammar.words
    giving = list(hosts(reading, words, site))
    if _gives(lore, reading, site):
        giving.extend(who(reading, lore.states, site, ("doer",)))
    role = ActorRole.HOST if site.act.mode in _GATHERINGS else ActorRole.PARTICIPANT
    cast[role] = distinct((*cast[role], *giving))
    there = [r for r in cast[ActorRole.PARTICIPANT] if r not in cast[ActorRole.HOST]]
    there.extend(company(reading, words, site))
    if not there and not giving and takes_up(reading, words, site):
        there.extend(reading.referents.before(site.head))
    cast[ActorRole.PARTICIPANT] = distinct(there)


def _gives(lore: Lore, reading: Reading, site: Site) -> bool:
    """Whether the subject of the carrying verb gives the gathering: "hosted a summit"."""
    verb = site.verb
    if verb is None or site.noun != site.head or site.act.mode not in _GATHERINGS:
        return False
    return reading.tree[verb].lemma in lore.grammar.words.giving


def _settled(cast: Cast) -> Cast:
    """Nobody in two roles, and no party beside its own person."""
    taken: set[Referent] = set()
    parties: set[str] = set()
    settled: Cast = {}
    for role in (ActorRole.SOURCE, ActorRole.HOST, ActorRole.TARGET, ActorRole.PARTICIPANT):
        with_person = {r.party for r in cast[role] if r.person is not None}
        kept = []
        for one in cast[role]:
            doubled = one.person is None and one.party in with_person
            name = one.party.name if one.party is not None else ""
            if one in taken or doubled or (one.person is None and name in parties):
                continue
            kept.append(one)
        settled[role] = tuple(kept)
        taken.update(kept)
        if role is not ActorRole.TARGET or kept:
            parties.update(r.party.name for r in kept if r.party is not None)
    return settled


def _told(reading: Reading, lore: Lore, site: Site, when: When | None) -> bool:
    """Whether talks are told as such rather than named in passing, with a date or a verb."""
    if site.noun != site.head or site.act.mode not in _NAMED or when is not None:
        return True
    return site.verb is not None or happens(reading, lore.grammar.words, site.head)


def _filled(site: Site, cast: Cast, when: When | None) -> bool:
    """Whether everybody is there whom the act needs."""
    for need in site.act.needs:
        if need == "dated":
            if when is None:
                return False
        elif need == "sides":
            if not _sides(site, cast, when):
                return False
        elif need == "either":
            if not cast[ActorRole.SOURCE] and not cast[ActorRole.TARGET]:
                return False
        elif not cast[ActorRole(need)]:
            return False
    return True


def _sides(site: Site, cast: Cast, when: When | None) -> bool:
    everybody = [*cast[ActorRole.PARTICIPANT], *cast[ActorRole.HOST]]
    sides = {r.party or r.person for r in everybody}
    if len(sides) > 1:
        return True
    alone = next(iter(everybody), None)
    if alone is None or when is None:
        return False
    grouping = alone.party is not None and len(alone.party.code or "group") != 2  # noqa: PLR2004
    return grouping or site.act.mode in _GATHERINGS


def _actors(cast: Cast) -> Iterable[Actor]:
    for role, found in cast.items():
        yield from (r.actor(role) for r in found)


def _evidence(reading: Reading, site: Site) -> Evidence:
    """The sentence that tells it, or its clause where that is long."""
    tree = reading.tree
    sentence = tree.sentence(site.head)
    whole = reading.quote(range(sentence[0], sentence[1]))
    if len(whole.exact) <= _LONGEST:
        return whole
    return reading.quote(tree.clause(tree.clause_head(site.head)))
