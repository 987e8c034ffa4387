"""The words of a commitment: its quote, and what is undertaken in the text's own words."""

from __future__ import annotations

from dataclasses import dataclass

from communique.claims.grounding import LONGEST_QUOTE
from communique.claims.kinds.commitment.deed import Deed
from communique.claims.kinds.commitment.numbers import Number
from communique.claims.reading import Reading
from communique.model.claim import Evidence

_LONGEST_ACTION = 30
# What only leads on to the next clause, and ends no quote.
_JOINING = frozenset({"and", "or", "but", "while", ",", ";"})


@dataclass(frozen=True)
class Wording:
    """Cuts quotes out of one document."""

    reading: Reading

    def clause(self, index: int, deed: Deed) -> range:
        """The words that assert it: the clause of the deed, with the number in it.

        In "the grant for the port, signed in May, is worth 40 million" the deed is told by the way:
        what the number is said of begins before it.
        """
        tree = self.reading.tree
        clause = tree.clause(tree.clause_head(deed.index))
        if tree[deed.index].dep == "acl" and index > clause[-1]:
            around = tree.clause(tree.clause_head(index))
            clause = around if deed.index in around else clause
        sentence = tree.sentence(index)
        first = max(sentence.first, min(clause[0], index))
        last = min(sentence.last - 1, max(clause[-1], index))
        while last > index and tree.lower(last) in _JOINING:
            last -= 1
        return range(first, last + 1)

    def quote(self, number: Number, deed: Deed) -> Evidence:
        """The clause, the sum whole in it; a clause that is too long from the deed on."""
        clause = self.clause(number.head, deed)
        tree = self.reading.tree
        own = tree.run(number.start, number.end) or range(number.head, number.head + 1)
        first, last = min(clause[0], own[0]), max(clause[-1], own[-1])
        quote = self.reading.quote(range(first, last + 1))
        if len(quote.exact) <= LONGEST_QUOTE:
            return quote
        first = min(own[0], max(first, deed.index)) if deed.index <= own[0] else own[0]
        return self.reading.quote(range(first, min(last, first + 60) + 1))

    def action(self, number: Number, deed: Deed) -> str:
        """What is undertaken, in the text's words: from the deed, or the number, to the end."""
        tree = self.reading.tree
        clause = self.clause(number.head, deed)
        own = tree.run(number.start, number.end) or range(number.head, number.head + 1)
        start = min(deed.index, own[0])
        if tree[deed.index].dep == "acl" and clause[0] < deed.index:
            start = clause[0] if own[0] > max(tree.extent(deed.index)) else start
        words = self.reading.words(range(start, min(clause[-1] + 1, start + _LONGEST_ACTION)))
        return words.rstrip(" .,;:")
