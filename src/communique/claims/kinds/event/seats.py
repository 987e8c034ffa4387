"""Parties that a capital or an adjective tells where neither is a mention of a party.

"Called on Lima" has the words of a place, "a ban on Chilean wine" those of a thing; as the other
side of an act both tell the state.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.claims.reading import Reading
from communique.claims.referents import Referent
from communique.model.claim import Party
from communique.vocab.lexicon import Form
from communique.vocab.words import words_of


def seats(reading: Reading, head: int) -> list[Referent]:
    """The governments that capitals in a phrase stand for; empty where it names none."""
    tree = reading.tree
    members = (i for i in tree.conjuncts(head) if i in reading.places)
    return [found for i in members for found in _meant(reading, tree[i].text, Form.METONYM)]


def adjectives(reading: Reading, index: int) -> list[Referent]:
    """The party whose adjective a word is: "Chilean" in "Chilean wine"."""
    word = reading.tree[index].text
    named = index in reading.organizations or index in reading.places
    return list(_meant(reading, word, Form.ADJECTIVE)) if word[:1].isupper() and not named else []


def _meant(reading: Reading, text: str, form: Form) -> Iterator[Referent]:
    words = words_of(text)
    found = reading.named.context.knowledge.parties.longest(words, 0)
    if found is None or found[0] != len(words):
        return
    for sense in found[1]:
        if sense.form is form:
            yield Referent(Party(sense.name, sense.code))
            return
