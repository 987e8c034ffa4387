"""Who plays what part in an act: from its own words, then from what is told around it."""

from __future__ import annotations

from communique.claims.kinds.event.arguments import described, taken_up, who
from communique.claims.kinds.event.company import attended, bystanders, company, hosts
from communique.claims.kinds.event.errands import sent_to
from communique.claims.kinds.event.here import guest, home, told_here
from communique.claims.kinds.event.lore import Lore
from communique.claims.kinds.event.occasion import site_when
from communique.claims.kinds.event.parties_near import inviting
from communique.claims.kinds.event.sites import Site
from communique.claims.kinds.event.standing import finite, takes_up
from communique.claims.reading import Reading
from communique.claims.referents import Referent, distinct
from communique.model.terms import ActorRole, EventMode, EventType

#: Gatherings that have a host; in a meeting everybody is a participant.
GATHERINGS = frozenset({EventMode.SUMMIT, EventMode.FORUM, EventMode.CONFERENCE})
#: Forms of talks that may bear a name and a number.
NAMED = GATHERINGS | {EventMode.MEETING, EventMode.CONSULTATION, EventMode.NEGOTIATION}
_BILATERAL = frozenset({EventMode.MEETING, EventMode.CONSULTATION, EventMode.NEGOTIATION})
_PAIR = 2
_SHARED = frozenset(
    {"joint", "bilateral", "trilateral", "quadrilateral", "common", "mutual", "shared"}
)
# Words that tell how many sides a gathering has.
_AMONG = frozenset({"bilateral", "trilateral", "tripartite", "quadrilateral", "binational"})
_REPLIES = frozenset({EventType.ACCUSE, EventType.REJECT})
_DOMESTIC = frozenset({EventType.PROTEST, EventType.COERCE})
_MOVING = frozenset({EventType.AID, EventType.MOBILIZE})
# Nouns that are a measure against somebody whatever the verb.
_OUTRIGHT = "restriction"
# What is stopped is the other side's where the text takes it up: "stopped the imports".
_STOPPED = "tie"
# Visits that governments invite to.
_OFFICIAL = frozenset({"state", "official", "working"})
# Verbs whose object is there beside their subject: "joined the delegations for talks".
_JOINING = frozenset({"join", "welcome", "host", "convene", "gather", "invite", "bring", "receive"})
_BACK = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})

#: Who stands in each role.
Cast = dict[ActorRole, tuple[Referent, ...]]


def cast_of(reading: Reading, lore: Lore, site: Site) -> Cast:
    """Who stands in each role of an act."""
    cast = _completed(reading, lore, site, _cast(reading, lore, site))
    cast = _moved(reading, lore, site, cast)
    return _at_home(site, cast) if lore.one_party else _settled(cast)


def _moved(reading: Reading, lore: Lore, site: Site, cast: Cast) -> Cast:
    """Whose arms and help "were flown to Chad", where nobody is told to have done so."""
    unknown = site.act.type in _MOVING and site.verb is not None and not cast[ActorRole.SOURCE]
    if not unknown or not reading.tree.passive(site.verb or 0):
        return cast
    owners = who(reading, lore.states, site, ("from", "inside"))
    source = tuple(r for r in owners if r not in cast[ActorRole.TARGET])
    return {**cast, ActorRole.SOURCE: source}


def _at_home(site: Site, cast: Cast) -> Cast:
    """The own state as the other side of crowds and curfews, where no other is told."""
    if site.act.type not in _DOMESTIC or cast[ActorRole.TARGET]:
        return cast
    own = (Referent(r.party) for r in cast[ActorRole.SOURCE] if r.party is not None)
    return {**cast, ActorRole.TARGET: distinct(own)}


def _cast(reading: Reading, lore: Lore, site: Site) -> Cast:
    """Who stands in each role, those that only a person fills without mere parties."""
    act, cast = site.act, {}
    for role in ActorRole:
        places = getattr(act, role.value)
        found = who(reading, lore.states, site, places)
        if role.value in act.people:
            posts = described(reading, lore.grammar.words, site, places)
            found = tuple(r for r in found if r.person is not None or r in posts)
        if role.value in act.bodies:
            found = tuple(r for r in found if r.person is None)
        if role.value in act.unions:
            found = tuple(r for r in found if r.party and r.party.code not in lore.states)
        if "object" in act.people and role is ActorRole.PARTICIPANT:
            guests = who(reading, lore.states, site, ("object",))
            posts = described(reading, lore.grammar.words, site, ("object",))
            found = found if any(g.person is not None or g in posts for g in guests) else ()
        cast[role] = found
    if act.mode is EventMode.SIGNING:
        there = (*cast[ActorRole.PARTICIPANT], *bystanders(reading, site))
        cast[ActorRole.PARTICIPANT] = distinct(r for r in there if r.person is not None)
    if site.noun == site.head and (act.mode in NAMED or act.mode is EventMode.CALL):
        _add_company(reading, lore, site, cast)
    return cast


