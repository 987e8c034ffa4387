"""How sure a step is: taken, yet to be taken, possible or denied."""

from __future__ import annotations

from communique.claims.kinds.instrument.steps import Step
from communique.claims.modality import modality
from communique.claims.reading import Reading
from communique.model.terms import InstrumentAction, Modality

# What must be done is yet to come.
_DUTY = frozenset({"must", "should", "shall", "ought"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


def firmness(reading: Reading, step: Step) -> Modality:
    """How sure a step is; talks that are striven for are held, what is due is planned."""
    tree = reading.tree
    if not tree.is_verb(step.anchor):
        return _of_noun(reading, step)
    found = modality(reading, step.anchor)
    striven = step.action is InstrumentAction.NEGOTIATING and tree[step.anchor].tag == "VB"
    if found is Modality.PLANNED and striven and _strives(reading, step.anchor):
        return Modality.ASSERTED
    if found is Modality.ASSERTED and _prospective(reading, step):
        return Modality.PLANNED
    if _outstanding(reading, step.anchor):
        return Modality.PLANNED
    if found is Modality.POSSIBLE and _DUTY & set(tree.auxiliaries(step.anchor)):
        return Modality.PLANNED
    return found


def _of_noun(reading: Reading, step: Step) -> Modality:
    """A step told as a noun is as sure as what is said of it: "its signature is expected"."""
    tree, noun = reading.tree, step.anchor
    if step.awaited:
        return Modality.PLANNED
    governor = tree[noun].head
    if tree[noun].dep in _SUBJECTS and tree[governor].lemma in reading.knowledge.voices.planning:
        return Modality.PLANNED
    if tree[noun].dep in _SUBJECTS | {"dobj"} and not (
        step.naming is not None and step.naming.head == noun
    ):
        return modality(reading, governor)
    return Modality.ASSERTED


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
    return tree[top].tag == "VBG" and not tree.children(top, "nsubj", "aux")


def _outstanding(reading: Reading, verb: int) -> bool:
    """Whether something is still to be done: "have yet to sign", "remains to be ratified"."""
    tree = reading.tree
    governor = tree[verb].head
    if "to" not in tree.auxiliaries(verb) or tree[governor].lemma not in {"have", "remain", "need"}:
        return False
    return tree[verb].dep in {"xcomp", "ccomp"} and governor != verb
