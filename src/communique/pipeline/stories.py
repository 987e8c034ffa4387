"""Finds the stories of new documents: sketches, candidates, comparison, and what differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.records.stories.articles import article_of
from communique.records.stories.differences import edits_of, entry_of
from communique.records.stories.facts import Facts
from communique.records.stories.pairs import (
    DAYS,
    Version,
    compare,
    least_of_reprint,
    worth_comparing,
)
from communique.records.stories.sketch import least_shared, overlap, sketch
from communique.store.documents import load_document
from communique.store.dossier import Connection
from communique.store.sketches import Candidate, Sought, candidates, put_sketch, sketches_of
from communique.store.stories import (
    VersionPair,
    drop_pairs_without,
    settle_stories,
    store_pair,
    story_of,
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
        seeker = _Seeker(connection, words, number)
        seeker.join()
        changed |= settle_stories(connection, [number])
        seeker.tell_versions()
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
        """Keep the sketch of the document, and pairs with the stories that it belongs to.

        A story that it has been joined to is not compared further: it would stay the same.
        """
        mine = self._version(self.number)
        numbers = sketch(mine.article)
        put_sketch(self.connection, self.number, numbers)
        joined: set[int] = set()
        for found in self._candidates(mine, numbers):
            if found.story in joined:
                continue
            theirs = self._version(found.document)
            compared = compare(mine, theirs, self.words)
            if compared.ground is not None:
                self._store((self.number, mine), (found.document, theirs))
                joined.add(found.story)

    def _candidates(self, mine: Version, numbers: Sequence[int]) -> Iterator[Candidate]:
        """The documents worth comparing, the likeliest first."""
        sought = Sought(least_shared(numbers), least_of_reprint(numbers), DAYS)
        found = candidates(self.connection, self.number, sought)
        sketches = sketches_of(self.connection, [c.document for c in found if not c.known])
        for other in found:
            shared = overlap(numbers, sketches.get(other.document, ()))
            if other.known or worth_comparing(shared, mine.published, other.published):
                yield other

    def tell_versions(self) -> None:
        """Keep how each version of the document's story departs from the earliest, and no more.

        So what is kept does not depend on the order in which the versions came.
        """
        earliest, *others = story_of(self.connection, self.number)
        if not others:
            return
        missing = drop_pairs_without(self.connection, earliest, others)
        if missing:
            first = (earliest, self._version(earliest))
            for number in sorted(missing):
                self._store(first, (number, self._version(number)))

    def _version(self, number: int) -> Version:
        document = load_document(self.connection, number)
        article = article_of(document.text, document.regions)
        return Version(article, document.published, document.url)

    def _store(self, *pair: tuple[int, Version]) -> None:
        """Keep two documents of one story, with their numbers, and what differs."""
        (one, first), (other, second) = sorted(pair, key=lambda told: told[0])
        compared = compare(first, second, self.words)
        facts = Facts(self.words, first.article, second.article)
        edits = [entry_of(edit) for edit in edits_of(compared.runs, facts)]
        store_pair(self.connection, VersionPair(one, other, compared.containment, edits))
