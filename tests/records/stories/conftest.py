import pytest

from communique.vocab.facts import load_fact_words


@pytest.fixture(scope="session")
def words():
    return load_fact_words()
