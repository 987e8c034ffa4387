"""Runs migrations on the connection that it is given, within its transaction."""

from __future__ import annotations

from alembic import context

from communique.store.tables import metadata
from communique.store.versions import TABLE

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=TABLE,
    # SQLite's driver is told to leave transactions to us (`store.sqlite`), so it has them.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
