"""Where an event stands: told as past, under way, planned, cancelled, or not told at all."""

from __future__ import annotations

from typing import NamedTuple

from communique.claims.kinds.event.parties_near import having_chance, invited
from communique.claims.kinds.event.sites import Site, predicate
from communique.claims.modality import modality
from communique.claims.reading import Reading
from communique.model.claim import When
from communique.model.terms import EventMode, EventStatus, EventType, Modality
from communique.vocab.claims.event import Act, EventGrammar

# Words whose clause tells what is wanted, not what is.
_DEMANDING = frozenset(
    {
        "demand",
        "insist",
        "urge",
        "request",
        "ask",
        "propose",
        "recommend",
        "suggest",
        "order",
        "call",
    }
    | {
        "proposal",
        "insistence",
        "recommendation",
        "suggestion",
        "require",
        "want",
        "advise",
        "plea",
    }
)
_ATTENDING = frozenset({"attend", "participate", "join"})
# Acts of words in the present tense are done by saying them.
_VERBAL = frozenset(
    {EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.AGREE}
)
# What is taken or used to some end: "will take steps to hold them accountable".
_TAKEN = frozenset({"action", "step", "measure", "tool", "means", "authority", "power"})
_TAKING = frozenset(
    {"take", "use", "continue", "act", "move", "go", "hesitate", "employ", "keep", "work", "exert"}
)


class Standing(NamedTuple):
    """How the text stands by an event."""

    status: EventStatus
    modality: Modality


_OCCURRED = Standing(EventStatus.OCCURRED, Modality.ASSERTED)
#: How a threat stands.
THREATENED = _OCCURRED
_PLANNED = Standing(EventStatus.PLANNED, Modality.PLANNED)
_OFFERED = Standing(EventStatus.PLANNED, Modality.POSSIBLE)
_ONGOING = Standing(EventStatus.ONGOING, Modality.ASSERTED)
_CANCELLED = Standing(EventStatus.CANCELLED, Modality.ASSERTED)


def standing(
    reading: Reading, grammar: EventGrammar, site: Site, when: When | None
) -> Standing | None:
    """How an event stands; None where the text denies it or only supposes it."""
    if site.noun == site.head:
        return _of_noun(reading, grammar, site, when)
    return _of_verb(reading, grammar, site, when)


def _of_verb(
    reading: Reading, grammar: EventGrammar, site: Site, when: When | None
) -> Standing | None:
    tree, verb = reading.tree, site.head
    if site.act.status is EventStatus.PLANNED or site.act.denied or site.act.verbs == ("must",):
        return _as_worded(site.act, negated=tree.negated(verb))
    if awaited(reading, grammar, verb) or (
        site.act.type is EventType.THREATEN and _aim_ahead(reading, verb)
    ):
        return _PLANNED
    guest, accepted = invited(reading, verb)
    if guest is not None:
        return _PLANNED if accepted else _OFFERED
    if _purpose(reading, grammar, verb) or _demanded(reading, verb):
        return None
    mood = modality(reading, verb)
    if mood is Modality.POSSIBLE and _said_ahead(reading, verb):
        mood = Modality.PLANNED
    if mood is Modality.DENIED or mood is Modality.POSSIBLE:
        return None
    if mood is Modality.PLANNED or _in_planned_trip(reading, grammar, verb):
        governor = tree[tree[verb].head]
        return _OFFERED if governor.lemma in grammar.words.inviting else _PLANNED
    if _ahead(reading, when) and tree[verb].tag not in {"VBD", "VBN"}:
        return _PLANNED
    return _ONGOING if _under_way(reading, site) else _OCCURRED


def _as_worded(act: Act, *, negated: bool) -> Standing | None:
    """How an act stands whose own words tell it: "is due in", "failed to", "must"."""
    if act.denied:
        return _OCCURRED if negated else None
    told = _PLANNED if act.status is EventStatus.PLANNED else _OCCURRED
    return None if negated else told


def _of_noun(
    reading: Reading, grammar: EventGrammar, site: Site, when: When | None
) -> Standing | None:
    tree, noun = reading.tree, site.head
    governor = tree[noun].head
    happening = predicate(tree, grammar, noun)
    verb = next((v for v in (site.verb, happening) if v is not None), governor)
    if tree.is_verb(verb) and tree[verb].lemma in grammar.words.cancelling:
        return _CANCELLED
    if any(tree.lower(i) == "no" for i in tree.children(noun, "det")):
        return None
    over = _modified(reading, noun, grammar.words.past)
    if (_ahead(reading, when) and not over) or _modified(reading, noun, grammar.words.ahead):
        return _PLANNED
    if site.verb is None and happening is None:
        ahead = _within_plan(reading, grammar, noun, when)
        return _PLANNED if ahead or _still_to_come(reading, noun, when) else _OCCURRED
    if awaited(reading, grammar, verb):
        return _PLANNED
    guest, accepted = invited(reading, verb)
    if guest is not None:
        return _PLANNED if accepted else _OFFERED
    journey = _journey(reading, grammar, verb)
    mood = modality(reading, verb if journey is None else journey)
    vain = journey is None and _purpose(reading, grammar, verb)
    if mood is Modality.DENIED or mood is Modality.POSSIBLE or vain:
        return None
    if _in_planned_trip(reading, grammar, verb):
        mood = Modality.PLANNED
    past = when is not None and not _ahead(reading, when) and when.last is not None
    if mood is Modality.PLANNED:
        published = reading.document.published
        over = past and published is not None and when.last < published  # type: ignore[operator, union-attr]
        return _OCCURRED if over else _PLANNED
    return _ONGOING if _under_way(reading, site) and not past else _OCCURRED


