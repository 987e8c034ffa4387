"""What rules need to know of the world, read once and handed to each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from communique.checks.observed import Observed, meet
from communique.checks.once import Once
from communique.checks.seen import Case, Sheet
from communique.checks.series import Series
from communique.checks.telling.observing import Teller
from communique.claims.slots.figure import Figure
from communique.model.record import ClaimRef, Node
from communique.records.comparing.lore import Lore
from communique.vocab.kinship import Kinship
from communique.vocab.loader import Vocabulary, load_vocabulary


@dataclass(frozen=True, repr=False)
class Background(Once):
    """Knowledge for checks.

    Attributes:
        vocabulary: Parties, posts and their names.
        lore: What comparing claims needs: parties, places, posts, titles, measures.
        kin: Who belongs to whom, and who speaks for whom.
    """

    vocabulary: Vocabulary
    lore: Lore
    kin: Kinship

    @classmethod
    def load(cls) -> Background:
        """Read what ships with the package.

        Raises:
            BadVocabulary: A file of the vocabulary breaks its schema.
        """
        vocabulary = load_vocabulary()
        return cls.of(vocabulary, Lore.of(vocabulary), Kinship.over(vocabulary))

    @classmethod
    def of(cls, vocabulary: Vocabulary, lore: Lore, kin: Kinship) -> Background:
        """The same over what was read already.

        Raises:
            BadVocabulary: Another file of the vocabulary breaks its schema.
        """
        return cls(vocabulary, lore, kin)

    @cached_property
    def series(self) -> Series:
        """Reads figures as values of statistics."""
        return Series(self.lore, self.kin)

    @cached_property
    def _teller(self) -> Teller:
        """Reads sentences."""
        return Teller.over(self.series)

    def told_by(self, sheet: Sheet) -> tuple[Observed, ...]:
        """The values of statistics that sentences of a document tell."""
        return sheet.once(self._read)

    def figures_of(self, case: Case) -> tuple[Observed, ...]:
        """The values of statistics that claims of a record tell."""
        return case.once(self._figures)

    def series_told(self, sheet: Sheet) -> frozenset[str]:
        """Keys of what sentences of a document tell, and of the claims that this stands for."""
        return sheet.once(self._keys)

    def _figures(self, case: Case) -> tuple[Observed, ...]:
        return tuple(self.series.of(case))

    def _keys(self, sheet: Sheet) -> frozenset[str]:
        read = self.told_by(sheet)
        places = [one.node.claim.evidence[0] for one in read]
        nodes = (
            Node(ClaimRef(sheet.key, claim.id), claim, sheet.facts)
            for claim in (sheet.claims_of(Figure) if read else ())
            if any(meet(claim.evidence[0], place) for place in places)
        )
        claimed = (self.series.read(node) for node in nodes)
        return frozenset(one.key for one in (*read, *claimed) if one is not None)

    def _read(self, sheet: Sheet) -> tuple[Observed, ...]:
        return tuple(self._teller.read(sheet))
