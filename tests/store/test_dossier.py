"""Opening a dossier, transactions, and one clear line for whatever goes wrong."""

import multiprocessing
import os
import shutil
import sqlite3
import threading

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy import text as sql

from communique.errors import (
    BadAddress,
    CommuniqueError,
    DossierDamaged,
    DossierFailed,
    DossierForbidden,
    DossierFull,
    DossierLocked,
    DossierNewer,
    DossierNotFound,
    NoDatabase,
    NoServer,
    NotADossier,
)
from communique.store import postgres
from communique.store.dossier import Mode, open_dossier
from communique.store.tables import text
from communique.store.versions import TABLE


def put(connection, digest="d", body=b"A text."):
    connection.execute(insert(text).values(sha256=digest, body=body))


def count(connection):
    return connection.scalar(select(func.count()).select_from(text))


def put_and_fail(dossier):
    with dossier.writing() as connection:
        put(connection)
        raise RuntimeError


def put_and_be_cut(dossier, server):
    with dossier.writing() as connection:
        put(connection)
        number = connection.scalar(sql("SELECT pg_backend_pid()"))
        server.run(f"SELECT pg_terminate_backend({number})")
        put(connection, "second")


def held(address):
    with open_dossier(address, Mode.READ) as dossier, dossier.reading() as connection:
        return count(connection)


def refused(kind, address, mode, **options):
    """The line that tells why it can't be opened."""
    with pytest.raises(kind) as caught:
        open_dossier(address, mode, **options)
    line = str(caught.value)
    assert line.count("\n") == 0
    assert line.count(";") >= 1
    return line


class TestModes:
    def test_writing_makes_a_dossier(self, empty_address):
        with open_dossier(empty_address, Mode.WRITE) as dossier, dossier.writing() as connection:
            put(connection)
        assert held(empty_address) == 1

    def test_reading_makes_nothing(self, empty_address, tmp_path):
        refused(CommuniqueError, empty_address, Mode.READ)
        assert list(tmp_path.iterdir()) == []

    def test_a_dossier_for_reading_is_not_written_to(self, dossier_address):
        with open_dossier(dossier_address, Mode.READ) as dossier:
            with pytest.raises(ValueError, match="reading"), dossier.writing():
                pass
            with pytest.raises(CommuniqueError), dossier.reading() as connection:
                put(connection)
        assert held(dossier_address) == 0

    def test_a_folder_is_no_dossier(self, tmp_path):
        for mode in Mode:
            assert "folder" in refused(NotADossier, str(tmp_path), mode)

    def test_a_folder_that_is_not_there_is_not_made(self, tmp_path):
        assert "folder" in refused(DossierNotFound, str(tmp_path / "a" / "d.db"), Mode.WRITE)
        refused(DossierNotFound, str(tmp_path / "a" / "d.db"), Mode.READ)
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("name", ["a b?mode=memory#%41.db", "Dossié.db", "-"])
    def test_a_file_may_have_any_name(self, tmp_path, name):
        path = tmp_path / name
        with open_dossier(str(path), Mode.WRITE) as dossier, dossier.writing() as connection:
            put(connection)
        assert path.exists()
        assert held(str(path)) == 1

    def test_a_name_need_not_be_text(self, tmp_path):
        path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.db")
        open_dossier(path, Mode.WRITE).close()
        assert held(path) == 0

    def test_an_empty_file_becomes_a_dossier_by_writing_alone(self, tmp_path):
        path = tmp_path / "d.db"
        path.touch()
        assert "empty" in refused(NotADossier, str(path), Mode.READ)
        open_dossier(str(path), Mode.WRITE).close()
        assert held(str(path)) == 0


