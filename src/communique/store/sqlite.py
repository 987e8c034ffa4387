"""Dossiers in SQLite files: how they are opened for reading and writing.

Transactions are begun by us, as SQLAlchemy's documentation of the driver describes, since the
driver would begin them late, and not for a change of tables. A writer takes its lock at once
(BEGIN IMMEDIATE), so that it never has to give up half-way; readers see one state (BEGIN) and
hinder nobody (write-ahead log).
"""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

#: Option of a connection: the statement that begins its transactions.
BEGIN = "dossier_begin"
AT_ONCE = "BEGIN IMMEDIATE"
_PAUSE = 0.05
# Kibibytes of pages that a writer keeps at hand: whole dossiers are checked by it, and pages that
# are read again and again cost a third of its system time.
_WRITERS_CACHE = 65_536
# Pages that may stand in the log before they are put in their places: what is written again by
# the next transaction is put there once.
_LOGGED = 8_192


def engine_of(path: Path, access: str, patience: float, **settings: object) -> Engine:
    """An engine for a file.

    Args:
        path: The file.
        access: SQLite's mode: "ro" only reads, "rw" also writes, "rwc" makes the file too.
        patience: Seconds to wait for another writer.
        settings: Pragmas besides ours.
    """
    address = _uri(path, f"mode={access}")
    writing = {"cache_size": -_WRITERS_CACHE, "wal_autocheckpoint": _LOGGED}
    written = writing if access != "ro" else {}
    pragmas = {"foreign_keys": "ON", "synchronous": "FULL", **written, **settings}
    return _engine(address, patience, pragmas)


def engine_of_frozen(path: Path, patience: float) -> Engine:
    """An engine that reads a file which nobody can write to, as on a write-protected medium.

    Reading a write-ahead log needs a file beside the dossier; this does without.
    """
    return _engine(_uri(path, "mode=ro&immutable=1"), patience, {})


def can_freeze(path: Path) -> bool:
    """Whether all of a dossier is in its file, and nobody like us can write to its folder."""
    log = Path(f"{path}-wal")
    written = log.exists() and log.stat().st_size > 0
    return not written and not may(path.parent, os.W_OK) and may(path, os.R_OK)


def may(path: Path, what: int) -> bool:
    """Whether we have a right (`os.R_OK`, `os.W_OK`) to a file or folder."""
    return os.access(path, what, effective_ids=os.access in os.supports_effective_ids)


def keep_log(engine: Engine, patience: float) -> None:
    """Switch to the write-ahead log; it stays so.

    SQLite does not wait for others when it switches, so we do.
    """
    until = time.monotonic() + patience
    while True:
        try:
            with engine.connect() as connection:
                raw = connection.connection.dbapi_connection
                assert raw is not None
                raw.execute("PRAGMA journal_mode = WAL")
                return
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
            if not busy or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)


def _uri(path: Path, query: str) -> str:
    return f"file:{quote(os.fsencode(path.absolute()))}?{query}"


def _engine(address: str, patience: float, pragmas: dict[str, object]) -> Engine:
    def connect() -> sqlite3.Connection:
        raw = sqlite3.connect(
            address, uri=True, timeout=patience, isolation_level=None, check_same_thread=False
        )
        try:
            for name, value in pragmas.items():
                raw.execute(f"PRAGMA {name} = {value}")
        except BaseException:
            raw.close()
            raise
        return raw

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    options: Any = connection.get_execution_options()
    connection.exec_driver_sql(options.get(BEGIN, "BEGIN"))
