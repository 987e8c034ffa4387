"""The migrations lead to the tables that the program works with, also from older versions."""

import contextlib
import json
import multiprocessing
import random
import signal
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, select, text

from communique.errors import DossierFull, DossierLocked, DossierOlder
from communique.model.claim import Amount
from communique.model.mention import Bound
from communique.store import sqlite, tables
from communique.store.address import place_of
from communique.store.dossier import Mode, open_dossier
from communique.store.due import count_due
from communique.store.ledger import WantedLines, load_lines
from communique.store.listing import Wanted
from communique.store.migrate import migrate, migrations
from communique.store.postgres import engine_of
from communique.store.preparing import upgrade_dossier
from communique.store.search import search_documents, unindexed
from communique.store.spots import list_deadlines, list_places
from communique.store.versions import CURRENT, TABLE, VERSIONS

AT = datetime(2024, 2, 1, 10, 11, 12, tzinfo=UTC)
TEXT = "Oman and Peru met in Muscat."


def engine_for(address):
    place = place_of(address)
    if hasattr(place, "path"):
        return sqlite.engine_of(place.path, "rwc", 5)
    return engine_of(place, 5)


def make_older(address):
    """A dossier of the first version, with a document and a claim in it."""
    engine = engine_for(address)
    if engine.dialect.name == "sqlite":
        sqlite.keep_log(engine, 5)
    with engine.begin() as connection:
        migrate(connection, VERSIONS[0])
        fill_older(connection)
    engine.dispose()


def fill_older(connection):
    """Raw statements: the program's own write the newest version."""
    add = "INSERT INTO text (id, sha256, body) VALUES (1, 'd1', :body)"
    connection.execute(text(add), {"body": TEXT.encode()})
    add = (
        "INSERT INTO document (id, key, ident, lineage, text, text_given, title, regions, mentions,"
        " speaks_for, extractor, added, story)"
        " VALUES (1, 'k1', 'i', 'l', 1, true, 'A meeting', '[]', :packed, '[]', 'e', 'now', 0)"
    )
    connection.execute(text(add), {"packed": b"x\x9c\x8b\x8e\x05\x00\x01\x15\x00\xb9"})
    add = (
        'INSERT INTO claim (id, document, ident, kind, start, "end", body, state, ruled_slots,'
        " extractor) VALUES (1, 1, 'event-1', 'event', 0, 28, '{}', 'found', '[]', 'e')"
    )
    connection.execute(text(add))


@pytest.fixture
def older(empty_address):
    make_older(empty_address)
    return empty_address


def contents(address):
    """All rows of the tables of the first version."""
    engine = engine_for(address)
    with engine.connect() as connection:
        names = ("text", "document", "source", "named", "claim", TABLE)
        found = {
            name: [
                tuple(map(bytes_of, row))
                for row in connection.execute(text(f"SELECT * FROM {name}"))
            ]
            for name in names
        }
    engine.dispose()
    return found


def bytes_of(value):
    return bytes(value) if isinstance(value, memoryview) else value


def test_the_program_knows_all_versions():
    script = ScriptDirectory.from_config(migrations())
    known = [revision.revision for revision in script.walk_revisions()]
    assert tuple(reversed(known)) == VERSIONS


def differences(connection):
    """How the database differs from the tables that the program works with."""
    # The index for searching is none of the tables that the library knows.
    options = {
        "version_table": TABLE,
        "include_name": lambda name, kind, parents: (
            not (kind == "table" and name.partition("_")[0] == "search")
        ),
        "compare_type": True,
        "compare_server_default": True,
    }
    context = MigrationContext.configure(connection, opts=options)
    return compare_metadata(context, tables.metadata)


def test_the_migrations_make_the_tables(dossier):
    with dossier.reading() as connection:
        assert differences(connection) == []


def test_the_comparison_would_see_a_difference(empty_address):
    with open_dossier(empty_address, Mode.WRITE) as dossier, dossier.writing() as connection:
        connection.execute(text("DROP INDEX ix_claim_kind"))
        connection.execute(text("ALTER TABLE text ADD COLUMN other TEXT"))
        assert len(differences(connection)) == 2


def test_an_upgrade_keeps_all_and_fills_what_is_new(older):
    before = contents(older)
    assert upgrade_dossier(older, clock=lambda: AT) == (VERSIONS[0], CURRENT)
    after = contents(older)
    assert after.pop(TABLE) == [(CURRENT,)]
    assert before.pop(TABLE) == [(VERSIONS[0],)]
    # Columns that are new stand last.
    for name, rows in before.items():
        kept = [row[: len(old)] for row, old in zip(after[name], rows, strict=True)]
        assert kept == rows
    with open_dossier(older, Mode.READ) as dossier, dossier.reading() as connection:
        (hit,) = search_documents(connection, "muscat", 5)
        assert hit.title == "A meeting"
        assert connection.scalar(select(tables.document.c.mentions)) == []
        assert inspect(connection).has_table("profile")
        # Nobody has checked it.
        assert count_due(connection, "anybody") == 1


def test_reading_an_older_version_is_refused_and_touches_nothing(older):
    before = contents(older)
    with pytest.raises(DossierOlder, match="communique dossier upgrade"):
        open_dossier(older, Mode.READ)
    assert contents(older) == before


@pytest.mark.postgres
def test_a_server_is_upgraded_on_command_only(postgres_server):
    with postgres_server.database() as address:
        make_older(address)
        with pytest.raises(DossierOlder, match="communique dossier upgrade"):
            open_dossier(address, Mode.WRITE)
        assert contents(address)[TABLE] == [(VERSIONS[0],)]


