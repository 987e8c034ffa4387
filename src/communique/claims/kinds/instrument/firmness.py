"""How sure a step is: taken, yet to be taken, possible or denied."""

from __future__ import annotations

import re

from communique.claims.chronicle import day_of_entry
from communique.claims.kinds.instrument.step import Step
from communique.claims.modality import modality
from communique.claims.reading import Reading
from communique.model.terms import InstrumentAction, Modality

# What must be done is yet to come.
_DUTY = frozenset({"must", "should", "shall", "ought"})
# What follows these happened: "managed to sign", "continued to negotiate".
_FACTUAL = frozenset(
    {"manage", "continue", "begin", "start", "proceed", "help", "go", "meet", "gather", "be"}
    | {"come", "become", "use"}
)
# What hangs on these is yet to come: "support for the entry into force of", "a view to signing".
_HOPES = frozenset(
    {
        "view",
        "possibility",
        "prospect",
        "need",
        "progress",
        "support",
        "call",
        "importance",
        "step",
        "preparation",
    }
)
# Who does this to a signing does not sign yet: "accelerate the signing".
_HASTENING = frozenset(
    {"accelerate", "expedite", "hasten", "speed", "prepare", "facilitate", "await", "support"}
    | {"urge", "encourage", "ensure", "discuss", "demand", "postpone", "delay", "schedule"}
)
# What is only thought about may come or not.
_THINKING = frozenset({"consider", "explore", "weigh", "contemplate", "mull"})
_TOWARDS = frozenset({"to", "toward", "towards", "on", "for", "at"})
_PUSHING = frozenset({"work", "push", "call", "press", "move", "strive", "wait", "urge"})
# "The first state to ratify", "the sixth to sign", "the only one to adopt": these did it.
_ONES = frozenset({"first", "second", "third", "last", "only", "latest", "next"})
_ORDINAL = re.compile(
    r"(?:[a-z]+-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|[a-z]+teenth"
    r"|tenth|eleventh|twelfth|[a-z]+tieth)|\d+(?:st|nd|rd|th)"
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


def firmness(reading: Reading, step: Step) -> Modality:
    """How sure a step is; talks that are striven for are held, what is due is planned."""
    tree = reading.tree
    if not tree.is_verb(step.anchor):
        return _of_noun(reading, step)
    if _in_order(reading, step.anchor):
        return Modality.ASSERTED
    if _refused(reading, step):
        return Modality.DENIED
    if _chronicled(reading, step.anchor):
        return Modality.ASSERTED
    found = modality(reading, step.anchor)
    talks = step.action is InstrumentAction.NEGOTIATING
    if talks and _is_held(reading, step.anchor, found):
        return Modality.ASSERTED
    if found is Modality.ASSERTED and tree[step.anchor].lemma in _THINKING:
        return Modality.POSSIBLE
    if found is Modality.ASSERTED and (
        _prospective(reading, step) or _intended(reading, step.anchor)
    ):
        return Modality.PLANNED
    if _outstanding(reading, step.anchor):
        return Modality.PLANNED
    if found is Modality.POSSIBLE and _DUTY & set(tree.auxiliaries(step.anchor)):
        return Modality.PLANNED
    return found


def _chronicled(reading: Reading, verb: int) -> bool:
    """Whether a chronicle tells it of a day that is past, in the present: "2 May: they sign"."""
    tree, when = reading.tree, day_of_entry(reading, verb)
    published = reading.document.published
    if when is None or when.last is None or published is None or when.last > published:
        return False
    return tree[verb].dep == "ROOT" and not tree.auxiliaries(verb) and not tree.negated(verb)


def _refused(reading: Reading, step: Step) -> bool:
    """Whether it came to nothing: "refused to sign", "no agreement was reached"."""
    tree = reading.tree
    governor = tree[tree[step.anchor].head].lemma
    infinitive = tree[step.anchor].dep == "xcomp" and tree[step.anchor].tag == "VB"
    none = step.naming is not None and tree.lower(step.naming.tokens[0] - 1) == "no"
    return none or (infinitive and governor in reading.knowledge.voices.denying)


def _of_noun(reading: Reading, step: Step) -> Modality:
    """A step told as a noun is as sure as what is said of it: "its signature is expected"."""
    tree, noun = reading.tree, step.anchor
    if step.awaited:
        return Modality.PLANNED
    governor = tree[noun].head
    if tree[noun].dep in _SUBJECTS and _yet_to_come(reading, governor):
        return Modality.PLANNED
    if tree[noun].dep == "pobj" and _aimed_at(reading, governor):
        return Modality.PLANNED
    if tree[noun].dep == "dobj" and tree[governor].lemma in _HASTENING:
        return Modality.PLANNED
    if tree[noun].dep in _SUBJECTS | {"dobj"} and not (
        step.naming is not None and step.naming.head == noun
    ):
        return modality(reading, governor)
    return Modality.ASSERTED


def _yet_to_come(reading: Reading, verb: int) -> bool:
    """Whether a verb puts its subject off: "the signing is expected", "talks are to begin"."""
    tree = reading.tree
    if tree[verb].lemma in reading.knowledge.voices.planning | {"postpone", "delay", "await"}:
        return True
    infinitives = (i for i in tree.children(verb, "xcomp") if "to" in tree.auxiliaries(i))
    return tree[verb].lemma == "be" and any(True for _ in infinitives)


def _aimed_at(reading: Reading, preposition: int) -> bool:
    """Whether what follows a preposition is a plan: "look forward to signing", "with a view to"."""
    tree, voices = reading.tree, reading.knowledge.voices
    governor = tree[tree[preposition].head]
    if governor.tag.startswith("VB"):
        return governor.lemma in voices.planning | _PUSHING and tree.lower(preposition) in _TOWARDS
    return governor.lemma in voices.planning_nouns | _HOPES


def _intended(reading: Reading, verb: int) -> bool:
    """Whether a verb without a tense of its own tells what is wanted: "urged them to ratify it"."""
    tree = reading.tree
    token, governor = tree[verb], tree[tree[verb].head]
    if token.dep == "pcomp":
        above = tree[token.head].head
        planned = tree.is_verb(above) and modality(reading, above) is Modality.PLANNED
        return planned or _aimed_at(reading, token.head)
    if token.tag not in {"VB", "VBN"} or "to" not in tree.auxiliaries(verb):
        return False
    if token.dep in {"xcomp", "ccomp"}:
        return governor.lemma not in _FACTUAL
    return token.dep in {"acl", "relcl"} and not _first_to(reading, token.head)


def _first_to(reading: Reading, noun: int) -> bool:
    """Whether an infinitive tells what was done: "the first state to ratify"."""
    tree = reading.tree
    words = {tree.lower(i) for i in tree.extent(noun) if i <= noun}
    return not words.isdisjoint(_ONES) or any(_ORDINAL.fullmatch(word) for word in words)


def _in_order(reading: Reading, verb: int) -> bool:
    """Whether an infinitive tells what was done in its turn: "Peru was first to ratify it"."""
    tree = reading.tree
    past = tree[tree[verb].head].tag in {"VBD", "VBN"}
    before = tree.lower(verb - 2) if verb > 1 and tree.lower(verb - 1) == "to" else ""
    return past and before != "next" and (before in _ONES or bool(_ORDINAL.fullmatch(before)))


def _is_held(reading: Reading, verb: int, told: Modality) -> bool:
    """Whether talks go on for a document that is not there yet."""
    token = reading.tree[verb]
    if token.tag == "VBG" and token.dep == "pcomp":
        # "Talks aimed at concluding a treaty".
        return True
    return told is Modality.PLANNED and token.tag == "VB" and _strives(reading, verb)


def _strives(reading: Reading, verb: int) -> bool:
    """Whether talks go on: "seeks to finalise", not "agreed to negotiate"."""
    tree = reading.tree
    return tree[tree[verb].head].lemma in {"seek", "try", "strive", "continue", "work", "effort"}


def _prospective(reading: Reading, step: Step) -> bool:
    """Whether an item of a list tells what is going to be: "- Developing a roadmap for …"."""
    tree, verb = reading.tree, step.anchor
    if step.action is InstrumentAction.PROPOSED and tree[verb].tag in {"VB", "VBG"}:
        return True
    top = [verb, *tree.ancestors(verb)][-1]
    bare = not tree.children(top, "nsubj", "nsubjpass", "aux", "auxpass", "expl")
    return tree[top].tag in {"VB", "VBG"} and bare


def _outstanding(reading: Reading, verb: int) -> bool:
    """Whether something is still to be done: "have yet to sign", "remains to be ratified"."""
    tree = reading.tree
    governor = tree[verb].head
    if "to" not in tree.auxiliaries(verb) or tree[governor].lemma not in {"have", "remain", "need"}:
        return False
    return tree[verb].dep in {"xcomp", "ccomp"} and governor != verb
