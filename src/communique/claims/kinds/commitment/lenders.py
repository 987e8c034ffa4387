"""Whose money it is by the words before it ("an EU grant"), and who lends money by its name."""

from __future__ import annotations

from communique.claims.kinds.commitment.deed import Deed
from communique.claims.kinds.commitment.numbers import Number
from communique.claims.reading import Reading
from communique.claims.referents import distinct
from communique.model.claim import Party
from communique.vocab.claims.commitments import CommitmentWords

# Letters of a state's code.
_STATE = 2
# Words in the names of those who lend.
_LENDERS = frozenset({"bank", "fund", "monetary", "eximbank", "finance"})


def lenders(
    reading: Reading, words: CommitmentWords, number: Number, deed: Deed
) -> tuple[Party, ...]:
    """Whose money it is by the party before a noun for it: "3 million in EU funding"."""
    found = distinct(p for noun in deed.nouns for p in lending(reading, words, noun))
    if found or number.amount is None:
        return found
    named = reading.tree.after(number.head, "in", "of")
    return distinct(p for noun in named for p in lending(reading, words, noun))


def lending(reading: Reading, words: CommitmentWords, noun: int) -> tuple[Party, ...]:
    """The party before a noun for money: "an EU grant", "the Japanese loan", "U.S. aid".

    The bare name of a state there is who gets it: "the Ukraine loan".
    """
    tree = reading.tree
    given = words.money.keys() | words.graded.keys() | words.deliverables.sendings
    if tree[noun].lemma not in given:
        return ()
    before = [
        i for i in tree.children(noun, "amod", "compound", "nmod") if _lends(reading, words, i)
    ]
    return distinct(p for i in before[:1] for p in reading.referents.parties(i))


def _lends(reading: Reading, words: CommitmentWords, index: int) -> bool:
    party = reading.parties.get(index)
    if party is None or party.name.split()[-1].lower() in words.money:
        return False
    state = party.code is not None and len(party.code) == _STATE
    short = party.text.replace(".", "").isupper()
    return not state or short or reading.tree[index].tag == "JJ"


def lends_money(party: Party) -> bool:
    """Whether a party is a bank or fund by its name."""
    return bool(_LENDERS & {word.lower() for word in party.name.split()})


def is_place(party: Party) -> bool:
    """Whether a party is a state or a group of states, rather than an institution or club."""
    return party.code is None or len(party.code) == _STATE