def _completed(reading: Reading, lore: Lore, site: Site, cast: Cast) -> Cast:
    """The cast of an act, with whom only the document as a whole tells."""
    act, verb = site.act, site.verb
    if act.mode is EventMode.VISIT:
        if not cast[ActorRole.HOST]:
            cast = {**cast, ActorRole.HOST: sent_to(reading, lore, site)}
        cast = _parted(_visiting_here(reading, lore, site, cast))
        return _hosted_here(reading, site, _invited_by(reading, site, cast))
    if act.type is EventType.CONSULT:
        return _for_a_body(reading, site, cast)
    if act.nouns:
        return _put_to(reading, site, cast)
    return cast if verb is None else _of_deed(reading, lore, site, verb, cast)


def _put_to(reading: Reading, site: Site, cast: Cast) -> Cast:
    """Whom "its demand that it be withdrawn" is put to; "its call for peace" is put to all."""
    back = site.act.back and reading.tree.child(site.head, "acl", "ccomp") is not None
    return _replying(reading, site, cast) if back else cast


def _of_deed(reading: Reading, lore: Lore, site: Site, verb: int, cast: Cast) -> Cast:
    """The cast of what a verb tells, with whom only the document as a whole tells."""
    act = site.act
    joint = act.type is EventType.AGREE and act.mode is not EventMode.SIGNING
    if joint and not any(cast.values()) and reading.tree.passive(verb):
        return {**cast, ActorRole.PARTICIPANT: reading.referents.before(site.head)}
    if act.type is EventType.COOPERATE and _joint(reading, site):
        return _together(reading, site, cast)
    cast = cast if lore.one_party else _turned(reading, site, cast)
    if act.type is EventType.REQUEST:
        cast = _abroad(_alone(cast) if "head" in act.target else cast)
    replies = act.type in _REPLIES and "authors" not in act.source
    if act.back or (replies and _points_back(reading, verb)):
        return _replying(reading, site, cast)
    several = len(act.target) > 1
    if act.type is EventType.SANCTION and several and finite(reading, verb):
        return _measured(reading, site, verb, cast)
    return cast


def _visiting_here(reading: Reading, lore: Lore, site: Site, cast: Cast) -> Cast:
    """A visit to the document's own state: "was here on Monday", "the visiting president"."""
    visitor = guest(reading, site)
    if visitor is not None:
        cast = {**cast, ActorRole.SOURCE: reading.referents.of(visitor), ActorRole.HOST: ()}
    if cast[ActorRole.HOST] or (visitor is None and not told_here(reading, site)):
        return cast
    own = home(reading, lore)
    abroad = own is not None and all(r.party != own.party for r in cast[ActorRole.SOURCE])
    return {**cast, ActorRole.HOST: (own,)} if own is not None and abroad else cast


def _parted(cast: Cast) -> Cast:
    """Without persons of the visited state among the travellers: the parse adds who invites."""
    there = {r.party for r in cast[ActorRole.HOST] if r.party is not None}
    own = tuple(r for r in cast[ActorRole.SOURCE] if r.party in there)
    guests = tuple(r for r in cast[ActorRole.SOURCE] if r not in own)
    if not own or not guests or any(r.person is None for r in (*own, *guests)):
        return cast
    hosts = distinct((*own, *cast[ActorRole.HOST]))
    return {**cast, ActorRole.SOURCE: guests, ActorRole.HOST: hosts}


def _invited_by(reading: Reading, site: Site, cast: Cast) -> Cast:
    """With who invites as the host, if the invitation is of the side that is visited."""
    there = cast[ActorRole.HOST]
    people = [r for r in inviting(reading, site) if r.person is not None]
    known = {r.party for r in there if r.party is not None}
    added = [r for r in people if not known or r.party in known]
    traveller = {r.party for r in cast[ActorRole.SOURCE] if r.party is not None}
    added = [r for r in added if r.party not in traveller]
    return {**cast, ActorRole.HOST: distinct((*added, *there))}


