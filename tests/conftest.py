"""Fixtures that several folders share."""

import gc
import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import settings

from communique.store.dossier import Mode, open_dossier
from communique.views.wording import Wording
from communique.vocab.kinship import Kinship
from databases import REQUIRED, binaries, emptied, running_server
from factory import commitment, event, figure, instrument, office

# No test is timed: the first example may load a vocabulary, and the machine may be busy.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """Look for no garbage while tests are collected, nor in what stays: it takes long each time."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()
        gc.set_threshold(20_000)


@pytest.fixture(scope="session")
def wording():
    return Wording.load()


@pytest.fixture(scope="session")
def coded():
    return Wording.load(codes=True)


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


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def empty_address(request, tmp_path):
    """Where there is no dossier yet, on each database."""
    if request.param == "sqlite":
        yield str(tmp_path / "dossier.db")
    else:
        with request.getfixturevalue("postgres_server").database() as address:
            yield address


@pytest.fixture
def open_folder():
    """A folder that others may look into, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp(prefix="communique-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def as_somebody():
    """Does something with the rights of a user who is not root."""

    @contextmanager
    def without_rights():
        if os.geteuid() != 0:
            yield
            return
        nobody = pwd.getpwnam("nobody")
        os.setegid(nobody.pw_gid)
        os.seteuid(nobody.pw_uid)
        try:
            yield
        finally:
            os.seteuid(0)
            os.setegid(0)

    return without_rights


@pytest.fixture
def small_disk(tmp_path):
    """A folder on a disk of its own of one megabyte; only root can make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting a disk is not allowed here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def write_protect():
    """Makes a disk read-only."""

    def protect(folder):
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)

    return protect