def _still_to_come(reading: Reading, noun: int, when: When | None) -> bool:
    """Whether a gathering is what something goes before, or will do something itself.

    "Met ahead of her talks with Chad", "the meeting with Chad will strengthen ties".
    """
    tree = reading.tree
    above = tree[noun].head
    before = tree[noun].dep == "pobj" and tree.lower(above) in {"before", "toward", "towards", "to"}
    led = tree.lower(above) == "of" and tree.lower(tree[above].head) in {"ahead", "advance", "eve"}
    toward = before and (tree.lower(above) != "to" or tree.lower(tree[above].head) == "prior")
    subject = tree[noun].dep == "nsubj" and {"will", "'ll"} & set(tree.auxiliaries(above))
    return when is None and (toward or led or bool(subject))


def _within_plan(reading: Reading, grammar: EventGrammar, noun: int, when: When | None) -> bool:
    """Whether the clause of a noun lies ahead, and its date, if any, is not plainly past."""
    tree = reading.tree
    verb = next((i for i in tree.ancestors(noun) if tree.is_verb(i)), None)
    if verb is None or when is None or any(part.isdigit() for part in when.text.split()):
        return False
    return awaited(reading, grammar, verb)


def finite(reading: Reading, verb: int) -> bool:
    """Whether a verb has tense: no gerund or participle that hangs on something else."""
    tree = reading.tree
    tag, auxiliaries = tree[verb].tag, tree.auxiliaries(verb)
    if tag in {"VBD", "VBZ", "VBP"}:
        return tree[verb].dep not in {"amod", "acl"}
    if tag == "VB":
        return True
    # The parse takes the past for a participle where both sound alike: "called him".
    mistaken = tag == "VBN" and tree[verb].dep == "ROOT" and not tree.passive(verb)
    return bool(auxiliaries) or (mistaken and tree.child(verb, "nsubj") is not None)


def takes_up(reading: Reading, grammar: EventGrammar, site: Site) -> bool:
    """Whether a gathering without parties is one of those told before: "the third one was held"."""
    tree = reading.tree
    if predicate(tree, grammar, site.head) is None:
        return False
    determined = tree.children(site.head, "det", "poss")
    talks = site.act.mode is EventMode.NEGOTIATION or tree[site.head].lemma == "talk"
    if not determined and talks:
        return True
    return any(tree.lower(i) in grammar.words.taking_up for i in determined)


def _purpose(reading: Reading, grammar: EventGrammar, verb: int) -> bool:
    """Whether a verb is an infinitive that need not come true: "called on X to begin talks"."""
    tree = reading.tree
    token = tree[verb]
    if token.dep == "conj" and tree.is_verb(token.head) and token.tag == "VB":
        if _strays(reading, verb):
            return modality(reading, verb) is not Modality.PLANNED
        return tree.auxiliaries(verb)[:1] == ["to"] and _purpose(reading, grammar, token.head)
    if token.tag == "VB" and token.dep == "advcl" and not tree.auxiliaries(verb):
        # The parse has lost the infinitive that it goes on: "to support X, impose costs on Y".
        return True
    if token.tag != "VB" or "to" not in tree.auxiliaries(verb) or having_chance(reading, verb):
        return False
    governor = tree[token.head]
    if (
        token.dep in {"advcl", "xcomp"}
        and governor.lemma in grammar.words.going | grammar.words.implying
    ):
        return False
    return modality(reading, verb) is not Modality.PLANNED


def _strays(reading: Reading, verb: int) -> bool:
    """Whether a base form is joined to a verb that it can't be joined to.

    In "expressed support for efforts to calm tensions and reach a truce" the parse joins "reach" to
    "expressed", though it belongs to an infinitive.
    """
    tree = reading.tree
    governor = tree[verb].head
    own = {tree.lower(i) for i in tree.children(verb, "aux")}
    governed = set(tree.auxiliaries(governor))
    tensed = tree[governor].tag in {"VBD", "VBZ"} or (
        tree[governor].tag == "VBN" and not governed & {"to"}
    )
    if own:
        return own == {"to"} and (tensed or tree[governor].tag == "VBP")
    modal = any(tree[i].tag == "MD" for i in tree.children(governor, "aux"))
    return tensed and not modal


def _aim_ahead(reading: Reading, verb: int) -> bool:
    """Whether a verb is the aim of what will be done: "will take steps to hold X accountable"."""
    tree = reading.tree
    aim = tree[verb].tag == "VB" and not _will(reading, verb)
    return aim and _will(reading, verb, aims=True)


