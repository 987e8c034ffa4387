"""Who meets without being named: people of two states, and the bodies that states have together.

"Jordanian and Omani hydrologists met in Amman", "the joint commission sat in Lomé".
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.claims.kinds.event.seats import adjectives
from communique.claims.reading import Reading
from communique.claims.referents import Referent, distinct
from communique.model.claim import Party

_BEFORE_NOUNS = ("amod", "compound", "nmod")
# How words for those of a trade end, and things that end so too.
_TRADES = ("ist", "ian", "eer", "er", "or", "ant", "man", "woman", "expert", "guard")
_THINGS = frozenset(
    {"paper", "newspaper", "water", "border", "river", "order", "letter", "container", "number"}
    | {"matter", "tanker", "tender", "corridor", "reactor", "sector", "factor", "motor", "computer"}
    | {
        "cruiser",
        "power",
        "offer",
        "transfer",
        "barrier",
        "carrier",
        "error",
        "centimeter",
        "plant",
    }
    | {"grant", "restaurant", "variant", "cover", "layer", "frontier", "chapter", "helicopter"}
)
_BODIES = frozenset(
    {
        "committee",
        "commission",
        "council",
        "group",
        "panel",
        "board",
        "body",
        "subcommittee",
        "force",
    }
)
_JOINT = frozenset(
    {"joint", "mixed", "bilateral", "trilateral", "tripartite", "intergovernmental", "binational"}
    | {"interstate", "inter-state", "interministerial", "inter-ministerial", "inter-governmental"}
)
# "A joint committee" is not one of those named before.
_ANY = frozenset({"a", "an", "any", "no", "each", "every", "another"})


def nationals(reading: Reading, head: int) -> Iterator[Referent]:
    """The states of people told by their trade: "Jordanian and Omani hydrologists".

    Args:
        reading: The document.
        head: The head of a phrase that names nobody.
    """
    tree = reading.tree
    lemma = tree[head].lemma.lower()
    if tree[head].tag != "NNS" or lemma in _THINGS or not lemma.endswith(_TRADES):
        return
    for first in tree.children(head, *_BEFORE_NOUNS):
        for index in tree.conjuncts(first):
            party = reading.parties.get(index)
            if party is not None:
                yield Referent(Party(party.name, party.code))
            else:
                yield from adjectives(reading, index)


def joint_body(reading: Reading, head: int) -> tuple[Referent, ...]:
    """Those named before whose common body a noun tells: "the joint commission".

    Args:
        reading: The document.
        head: The head of a phrase that names nobody.
    """
    tree = reading.tree
    beside = {tree.lower(i) for i in tree.phrase(head) if i < head}
    plural = tree[head].tag in {"NNS", "NNPS"}
    if tree[head].lemma.lower() not in _BODIES or plural or not beside & _JOINT or beside & _ANY:
        return ()
    named = [r for r in reading.referents.before(head) if r.party is not None]
    return distinct(Referent(r.party) for r in named)
