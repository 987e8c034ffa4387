"""Opens a dossier, and hands out connections for reading and writing.

Reading never migrates and never makes a file. Writing makes a dossier where there is none, and
upgrades a file of an older version after a copy of it; a database of a team is upgraded on command.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from communique.errors import DossierForbidden, DossierNotFound, NotADossier
from communique.store import postgres, sqlite
from communique.store.address import File, Server, place_of
from communique.store.backup import back_up, backup_name
from communique.store.faults import translated
from communique.store.versions import CURRENT, refuse_newer, refuse_older, version_of

__all__ = ["PATIENCE", "Connection", "Dossier", "Mode", "open_dossier", "upgrade_dossier"]

#: Seconds to wait for another writer.
PATIENCE = 30.0


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
    def writing(self) -> Iterator[Connection]:
        """A connection in a transaction of its own: all of it is kept in the end, or nothing.

        It waits until other writers have finished. What it reads is the latest state.

        Raises:
            DossierError: The database refuses, or another writer takes too long.
        """
        if self.mode is not Mode.WRITE:
            raise ValueError(f"{self.address} is open for reading")
        with translated(self.address), _writing(self.engine, self.place) as connection:
            yield connection

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


def _now() -> datetime:
    return datetime.now(UTC)


def open_dossier(
    address: str,
    mode: Mode,
    *,
    create: bool = True,
    patience: float = PATIENCE,
    clock: Callable[[], datetime] = _now,
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
        _must_exist(place)
    with translated(place.shown):
        engine = _engine(place, patience)
        try:
            _prepare(engine, place, patience, clock, upgrade=isinstance(place, File))
        except BaseException:
            engine.dispose()
            raise
    return Dossier(place.shown, mode, place, engine)


def upgrade_dossier(
    address: str, *, patience: float = PATIENCE, clock: Callable[[], datetime] = _now
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
        _must_exist(place)
    with translated(place.shown):
        engine = _engine(place, patience)
        try:
            return _prepare(engine, place, patience, clock, upgrade=True), CURRENT
        finally:
            engine.dispose()


def _reader(place: File | Server, patience: float) -> Dossier:
    if isinstance(place, Server):
        return _read_with(postgres.engine_of(place, patience), place)
    _must_exist(place)
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


def _must_exist(place: File) -> None:
    if place.path.is_dir():
        raise NotADossier(place.shown, "it is a folder", "name the file in it")
    if not place.path.exists():
        reason = "there is no such dossier"
        raise DossierNotFound(place.shown, reason, "make it with `communique add`, or name another")


def _engine(place: File | Server, patience: float) -> Engine:
    """An engine for writing."""
    if isinstance(place, Server):
        return postgres.engine_of(place, patience)
    if place.path.is_dir():
        raise NotADossier(place.shown, "it is a folder", "name a file in it")
    if not place.path.absolute().parent.is_dir():
        raise DossierNotFound(place.shown, "there is no such folder", "make the folder first")
    return sqlite.engine_of(place.path, "rwc", patience)


@contextmanager
def _writing(engine: Engine, place: File | Server) -> Iterator[Connection]:
    with engine.connect() as connection:
        if isinstance(place, File):
            connection.execution_options(**{sqlite.BEGIN: sqlite.AT_ONCE})
        with connection.begin():
            if isinstance(place, Server):
                postgres.take_turn(connection)
            yield connection


def _prepare(
    engine: Engine,
    place: File | Server,
    patience: float,
    clock: Callable[[], datetime],
    *,
    upgrade: bool,
) -> str | None:
    """Make or upgrade the tables where that is needed; returns the version that there was."""
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
    from communique.store.migrate import migrate

    # Tables that are rebuilt must not drag others with them; what refers to what is checked below.
    engine = sqlite.engine_of(place.path, "rw", patience, foreign_keys="OFF")
    try:
        sqlite.keep_log(engine, patience)
        with _writing(engine, place) as connection:
            # Another process may have been faster.
            version = version_of(connection, place.shown)
            if version == CURRENT:
                return version
            if version is not None:
                refuse_newer(version, place.shown)
                back_up(place.path, backup_name(place.path, version, clock()))
            migrate(connection)
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
    from communique.store.migrate import migrate

    with _writing(engine, place) as connection:
        version = version_of(connection, place.shown)
        if version == CURRENT:
            return version
        postgres.refuse_unfit(connection, place.shown)
        migrate(connection)
        return version
