"""Makes dossiers, brings older ones to this program's version, and copies them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from communique.errors import BadAddress, BadOption
from communique.store import postgres, sqlite
from communique.store.address import File, Server, place_of
from communique.store.backup import back_up, backup_name
from communique.store.called import head_missing, name_missing
from communique.store.connecting import must_exist, write_transaction, writing_engine
from communique.store.faults import translated
from communique.store.search import index_missing
from communique.store.versions import CURRENT, refuse_newer, refuse_older, version_of

#: Seconds to wait for another writer.
PATIENCE = 30.0


def now() -> datetime:
    """The time in UTC."""
    return datetime.now(UTC)


def upgrade_dossier(
    address: str, *, patience: float = PATIENCE, clock: Callable[[], datetime] = now
) -> tuple[str | None, str]:
    """Bring a dossier to this program's version; a file is copied first.

    Returns:
        The version that it had, None where it was empty, and the version that it has.

    Raises:
        DossierError: It can't be upgraded; nothing was touched.
        NoDatabase: The database software is not complete.
    """
    place = place_of(address)
    if isinstance(place, File):
        must_exist(place)
    with translated(place.shown):
        engine = writing_engine(place, patience)
        try:
            return prepare(engine, place, patience, clock, upgrade=True), CURRENT
        finally:
            engine.dispose()


def backup_dossier(
    address: str, target: Path | None = None, *, clock: Callable[[], datetime] = now
) -> Path:
    """Copy a dossier that is a file, of whatever version, while others may write to it.

    Args:
        address: The dossier.
        target: The copy; None for a file beside the dossier, named by version and time.
        clock: Tells the time.

    Returns:
        The copy.

    Raises:
        DossierError: The dossier can't be read, or the copy not be written.
        BadOption: There is something under the name of the copy.
    """
    place = place_of(address)
    if isinstance(place, Server):
        raise BadAddress(place.shown, "it is on a server", "copy it with `pg_dump`")
    must_exist(place)
    with translated(place.shown):
        engine = sqlite.engine_of(place.path, "ro", PATIENCE)
        try:
            with engine.connect() as connection:
                version = version_of(connection, place.shown)
        finally:
            engine.dispose()
        copy = target or backup_name(place.path, version or "0", clock())
        if copy.exists():
            raise BadOption(str(copy), "it is there already", "name another file")
        back_up(place.path, copy)
    return copy


def prepare(
    engine: Engine,
    place: File | Server,
    patience: float,
    clock: Callable[[], datetime],
    *,
    upgrade: bool,
) -> str | None:
    """Make or upgrade the tables where that is needed.

    Args:
        engine: An engine for writing.
        place: Where the dossier is.
        patience: Seconds to wait for another writer.
        clock: Tells the time, for the name of the copy of a file.
        upgrade: Whether an older version may be upgraded.

    Returns:
        The version that there was, None where the database was empty.

    Raises:
        DossierError: It can't be; nothing was touched.
    """
    with engine.connect() as connection:
        version = version_of(connection, place.shown)
    if version == CURRENT:
        return version
    if version is not None:
        refuse_newer(version, place.shown)
        if not upgrade:
            refuse_older(version, place.shown)
    if isinstance(place, File):
        return _migrate_file(place, patience, clock)
    return _migrate_server(engine, place)


def _migrate_file(place: File, patience: float, clock: Callable[[], datetime]) -> str | None:
    """Bring a file to this version, in one transaction, after a copy of it."""
    # Tables that are rebuilt must not drag others with them; what refers to what is checked below.
    engine = sqlite.engine_of(place.path, "rw", patience, foreign_keys="OFF")
    try:
        sqlite.keep_log(engine, patience)
        with write_transaction(engine, place) as connection:
            # Another process may have been faster.
            version = version_of(connection, place.shown)
            if version == CURRENT:
                return version
            if version is not None:
                refuse_newer(version, place.shown)
                back_up(place.path, backup_name(place.path, version, clock()))
            _migrate(connection)
            _check_references(connection)
            return version
    finally:
        engine.dispose()


def _check_references(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise RuntimeError(f"the migration breaks a reference: {tuple(broken)}")


def _migrate_server(engine: Engine, place: Server) -> str | None:
    """Bring a database to this version, in one transaction."""
    with write_transaction(engine, place) as connection:
        version = version_of(connection, place.shown)
        if version == CURRENT:
            return version
        postgres.refuse_unfit(connection, place.shown)
        _migrate(connection)
        return version


def _migrate(connection: Connection) -> None:
    """Change the tables, and fill those that follow from others."""
    # Loaded only where it is needed: most dossiers are of this version.
    from communique.store.migrate import migrate

    migrate(connection)
    index_missing(connection)
    name_missing(connection)
    head_missing(connection)
