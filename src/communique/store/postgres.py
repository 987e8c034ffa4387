"""Dossiers in PostgreSQL databases: how they are opened for reading and writing.

A dossier is the schema that the connection finds first. Writers queue for an advisory lock, so that
they take turns as with SQLite; readers see one state and hinder nobody.
"""

from __future__ import annotations

from importlib.util import find_spec

from sqlalchemy import Connection, Engine, create_engine, text

from communique.errors import BadAddress, NoDatabase
from communique.store.address import Server

# Ours among the advisory locks of a database: "comq".
_LOCK = 0x636F6D71
_ENCODING = "UTF8"
_CONNECTING = 10


def engine_of(place: Server, patience: float) -> Engine:
    """An engine for a database.

    Args:
        place: Where it is.
        patience: Seconds to wait for another writer.

    Raises:
        NoDatabase: The driver is not installed.
    """
    if find_spec("psycopg") is None:
        reason = "the driver for PostgreSQL is not installed"
        raise NoDatabase(place.shown, reason, "run `pip install communique[postgres]`")
    # What is given in the address goes first.
    given = {"connect_timeout": _CONNECTING} if "connect_timeout" not in place.url.query else {}
    return create_engine(
        place.url,
        pool_pre_ping=True,
        connect_args=given,
        execution_options={"patience": patience},
    )


def read_only(connection: Connection) -> Connection:
    """Have the connection see one state of the database, and change nothing."""
    return connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def take_turn(connection: Connection) -> None:
    """Wait until no other writer is at the dossier; it is ours until the transaction ends."""
    patience = connection.get_execution_options().get("patience", 0)
    wait = text("SELECT set_config('lock_timeout', :wait, true)")
    connection.execute(wait, {"wait": f"{max(1, round(patience * 1000))}ms"})
    turn = text("SELECT pg_advisory_xact_lock(:lock, hashtext(current_schema()))")
    connection.execute(turn, {"lock": _LOCK})


def refuse_unfit(connection: Connection, address: str) -> None:
    """Refuse a database that could not hold all texts.

    Raises:
        BadAddress: It is one, or there is no schema to make tables in.
    """
    encoding, schema = connection.execute(
        text("SELECT current_setting('server_encoding'), current_schema()")
    ).one()
    if encoding != _ENCODING:
        reason = f"the database's encoding is {encoding}"
        raise BadAddress(address, reason, f"make it with `createdb --encoding {_ENCODING}`")
    if schema is None:
        reason = "the connection finds no schema"
        raise BadAddress(address, reason, "make it with CREATE SCHEMA")
