"""Companies and the like that no vocabulary knows, by their names in the text."""

from __future__ import annotations

import re

from communique.claims.authors import in_text
from communique.claims.kinds.commitment.numbers import singular
from communique.claims.reading import Reading
from communique.model.claim import Party
from communique.vocab.claims.commitments import CommitmentWords

# Words of a name.
_LONGEST_NAME = 6
_NAME = frozenset({"NNP", "NNPS", "HYPH", "POS"})
_NUMERALS = frozenset("IVXLC")


def named_in_text(reading: Reading, words: CommitmentWords, subject: int) -> tuple[Party, ...]:
    """The company or the like that a subject names; empty for persons, places, plans and posts."""
    tree = reading.tree
    if tree[subject].tag not in {"NNP", "NNPS"} or subject in reading.places:
        return ()
    if subject in reading.people and not _is_firm(reading, words, subject):
        return ()
    name = [i for i in tree.phrase(subject) if tree[i].tag in _NAME]
    if not name or name[-1] - name[0] >= _LONGEST_NAME:
        return ()
    if _is_no_giver(reading, words, name):
        return _department(reading, reading.words(range(name[0], name[-1] + 1)))
    return (Party(reading.words(range(name[0], name[-1] + 1))),)


def _department(reading: Reading, post: str) -> tuple[Party, ...]:
    """The department that a secretary heads: "the Secretary of Commerce shall report by May"."""
    head, of, rest = post.partition(" of ")
    return in_text(reading, f"Department of {rest}") if of and head == "Secretary" else ()


def _is_firm(reading: Reading, words: CommitmentWords, subject: int) -> bool:
    """Whether what was read as a person's name is a company's: "the Dutch company Van Maarden".

    Nobody but a company is called by one word throughout.
    """
    name = reading.people[subject].name
    called = {i: m for i, m in reading.people.items() if m.name == name}
    before = {reading.tree.lower(i - 1) for i in called if i}
    if any(word in words.nouns.firms for word in before):
        return True
    longer = any(name in m.name.split() for m in reading.people.values() if m.name != name)
    return " " not in name and not longer and not before & _COURTESIES


_COURTESIES = frozenset(
    {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "dame", "lord"}
)


def _is_no_giver(reading: Reading, words: CommitmentWords, name: list[int]) -> bool:
    """Whether a name in capitals is a plan, law, gathering or heading, or an office or post."""
    tree = reading.tree
    last = singular(tree.lower(name[-1]))
    plans = words.money.keys() | words.graded.keys() | words.texts.laid_down | words.nouns.plans
    article = name[0] > 0 and tree.lower(name[0] - 1) == "the"
    office = article and len(name) == 1 and not tree[name[0]].text.isupper()
    heading = tree.lower(min(name[-1] + 1, len(tree) - 1)) == ":"
    post = any(singular(tree.lower(i)) in words.nouns.offices for i in name)
    numbered = len(name) > 1 and set(tree[name[-1]].text) <= _NUMERALS
    if len(name) == 1 and _spelt_out(reading, tree[name[0]].text) in plans:
        return True
    return last in plans or office or heading or post or numbered


def _spelt_out(reading: Reading, acronym: str) -> str | None:
    """The last word of the name that an acronym is explained by: "the Ports Deal (PD)"."""
    if not acronym.isupper():
        return None
    found = re.search(rf"([\w-]+)\W{{1,3}}\W?{re.escape(acronym)}\W?\)", reading.document.text)
    return None if found is None else singular(found[1].lower())
