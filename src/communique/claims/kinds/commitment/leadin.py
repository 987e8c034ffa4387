"""The line that opens a list and says for all its entries who does it: "Peru will:"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from communique.claims.kinds.commitment.deed import Deed
from communique.claims.kinds.commitment.doubts import is_of_papers
from communique.claims.kinds.commitment.givers import Givers
from communique.claims.kinds.commitment.grading import Grading
from communique.claims.kinds.commitment.numbers import Number
from communique.claims.listing import opening_line
from communique.claims.reading import Reading
from communique.model.claim import Party
from communique.model.terms import Grade
from communique.vocab.claims.commitments import CommitmentWords

# What an entry itself holds back, the line above makes no firmer: "will: – seek to raise 3."
_HEDGED = frozenset({Grade.CONSIDERED, Grade.INTENDED})
# Verbs that only say that the list comes: "agreed as follows:", "agreed the following:".
_AS_FOLLOWS = frozenset({"follow"})


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
        # The base form of an entry ("seek to mobilise") is taken for a present without a subject.
        finite = tree.is_verb(root) and tree[root].tag not in {"VB", "VBG", "VBP"}
        if finite or tree.child(root, "nsubj", "nsubjpass") is not None:
            return None
        of_papers = is_of_papers(self.reading, self.words, number)
        line = None if of_papers else opening_line(self.reading, number.head)
        told = None if line is None else self._told(number, deed, line)
        hedged = told is not None and deed.grade in _HEDGED
        return told._replace(grade=None) if told is not None and hedged else told

    def agreed(self, number: Number, deed: Deed) -> Opening | None:
        """The line above, if it says that all its entries are agreed: "They agreed as follows:"."""
        line = opening_line(self.reading, number.head)
        told = None if line is None else self._told(number, deed, line)
        return told if told is not None and told.grade is Grade.AGREED else None

    def _told(self, number: Number, deed: Deed, line: range) -> Opening | None:
        """What the last verb of the line says."""
        tree, grading = self.reading.tree, Grading(self.reading, self.words)
        verbs = [i for i in line if tree.is_verb(i) or tree[i].tag == "MD"]
        verbs = [i for i in verbs if tree[i].lemma not in _AS_FOLLOWS]
        if not verbs:
            return None
        verb = verbs[-1]
        if tree[verb].tag == "MD":
            subject = tree.child(verb, "nsubj")
            return Opening(self.reading.referents.parties(subject), Grade.PLEDGED, line)
        sense = grading.sense(verb) or self.words.other
        grade = sense.governs or grading.verb(verb, sense, money=True)
        return Opening(self.givers.by(number, Deed(verb, grade, (), sense)), grade, line)
