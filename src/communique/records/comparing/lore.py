"""What comparisons need to know of the world, read once and handed to every matcher."""

from __future__ import annotations

from dataclasses import dataclass

from communique.records.comparing.measures import Measures
from communique.records.comparing.parties import Sides
from communique.records.comparing.places import Places
from communique.records.comparing.posts import Posts
from communique.records.comparing.titles import Titles
from communique.vocab.claims.figures import load_figure_words
from communique.vocab.loader import Vocabulary, load_vocabulary
from communique.vocab.places import Gazetteer
from communique.vocab.post_wording import load_post_wording
from communique.vocab.wording import load_wording


@dataclass(frozen=True, repr=False)
class Lore:
    """Knowledge for comparing claims.

    Attributes:
        measures: Of statistics.
        sides: Of parties.
        places: Of places.
        posts: Of posts.
        titles: Of names and quotes.
    """

    measures: Measures
    sides: Sides
    places: Places
    posts: Posts
    titles: Titles

    @classmethod
    def load(cls) -> Lore:
        """Read what ships with the package.

        Raises:
            BadVocabulary: A file of the vocabulary breaks its schema.
        """
        return cls.of(load_vocabulary())

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Lore:
        """The same over a vocabulary that was read already.

        Raises:
            BadVocabulary: Another file of the vocabulary breaks its schema.
        """
        sides, wording = Sides.of(vocabulary), load_wording()
        # "Summit" is a town in New Jersey, and seldom meant.
        venues = wording.venues | wording.forms
        return cls(
            Measures.of(load_figure_words(), sides),
            sides,
            Places(Gazetteer.load(), sides, venues),
            Posts.of(vocabulary, load_post_wording()),
            Titles(wording, sides),
        )
