"""Engines and transactions of a dossier, wherever it is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from communique.errors import DossierForbidden, DossierNotFound, NotADossier
from communique.store import postgres, sqlite
from communique.store.address import File, Server


def must_exist(place: File) -> None:
    """Refuse a file that is not there.

    Raises:
        DossierError: It is not there, or it is a folder.
    """
    if place.path.is_dir():
        raise NotADossier(place.shown, "it is a folder", "name the file in it")
    if not place.path.exists():
        reason = "there is no such dossier"
        raise DossierNotFound(place.shown, reason, "make it with `communique add`, or name another")


def writing_engine(place: File | Server, patience: float) -> Engine:
    """An engine for writing; a file that is not there is made.

    Args:
        place: Where the dossier is.
        patience: Seconds to wait for another writer.

    Raises:
        DossierError: The file can't be one that we write to.
        NoDatabase: The driver of the server is not installed.
    """
    if isinstance(place, Server):
        return postgres.engine_of(place, patience)
    if place.path.is_dir():
        raise NotADossier(place.shown, "it is a folder", "name a file in it")
    if not place.path.absolute().parent.is_dir():
        raise DossierNotFound(place.shown, "there is no such folder", "make the folder first")
    if place.path.exists() and not sqlite.may(place.path, os.W_OK):
        # SQLite would open it, and refuse the first change.
        raise DossierForbidden(place.shown, "it is write-protected", "check the rights to the file")
    return sqlite.engine_of(place.path, "rwc", patience)


@contextmanager
def write_transaction(engine: Engine, place: File | Server) -> Iterator[Connection]:
    """A transaction that waits for its turn; it is kept in the end, or nothing of it."""
    with engine.connect() as connection:
        if isinstance(place, File):
            connection.execution_options(**{sqlite.BEGIN: sqlite.AT_ONCE})
        with connection.begin():
            if isinstance(place, Server):
                postgres.take_turn(connection)
            yield connection
