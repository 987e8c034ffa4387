"""One telling of an event: an act with its parties, date, place and standing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.claims.attribution import attributed_to
from communique.claims.grounding import LONGEST_QUOTE
from communique.claims.kinds.event.arguments import who
from communique.claims.kinds.event.casting import GATHERINGS, NAMED, Cast, cast_of
from communique.claims.kinds.event.company import measured, sat_for
from communique.claims.kinds.event.dates import next_year, not_ahead
from communique.claims.kinds.event.forms import form_of
from communique.claims.kinds.event.home import stays_at_home
from communique.claims.kinds.event.lasting import lasting
from communique.claims.kinds.event.lore import Lore
from communique.claims.kinds.event.naming import ordinal_of, title_of
from communique.claims.kinds.event.needs import filled
from communique.claims.kinds.event.occasion import site_when
from communique.claims.kinds.event.others import unnamed_other
from communique.claims.kinds.event.places import country_of, event_place
from communique.claims.kinds.event.sites import Site, predicate, sites
from communique.claims.kinds.event.standing import (
    THREATENED,
    Standing,
    awaited,
    finite,
    foretold,
    promised,
    standing,
    will_be,
)
from communique.claims.kinds.event.untold import untold
from communique.claims.kinds.event.welcomes import is_visit, visiting
from communique.claims.modality import is_question
from communique.claims.reading import Reading
from communique.claims.referents import Referent
from communique.model.claim import Actor, Evidence, Party, When
from communique.model.mention import Mention, MoneyMention, QuantityMention
from communique.model.terms import ActorRole, EventMode, EventStatus, EventType

# Acts that are commitments where an amount is told.
_COUNTED = frozenset({EventType.AID, EventType.SUPPORT, EventType.REQUEST})
# Acts that a document does itself by saying so.
_IN_PLAIN_WORDS = frozenset({EventType.ACCUSE, EventType.THREATEN})
# A longer sentence is cut to the clause.
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Sighting:
    """One telling of an event.

    `country` is the code of that of its place, where it is known; `apart` tells that it is one of
    several that a word tells at once.
    """

    site: Site
    type: EventType
    mode: EventMode | None
    actors: tuple[Actor, ...]
    when: When | None
    standing: Standing
    place: str | None
    country: str | None
    title: str | None
    ordinal: int | None
    attributed: str | None
    evidence: Evidence
    apart: bool = False

    @property
    def parties(self) -> frozenset[str]:
        """Names of the parties in it."""
        return frozenset(a.party.name for a in self.actors if a.party is not None)

    @property
    def people(self) -> frozenset[str]:
        """Names of the persons in it."""
        return frozenset(a.person.name for a in self.actors if a.person is not None)


def sightings(reading: Reading, lore: Lore) -> Iterator[Sighting]:
    """Every place where a document tells one of the acts, in text order."""
    for site in untold(reading.tree, list(sites(reading, lore.grammar))):
        sighting = sight(reading, lore, site)
        if sighting is not None:
            yield sighting


def sight(reading: Reading, lore: Lore, site: Site) -> Sighting | None:
    """What a site tells; None where who takes part is missing, or it is not told as a fact."""
    act = site.act
    when = lasting(reading, site, site_when(reading, lore, site))
    when = None if foretold(reading, site, when) else when
    how = standing(reading, lore.grammar, site, when)
    if how is not None and how.status is EventStatus.OCCURRED:
        when = not_ahead(reading, when, generic=act.generic)
    if how is None or not _counts(reading, lore, site, how, when):
        return None
    if act.type is EventType.THREATEN:
        # A threat of what will be done is made now.
        how = THREATENED
    if when is not None and how.status is EventStatus.PLANNED:
        when = next_year(when, reading)
    place = event_place(reading, site)
    cast = _given_at_home(reading, lore, site, cast_of(reading, lore, site), place)
    given = not act.given or who(reading, lore.states, site, act.given)
    if (
        not given
        or not filled(reading, lore, site, cast, when)
        or stays_at_home(reading, lore, site, cast)
        or not _told(reading, lore, site, cast, when)
    ):
        return None
    visit = is_visit(reading, lore, site, how)
    cast = visiting(reading, lore, site, cast) if visit else cast
    form = EventMode.VISIT if visit else form_of(reading, lore.grammar.words, site, place)
    noun = site.noun if site.noun == site.head and act.mode in NAMED else None
    ordinals = lore.grammar.words.ordinals
    return Sighting(
        site=site,
        type=act.type,
        mode=form,
        actors=_at_home(reading, site, cast, place),
        when=when,
        standing=how,
        place=place,
        country=country_of(reading, place) if place is not None else None,
        title=title_of(reading, noun) if noun is not None else None,
        ordinal=ordinal_of(reading, noun, ordinals) if noun is not None else None,
        attributed=attributed_to(reading, site.head),
        evidence=_evidence(reading, site),
    )


def _given_at_home(reading: Reading, lore: Lore, site: Site, cast: Cast, place: str | None) -> Cast:
    """With the state where a gathering takes place as its host, if nobody else is known."""
    nobody = site.noun == site.head and site.act.mode in GATHERINGS and not any(cast.values())
    home = country_of(reading, place) if nobody and place is not None else None
    if home is None or home not in lore.states:
        return cast
    return {**cast, ActorRole.HOST: (Referent(Party(lore.states[home], home)),)}


def _at_home(reading: Reading, site: Site, cast: Cast, place: str | None) -> tuple[Actor, ...]:
    """Those who take part; of a summit in one of their states, that state as its host."""
    gathering = site.act.mode in GATHERINGS and not cast[ActorRole.HOST]
    home = country_of(reading, place) if place is not None and gathering else None
    return tuple(
        r.actor(ActorRole.HOST if home and r.party and r.party.code == home else role)
        for role, found in cast.items()
        for r in found
    )


def _counts(reading: Reading, lore: Lore, site: Site, how: Standing, when: When | None) -> bool:
    """Whether the words around a site leave it an event."""
    act = site.act
    if act.told and how.status not in act.told:
        return False
    if act.finite and not _of_its_own(reading, lore, site):
        return False
    if act.type in _IN_PLAIN_WORDS and not _plainly_said(reading, site):
        return False
    if unnamed_other(reading, lore.states, site) or is_question(reading, site.head):
        return False
    if _counted(reading, site):
        return False
    carrying = site.verb if site.verb is not None else site.head
    return when is not None or not promised(reading, lore.grammar, carrying)


def _plainly_said(reading: Reading, site: Site) -> bool:
    """Whether blame or threat is said outright, not told of somebody in a clause beside."""
    threat = site.act.type is EventType.THREATEN and EventStatus.PLANNED in site.act.told
    blame = site.act.type is EventType.ACCUSE and site.act.source == ("authors",)
    clause = reading.tree[site.head].dep
    if (blame and clause in {"relcl", "advcl", "acl"}) or (threat and clause == "relcl"):
        return False
    return not threat or will_be(reading, site.head)


def _of_its_own(reading: Reading, lore: Lore, site: Site) -> bool:
    """Whether a verb has tense, or is what somebody undertakes: "committed to providing help"."""
    undertaken = site.noun != site.head and awaited(reading, lore.grammar, site.head)
    return undertaken or finite(reading, site.head)


def _counted(reading: Reading, site: Site) -> bool:
    """Whether help is told with its amount: a commitment, which has its own kind."""
    tree = reading.tree
    exchange = site.act.type is EventType.COOPERATE and bool(site.act.source)
    trade = exchange and site.act.objects is None
    if not (trade or site.act.type in _COUNTED):
        return False
    if site.verb is None:
        return _in_reach(reading, tree.extent(site.head), site)
    undergoer = tree.undergoer(site.verb)
    whole = undergoer is None or site.act.type is EventType.REQUEST
    inside = tree.clause(site.verb) if undergoer is None or whole else tree.extent(undergoer)
    return _in_reach(reading, inside, site) or _paid_for(reading, site)


def _paid_for(reading: Reading, site: Site) -> bool:
    """Whether a verb only tells what money is for: "committed 5 million to support Peru"."""
    tree, verb = reading.tree, site.verb
    if verb is None or "to" not in tree.auxiliaries(verb) or not tree.is_verb(tree[verb].head):
        return False
    given = tree.child(tree[verb].head, "dobj")
    told = tree.extent(given) if given is not None and given < verb else range(0)
    return bool(told) and any(
        tree[told[0]].start <= m.start < tree[verb].start and m.end <= tree[verb].start
        for m in reading.mentions(MoneyMention)
        if m.start < tree[told[-1]].end
    )


def _in_reach(reading: Reading, inside: range, site: Site) -> bool:
    """Whether an amount stands among some words."""
    tree = reading.tree
    start, end = tree[inside[0]].start, tree[inside[-1]].end
    amounts: list[Mention] = list(reading.mentions(MoneyMention))
    if site.act.type is not EventType.REQUEST:
        # What is asked may well name a number: "urged Chad to free the two sailors".
        amounts.extend(reading.mentions(QuantityMention))
    return any(start <= m.start < end for m in amounts)


def _told(reading: Reading, lore: Lore, site: Site, cast: Cast, when: When | None) -> bool:
    """Whether talks are told as such rather than named in passing: with a date, verb or company."""
    if site.noun != site.head or site.act.mode not in NAMED or when is not None:
        return True
    if site.verb is not None or predicate(reading.tree, lore.grammar, site.head) is not None:
        return True
    there = {r.party for r in cast[ActorRole.PARTICIPANT]}
    if sat_for(reading, site.head) and len(there) > 1:
        return True
    named = not any(reading.tree.is_verb(i) for i in reading.tree.phrase(site.head))
    sides = who(reading, lore.states, site, ("modifier",)) if named else ()
    if site.act.mode is EventMode.SUMMIT and len(sides) > 1:
        # "They praised the Chile-Peru Summit"; a forum may be a body.
        return True
    # "Support for a dialogue with Chad" and "in consultation with" tell of no meeting.
    # What took "a year of negotiations" was held.
    met = site.act.mode is EventMode.MEETING or measured(reading, site.head)
    between = reading.tree.after(site.head, "between") or who(reading, lore.states, site, ("with",))
    return met and bool(between)


def _evidence(reading: Reading, site: Site) -> Evidence:
    """The sentence that tells it, or its clause where that is long."""
    tree = reading.tree
    sentence = tree.sentence(site.head)
    whole = reading.quote(range(sentence[0], sentence[1]))
    if len(whole.exact) <= _LONGEST:
        return whole
    clause = reading.quote(tree.clause(tree.clause_head(site.head)))
    return clause if len(clause.exact) <= LONGEST_QUOTE else reading.telling(site.head)
