"""Who stands in the places of an act."""

from __future__ import annotations

from collections.abc import Iterator

from communique.claims.kinds.event.clauses import (
    issuer,
    left_of,
    of_clause,
    of_condition,
    sayer,
    teller,
    undertaking,
)
from communique.claims.kinds.event.deeds import owners
from communique.claims.kinds.event.inside import FORCE, inside, phrases
from communique.claims.kinds.event.objects import held_in
from communique.claims.kinds.event.others import other_side
from communique.claims.kinds.event.parties_near import (
    having_chance,
    invited,
    late_object,
    leaders,
)
from communique.claims.kinds.event.peoples import joint_body, nationals
from communique.claims.kinds.event.reach import behind, done_above
from communique.claims.kinds.event.seats import (
    doers,
    named_below,
    of_places,
    seats,
)
from communique.claims.kinds.event.sites import Site
from communique.claims.reading import Reading
from communique.claims.referents import Referent, distinct
from communique.model.claim import Party
from communique.model.terms import EventMode, EventType
from communique.vocab.claims.event import PREPOSITIONS, EventWords

# Prepositions that are looked for beyond the parse, and how far, in words.
_FAR = frozenset({"with", "to", "between"})
# Acts whose other side may stand far behind them.
_WIDE = frozenset({EventType.CONSULT, EventType.AID})
# What has another state behind it, which is not there: "drills near the border with Chad".
_BORDERS = frozenset({"border", "frontier", "boundary"})
# Where a place stands for the state that it lies in, and where a capital stands for its government
# though the words around are those of a place: "called on Lima", "demanded that Lima".
_PLACED = frozenset({"in", "to", "into", "object", "for"})
_ADDRESSED = frozenset(
    {"on", "upon", "against", "clause", "from", "over", "near", "towards", "toward"}
)
# Where a capital stands for its government in talks: "Warsaw and Seoul resumed talks".
_GOVERNING = frozenset({"subject", "doer", "between"})
# Where people and bodies stand that meet.
_MEETING = frozenset({"subject", "doer", "with", "between", "among", "of", "poss"})
# Adverbs that the parse hangs what follows on: "came back from", "flew over to".
_WAYS = frozenset({"out", "back", "over", "down", "home"})
# Further verbs before what somebody says must be done.
_SPEAKING = frozenset({"agree", "reiterate", "repeat"})
# "Reaffirmed its commitment to support", "welcomed its decision to join" only say so again.
_SAID_AGAIN = frozenset({EventType.SUPPORT, EventType.COOPERATE})
# What is taken to some end.
_STEPS = frozenset({"step", "action", "measure"})
# Places where lists of persons stand, what ends such a list, and how a broken member may hang.
_LISTS = frozenset({"subject", "doer", "object", "with", "between", "among"})
_LIST_ENDS = frozenset({"to", "with", "that", "which", "who", "where", "when", "as", "for", "at"})
# What is welcomed and no guest: "welcomed Italy's presidency", "welcome all nations to join".
_NO_GUESTS = frozenset({"leadership", "presidency", "chairmanship", "membership", "nation"})
# Bodies that go to places themselves.
_TRAVELLING = frozenset({"delegation", "spokesperson", "spokesman", "spokeswoman", "side"})
_LISTED = frozenset({"conj", "appos", "nsubj", "dobj", "pobj", "nsubjpass", "dep", "ROOT"})


def who(
    reading: Reading, states: dict[str, str], site: Site, places: tuple[str, ...]
) -> tuple[Referent, ...]:
    """Whom the phrases in some places of an act mean, without repetition.

    Args:
        reading: The document.
        states: Name of each state by code, to know whom a visited town belongs to.
        site: The act.
        places: Names of places, as in the vocabulary.
    """
    found: list[Referent] = []
    for place in places:
        found.extend(_at(reading, states, site, place))
    return distinct(found)


def described(
    reading: Reading, words: EventWords, site: Site, places: tuple[str, ...]
) -> tuple[Referent, ...]:
    """Those in some places who are told by a post or the like: "the Somali head of state".

    A government is no guest: "welcomed the new government"; citizens abroad are on no visit.
    """
    tree = reading.tree
    things = reading.knowledge.referents.institutions - _TRAVELLING | words.populace | _NO_GUESTS
    heads = [h for place in places for h in _heads(reading, site, place)]
    heads = [h for h in heads if tree[h].lemma.lower() not in things]
    nouns = [h for h in heads if h not in reading.parties and tree[h].tag.startswith("NN")]
    return distinct(r for h in nouns for r in reading.referents.of(h))


def taken_up(reading: Reading, site: Site, places: tuple[str, ...]) -> bool:
    """Whether those in some places are told by words alone, as "it" or "the government"."""
    named = (reading.parties, reading.people, reading.organizations, reading.places)
    heads = {h for place in places for h in _heads(reading, site, place)}
    if "inside" in places:
        heads.update(i for root in phrases(reading, site) for i in reading.tree.below(root))
    return bool(heads) and not any(h in names for h in heads for names in named)


