"""Turns what databases and their drivers raise into errors of ours: the one place that does."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from sqlalchemy.exc import DBAPIError

from communique.errors import (
    DossierDamaged,
    DossierError,
    DossierFailed,
    DossierForbidden,
    DossierFull,
    DossierLocked,
    NoDatabase,
    NoServer,
    NotADossier,
    SetupError,
)

_Told = tuple[type[DossierError], str, str]

_NO_RIGHTS: _Told = (
    DossierForbidden,
    "it can't be opened or written",
    "check the rights to the file and its folder",
)
_NO_ROOM: _Told = (
    DossierFull,
    "there is no room to write",
    "make room and go on; what was written before is whole",
)
_LOCKED: _Told = (
    DossierLocked,
    "another process has been writing to it for too long",
    "wait until it has ended, or end it",
)
_DAMAGED: _Told = (
    DossierDamaged,
    "the database is damaged",
    "go back to a backup, or ask `communique dossier verify` what is wrong",
)
_NOT_OURS: _Told = (NotADossier, "it is no dossier", "name another file")
_GONE: _Told = (
    NoServer,
    "the server can't be reached, or has gone away",
    "check the address, and that the server runs",
)
_TURNED_AWAY: _Told = (
    NoServer,
    "the server turns us away",
    "check the name and password in the address",
)

#: By the names of SQLite's result codes; the longer name is looked for first.
_SQLITE: Mapping[str, _Told] = MappingProxyType(
    {
        "SQLITE_AUTH": _NO_RIGHTS,
        "SQLITE_BUSY": _LOCKED,
        "SQLITE_CANTOPEN": _NO_RIGHTS,
        "SQLITE_CORRUPT": _DAMAGED,
        "SQLITE_FULL": _NO_ROOM,
        "SQLITE_IOERR": (DossierFailed, "reading or writing the file failed", "check the disk"),
        # No room for the file beside the dossier by which processes agree.
        "SQLITE_IOERR_SHMSIZE": _NO_ROOM,
        # A quota, or a limit to the size of files; a full disk is SQLITE_FULL.
        "SQLITE_IOERR_WRITE": _NO_ROOM,
        "SQLITE_LOCKED": _LOCKED,
        "SQLITE_NOTADB": _NOT_OURS,
        "SQLITE_PERM": _NO_RIGHTS,
        "SQLITE_READONLY": _NO_RIGHTS,
    }
)

#: By PostgreSQL's SQLSTATE, or by the class that its first two digits name.
_POSTGRESQL: Mapping[str, _Told] = MappingProxyType(
    {
        "08": _GONE,
        "25006": (DossierForbidden, "the server only lets us read", "write to its primary"),
        "28": _TURNED_AWAY,
        "3D": (NoServer, "there is no such database", "make it with `createdb`"),
        "42501": (
            DossierForbidden,
            "the rights to its tables are missing",
            "ask the owner of the database for them",
        ),
        "53100": _NO_ROOM,
        "53300": (NoServer, "the server has too many connections", "try again later"),
        "55P03": _LOCKED,
        "57": _GONE,
        "XX001": _DAMAGED,
        "XX002": _DAMAGED,
    }
)

_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def translated(address: str) -> Iterator[None]:
    """Raise errors of ours for those of the databases.

    Args:
        address: How the dossier is named in messages.

    Raises:
        DossierError: The database refused.
        NoDatabase: It lacks a part.
    """
    try:
        yield
    except DBAPIError as error:
        raise told(address, error.orig or error) from error
    except sqlite3.Error as error:
        raise told(address, error) from error


def told(address: str, error: BaseException) -> DossierError | SetupError:
    """The error of ours for one of a database driver."""
    message = str(error).strip().partition("\n")[0]
    if "no such module: fts5" in message:
        reason = "the SQLite library of this Python lacks the full-text search FTS5"
        return NoDatabase(address, reason, "use a Python whose SQLite has it")
    kind, reason, remedy = _kind(error) or (
        DossierFailed,
        f"the database refused ({type(error).__name__}: {message})",
        "report it with this message",
    )
    return kind(address, reason if message in reason else f"{reason} ({message})", remedy)


def told_by_system(address: str, error: OSError) -> DossierError:
    """The error of ours for one of the operating system, met where a file is written."""
    kind, reason, remedy = _NO_ROOM if error.errno in _NO_SPACE else _NO_RIGHTS
    return kind(address, f"{reason} ({error.strerror})", remedy)


def _kind(error: BaseException) -> _Told | None:
    name = getattr(error, "sqlite_errorname", None)
    if name is not None:
        return _SQLITE.get(name) or _SQLITE.get("_".join(name.split("_")[:2]))
    state = getattr(error, "sqlstate", None)
    if state is not None:
        return _POSTGRESQL.get(state) or _POSTGRESQL.get(state[:2])
    # The driver of PostgreSQL has no state for a connection that failed or broke.
    if type(error).__module__.startswith("psycopg") and type(error).__name__ == "OperationalError":
        return _GONE
    return None
