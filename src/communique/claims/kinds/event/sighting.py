"""One telling of an event: an act with its parties, date, place and standing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from communique.claims.attribution import attributed_to
from communique.claims.kinds.event.arguments import described, unnamed_other, who
from communique.claims.kinds.event.company import beside, bystanders, company, hosts
from communique.claims.kinds.event.dates import event_when, next_year
from communique.claims.kinds.event.naming import ordinal_of, title_of
from communique.claims.kinds.event.sites import Site, predicate
from communique.claims.kinds.event.standing import Standing, finite, promised, standing, takes_up
from communique.claims.place import place_of
from communique.claims.reading import Reading
from communique.claims.referents import Referent, distinct
from communique.model.claim import Actor, Evidence, When
from communique.model.mention import Mention, MoneyMention, QuantityMention
from communique.model.terms import ActorRole, EventMode, EventStatus, EventType
from communique.vocab.claims.event import EventGrammar

_GATHERINGS = frozenset({EventMode.SUMMIT, EventMode.FORUM, EventMode.CONFERENCE})
_NAMED = _GATHERINGS | {EventMode.MEETING, EventMode.CONSULTATION, EventMode.NEGOTIATION}
_PAIR = 2
_REPLIES = frozenset({EventType.ACCUSE, EventType.REJECT})
_BACK = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})
_MEASURES = frozenset({EventType.SANCTION})
# A longer sentence is cut to the clause.
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Lore:
    """What the finder knows.

    Attributes:
        grammar: The acts and their words.
        states: Name of each state by code.
        one_party: Whether source and target may be of one party, as in strife within a state.
    """

    grammar: EventGrammar
    states: dict[str, str]
    one_party: bool = False


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
    when = _when(reading, lore, site)
    how = standing(reading, lore.grammar, site, when)
    if how is None or (act.told and how.status not in act.told):
        return None
    if act.finite and not finite(reading, site.head):
        return None
    if unnamed_other(reading, site) or _asked(reading, site.head) or _counted(reading, site):
        return None
    carrying = site.verb if site.verb is not None else site.head
    if when is None and promised(reading, lore.grammar, carrying):
        return None
    if when is not None and how.status is EventStatus.PLANNED:
        when = next_year(when, reading)
    cast = _completed(reading, site, _cast(reading, lore, site))
    cast = cast if lore.one_party else _settled(cast)
    given = not act.given or who(reading, lore.states, site, act.given)
    if not given or not _filled(lore, site, cast, when) or not _told(reading, lore, site, when):
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
        ordinal=ordinal_of(reading, noun, lore.grammar.words.ordinals)
        if noun is not None
        else None,
        attributed=attributed_to(reading, site.head),
        evidence=_evidence(reading, site),
    )


def _counted(reading: Reading, site: Site) -> bool:
    """Whether help is told with its amount: a commitment, which has its own kind."""
    tree = reading.tree
    if site.act.type not in {EventType.AID, EventType.SUPPORT} or site.verb is None:
        return False
    undergoer = tree.undergoer(site.verb)
    inside = tree.extent(undergoer) if undergoer is not None else tree.clause(site.verb)
    start, end = tree[inside[0]].start, tree[inside[-1]].end
    amounts: list[Mention] = [*reading.mentions(MoneyMention), *reading.mentions(QuantityMention)]
    return any(start <= m.start < end for m in amounts)


def _asked(reading: Reading, index: int) -> bool:
    """Whether the sentence is a question."""
    tree = reading.tree
    last = tree.sentence(index)[1] - 1
    return any(tree.lower(i) == "?" for i in range(max(index, last - 2), last + 1))


def _when(reading: Reading, lore: Lore, site: Site) -> When | None:
    """The date of a site: on the word itself, else on the verb that tells that it happens."""
    alone = site.noun == site.head and beside(reading, lore.grammar.words, site.head)
    own = event_when(reading, site.head, site.verb, own=alone)
    if own is not None or site.noun != site.head:
        return own
    happening = predicate(reading.tree, lore.grammar, site.head)
    return event_when(reading, happening, None) if happening is not None else None


def _cast(reading: Reading, lore: Lore, site: Site) -> Cast:
    """Who stands in each role, those that only a person fills without mere parties."""
    act, cast = site.act, {}
    for role in ActorRole:
        places = getattr(act, role.value)
        found = who(reading, lore.states, site, places)
        if role.value in act.people:
            posts = described(reading, site, places)
            found = tuple(r for r in found if r.person is not None or r in posts)
        if role.value in act.bodies:
            found = tuple(r for r in found if r.person is None)
        if "object" in act.people and role is ActorRole.PARTICIPANT:
            guests = who(reading, lore.states, site, ("object",))
            found = found if any(g.person is not None for g in guests) else ()
        cast[role] = found
    if site.noun == site.head and act.mode in _NAMED:
        _add_company(reading, lore, site, cast)
    return cast


def _completed(reading: Reading, site: Site, cast: Cast) -> Cast:
    """The cast of a measure, with whom only the document as a whole tells.

    What an own text says is imposed, in the passive, its authors impose; whom a measure hits may
    stand in the title alone ("Further Economic Costs on Russia").
    """
    act, verb = site.act, site.verb
    joint = act.type is EventType.AGREE and act.mode is not EventMode.SIGNING
    if joint and not any(cast.values()) and verb is not None:
        if reading.tree.passive(verb):
            return {**cast, ActorRole.PARTICIPANT: reading.referents.before(site.head)}
    if act.type is EventType.CONSULT and len(cast[ActorRole.PARTICIPANT]) == 1:
        alone = cast[ActorRole.PARTICIPANT][0].party
        bodies = {m.name for m in reading.organizations.values()}
        if alone is not None and alone.code is None and alone.name in bodies:
            return {**cast, ActorRole.PARTICIPANT: reading.referents.before(site.head)}
    if act.type in _REPLIES and verb is not None and _points_back(reading, verb):
        source, target = cast[ActorRole.SOURCE], cast[ActorRole.TARGET]
        if source and not target:
            return {**cast, ActorRole.TARGET: reading.referents.other(source, site.head)}
        return cast
    if act.type not in _MEASURES or act.nouns or verb is None or not finite(reading, verb):
        return cast
    source, target = cast[ActorRole.SOURCE], cast[ActorRole.TARGET]
    if not source and target:
        source = tuple(Referent(p) for p in reading.referents.authors)
    if not target and source:
        target = tuple(reading.referents.opposite(source))
    return {**cast, ActorRole.SOURCE: source, ActorRole.TARGET: target}


def _points_back(reading: Reading, verb: int) -> bool:
    """Whether the object of a verb is something told before: "the attack", "this claim"."""
    tree = reading.tree
    undergoer = tree.undergoer(verb)
    if undergoer is None:
        return tree.child(verb, "ccomp") is not None
    if tree[undergoer].tag in {"DT", "PRP"}:
        return True
    return any(tree.lower(i) in _BACK for i in tree.children(undergoer, "det", "poss"))


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
    sides = {r.party for r in (*there, *giving)}
    if len(sides) == 1 and (
        site.act.mode is EventMode.NEGOTIATION or who(reading, lore.states, site, ("with",))
    ):
        there.extend(Referent(party) for party in reading.referents.publisher)
    if len(sides) == 1 and _when(reading, lore, site) is not None:
        there.extend(bystanders(reading, site))
    if not sides and takes_up(reading, lore.grammar, site):
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
    doing = {r.party for r in cast[ActorRole.SOURCE] if r.party is not None}
    done_to = cast[ActorRole.TARGET]
    if any(r.party not in doing for r in done_to):
        cast = {**cast, ActorRole.TARGET: tuple(r for r in done_to if r.party not in doing)}
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
    return site.verb is not None or predicate(reading.tree, lore.grammar, site.head) is not None


def _filled(lore: Lore, site: Site, cast: Cast, when: When | None) -> bool:
    """Whether everybody is there whom the act needs."""
    for need in site.act.needs:
        if need == "dated":
            if when is None:
                return False
        elif need == "pair":
            if len({r.party or r.person for r in cast[ActorRole.PARTICIPANT]}) < _PAIR:
                return False
        elif need == "sides":
            if not _sides(lore, site, cast, when):
                return False
        elif need == "joint":
            if not cast[ActorRole.PARTICIPANT]:
                return False
        elif need == "either":
            if not cast[ActorRole.SOURCE] and not cast[ActorRole.TARGET]:
                return False
        elif not cast[ActorRole(need)]:
            return False
    return True


def _sides(lore: Lore, site: Site, cast: Cast, when: When | None) -> bool:
    everybody = [*cast[ActorRole.PARTICIPANT], *cast[ActorRole.HOST]]
    sides = {r.party or r.person for r in everybody}
    if len(sides) > 1:
        return True
    alone = next(iter(everybody), None)
    if alone is None or when is None:
        return False
    grouping = alone.party is not None and alone.party.code not in lore.states
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
