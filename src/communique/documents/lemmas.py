"""Dictionary forms of words, by the rules of the pipeline's lemmatizer, each word asked once.

Run over a whole text the lemmatizer costs a tenth of the analysis; its rules look only at a word
and its part of speech, so that one answer serves for all its places.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc
    from spacy.tokens import Token as Word

# Universal parts of speech of the Penn tags of inflected words; any other word is its own lemma,
# for the rules would take "progress" for a plural.
_INFLECTED = MappingProxyType(
    {
        **dict.fromkeys(("VBD", "VBG", "VBN", "VBP", "VBZ"), "VERB"),
        "NNS": "NOUN",
        **dict.fromkeys(("JJR", "JJS"), "ADJ"),
        **dict.fromkeys(("RBR", "RBS"), "ADV"),
    }
)
# More distinct words than any language has: only a hostile text gets here.
_MOST_KEPT = 200_000


@dataclass(frozen=True, slots=True)
class Lemmas:
    """Dictionary forms by word and tag.

    Attributes:
        rules: The pipeline's lemmatizer; None where it has none that goes by rules, and every word
            is then its own lemma.
    """

    rules: Lemmatizer | None
    _known: dict[tuple[int, int], str] = field(default_factory=dict)

    @classmethod
    def of(cls, nlp: Language) -> Lemmas:
        """Take the lemmatizer of a pipeline, whether or not it runs in it."""
        found: Any = dict(nlp.components).get("lemmatizer")
        if getattr(found, "mode", None) != "rule":
            return cls(None)
        # The tables list tens of thousands of words, and are searched from the start each time.
        index = found.lookups.get_table("lemma_index", {})
        for part in list(index):
            index[part] = frozenset(index[part])
        return cls(found)

    def lemma(self, doc: Doc, index: int, orth: int, tag: int) -> str:
        """The dictionary form of a token, in lower case.

        Args:
            doc: The pipeline's document.
            index: The token's place in it.
            orth: Hash of the word.
            tag: Hash of its tag.
        """
        known = self._known.get((orth, tag))
        if known is None:
            known = self._asked(doc[index])
            if len(self._known) < _MOST_KEPT:
                self._known[orth, tag] = known
        return known

    def _asked(self, word: Word) -> str:
        part = _INFLECTED.get(word.tag_)
        if self.rules is None or part is None:
            return word.lower_
        word.pos_ = part
        return self.rules.rule_lemmatize(word)[0].lower()
