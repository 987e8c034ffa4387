"""Finds the stories of new documents: sketches, candidates, comparison, and what differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.model.document import Document
from communique.records.stories.articles import article_of
from communique.records.stories.differences import edits_of, entry_of
from communique.records.stories.facts import Facts
from communique.records.stories.pairs import (
    Comparison,
    Version,
    compare,
    least_in_common,
    worth_comparing,
)
from communique.records.stories.sketch import least_shared, overlap, sketch
from communique.store.documents import load_document
from communique.store.dossier import Connection
from communique.store.stories import (
    Candidate,
    VersionPair,
    candidates,
    put_sketch,
    settle_stories,
    sketches_of,
    store_pair,
)
from communique.vocab.facts import FactWords


def find_stories(
    connection: Connection, documents: Iterable[int], words: FactWords
) -> frozenset[int]:
    """Find the stories of documents for which copies have not been looked for.

    Args:
        connection: A writing connection.
        documents: Their numbers.
        words: Words that stand for numbers and dates.

    Returns:
        The documents whose voice is another now, among them older ones.
    """
    changed: set[int] = set()
    for number in documents:
        _Seeker(connection, words, number).join()
        changed |= settle_stories(connection, [number])
    return frozenset(changed)


@dataclass(frozen=True, slots=True)
class _Seeker:
    """Joins one document to its story.

    Attributes:
        connection: A writing connection.
        words: Words that stand for numbers and dates.
        number: Number of the document.
    """

    connection: Connection
    words: FactWords
    number: int

    def join(self) -> None:
        """Keep the sketch of the document, and its pairs.

        A story that it has been joined to is not compared further: it would stay the same.
        """
        mine = version_of(load_document(self.connection, self.number))
        numbers = sketch(mine.article)
        put_sketch(self.connection, self.number, numbers)
        joined: set[int] = set()
        for found in self._candidates(mine, numbers):
            if found.story in joined:
                continue
            theirs = version_of(load_document(self.connection, found.document))
            if self._is_joined(found, mine, theirs):
                joined.add(found.story)

    def _candidates(self, mine: Version, numbers: Sequence[int]) -> Iterator[Candidate]:
        """The documents worth comparing, the likeliest first."""
        day = mine.published
        found = [
            other
            for other in candidates(self.connection, self.number, least_shared(numbers))
            if other.known or other.shared >= least_in_common(numbers, day, other.published)
        ]
        sketches = sketches_of(self.connection, [c.document for c in found if not c.known])
        for other in found:
            theirs = sketches.get(other.document, ())
            if other.known or worth_comparing(overlap(numbers, theirs), day, other.published):
                yield other

    def _is_joined(self, found: Candidate, mine: Version, theirs: Version) -> bool:
        """Compare two documents; whether they are of one story, which is then kept."""
        first, second = (mine, theirs) if self.number < found.document else (theirs, mine)
        compared = compare(first, second, self.words)
        if compared.ground is None:
            return False
        numbers = sorted((self.number, found.document))
        store_pair(self.connection, self._pair(numbers[0], numbers[1], first, second, compared))
        return True

    def _pair(
        self, one: int, other: int, first: Version, second: Version, compared: Comparison
    ) -> VersionPair:
        facts = Facts(self.words, first.article, second.article)
        edits = [entry_of(edit) for edit in edits_of(compared.runs, facts)]
        return VersionPair(one, other, compared.containment, edits)


def version_of(document: Document) -> Version:
    """A document as stories see it."""
    article = article_of(document.text, document.regions)
    return Version(article, document.published, document.url)
