"""Brings the schema of a database to a version, by Alembic; loaded only where that is needed."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from communique.store.versions import CURRENT


def migrations(connection: Connection | None = None) -> Config:
    """Alembic's settings; there is no file of them.

    Args:
        connection: In an open transaction, in which the migrations will run.
    """
    config = Config()
    config.set_main_option("script_location", "communique.store:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def migrate(connection: Connection, version: str = CURRENT) -> None:
    """Upgrade the schema within the transaction of the connection, which stays open.

    So a migration that is killed leaves nothing behind: both databases change tables within
    transactions.
    """
    command.upgrade(migrations(connection), version)