class TestTransactions:
    def test_what_is_written_is_kept_in_the_end_or_not_at_all(self, dossier):
        with pytest.raises(RuntimeError):
            put_and_fail(dossier)
        with dossier.reading() as connection:
            assert count(connection) == 0

    def test_a_reader_sees_one_state(self, dossier, dossier_address):
        with open_dossier(dossier_address, Mode.READ) as other, other.reading() as connection:
            assert count(connection) == 0
            with dossier.writing() as writer:
                put(writer)
            assert count(connection) == 0
        assert held(dossier_address) == 1

    def test_writers_take_turns(self, dossier, dossier_address):
        turns = []

        def write():
            with open_dossier(dossier_address, Mode.WRITE) as other, other.writing() as connection:
                turns.append(count(connection))
                put(connection, "second")

        with dossier.writing() as connection:
            thread = threading.Thread(target=write)
            thread.start()
            thread.join(0.3)
            assert turns == []
            put(connection, "first")
        thread.join(20)
        # It waited, and then saw what the first had written.
        assert turns == [1]

    def test_a_writer_that_waits_too_long_is_told(self, dossier, dossier_address):
        with (
            open_dossier(dossier_address, Mode.WRITE, patience=0.2) as other,
            dossier.writing(),
            pytest.raises(DossierLocked, match="another process"),
            other.writing(),
        ):
            pass
        with dossier.writing() as connection:
            put(connection)

    def test_references_are_held(self, dossier):
        with pytest.raises(DossierFailed), dossier.writing() as connection:
            connection.execute(sql("INSERT INTO claim_profile (profile, claim) VALUES (1, 1)"))

    def test_two_processes_make_one_dossier(self, empty_address):
        context = multiprocessing.get_context("spawn")
        with context.Pool(2) as pool:
            assert pool.map(make_and_put, [(empty_address, n) for n in range(4)]) == [None] * 4
        assert held(empty_address) == 4


def make_and_put(told):
    address, number = told
    with open_dossier(address, Mode.WRITE) as dossier, dossier.writing() as connection:
        put(connection, str(number))


class TestOtherVersions:
    @pytest.mark.parametrize("mode", Mode)
    def test_a_newer_version_is_refused(self, empty_address, mode):
        with open_dossier(empty_address, Mode.WRITE) as dossier, dossier.writing() as connection:
            connection.execute(sql(f"UPDATE {TABLE} SET version_num = '9999'"))
        assert "version 9999" in refused(DossierNewer, empty_address, mode)


class TestOtherThings:
    @pytest.mark.parametrize("mode", Mode)
    def test_another_file_is_left_alone(self, tmp_path, mode):
        path = tmp_path / "notes.txt"
        path.write_text("Talks in Muscat, 3 June.\n" * 100)
        refused(NotADossier, str(path), mode)
        assert path.read_text() == "Talks in Muscat, 3 June.\n" * 100
        assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]

    @pytest.mark.parametrize("mode", Mode)
    def test_another_programs_database_is_left_alone(self, empty_address, mode):
        with raw(empty_address) as connection:
            connection.execute("CREATE TABLE recipe (name TEXT)")
            connection.commit()
        assert "no dossier" in refused(NotADossier, empty_address, mode)
        with raw(empty_address) as connection:
            assert connection.execute("SELECT count(*) FROM recipe").fetchone() == (0,)

    def test_a_damaged_file_is_told(self, tmp_path, sqlite_template):
        path = tmp_path / "d.db"
        shutil.copy(sqlite_template, path)
        content = bytearray(path.read_bytes())
        content[100:] = b"\xa5" * (len(content) - 100)
        path.write_bytes(content)
        assert "damaged" in refused(DossierDamaged, str(path), Mode.READ)


def raw(address):
    """A connection without the program between."""
    if "://" not in address:
        from contextlib import closing

        return closing(sqlite3.connect(address))
    import psycopg

    return psycopg.connect(address)


class TestRights:
    def test_a_file_that_may_not_be_read_is_told(self, open_folder, sqlite_template, as_somebody):
        path = open_folder / "d.db"
        shutil.copy(sqlite_template, path)
        path.chmod(0)
        with as_somebody():
            for mode in Mode:
                assert "rights" in refused(DossierForbidden, str(path), mode)

    def test_a_write_protected_file_is_read_and_not_written(
        self, open_folder, sqlite_template, as_somebody
    ):
        path = open_folder / "d.db"
        shutil.copy(sqlite_template, path)
        path.chmod(0o444)
        open_folder.chmod(0o555)
        with as_somebody():
            assert held(str(path)) == 0
            assert "rights" in refused(DossierForbidden, str(path), Mode.WRITE)
        assert [p.name for p in open_folder.iterdir()] == ["d.db"]

    def test_no_dossier_is_made_in_a_write_protected_folder(self, open_folder, as_somebody):
        open_folder.chmod(0o555)
        with as_somebody():
            assert "rights" in refused(DossierForbidden, str(open_folder / "d.db"), Mode.WRITE)

    def test_a_write_protected_disk_is_read_from(self, small_disk, sqlite_template, write_protect):
        path = small_disk / "d.db"
        shutil.copy(sqlite_template, path)
        write_protect(small_disk)
        assert held(str(path)) == 0
        assert "write-protected" in refused(DossierForbidden, str(path), Mode.WRITE)
        refused(DossierForbidden, str(small_disk / "new.db"), Mode.WRITE)

    def test_what_is_still_in_the_log_is_not_passed_over(
        self, small_disk, sqlite_template, write_protect
    ):
        path = small_disk / "d.db"
        shutil.copy(sqlite_template, path)
        with open_dossier(str(path), Mode.WRITE) as dossier:
            with dossier.writing() as connection:
                put(connection)
            shutil.copy(path, small_disk / "copy.db")
            shutil.copy(f"{path}-wal", small_disk / "copy.db-wal")
        write_protect(small_disk)
        refused(DossierForbidden, str(small_disk / "copy.db"), Mode.READ)


