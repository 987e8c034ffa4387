"""The finder with the shipped vocabulary and pipeline, loaded once for all tests here."""

import pytest

from communique.documents.analysis import Analyser
from communique.mentions.finder import MentionFinder
from communique.model.document import Document


class Finder:
    def __init__(self):
        self._analyser = Analyser.load()
        self._finder = MentionFinder.load()

    def __call__(self, text, kind=None, title=None, regions=()):
        document = Document(id="d", text=text, text_given=True, title=title, regions=regions)
        (analysis,) = self._analyser.analyse([document])
        found = self._finder.find(document, analysis).mentions
        assert all(m.text == text[m.start : m.end] for m in found)
        return [m for m in found if kind in (None, m.kind)]


@pytest.fixture(scope="session")
def find():
    return Finder()
