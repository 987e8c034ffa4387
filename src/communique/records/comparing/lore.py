"""What comparisons need to know of the world, read once and handed to every matcher."""

from __future__ import annotations

from dataclasses import dataclass

from communique.records.comparing.parties import Sides
from communique.records.comparing.places import Places
from communique.records.comparing.titles import Titles
from communique.vocab.loader import load_vocabulary
from communique.vocab.places import Gazetteer
from communique.vocab.wording import load_wording


@dataclass(frozen=True, repr=False)
class Lore:
    """Knowledge for comparing claims.

    Attributes:
        sides: Of parties.
        places: Of places.
        titles: Of names and quotes.
    """

    sides: Sides
    places: Places
    titles: Titles

    @classmethod
    def load(cls) -> Lore:
        """Read what ships with the package.

        Raises:
            BadVocabulary: A file of the vocabulary breaks its schema.
        """
        sides = Sides.of(load_vocabulary())
        return cls(sides, Places(Gazetteer.load(), sides), Titles(load_wording(), sides))
