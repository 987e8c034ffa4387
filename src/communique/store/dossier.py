"""Opens a dossier, and hands out connections for reading and writing.

Reading never migrates and never makes a file. Writing makes a dossier where there is none, and
upgrades a file of an older version after a copy of it; a database of a team is upgraded on command.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from communique.errors import DossierForbidden, NotADossier
from communique.store import postgres, sqlite
from communique.store.address import File, Server, place_of
from communique.store.connecting import must_exist, write_transaction, writing_engine
from communique.store.faults import translated
from communique.store.preparing import PATIENCE, now, prepare
from communique.store.state import count_change
from communique.store.versions import CURRENT, refuse_newer, refuse_older, version_of

# Other packages know a connection by this module alone: the database library is the store's.
__all__ = ["PATIENCE", "Connection", "Dossier", "Mode", "open_dossier"]


class Mode(StrEnum):
    """What a dossier is opened for."""

    READ = "read"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Dossier:
    """An open dossier.

    Attributes:
        address: How messages name it; without a password.
        mode: What it was opened for.
        place: Where it is.
        engine: Makes the connections.
    """

    address: str
    mode: Mode
    place: File | Server
    engine: Engine = field(repr=False)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the dossier until it is given back.

        Raises:
            DossierError: The database refuses.
        """
        with translated(self.address), self.engine.connect() as connection:
            if isinstance(self.place, Server):
                postgres.read_only(connection)
            # Given back without a commit: there is nothing to keep.
            connection.begin()
            yield connection

    @contextmanager
    def writing(self, *, changes: bool = True) -> Iterator[Connection]:
        """A connection in a transaction of its own: all of it is kept in the end, or nothing.

        It waits until other writers have finished. What it reads is the latest state.

        Args:
            changes: Whether anything may change that pages and exports are computed from; sessions
                and the audit are nothing of the kind.

        Raises:
            DossierError: The database refuses, or another writer takes too long.
        """
        if self.mode is not Mode.WRITE:
            raise ValueError(f"{self.address} is open for reading")
        with translated(self.address), write_transaction(self.engine, self.place) as connection:
            yield connection
            if changes:
                count_change(connection)

    def close(self) -> None:
        """Give the database back; the dossier can't be used any more."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_dossier(
    address: str,
    mode: Mode,
    *,
    create: bool = True,
    patience: float = PATIENCE,
    clock: Callable[[], datetime] = now,
) -> Dossier:
    """Open a dossier.

    For reading it must exist and be of this program's version. For writing it is made where there
    is none (on a server: where the schema is empty), and a file of an older version is upgraded.

    Args:
        address: Path of a file, or `postgresql://…`.
        mode: What for.
        create: Whether writing makes a file where there is none.
        patience: Seconds to wait for another writer.
        clock: Tells the time, for the names of copies.

    Raises:
        DossierError: It can't be opened; nothing was touched.
        NoDatabase: The database software is not complete.
    """
    place = place_of(address)
    if mode is Mode.READ:
        return _reader(place, patience)
    if isinstance(place, File) and not create:
        must_exist(place)
    with translated(place.shown):
        engine = writing_engine(place, patience)
        try:
            prepare(engine, place, patience, clock, upgrade=isinstance(place, File))
        except BaseException:
            engine.dispose()
            raise
    return Dossier(place.shown, mode, place, engine)


def _reader(place: File | Server, patience: float) -> Dossier:
    if isinstance(place, Server):
        return _read_with(postgres.engine_of(place, patience), place)
    must_exist(place)
    try:
        return _read_with(sqlite.engine_of(place.path, "ro", patience), place)
    except DossierForbidden:
        if not sqlite.can_freeze(place.path):
            raise
    return _read_with(sqlite.engine_of_frozen(place.path, patience), place)


def _read_with(engine: Engine, place: File | Server) -> Dossier:
    """A dossier for reading, if it is one of this version."""
    dossier = Dossier(place.shown, Mode.READ, place, engine)
    try:
        with dossier.reading() as connection:
            version = version_of(connection, place.shown)
        if version is None:
            raise NotADossier(place.shown, "it is empty", "fill it with `communique add`")
        refuse_newer(version, place.shown)
        if version != CURRENT:
            refuse_older(version, place.shown)
    except BaseException:
        engine.dispose()
        raise
    return dossier
