"""Fixtures that several folders share."""

import os
import shutil
from importlib.util import find_spec

import pytest

from communique.store.dossier import Mode, open_dossier
from communique.vocab.kinship import Kinship
from databases import REQUIRED, binaries, emptied, running_server
from factory import commitment, event, figure, instrument, office


@pytest.fixture
def claim_of_each_kind():
    return (event(), instrument(), commitment(), figure(), office())


@pytest.fixture(scope="session")
def kin():
    """Who belongs to whom, from the shipped vocabulary."""
    return Kinship.load()


@pytest.fixture(scope="session")
def postgres_server():
    """A PostgreSQL server for all tests; skips, or fails in continuous integration, without one."""
    programs = binaries()
    if programs is None or find_spec("psycopg") is None:
        missing = "the server's programs" if programs is None else "the driver psycopg"
        reason = f"PostgreSQL: {missing} are not installed"
        if os.environ.get(REQUIRED) == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with running_server(programs) as server:
        yield server


@pytest.fixture(scope="session")
def postgres_template(postgres_server):
    """A database that holds an empty dossier."""
    name = postgres_server.new_database()
    open_dossier(postgres_server.address(name), Mode.WRITE).close()
    return name


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory):
    """A file that holds an empty dossier."""
    path = tmp_path_factory.mktemp("template") / "dossier.db"
    open_dossier(str(path), Mode.WRITE).close()
    return path


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def dossier_address(request, tmp_path):
    """The address of an empty dossier, on each database; its tables must stay as they are."""
    if request.param == "sqlite":
        path = tmp_path / "dossier.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield str(path)
    else:
        server = request.getfixturevalue("postgres_server")
        name = request.getfixturevalue("postgres_template")
        yield server.address(name)
        emptied(server, name)


@pytest.fixture
def dossier(dossier_address):
    """An empty dossier, open for writing, on each database."""
    with open_dossier(dossier_address, Mode.WRITE, patience=5) as opened:
        yield opened
