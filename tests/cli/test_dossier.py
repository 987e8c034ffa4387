"""`communique dossier …`, as its users call it."""

import os
import shutil
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import update

from communique.store.dossier import Mode, open_dossier
from communique.store.tables import claim
from communique.store.versions import CURRENT
from filling import add, documents
from runs import run


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    path = tmp_path_factory.mktemp("filled") / "dossier.db"
    with open_dossier(str(path), Mode.WRITE) as dossier:
        add(dossier, documents(4))
    return path


@pytest.fixture
def address(filled, tmp_path):
    path = tmp_path / "dossier.db"
    shutil.copy(filled, path)
    return str(path)


def lines(done):
    return done.stdout.decode().splitlines()


def test_info_tells_what_is_in_it(address):
    done = run("dossier", "info", "--dossier", address)
    assert done.returncode == 0
    told = dict(line.split(maxsplit=1) for line in lines(done))
    assert told["documents"] == "4"
    assert told["claims"].startswith("12 (commitment 4, event 4, office 4")
    # Of the rules of the tests: a giver of several sums, and a number in each document.
    assert told["findings"] == "5 (error 1, note 4)"


def test_a_sound_dossier_is_verified_with_nothing_to_say(address):
    done = run("dossier", "verify", "--dossier", address)
    assert done.returncode == 0
    assert lines(done) == []
    assert b"12 claims in 4 documents: nothing wrong" in done.stderr


def test_each_problem_is_a_line_and_the_status_tells(address):
    with open_dossier(address, Mode.WRITE) as dossier, dossier.writing() as connection:
        connection.execute(update(claim).where(claim.c.id == 1).values(start=9999))
    done = run("dossier", "verify", "--dossier", address)
    assert done.returncode == 1
    (line,) = lines(done)
    assert line.startswith("claim ")
    assert line.endswith(": it does not stand where its evidence begins")
    assert b"1 problem" in done.stderr


def test_an_upgrade_of_what_is_new_does_nothing(address):
    done = run("dossier", "upgrade", "--dossier", address)
    assert done.returncode == 0
    assert lines(done) == [f"it has version {CURRENT} already"]


def test_the_environment_may_name_the_dossier(address, tmp_path):
    done = run("dossier", "backup", env={**os.environ, "COMMUNIQUE_DOSSIER": address})
    assert done.returncode == 0
    (copy,) = lines(done)
    assert copy.startswith(f"{tmp_path}/dossier.v{CURRENT}.")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM document").fetchone() == (4,)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("info",), "there is no such dossier", id="info"),
        pytest.param(("verify",), "there is no such dossier", id="verify"),
        pytest.param(("upgrade",), "there is no such dossier", id="upgrade"),
        pytest.param(("backup",), "there is no such dossier", id="backup"),
    ],
)
def test_a_dossier_that_is_not_there_is_told_and_not_made(tmp_path, arguments, told):
    done = run("dossier", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert told in line
    assert list(tmp_path.iterdir()) == []


def test_a_copy_is_not_made_over_something_else(address, tmp_path):
    done = run("dossier", "backup", str(tmp_path / "dossier.db"), "--dossier", address)
    assert done.returncode == 2
    assert b"it is there already" in done.stderr


def test_a_server_is_copied_by_its_own_program():
    done = run("dossier", "backup", "--dossier", "postgresql://ann:secret@nowhere/desk")
    assert done.returncode == 2
    assert b"pg_dump" in done.stderr
    assert b"secret" not in done.stderr


@pytest.mark.postgres
def test_a_server_is_made_by_an_upgrade(postgres_server):
    with postgres_server.database() as address:
        done = run("dossier", "upgrade", "--dossier", address)
        assert done.returncode == 0
        assert lines(done) == [f"made, version {CURRENT}"]
        assert run("dossier", "verify", "--dossier", address).returncode == 0
