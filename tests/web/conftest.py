"""A served dossier, made of the sentences that `filling` knows."""

import shutil

import pytest
from fastapi.testclient import TestClient

from communique.store.dossier import Mode, open_dossier
from communique.web.app import create_app
from filling import add, documents
from serving import site_on
from shelved import fill


@pytest.fixture
def dossier(tmp_path):
    with open_dossier(str(tmp_path / "dossier.db"), Mode.WRITE) as opened:
        yield opened


@pytest.fixture(scope="session")
def filled_template(tmp_path_factory):
    """A file that holds a filled dossier, to be copied."""
    path = tmp_path_factory.mktemp("filled") / "dossier.db"
    with open_dossier(str(path), Mode.WRITE) as opened:
        add(opened, documents(9))
    return path


@pytest.fixture
def filled(filled_template, tmp_path):
    """A dossier of a test's own, filled."""
    path = tmp_path / "filled.db"
    shutil.copy(filled_template, path)
    with open_dossier(str(path), Mode.WRITE) as opened:
        yield opened


@pytest.fixture
def client(filled):
    with TestClient(create_app(site_on(filled))) as made:
        yield made


@pytest.fixture
def empty(dossier):
    with TestClient(create_app(site_on(dossier))) as made:
        yield made


@pytest.fixture
def shelved(tmp_path):
    """A served dossier with records of all kinds."""
    address = tmp_path / "shelved.db"
    fill(address)
    with (
        open_dossier(str(address), Mode.READ) as opened,
        TestClient(create_app(site_on(opened))) as made,
    ):
        yield made