def _at(reading: Reading, states: dict[str, str], site: Site, place: str) -> Iterator[Referent]:
    referents = reading.referents
    if place == "authors":
        yield from _speakers(reading, site)
    elif place == "inside":
        yield from inside(reading, states, site)
    elif place == "within":
        yield from doers(reading, phrases(reading, site))
    elif place == "modifier":
        yield from _modifiers(reading, site)
    else:
        for head in _heads(reading, site, place):
            meant = referents.of(head)
            yield from meant
            yield from leaders(reading, head)
            if meant and place in _LISTS:
                yield from _run_on(reading, head)
            elif not meant:
                yield from _placed(reading, states, site, place, head)
                yield from other_side(reading, states, site, place, head)


def _placed(
    reading: Reading, states: dict[str, str], site: Site, place: str, head: int
) -> Iterator[Referent]:
    """Whom the phrase in a place means that names no party: its owners, the state of a place."""
    if place == "head" or _of_force(site, place):
        yield from owners(reading, head, accused=site.act.type is EventType.ACCUSE)
    elif site.act.type is EventType.CONSULT and (met := _unnamed(reading, site, place, head)):
        yield from met
    elif place in _PLACED:
        helped = site.act.type is EventType.AID and place in {"to", "for"}
        # "Led a delegation to a conference in Oslo".
        venues = reading.tree.after(head, "in") if site.act.mode is EventMode.VISIT else []
        there = [r for h in (head, *venues) for r in of_places(reading, states, h)]
        yield from there or (named_below(reading, head) if helped else ())
    elif place in _ADDRESSED and site.act.type is not EventType.CONSULT:
        yield from seats(reading, head) or of_places(reading, states, head)


def _unnamed(reading: Reading, site: Site, place: str, head: int) -> list[Referent]:
    """Who takes part in talks and is told by a capital, a trade or a body that several have."""
    capitals = seats(reading, head) if place in _GOVERNING else []
    if capitals or place not in _MEETING or site.act.mode is EventMode.VISIT:
        return capitals
    people = [r for i in reading.tree.conjuncts(head) for r in nationals(reading, i)]
    return people or list(joint_body(reading, head))


def _of_force(site: Site, place: str) -> bool:
    """Whether a thing that acts does so for whose it is: "two Russian MiG-31s entered"."""
    return place in {"subject", "doer"} and site.act.type in FORCE


def _speakers(reading: Reading, site: Site) -> Iterator[Referent]:
    """Who says what the clause of an act says: whom the sentence names, else the authors."""
    tree, voices = reading.tree, reading.knowledge.voices
    for above in tree.ancestors(site.head):
        if tree.is_verb(above) and tree[above].lemma in voices.saying | _SPEAKING:
            yield from reading.referents.of(tree.subject(above))
            return
    yield from (Referent(party) for party in reading.referents.authors)


def _run_on(reading: Reading, head: int) -> Iterator[Referent]:
    """Further persons of a list that the parse has broken: up to the next verb."""
    tree = reading.tree
    if head not in reading.people:
        return
    for index in range(head + 1, tree.sentence(head)[1]):
        token = tree[index]
        if token.tag.startswith("VB") or token.text.lower() in _LIST_ENDS:
            return
        if index in reading.people and token.dep in _LISTED:
            yield from reading.referents.of(index)


def _heads(reading: Reading, site: Site, place: str) -> Iterator[int]:
    """Heads of the phrases in one place."""
    tree, verb, noun = reading.tree, site.verb, site.noun
    found: list[int | None] = []
    if place in {"subject", "doer"}:
        guest, _ = invited(reading, verb) if verb is not None else (None, False)
        found.append(guest if guest is not None else _doer(reading, site))
        if verb is not None and not tree.passive(verb) and not reading.referents.of(found[0]):
            found.extend((left_of(reading, verb), sayer(reading, verb, found[0])))
            found.extend((issuer(reading, found[0]), teller(reading, verb)))
    elif place == "object" and verb is not None:
        found.extend((tree.undergoer(verb), late_object(reading, verb)))
        found.extend(tree.children(verb, "dative"))
    elif place == "clause":
        threat = site.act.type is EventType.THREATEN
        found.extend(of_clause(reading, site.head))
        found.extend(of_condition(reading, site.head) if threat else ())
    elif place == "head" and verb is not None:
        subject = tree.subject(verb)
        found.append(subject if _names_somebody(reading, subject) else None)
    elif place == "poss" and noun is not None:
        found.append(_owner(reading, noun))
    elif place in PREPOSITIONS:
        for governor in dict.fromkeys(_governors(reading, site, place)):
            found.extend(i for i in _after(reading, governor, place) if not tree.is_verb(i))
        far = _FAR - {"to"} if _stays(site) else _FAR
        if not found and place in far and site.act.type in _WIDE:
            giving = site.act.type is EventType.AID or site.act.mode is EventMode.VISIT
            found.append(behind(reading, site.head, place, far=giving))
    yield from dict.fromkeys(i for i in found if i is not None)


