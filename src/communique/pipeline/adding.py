"""Adds documents to a dossier: what is new is extracted outside of transactions, then kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import islice

from communique.model.document import Document
from communique.model.extraction import Extraction
from communique.model.failure import Failure
from communique.pipeline.extract import Loader, extract
from communique.pipeline.keeping import Keeper, source_digest
from communique.pipeline.stages import Raw, Result, address
from communique.sources.reader import Found
from communique.store.documents import (
    document_key,
    known_sources,
    load_document,
    note_source,
    read_by_others,
)
from communique.store.dossier import Dossier

# Raw documents that are looked up at once.
_LOOKED_UP = 64


class Outcome(StrEnum):
    """What became of a document."""

    NEW = "new"
    KNOWN = "known"
    RENEWED = "renewed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one document.

    Attributes:
        outcome: What became of it.
        result: What was found in it; None where it was known and not read again.
        key: Key of the document in the dossier; None where it failed.
    """

    outcome: Outcome
    result: Result | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Adder:
    """Adds documents to a dossier, and extracts anew what others have extracted.

    Attributes:
        dossier: The dossier.
        keeper: Puts in what was found.
        load: Loads the stages, in each process.
        jobs: Number of processes.
        now: The clock.
    """

    dossier: Dossier
    keeper: Keeper
    load: Loader
    jobs: int
    now: Callable[[], datetime]

    def add(self, found: Iterable[Found]) -> Iterator[Added]:
        """Add documents; what became of each, not in their order: known ones come early.

        Raises:
            SetupError: The stages can't be loaded.
            DossierError: The dossier can't be written.
        """
        waiting: deque[tuple[str, str]] = deque()
        known: deque[Added] = deque()
        for result in extract(self._fresh(found, waiting, known), self.load, self.jobs):
            yield from _drained(known)
            digest, where = waiting.popleft()
            yield self._kept(result, digest, where)
        yield from _drained(known)

    def _fresh(
        self,
        found: Iterable[Found],
        waiting: deque[tuple[str, str]],
        known: deque[Added],
    ) -> Iterator[Raw | Failure]:
        """Documents that were not read before; those that were are noted as known."""
        entries = iter(found)
        while chunk := list(islice(entries, _LOOKED_UP)):
            digests = ["" if isinstance(e, Failure) else source_digest(e) for e in chunk]
            with self.dossier.reading() as connection:
                seen: dict[str, str | None] = {}
                seen.update(known_sources(connection, [d for d in digests if d]))
            for entry, digest in zip(chunk, digests, strict=True):
                if digest in seen:
                    known.append(Added(Outcome.KNOWN, key=seen[digest]))
                    continue
                if digest:
                    # The same twice in one run is read once.
                    seen[digest] = None
                waiting.append((digest, "" if isinstance(entry, Failure) else address(entry)))
                yield entry

    def _kept(self, result: Result, digest: str, where: str) -> Added:
        with self.dossier.writing() as connection:
            if isinstance(result, Failure):
                if digest:
                    note_source(connection, digest, where, self.keeper.extractor, result)
                return Added(Outcome.FAILED, result)
            number, new = self.keeper.keep(connection, result, self.now())
            note_source(connection, digest, where, self.keeper.extractor, number)
        outcome = Outcome.NEW if new else Outcome.KNOWN
        return Added(outcome, result, document_key(result.document))

    def outdated(self, everything: bool) -> tuple[int, ...]:
        """Numbers of the documents that another extractor or version has read, or of all."""
        with self.dossier.reading() as connection:
            extractor = None if everything else self.keeper.extractor
            return read_by_others(connection, extractor)

    def renew(self, numbers: Iterable[int]) -> Iterator[Added]:
        """Extract documents anew from their stored texts; what became of each, in order.

        A document that fails keeps what was found in it before.

        Raises:
            SetupError: The stages can't be loaded.
            DossierError: The dossier can't be written.
        """
        waiting: deque[int] = deque()
        for result in extract(self._stored(numbers, waiting), self.load, self.jobs):
            number = waiting.popleft()
            if isinstance(result, Extraction):
                with self.dossier.writing() as connection:
                    self.keeper.renew(connection, number, result, self.now())
            failed = isinstance(result, Failure)
            yield Added(Outcome.FAILED if failed else Outcome.RENEWED, result)

    def _stored(self, numbers: Iterable[int], waiting: deque[int]) -> Iterator[Document]:
        for number in numbers:
            with self.dossier.reading() as connection:
                document = load_document(connection, number)
            waiting.append(number)
            yield document


def _drained(known: deque[Added]) -> Iterator[Added]:
    while known:
        yield known.popleft()
