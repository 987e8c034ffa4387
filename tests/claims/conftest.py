"""Documents read for claims, with the shipped vocabulary and pipeline, loaded once."""

from datetime import date

import pytest

from communique.claims.extractor import GrammarExtractor
from communique.claims.reading import Reading
from communique.documents.analysis import Analyser
from communique.documents.read import DocumentReader
from communique.mentions.finder import MentionFinder
from communique.model.raw import GivenDocument


class Readers:
    """All stages up to claims."""

    def __init__(self):
        self._documents = DocumentReader.load()
        self._analyser = Analyser.load()
        self._finder = MentionFinder.load()
        self._extractor = GrammarExtractor.load()

    def named(self, text, published=date(2024, 2, 1), **told):
        given = GivenDocument(
            address="test", id="test", text=text, published=published.isoformat(), **told
        )
        document = self._documents.read(given)
        return self._finder.find(document, next(self._analyser.analyse([document])))

    def reading(self, text, **told):
        return Reading(self.named(text, **told), self._extractor.knowledge)

    def everything(self, text, **told):
        """Claims and remarks."""
        return self._extractor.extract(self.named(text, **told))

    def claims(self, text, kind=None, **told):
        found = self._extractor.extract(self.named(text, **told)).claims
        return [claim for claim in found if kind is None or claim.kind == kind]


@pytest.fixture(scope="session")
def readers():
    return Readers()


@pytest.fixture(scope="session")
def read(readers):
    """A text to a `Reading`; published on 1 February 2024 unless told otherwise."""
    return readers.reading


@pytest.fixture(scope="session")
def extract(readers):
    """A text, and a kind, to its claims."""
    return readers.claims