def _names_somebody(reading: Reading, head: int | None) -> bool:
    """Whether a phrase has a name in it: "the Malian side must", not "leaders must"."""
    named = (reading.parties, reading.people, reading.organizations)
    phrase = reading.tree.phrase(head) if head is not None else ()
    return any(i in names for i in phrase for names in named)


def _owner(reading: Reading, noun: int) -> int | None:
    """Whose a noun is; a pronoun at the head of a sentence may be whom its verb tells next."""
    tree = reading.tree
    owner = tree.child(noun, "poss")
    if owner is None and tree[noun].dep == "appos" and tree[noun].head in reading.times:
        # "Their April 2, 2024, telephone call".
        owner = tree.child(tree[noun].head, "poss")
    if owner is None or not tree[owner].tag.startswith("PRP") or reading.referents.of(owner):
        return owner
    verb = next((i for i in tree.ancestors(noun) if tree.is_verb(i)), None)
    subject = tree.subject(verb) if verb is not None else None
    return subject if subject is not None and owner < subject else owner


def _governors(reading: Reading, site: Site, place: str) -> Iterator[int]:
    """The words of an act that prepositions hang on; what is asked for tells from whom."""
    if place == "by" and done_above(reading, site.head):
        return
    if site.noun is not None:
        yield site.noun
        yield from held_in(reading.tree, site.noun)
        if site.act.nouns and site.act.objects is not None:
            # "The creation of a council by Peru": the parse hangs "by" on the council.
            yield from reading.tree.after(site.noun, "of")
    if site.verb is not None:
        yield site.verb
        undergoer = reading.tree.undergoer(site.verb)
        if site.act.type is EventType.REQUEST and site.noun is None and undergoer is not None:
            yield undergoer


def _stays(site: Site) -> bool:
    """Whether an act goes nowhere, so that "to" tells no receiver: a meeting."""
    return site.act.type is EventType.CONSULT and site.act.mode is not EventMode.VISIT


def _doer(reading: Reading, site: Site) -> int | None:
    tree, verb = reading.tree, site.verb
    if verb is None:
        return None
    if site.noun == site.head and tree.passive(verb):
        agent = tree.child(verb, "agent")
        return tree.child(agent, "pobj") if agent is not None else None
    had = having_chance(reading, verb)
    if had is not None:
        return tree.doers(had)
    doer = tree.doers(verb)
    if doer is None or tree[verb].dep not in {"acl", "xcomp"}:
        return doer
    if tree[doer].lemma in _STEPS and tree[verb].dep == "xcomp":
        # Who "takes steps to hold" somebody to account, not the steps.
        return tree.subject(tree[verb].head)
    plan = tree[doer].lemma in reading.knowledge.voices.planning_nouns
    plan = plan and site.act.type not in _SAID_AGAIN
    return undertaking(reading, doer) if plan and tree[verb].dep == "acl" else doer


def _after(reading: Reading, governor: int, preposition: str) -> Iterator[int]:
    """Phrases that a preposition binds to a token, also behind its times, places and objects."""
    tree = reading.tree
    yield from tree.after(governor, preposition)
    for child in tree.children(governor, "acomp"):
        yield from tree.after(child, preposition)
    for child in tree.children(governor, "prep", "npadvmod", "dobj", "advmod", "attr"):
        below = tree.children(child, "pobj") if tree[child].dep == "prep" else [child]
        for head in below:
            near = tree[head].lemma in _BORDERS
            joint = preposition == "with" and not near
            loose = head in reading.times or head in reading.places or joint
            if loose and tree[head].dep != "dobj" and preposition != "of":
                yield from tree.after(head, preposition)
    for child in tree.children(governor, "prep", "advmod", "prt"):
        if tree.lower(child) in _WAYS:
            yield from tree.after(child, preposition)


def _name_start(reading: Reading, noun: int) -> int:
    """Where the phrase of a noun begins, also where "of" in a party's name has cut it in two.

    In "the Chile-Republic of Malta Dialogue" the parse hangs "Malta Dialogue" on "Republic".
    """
    tree, text = reading.tree, reading.document.text
    first = tree[tree.phrase(noun)[0]].start
    named = [m for m in reading.named.mentions if m.kind == "party"]
    for mention in reversed(named):
        inside = mention.start < first < mention.end
        before = mention.end < first and text[mention.end : first].strip() in {"-", "–", "/"}
        if inside or before:
            first = mention.start
    return first


def _modifiers(reading: Reading, site: Site) -> Iterator[Referent]:
    """Parties that stand before a noun in its phrase: "the Kazakh-Chinese round table"."""
    if site.noun is None:
        return
    tree = reading.tree
    first, last = _name_start(reading, site.noun), tree[site.noun].start
    for mention in reading.named.mentions:
        if mention.kind == "party" and first <= mention.start and mention.end <= last:
            index = tree.at(mention.start)
            if index is not None and tree[index].dep != "poss":
                yield Referent(Party(mention.name, mention.code))  # type: ignore[attr-defined]
