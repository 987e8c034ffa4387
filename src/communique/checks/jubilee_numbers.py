"""Numbers of anniversaries, as texts tell them: "31st anniversary", "thirty years of"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.checks.anniversaries import count_told, number_told
from communique.checks.lengths import is_hedged
from communique.checks.wording import any_of
from communique.vocab.beginnings import BeginningWords
from communique.vocab.foundings import Foundings

_PLACES = re.compile(
    r"nniversar|years (?:of|since)\b|NNIVERSAR|\b[Jj]ubilee\b|entenar(?:y|ies)\b|entennial\b"
)
# One of these stands in each of them; to look for them first costs a tenth.
_GATE = ("nniversar", "years of", "years since", "NNIVERSAR", "ubilee", "entenar", "entennial")
# Around such words the number stands.
_WIDTH = 48
# A stretch of office or of strife is no age: "eight years of the Noor administration", "of war".
_NO_AGE = (
    r"(?!\s+of\s+[^.,;:]{0,60}?"
    r"\b(?:administration|presidency|government|rule|leadership|reign|term|war|conflict)\b)"
)


class JubileeNumbers:
    """Finds numbers of anniversaries."""

    def __init__(self, words: BeginningWords, known: Foundings) -> None:
        self._known = known
        self._in_words = {**words.counts, **words.metals}
        self._number = re.compile(
            rf"\b{number_told(known)}"
            r"[- ](?:year[- ]|historic\s+)?anniversary\b"
            rf"|\b(?P<jubilee>{any_of(known.jubilees)})\b(?:\s+anniversary\b)?"
            rf"|\b(?P<metal>{any_of(words.metals)})\s+(?:anniversary|jubilee)\b"
            rf"|\b(?P<years>\d{{1,3}}|{any_of(words.counts)}) years(?=\s+(?:of|since)\b)"
            rf"{_NO_AGE}",
            re.I,
        )

    def find(self, text: str) -> Iterator[tuple[re.Match[str], int]]:
        """Where a text tells which anniversary it is, with the number; "over 30 years" has none."""
        if not any(part in text for part in _GATE):
            return
        done = 0
        for place in _PLACES.finditer(text):
            start = max(done, place.start() - _WIDTH)
            found = self._number.search(text, start, place.end() + _WIDTH)
            if found is not None:
                done = found.end()
                if not (found["years"] and is_hedged(text, found.start())):
                    yield found, self._count(found)

    def _count(self, found: re.Match[str]) -> int:
        words = (found["years"] or found["metal"] or "").lower()
        return self._in_words.get(words) or count_told(found, self._known)