class TestFiles:
    @pytest.fixture
    def older_file(self, tmp_path):
        path = tmp_path / "desk.db"
        make_older(str(path))
        return path

    def test_writing_upgrades_after_a_copy(self, older_file, tmp_path):
        before = contents(str(older_file))
        open_dossier(str(older_file), Mode.WRITE, clock=lambda: AT).close()
        copy = tmp_path / "desk.v0001.20240201T101112Z.db"
        assert sorted(p.name for p in tmp_path.glob("*.db")) == ["desk.db", copy.name]
        assert contents(str(copy)) == before
        assert contents(str(older_file))[TABLE] == [(CURRENT,)]

    def test_it_is_upgraded_once(self, older_file, tmp_path):
        for _ in range(2):
            open_dossier(str(older_file), Mode.WRITE).close()
        assert len(list(tmp_path.glob("desk.v0001.*"))) == 1

    def test_without_a_copy_nothing_is_upgraded(self, older_file, monkeypatch):
        def refuse(path, target):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("communique.store.backup._copy", refuse)
        before = contents(str(older_file))
        with pytest.raises(DossierFull, match="no room"):
            open_dossier(str(older_file), Mode.WRITE)
        assert contents(str(older_file)) == before
        assert list(older_file.parent.glob("*.part")) == []

    def test_a_disk_without_room_for_the_copy_keeps_the_older_version(self, small_disk):
        path = small_disk / "desk.db"
        make_older(str(path))
        with contextlib.suppress(OSError):
            (small_disk / "filler").write_bytes(b"x" * 1_000_000)
        with pytest.raises(DossierFull):
            open_dossier(str(path), Mode.WRITE)
        (small_disk / "filler").unlink()
        assert contents(str(path))[TABLE] == [(VERSIONS[0],)]

    def test_it_waits_for_writers(self, older_file):
        engine = engine_for(str(older_file))
        with engine.connect() as connection:
            connection.exec_driver_sql("UPDATE text SET sha256 = sha256")
            with pytest.raises(DossierLocked):
                open_dossier(str(older_file), Mode.WRITE, patience=0.2)
        engine.dispose()


def test_two_processes_upgrade_once(older):
    context = multiprocessing.get_context("spawn")
    with context.Pool(2) as pool:
        done = pool.map(upgrade_dossier, [older, older])
    assert {after for _, after in done} == {CURRENT}
    assert contents(older)[TABLE] == [(CURRENT,)]


# Kills itself before the given statement; the last is the commit.
KILLED = """
import os, signal, sys
from sqlalchemy import event
from sqlalchemy.engine import Engine
left = int(sys.argv[2])
def step(*_):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
event.listen(Engine, "before_cursor_execute", step)
event.listen(Engine, "commit", step)
from communique.store.preparing import upgrade_dossier
upgrade_dossier(sys.argv[1])
print(int(sys.argv[2]) - left)
"""


@pytest.mark.parametrize("seed", range(20))
def test_a_migration_that_is_killed_leaves_the_older_version_whole(older, seed):
    before = contents(older)
    steps = random.Random(seed).randrange(50)
    command = [sys.executable, "-c", KILLED, older, str(steps)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    if done.returncode:
        assert contents(older) == before
    upgrade_dossier(older)
    assert contents(older)[TABLE] == [(CURRENT,)]
    with open_dossier(older, Mode.READ) as dossier, dossier.reading() as connection:
        assert unindexed(connection) == frozenset()


def test_a_migration_has_about_as_many_steps_as_are_tried(older):
    command = [sys.executable, "-c", KILLED, older, "1000"]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    assert 40 <= int(done.stdout) <= 120


BODY = {
    "claims": [{"claim": "commitment-1", "document": "k1"}],
    "first": None,
    "head": {
        "kind": "commitment",
        "grade": "agreed",
        "finance": "loan",
        "amount": {"value": 5, "currency": "EUR", "bound": "at_least"},
        "by": [{"name": "Oman", "code": "OM"}],
        "modality": "asserted",
        "deadline": {"first": None, "last": "2025-12-31", "text": "by 2025"},
        "part_of": None,
    },
    "told_first": "2024-05-03",
}
MET = {"claims": BODY["claims"], "head": {"kind": "event", "place": "Lima", "status": "occurred"}}


def test_records_of_an_older_version_have_their_lines_and_columns(empty_address):
    engine = engine_for(empty_address)
    if engine.dialect.name == "sqlite":
        sqlite.keep_log(engine, 5)
    with engine.begin() as connection:
        migrate(connection, "0004")
        for number, (ident, body) in enumerate((("commitment.a", BODY), ("event.b", MET))):
            add = (
                "INSERT INTO record (id, number, kind, founder_document, founder_claim,"
                " founder_profile, body, stories, claims, revision, stale)"
                " VALUES (:ident, :number, :kind, 'k1', 'c', 'p', :body, 1, 1, 1, false)"
            )
            told = {"ident": ident, "number": number, "kind": ident.partition(".")[0]}
            connection.execute(text(add), {**told, "body": json.dumps(body)})
    engine.dispose()
    upgrade_dossier(empty_address)
    with open_dossier(empty_address, Mode.READ) as dossier, dossier.reading() as connection:
        (line,) = load_lines(connection, WantedLines())
        assert line.amount == Amount(5, "EUR", Bound.AT_LEAST)
        assert (line.grade, line.finance, line.payers) == ("agreed", "loan", ("Oman",))
        assert [spot.last for spot in list_deadlines(connection, Wanted("commitment"))] == [
            "2025-12-31"
        ]
        assert [s[:2] for s in list_places(connection, Wanted("event"))] == [("event.b", "Lima")]
