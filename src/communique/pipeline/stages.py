"""The pure stages, loaded and ready: from a raw document to its claims."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.claims.extractor import Extractor, checked
from communique.claims.extractors import DEFAULT_EXTRACTOR, all_extractors, load_extractor
from communique.documents.analysis import DEFAULT_MODEL, Analyser
from communique.documents.read import DocumentReader
from communique.errors import CommuniqueError
from communique.mentions.finder import MentionFinder
from communique.model.analysis import Analysis
from communique.model.document import Document
from communique.model.extraction import Extraction
from communique.model.failure import Failure
from communique.model.languages import is_read
from communique.model.raw import GivenDocument, RawDocument

#: What the stages take: documents to be read, or one that was read before and is extracted anew.
Raw = RawDocument | GivenDocument | Document
Result = Extraction | Failure

#: Code of a fault of the program itself, which no class of error stands for.
FAULT = "CQ500"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Stages:
    """All stages up to claims.

    Attributes:
        reader: Raw documents to documents.
        analyser: Documents to their linguistic analysis.
        finder: Documents and analyses to mentions.
        extractor: Mentions to claims.
        method: Name of the extractor.
    """

    reader: DocumentReader
    analyser: Analyser
    finder: MentionFinder
    extractor: Extractor
    method: str = DEFAULT_EXTRACTOR

    @classmethod
    def load(cls, model: str = DEFAULT_MODEL, method: str = DEFAULT_EXTRACTOR) -> Stages:
        """Load all stages with the given spaCy pipeline and extractor of claims.

        Raises:
            UnknownExtractor: There is no such extractor.
            SetupError: The pipeline is not installed, or a vocabulary file is broken.
        """
        extractor = load_extractor(method, all_extractors())
        return cls(
            DocumentReader.load(), Analyser.load(model), MentionFinder.load(), extractor, method
        )

    def run(self, batch: Sequence[Raw]) -> list[Result]:
        """Extract a batch; the results are in its order.

        A document that fails gives a `Failure` and takes no other with it: a batch that fails as a
        whole is run again document by document.
        """
        try:
            return self._run(batch)
        except Exception as error:  # noqa: BLE001 - the one place where any fault is kept and stored
            if len(batch) == 1:
                return [_fault(batch[0], error)]
            return [result for raw in batch for result in self.run([raw])]

    def _run(self, batch: Sequence[Raw]) -> list[Result]:
        read = [self._read(raw) for raw in batch]
        documents = [d for d in read if isinstance(d, Document) and reads_language(d)]
        analyses = iter(self.analyser.analyse(documents))
        return [self._extraction(d, analyses) if isinstance(d, Document) else d for d in read]

    def _extraction(self, document: Document, analyses: Iterator[Analysis]) -> Extraction:
        if not reads_language(document):
            return Extraction(document, (), extractor=self.method)
        named = self.finder.find(document, next(analyses))
        found = checked(self.extractor, named)
        return Extraction(
            document, named.mentions, found.claims, found.refused, found.remarks, self.method
        )

    def _read(self, raw: Raw) -> Document | Failure:
        if isinstance(raw, Document):
            return raw
        try:
            return self.reader.read(raw)
        except CommuniqueError as error:
            return Failure(ident(raw), "documents", error.code, str(error))


@dataclass(frozen=True, slots=True)
class StagesLoader:
    """Loads the stages with a spaCy pipeline, in this process or another.

    Attributes:
        model: Name of the pipeline's package, or path of its folder.
        extractor: Name of the extractor of claims.
    """

    model: str = DEFAULT_MODEL
    extractor: str = DEFAULT_EXTRACTOR

    def __call__(self) -> Stages:
        """Load the stages.

        Raises:
            UnknownExtractor: There is no such extractor.
            SetupError: The stages can't be loaded.
        """
        return Stages.load(self.model, self.extractor)


def reads_language(document: Document) -> bool:
    """Whether the stages know the document's language; one that can't be told is tried."""
    return is_read(document.language)


def ident(raw: Raw) -> str:
    """What to call a raw document: the caller's id if it has one, else where it was found."""
    given = None if isinstance(raw, RawDocument) else raw.id
    return given or address(raw)


def address(raw: Raw) -> str:
    """Where a raw document was found, for messages."""
    return (raw.url or raw.id) if isinstance(raw, Document) else raw.address


def _fault(raw: Raw, error: Exception) -> Failure:
    _log.debug("fault in %s", ident(raw), exc_info=error)
    kind = type(error).__name__
    message = (
        f"{address(raw)}: the program failed on it ({kind}: {' '.join(str(error).split())[:200]}); "
        "please report this with the document"
    )
    return Failure(ident(raw), "mentions", FAULT, message)
