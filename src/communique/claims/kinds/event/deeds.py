"""Deeds told as nouns, and whose they are: "the actions of Chad", "the attack by Mali's army"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.claims.reading import Reading
from communique.claims.referents import Referent

# What a government does; a drought or a debt threatens too, and nobody is accused of it.
_DONE = frozenset(
    {
        "act",
        "action",
        "activity",
        "policy",
        "decision",
        "conduct",
        "behaviour",
        "behavior",
        "effort",
    }
    | {"attack", "aggression", "invasion", "incursion", "war", "strike", "offensive", "occupation"}
    | {"annexation", "test", "launch", "deployment", "withdrawal", "refusal", "failure", "support"}
    | {
        "recognition",
        "ban",
        "law",
        "enactment",
        "attempt",
        "campaign",
        "practice",
        "provocation",
    }
    | {"interference", "violation", "importation", "purchase", "manoeuvre", "maneuver", "operation"}
    | {"threat", "violence", "repression", "crackdown", "denial", "use", "presence", "move", "step"}
    | {"programme", "program", "measure", "tactic", "rhetoric", "development", "transfer", "abuse"}
)


def owners(reading: Reading, head: int, *, accused: bool) -> Iterator[Referent]:
    """Whose something is: "Iran's actions must stop", "the policies of the government of Iran".

    Args:
        reading: The document.
        head: The noun.
        accused: Whether only deeds count, for which somebody can be blamed.
    """
    tree = reading.tree
    deed = tree[head].lemma.lower() in _DONE
    if accused and not deed:
        return
    for child in tree.children(head, "poss", "compound", "amod", "nmod"):
        if child in reading.parties or (deed and tree[child].dep == "poss"):
            yield from reading.referents.of(child)
    if deed and accused:
        for below in tree.after(head, "of", "by"):
            yield from reading.referents.of(below)
            # "The enactment of Peru's law" is Peru's.
            yield from (r for i in tree.children(below, "poss") for r in reading.referents.of(i))
