"""Those who take part though the grammar does not put them in the place an act asks for.

Who leads a delegation, who invites, who accepts an invitation; an object that an adverbial has
parted from its verb ("received this morning in Muscat Mr Makamba").
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.claims.kinds.event.sites import Site
from communique.claims.reading import Reading
from communique.claims.referents import Referent

_LEADING = frozenset({"lead", "head", "chair", "direct", "captain", "command"})
# Words for those who travel or sit together under somebody.
_BODIES = frozenset({"delegation", "team", "mission", "group", "party", "contingent", "side"})
# What an adverbial leaves of an object.
_LATE = ("npadvmod", "oprd", "attr", "appos", "dep")
# Verbs by which an invitation is taken and made.
_TAKING = frozenset({"accept", "receive", "welcome", "honour", "honor", "take"})
_MAKING = frozenset({"extend", "send", "convey", "deliver", "issue", "renew", "hand", "address"})


# What somebody has who does something: "had the honour to meet".
_CHANCES = frozenset(
    {"opportunity", "chance", "occasion", "honour", "honor", "pleasure", "privilege"}
)
_HAVING = frozenset({"have", "get", "take", "enjoy", "use", "seize"})


def having_chance(reading: Reading, verb: int) -> int | None:
    """The verb above an infinitive that tells what there was a chance for: "had the honour to".

    Args:
        reading: The document.
        verb: The infinitive.
    """
    tree = reading.tree
    noun = tree[verb].head
    had = tree[noun].head
    clause = tree[verb].dep in {"acl", "relcl"} and tree[noun].lemma in _CHANCES
    told = clause and tree[noun].dep == "dobj" and tree[had].lemma in _HAVING
    past = tree[had].tag == "VBD" or (tree[had].tag == "VBN" and not tree.passive(had))
    return had if told and past and not tree.negated(had) else None


def late_object(reading: Reading, verb: int) -> int | None:
    """The person behind a verb whose object the parse has taken for an adverbial."""
    tree = reading.tree
    if tree.passive(verb) or tree.child(verb, "dobj") is not None:
        return None
    later = (i for i in tree.children(verb, *_LATE) if i > verb)
    return next((i for i in later if i in reading.people), None)


def leaders(reading: Reading, head: int) -> Iterator[Referent]:
    """Who leads those who are told as a body: "a delegation led by Minister Berg"."""
    tree = reading.tree
    if tree[head].lemma.lower() not in _BODIES:
        return
    above = tree[head].head
    clauses = [*tree.children(head, "acl", "relcl"), *tree.children(above, "advcl", "acl")]
    for clause in clauses:
        if tree.is_verb(clause) and tree[clause].lemma in _LEADING:
            for head_of_it in tree.after(clause, "by"):
                yield from reading.referents.of(head_of_it)
            for agent in tree.children(clause, "agent"):
                for person in tree.children(agent, "pobj"):
                    yield from reading.referents.of(person)
    for head_of_it in tree.after(head, "under"):
        yield from reading.referents.of(head_of_it)


def inviting(reading: Reading, site: Site) -> Iterator[Referent]:
    """Who invites to a visit: "at the invitation of President Diop"."""
    tree = reading.tree
    first, last = tree.sentence(site.head)
    for index in range(first, last):
        if tree[index].lemma == "invitation" and tree.lower(index - 1) in {"the", "kind", "an"}:
            at = tree[index].dep == "pobj" and tree.lower(tree[index].head) in {"at", "on", "upon"}
            at = at or tree[tree[index].head].lemma in _TAKING
            for head in tree.after(index, "of", "from") if at else ():
                yield from reading.referents.of(head)


def invited(reading: Reading, verb: int) -> tuple[int | None, bool]:
    """Who is invited to do what a verb tells, and whether the invitation is accepted.

    "Accepted an invitation to visit Oman" tells a visit of who accepts, "extended an invitation to
    the king to visit Oman" one of the king.

    Args:
        reading: The document.
        verb: The verb below "invitation", or that of its object.
    """
    tree = reading.tree
    noun = next((i for i in list(tree.ancestors(verb))[:3] if tree[i].lemma == "invitation"), None)
    carrying = tree[noun].head if noun is not None else None
    if noun is None or carrying is None or not tree.is_verb(carrying):
        return None, False
    if tree[carrying].lemma in _TAKING and not tree.passive(carrying):
        return tree.subject(carrying), True
    if tree[carrying].lemma in _MAKING:
        guests = [
            *tree.children(carrying, "dative"),
            *tree.after(carrying, "to"),
            *tree.after(noun, "to"),
        ]
        return next((g for g in guests if not tree.is_verb(g)), None), False
    return None, False
