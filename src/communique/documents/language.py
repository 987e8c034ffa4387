"""In which language a text is written."""

from __future__ import annotations

from dataclasses import dataclass

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# Shorter texts are full of names and tell too little; longer ones tell no more.
_SHORTEST = 200
_LONGEST = 3_000
# The commonest words of English that no other language shares; together they make up a fifth to a
# third of its running text, and hardly ever less than this.
_FUNCTION_WORDS = frozenset(
    {
        "the",
        "of",
        "and",
        "to",
        "that",
        "with",
        "for",
        "was",
        "were",
        "is",
        "are",
        "has",
        "have",
        "been",
        "by",
        "on",
    }
)
_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class LanguageDetector:
    """Tells languages apart by their letters (langid, Lui and Baldwin 2012)."""

    identifier: LanguageIdentifier

    @classmethod
    def load(cls) -> LanguageDetector:
        """Load the model that comes with the library."""
        return cls(LanguageIdentifier.from_model_file(MODEL_FILE))

    def detect(self, text: str) -> str | None:
        """ISO 639-1 code of a text's language, None where it is too short to tell."""
        if sum(c.isalpha() for c in text[:_LONGEST]) < _SHORTEST:
            return None
        # Lone surrogates can't be encoded, and say nothing about the language.
        sample = text[:_LONGEST].encode("utf-8", "replace").decode()
        if _is_english(sample):
            return "en"
        language, _ = self.identifier.classify(sample)
        return str(language)


def _is_english(text: str) -> bool:
    """Whether English function words are as frequent as they are in English only.

    A text full of foreign names looks foreign to a model of letters.
    """
    words = text.lower().split()
    return sum(word in _FUNCTION_WORDS for word in words) >= _SHARE * len(words)
