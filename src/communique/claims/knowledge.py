"""What the claims stage knows beyond the names: loaded once, handed to every finder."""

from __future__ import annotations

from dataclasses import dataclass

from communique.vocab.claims.holding import Holding, load_holding
from communique.vocab.claims.leaders import Leaders, load_leaders
from communique.vocab.claims.referents import Referents, load_referents
from communique.vocab.claims.voices import Voices, load_voices


@dataclass(frozen=True, slots=True)
class ClaimKnowledge:
    """Data that several kinds of claim share; what one kind alone needs it loads itself.

    Attributes:
        holding: Words around posts.
        leaders: Persons whom the world knows as holders of high office.
        referents: Words that stand for parties and persons without naming them.
        voices: Words that tell who says something, and how far the text stands by it.
    """

    holding: Holding
    leaders: Leaders
    referents: Referents
    voices: Voices

    @classmethod
    def load(cls) -> ClaimKnowledge:
        """Read the data files.

        Raises:
            BadVocabulary: One breaks its schema.
        """
        return cls(load_holding(), load_leaders(), load_referents(), load_voices())
