"""The line that opens a list and says for all its entries who does it: "Peru will:"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from communique.claims.kinds.commitment.deeds import Deed
from communique.claims.kinds.commitment.givers import Givers
from communique.claims.kinds.commitment.grading import Grading
from communique.claims.kinds.commitment.numbers import Number
from communique.claims.reading import Reading
from communique.model.claim import Party
from communique.model.terms import Grade
from communique.vocab.claims.commitments import CommitmentWords

# Lines back to which a list may have been opened.
_BACK = 12


class Opening(NamedTuple):
    """What the opening line says of the entries.

    Attributes:
        by: Who does what they tell.
        grade: How firm it is; None where the line does not tell.
        sentence: The tokens of the line.
    """

    by: tuple[Party, ...]
    grade: Grade | None
    sentence: range


@dataclass(frozen=True)
class LeadIns:
    """Finds the openings of the lists of one document.

    Attributes:
        reading: The document.
        words: Wordings of undertakings.
        givers: Finds who does a deed.
    """

    reading: Reading
    words: CommitmentWords
    givers: Givers

    def of(self, number: Number, deed: Deed) -> Opening | None:
        """What the line above a list says of an entry without a subject of its own."""
        tree = self.reading.tree
        sentence = tree.sentence(number.head)
        root = next(i for i in range(*sentence) if tree[i].head == i)
        finite = tree.is_verb(root) and tree[root].tag not in {"VB", "VBG"}
        if finite or tree.child(root, "nsubj", "nsubjpass") is not None:
            return None
        here = tree.sentence_number(number.head)
        for above in range(here - 1, max(-1, here - 1 - _BACK), -1):
            line = range(*tree.analysis.sentences[above])
            if tree.lower(line[-1]) == ":":
                return self._told(number, deed, line)
            if tree.lower(line[-1]) == ".":
                return None
        return None

    def _told(self, number: Number, deed: Deed, line: range) -> Opening | None:
        """What the last verb of the line says."""
        tree, grading = self.reading.tree, Grading(self.reading, self.words)
        verbs = [i for i in line if tree.is_verb(i) or tree[i].tag == "MD"]
        if not verbs:
            return None
        verb = verbs[-1]
        if tree[verb].tag == "MD":
            subject = tree.child(verb, "nsubj")
            return Opening(self.reading.referents.parties(subject), Grade.PLEDGED, line)
        sense = grading.sense(verb) or self.words.other
        grade = sense.governs or grading.verb(verb, sense, money=True)
        return Opening(self.givers.by(number, Deed(verb, grade, (), sense)), grade, line)