def _hosted_here(reading: Reading, site: Site, cast: Cast) -> Cast:
    """The publisher as the host of an official visit that is told without one."""
    source = cast[ActorRole.SOURCE]
    if site.noun != site.head or cast[ActorRole.HOST] or not any(r.person for r in source):
        return cast
    tree = reading.tree
    told = {tree.lower(i) for i in tree.children(site.head, "amod", "compound")}
    ours = reading.referents.publisher
    if not told & _OFFICIAL or {r.party for r in source} & {*ours, None}:
        return cast
    return {**cast, ActorRole.HOST: tuple(Referent(party) for party in ours[:1])}


def _joint(reading: Reading, site: Site) -> bool:
    """Whether the object of an act belongs to several: "a bilateral task force"."""
    if site.noun is None or not site.act.participant:
        return False
    tree = reading.tree
    return any(tree.lower(i) in _SHARED for i in tree.children(site.noun, "amod", "compound"))


def _together(reading: Reading, site: Site, cast: Cast) -> Cast:
    """The parties told before, where those who set up something joint are not all told."""
    there = cast[ActorRole.PARTICIPANT]
    told = reading.referents.before(site.head)
    if len({r.party for r in there}) > 1 or not {r.party for r in there} <= {r.party for r in told}:
        return cast
    return {**cast, ActorRole.PARTICIPANT: distinct((*there, *told))}


def _turned(reading: Reading, site: Site, cast: Cast) -> Cast:
    """Without a target that only a word such as "it" gives, where it is the source.

    In "the Fund urged the government to save" the government is none of the Fund's.
    """
    source, target = cast[ActorRole.SOURCE], cast[ActorRole.TARGET]
    own = {r.party for r in source if r.party is not None}
    if not target or site.act.denied or not {r.party for r in target} <= own:
        return cast
    if not taken_up(reading, site, site.act.target):
        return cast
    return {**cast, ActorRole.TARGET: reading.referents.other(source, site.head)}


def _alone(cast: Cast) -> Cast:
    """Nobody asked where who speaks shares the duty: "Chad and Niger must work together"."""
    own = {r.party for r in cast[ActorRole.SOURCE] if r.party is not None}
    shared = any(r.party in own for r in cast[ActorRole.TARGET])
    return {**cast, ActorRole.TARGET: ()} if shared else cast


def _abroad(cast: Cast) -> Cast:
    """Without persons of the source's own side: "I have asked our secretary to look into it"."""
    own = {r.party for r in cast[ActorRole.SOURCE] if r.party is not None}
    asked = tuple(r for r in cast[ActorRole.TARGET] if r.party not in own)
    return {**cast, ActorRole.TARGET: asked}


def _for_a_body(reading: Reading, site: Site, cast: Cast) -> Cast:
    """The parties that a joint body without a code belongs to: "the Steering Group met"."""
    there = _of_joint_bodies(reading, cast[ActorRole.PARTICIPANT])
    cast = {**cast, ActorRole.PARTICIPANT: there}
    if len(there) != 1 or there[0].party is None or there[0].party.code is not None:
        return cast
    if there[0].party.name not in {m.name for m in reading.organizations.values()}:
        return cast
    return {**cast, ActorRole.PARTICIPANT: reading.referents.before(site.head)}


def _of_joint_bodies(reading: Reading, there: tuple[Referent, ...]) -> tuple[Referent, ...]:
    """Those there, a body named by two parties as these: "the Chile-Peru Business Council"."""
    sides: list[Referent] = []
    for one in there:
        named = _named_by(reading, one.party.name) if one.party and not one.person else ()
        sides.extend(named if len(named) > 1 else [one])
    return distinct(sides)


def _named_by(reading: Reading, body: str) -> tuple[Referent, ...]:
    """The parties before the name of a body that is none of the vocabulary's."""
    tree = reading.tree
    for index, mention in reading.organizations.items():
        if mention.name != body or index != reading.head(mention):
            continue
        before = [i for i in tree.phrase(index) if i in reading.parties and i <= index]
        return distinct(r for i in before for r in reading.referents.of(i) if r.party)
    return ()


def _replying(reading: Reading, site: Site, cast: Cast) -> Cast:
    """Whom "rejected the claim" is directed at: the other party told last.

    A report of what is asked of somebody may tell whom in its title only.
    """
    source = cast[ActorRole.SOURCE]
    if not source or cast[ActorRole.TARGET]:
        return cast
    told = reading.referents.other(source, site.head)
    if not told and site.act.type is EventType.REQUEST:
        titled = reading.referents.opposite(source)
        told = tuple(r for r in titled if r.party is not None and r.party.code is not None)
    return {**cast, ActorRole.TARGET: told}