class TestRoom:
    def test_a_full_disk_is_told_and_loses_nothing(self, small_disk, sqlite_template):
        path = small_disk / "d.db"
        shutil.copy(sqlite_template, path)
        with open_dossier(str(path), Mode.WRITE) as dossier:
            with dossier.writing() as connection:
                put(connection, "first")
            with (
                pytest.raises(DossierFull, match="no room"),
                dossier.writing() as connection,
            ):
                put(connection, "second", os.urandom(2_000_000))
            with dossier.reading() as connection:
                assert count(connection) == 1
        assert held(str(path)) == 1

    def test_no_dossier_is_left_where_there_is_no_room_for_one(self, small_disk):
        (small_disk / "filler").write_bytes(b"x" * 1_000_000)
        path = small_disk / "d.db"
        refused(DossierFull, str(path), Mode.WRITE)
        (small_disk / "filler").unlink()
        open_dossier(str(path), Mode.WRITE).close()
        assert held(str(path)) == 0


@pytest.mark.postgres
class TestServers:
    def test_a_server_that_is_not_there_is_told(self, tmp_path):
        address = f"postgresql://ann:secret@/desk?host={tmp_path}"
        for mode in Mode:
            assert "secret" not in refused(NoServer, address, mode)

    def test_a_database_that_is_not_there_is_told(self, postgres_server):
        address = postgres_server.address("no_such")
        assert "no_such" in refused(NoServer, address, Mode.WRITE)

    def test_a_user_without_rights_is_told(self, postgres_server, postgres_template):
        with postgres_server.database(postgres_template) as address:
            postgres_server.run("DROP ROLE IF EXISTS guest")
            postgres_server.run("CREATE ROLE guest LOGIN")
            theirs = address.replace("owner@", "guest@")
            assert "rights" in refused(DossierForbidden, theirs, Mode.READ)

    def test_another_encoding_is_refused(self, postgres_server):
        options = "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'"
        with postgres_server.database("template0", options) as address:
            assert "LATIN1" in refused(BadAddress, address, Mode.WRITE)

    def test_a_schema_that_is_not_there_is_told(self, postgres_server):
        with postgres_server.database() as address:
            elsewhere = f"{address}&options=-csearch_path%3Delsewhere"
            assert "schema" in refused(BadAddress, elsewhere, Mode.WRITE)

    def test_two_dossiers_share_a_database_in_schemas(self, postgres_server):
        with postgres_server.database() as address:
            name = address.partition("@/")[2].partition("?")[0]
            postgres_server.run("CREATE SCHEMA other", name)
            other = f"{address}&options=-csearch_path%3Dother"
            with (
                open_dossier(address, Mode.WRITE) as one,
                open_dossier(other, Mode.WRITE, patience=1) as two,
                one.writing() as connection,
                two.writing() as second,
            ):
                put(connection)
                assert count(second) == 0

    def test_a_connection_that_is_cut_is_told_and_the_next_is_fine(
        self, postgres_server, postgres_template
    ):
        with (
            postgres_server.database(postgres_template) as address,
            open_dossier(address, Mode.WRITE) as dossier,
        ):
            with pytest.raises(NoServer):
                put_and_be_cut(dossier, postgres_server)
            with dossier.writing() as connection:
                assert count(connection) == 0

    def test_without_the_driver_the_remedy_is_told(self, monkeypatch):
        monkeypatch.setattr(postgres, "find_spec", lambda name: None)
        line = refused(NoDatabase, "postgresql://ann@/desk", Mode.READ)
        assert "pip install communique[postgres]" in line
