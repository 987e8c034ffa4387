"""How far the text stands by a clause: asserted, planned, possible or denied."""

from __future__ import annotations

from communique.claims.context import ClaimContext
from communique.model.terms import Modality

# A plan may be told this many words further up: "agreed to work to prepare to sign".
_STEPS = 4


def modality(context: ClaimContext, index: int) -> Modality:
    """How far the text stands by what the clause of a token says.

    Args:
        context: The document.
        index: A verb, or a noun for an event, in `context.tree`.
    """
    tree = context.tree
    verb = index if tree.is_verb(index) else tree.clause_head(index)
    for current in _chain(context, verb):
        found = _own(context, current)
        if found is not Modality.ASSERTED:
            return found
    return Modality.ASSERTED


def is_question(context: ClaimContext, index: int) -> bool:
    """Whether the sentence of a token asks: "How much of the 10 billion is new?" promises nothing.

    A question mark within what is quoted earlier in the sentence does not count.
    """
    tree = context.tree
    last = tree.sentence(index)[1] - 1
    return any(tree.lower(i) == "?" for i in range(max(index, last - 2), last + 1))


def _chain(context: ClaimContext, verb: int) -> list[int]:
    """The verb, and those above whose mood reaches down to it."""
    tree, chain = context.tree, [verb]
    current = verb
    for _ in range(_STEPS):
        token = tree[current]
        reaches = token.dep in {"xcomp", "conj"} and tree.is_verb(token.head)
        if token.head == current or not reaches:
            break
        current = token.head
        chain.append(current)
    return chain


def _own(context: ClaimContext, verb: int) -> Modality:
    """The mood that a verb, its auxiliaries and its governor give it."""
    tree, voices = context.tree, context.knowledge.voices
    marks = {tree.lower(i) for i in tree.children(verb, "mark", "advmod")}
    auxiliaries = tree.auxiliaries(verb)
    if tree.negated(verb):
        return Modality.DENIED
    if marks & voices.suppositions or any(a in voices.possible for a in auxiliaries):
        return Modality.POSSIBLE
    if any(a in voices.future for a in auxiliaries) or _governed_by_plan(context, verb):
        return Modality.PLANNED
    return Modality.POSSIBLE if marks & voices.perhaps else Modality.ASSERTED


def _governed_by_plan(context: ClaimContext, verb: int) -> bool:
    """Whether the verb is an infinitive under "plan", "readiness", "due" and the like."""
    tree, voices = context.tree, context.knowledge.voices
    infinitive = "to" in tree.auxiliaries(verb)
    # An infinitive in the passive has the tag of its participle: "is expected to be opened".
    tags = {"VB", "VBG", "VBN"} if infinitive else {"VB", "VBG"}
    if tree[verb].tag not in tags or tree[verb].head == verb:
        return False
    governor = tree[tree[verb].head]
    if governor.tag.startswith("VB"):
        # The parser hangs "declared its readiness to open" on the verb as often as on the noun.
        held = {tree[i].lemma for i in tree.children(tree[verb].head, "dobj")}
        # "It is vital to help" plans nothing, "is to help" does.
        said = tree.child(tree[verb].head, "acomp", "attr")
        plain = said is None or tree[said].lemma in voices.planning_adjectives
        bound = governor.lemma == "be" and plain
        planned = governor.lemma in voices.planning or bound or held & voices.planning_nouns
        return infinitive and bool(planned)
    if governor.tag.startswith("NN"):
        return infinitive and governor.lemma in voices.planning_nouns
    return infinitive and governor.lemma in voices.planning_adjectives