def _measured(reading: Reading, site: Site, verb: int, cast: Cast) -> Cast:
    """What an own text says is imposed, its authors impose; whom it hits the title may tell."""
    source, target = cast[ActorRole.SOURCE], cast[ActorRole.TARGET]
    if not source and target:
        source = tuple(Referent(p) for p in reading.referents.authors)
    elif not source and site.act.objects == _OUTRIGHT and reading.tree.subject(verb) is not None:
        source = tuple(Referent(p) for p in reading.referents.publisher)
    if not target and source:
        target = reading.referents.opposite(source) or _ours(reading, source)
    if not target and source and site.act.objects == _STOPPED and _points_back(reading, verb):
        target = reading.referents.other(source, site.head)
    return {**cast, ActorRole.SOURCE: source, ActorRole.TARGET: target}


def _ours(reading: Reading, source: tuple[Referent, ...]) -> tuple[Referent, ...]:
    """Who publishes a text that tells of another's measure: "the tariffs that it has announced"."""
    told = {r.party for r in source}
    if told & {*reading.referents.authors}:
        return ()
    return tuple(Referent(party) for party in reading.referents.publisher)


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
    role = ActorRole.HOST if site.act.mode in GATHERINGS else ActorRole.PARTICIPANT
    cast[role] = distinct((*cast[role], *giving))
    there = [r for r in cast[ActorRole.PARTICIPANT] if r not in cast[ActorRole.HOST]]
    there.extend(company(reading, words, site))
    sides = {r.party for r in (*there, *giving)}
    if len(sides) == 1 and (
        site.act.mode is EventMode.NEGOTIATION or who(reading, lore.states, site, ("with",))
    ):
        there.extend(Referent(party) for party in reading.referents.publisher)
    dated = site_when(reading, lore, site) is not None
    if dated and (len(sides) == 1 or (not sides and attended(reading, site))):
        there.extend(bystanders(reading, site))
    if site.verb is not None and reading.tree[site.verb].lemma in _JOINING:
        there.extend(who(reading, lore.states, site, ("object",)))
    if not sides and _of_authors(reading, lore, site):
        there.extend(Referent(party) for party in reading.referents.authors)
    elif not sides and (
        takes_up(reading, lore.grammar, site)
        or _shared_by(reading, site)
        or (dated and _definite(reading, site))
    ):
        there.extend(reading.referents.before(site.head))
    cast[ActorRole.PARTICIPANT] = distinct(there)


def _definite(reading: Reading, site: Site) -> bool:
    """Whether talks are known ones with a name: "the Strategic Dialogue held last month"."""
    tree = reading.tree
    the = any(tree.lower(i) == "the" for i in tree.children(site.head, "det"))
    named = tree[site.head].tag == "NNP" and bool(tree.children(site.head, "compound", "amod"))
    return site.act.mode in _BILATERAL and the and named


def _shared_by(reading: Reading, site: Site) -> bool:
    """Whether a gathering is told to be of those who were named: "the first trilateral meeting"."""
    tree = reading.tree
    beside = {tree.lower(i) for i in tree.phrase(site.head) if i < site.head}
    return bool(beside & _AMONG)


def _of_authors(reading: Reading, lore: Lore, site: Site) -> bool:
    """Whether dated talks without parties in a text of two are theirs: "the May dialogue"."""
    tree, title = reading.tree, reading.document.title or ""
    own = len(reading.referents.authors) == _PAIR and site.act.mode in _BILATERAL
    named = tree.child(site.head, "amod", "compound") is not None
    return own and named and "joint" in title.lower() and site_when(reading, lore, site) is not None


def _gives(lore: Lore, reading: Reading, site: Site) -> bool:
    """Whether the subject of the carrying verb gives the gathering: "hosted a summit"."""
    verb = site.verb
    if verb is None or site.noun != site.head or site.act.mode not in GATHERINGS:
        return False
    return reading.tree[verb].lemma in lore.grammar.words.giving


def _settled(cast: Cast) -> Cast:
    """Nobody in two roles, and no party beside its own person."""
    doing = {r.party for r in cast[ActorRole.SOURCE] if r.party is not None}
    done_to = cast[ActorRole.TARGET]
    if any(r.party not in doing for r in done_to):
        cast = {**cast, ActorRole.TARGET: tuple(r for r in done_to if r.party not in doing)}
    taken: set[Referent] = set()
    settled: Cast = {}
    for role in (ActorRole.SOURCE, ActorRole.HOST, ActorRole.TARGET, ActorRole.PARTICIPANT):
        parties = {r.party for r in taken if r.party is not None}
        parties |= {r.party for r in cast[role] if r.person is not None and r.party is not None}
        settled[role] = tuple(
            r
            for r in cast[role]
            if r not in taken and (r.person is not None or r.party not in parties)
        )
        taken.update(settled[role])
    return settled
