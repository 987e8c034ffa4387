"""The shipped vocabulary, read once for all tests here."""

import pytest

from communique.vocab.lexicon import party_lexicon, post_lexicon
from communique.vocab.loader import load_vocabulary
from communique.vocab.places import Gazetteer


@pytest.fixture(scope="session")
def vocabulary():
    return load_vocabulary()


@pytest.fixture(scope="session")
def parties(vocabulary, gazetteer):
    return party_lexicon(vocabulary, gazetteer)


@pytest.fixture(scope="session")
def posts(vocabulary):
    return post_lexicon(vocabulary)


@pytest.fixture(scope="session")
def gazetteer():
    return Gazetteer.load()