def will_be(reading: Reading, verb: int) -> bool:
    """Whether a verb, or what it is the aim of, is told with "will"; a wish threatens nobody.

    Args:
        reading: The document.
        verb: The verb.
    """
    return _will(reading, verb, aims=True)


def _will(reading: Reading, verb: int, *, aims: bool = False) -> bool:
    tree, future = reading.tree, reading.knowledge.voices.future | {"would"}
    for current in (verb, *tree.ancestors(verb)):
        if current != verb and tree.is_verb(current) and tree[current].lemma not in _TAKING:
            return False
        if future & set(tree.auxiliaries(current)):
            return True
        aim = tree[current].lemma in _TAKEN or "to" in tree.auxiliaries(current)
        if not aims or not (aim or tree[current].dep == "conj") or tree[current].dep == "ROOT":
            return False
    return False


def _demanded(reading: Reading, verb: int) -> bool:
    """Whether a verb tells only what somebody demands: "demanded that Chad lift the ban"."""
    tree = reading.tree
    current = verb
    while tree[current].dep == "conj" and tree[current].head != current:
        current = tree[current].head
    clause = tree[current].dep in {"ccomp", "acl"} and tree[current].tag in {"VB", "VBP"}
    asked = tree[tree[current].head].lemma in _DEMANDING
    return clause and asked and not tree.auxiliaries(current)


def promised(reading: Reading, grammar: EventGrammar, verb: int) -> bool:
    """Whether a verb tells what is agreed upon: the agreement is the event."""
    tree = reading.tree
    current = verb
    while tree[current].dep in {"xcomp", "conj"} and tree[current].head != current:
        if (
            tree[current].dep == "xcomp"
            and tree[tree[current].head].lemma in grammar.words.agreeing
        ):
            return True
        current = tree[current].head
    return False


def _in_planned_trip(reading: Reading, grammar: EventGrammar, verb: int) -> bool:
    """Whether a verb tells what a trip that lies ahead is for."""
    tree = reading.tree
    token = tree[verb]
    if token.tag != "VB" or token.dep not in {"advcl", "conj", "xcomp"} or token.head == verb:
        return False
    if tree[token.head].lemma not in grammar.words.going:
        return token.dep == "conj" and _in_planned_trip(reading, grammar, token.head)
    planned = modality(reading, token.head) is Modality.PLANNED
    return planned or awaited(reading, grammar, token.head)


def _journey(reading: Reading, grammar: EventGrammar, verb: int) -> int | None:
    """The verb of the trip on which somebody attends what several infinitives lead to.

    "Will fly to Lima to meet the king to bolster ties and participate in the forum".
    """
    tree = reading.tree
    current = verb
    if tree[verb].tag != "VB" or tree[verb].lemma not in _ATTENDING:
        return None
    while tree[current].tag == "VB" and tree[current].dep in {"conj", "advcl", "xcomp"}:
        current = tree[current].head
        if tree[current].lemma in grammar.words.going:
            return current
    return None


def _said_ahead(reading: Reading, verb: int) -> bool:
    """Whether "would" only shifts the future back: "said they would boycott the vote"."""
    tree = reading.tree
    saying = tree[tree[verb].head].lemma in reading.knowledge.voices.saying
    return saying and tree[verb].dep == "ccomp" and "would" in tree.auxiliaries(verb)


def awaited(reading: Reading, grammar: EventGrammar, verb: int) -> bool:
    """Whether a verb is a gerund after "look forward to" and the like, or such a verb itself."""
    tree = reading.tree
    token = tree[verb]
    if token.tag != "VBG" or token.dep not in {"pcomp", "xcomp", "pobj"}:
        return False
    above = token.head
    if tree[above].tag in {"IN", "TO"}:
        above = tree[above].head
    for current in (above, *list(tree.ancestors(above))[:1]):
        if tree[current].lemma in grammar.words.looking_ahead and tree.is_verb(current):
            return True
    return False


def _ahead(reading: Reading, when: When | None) -> bool:
    """Whether a date lies after the day of publication."""
    published = reading.document.published
    if when is None or when.first is None or published is None:
        return False
    return when.first > published


def foretold(reading: Reading, site: Site, when: When | None) -> bool:
    """Whether a day to come is none of what is said now: "we call for free elections on 5 May"."""
    tag = reading.tree[site.head].tag
    said = site.act.type in _VERBAL and site.head == site.verb and tag in {"VBP", "VBZ", "VBD"}
    return said and _ahead(reading, when)


def _modified(reading: Reading, noun: int, wanted: frozenset[str]) -> bool:
    tree = reading.tree
    return any(tree.lower(i) in wanted for i in tree.children(noun, "amod"))


def _under_way(reading: Reading, site: Site) -> bool:
    """Whether the verb tells of something in course: "is providing", "has been supplying"."""
    tree = reading.tree
    verb = site.verb
    if verb is None or tree[verb].tag != "VBG" or site.act.type in _VERBAL:
        return False
    return any(a in {"is", "are", "am", "'s", "'re", "been"} for a in tree.auxiliaries(verb))
