import pytest

from communique.documents.read import DocumentReader


@pytest.fixture(scope="session")
def reader():
    return DocumentReader.load()
