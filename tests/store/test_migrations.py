"""The migrations lead to the tables that the program works with, also from older versions."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, select, text

from communique.errors import DossierLocked, DossierNewer, DossierOlder
from communique.store import sqlite, tables
from communique.store.address import place_of
from communique.store.dossier import Mode, open_dossier, upgrade_dossier
from communique.store.migrate import migrate, migrations
from communique.store.postgres import engine_of
from communique.store.search import search_documents
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
        "INSERT INTO claim (id, document, ident, kind, start, \"end\", body, state, ruled_slots,"
        " extractor) VALUES (1, 1, 'event-1', 'event', 0, 28, '{}', 'found', '[]', 'e')"
    )
    connection.execute(text(add))


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def empty_address(request, tmp_path):
    """Where there is no dossier yet, on each database."""
    if request.param == "sqlite":
        yield str(tmp_path / "dossier.db")
    else:
        with request.getfixturevalue("postgres_server").database() as address:
            yield address


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
            name: [tuple(map(bytes_of, row)) for row in connection.execute(text(f"SELECT * FROM {name}"))]
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


def test_the_migrations_make_the_tables(dossier):
    # The index for searching is none of the tables that the library knows.
    options = {
        "version_table": TABLE,
        "include_name": lambda name, kind, parents: not (
            kind == "table" and name.partition("_")[0] == "search"
        ),
        "compare_type": True,
        "compare_server_default": True,
    }
    with dossier.reading() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, tables.metadata) == []


def test_the_comparison_would_see_a_difference(dossier):
    with dossier.writing() as connection:
        connection.execute(text("DROP INDEX ix_claim_kind"))
    with pytest.raises(AssertionError):
        test_the_migrations_make_the_tables(dossier)


def test_an_upgrade_keeps_all_and_fills_what_is_new(older):
    before = contents(older)
    assert upgrade_dossier(older, clock=lambda: AT) == (VERSIONS[0], CURRENT)
    after = contents(older)
    assert after.pop(TABLE) == [(CURRENT,)]
    assert before.pop(TABLE) == [(VERSIONS[0],)]
    assert after == before
    with open_dossier(older, Mode.READ) as dossier, dossier.reading() as connection:
        (hit,) = search_documents(connection, "muscat", 5)
        assert hit.title == "A meeting"
        assert connection.scalar(select(tables.document.c.mentions)) == []
        assert inspect(connection).has_table("profile")


def test_reading_an_older_version_is_refused_and_touches_nothing(older):
    before = contents(older)
    with pytest.raises(DossierOlder, match="communique dossier upgrade"):
        open_dossier(older, Mode.READ)
    assert contents(older) == before


def test_a_server_is_upgraded_on_command_only(postgres_server):
    with postgres_server.database() as address:
        make_older(address)
        with pytest.raises(DossierOlder, match="communique dossier upgrade"):
            open_dossier(address, Mode.WRITE)
        assert contents(address)[TABLE] == [(VERSIONS[0],)]


test_a_server_is_upgraded_on_command_only = pytest.mark.postgres(
    test_a_server_is_upgraded_on_command_only
)
