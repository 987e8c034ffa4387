"""Names behind a preposition that the parse has hung on something between."""

from __future__ import annotations

from communique.claims.reading import Reading

# How far such a name may stand, in words; behind a long list of what is given, farther.
_REACH = 10
_REACH_OF_GIVING = 24
# What follows a finite verb tells of something else.
# Nouns whose own company "with" tells: "met the king ahead of her talks with Mr Lund".
_OTHER_TALKS = frozenset({"meeting", "talk", "call", "conversation", "discussion", "summit"})
_NEXT_CLAUSE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def behind(reading: Reading, index: int, preposition: str, *, far: bool = False) -> int | None:
    """The name behind a preposition that the parse has hung on something between.

    Args:
        reading: The document.
        index: The word whose phrase it is.
        preposition: The preposition.
        far: Whether a long list may stand between, as of what is given.
    """
    tree = reading.tree
    last = tree.sentence(index)[1]
    ends = _NEXT_CLAUSE if far else _NEXT_CLAUSE | {"CC"}
    for token in range(index + 1, min(index + (_REACH_OF_GIVING if far else _REACH), last)):
        if tree[token].tag in ends or tree.lower(token) == ";":
            return None
        if tree.lower(token) == preposition:
            above = tree[token].head
            apart = preposition == "between" and above != index
            if apart and tree[above].tag in {"NN", "NNS"} and above not in reading.times:
                # "Talks on the conflict between Chad and Mali".
                return None
            if preposition == "with" and tree[tree[token].head].lemma in _OTHER_TALKS - {
                tree[index].lemma
            }:
                return None
            named = (reading.people, reading.parties, reading.places)
            near = range(token + 1, min(token + _REACH, last))
            first = next((i for i in near if any(i in names for names in named)), None)
            return None if first is None else _head_of_name(reading, first)
    return None


def _head_of_name(reading: Reading, token: int) -> int:
    """The head of the name that a token is in; of a post with its holder the holder."""
    tree = reading.tree
    head = token
    while tree[head].dep in {"compound", "amod", "nmod"} and tree[head].head > head:
        head = tree[head].head
    return head


def done_above(reading: Reading, noun: int) -> bool:
    """Whether "by" behind a noun tells who does what the verb above says, in the passive.

    In "was signed at the conference in Bern by the minister" she gives no conference.
    """
    tree = reading.tree
    above = next((i for i in tree.ancestors(noun) if tree.is_verb(i)), None)
    if above is None or tree[noun].dep in {"nsubj", "nsubjpass", "dobj"}:
        return False
    return tree.passive(above) and tree.child(above, "agent") is None
