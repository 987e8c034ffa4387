"""The tables of a team that a dossier is served to: accounts, what opens them, what was done."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, String, Table, Text

from communique.store.columns import Json, Line, Moment
from communique.store.metadata import metadata, number, to

#: Accounts of a team that the dossier is served to; closed ones stay.
account = Table(
    "account",
    metadata,
    number(),
    Column("name", Line, nullable=False),
    # The name as it is compared: no two differ in case alone.
    Column("folded", Line, unique=True, nullable=False),
    # Of the password, with its salt and parameters (Argon2id).
    Column("hash", Text, nullable=False),
    # reader, reviewer, administrator
    Column("role", String(16), nullable=False),
    Column("active", Boolean, nullable=False),
    Column("created", Moment, nullable=False),
)

#: Browsers that have signed in.
session = Table(
    "session",
    metadata,
    # SHA-256 of what the cookie holds, which is kept nowhere.
    Column("digest", String(64), primary_key=True),
    to("account", nullable=False, index=True),
    Column("created", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    Column("expires", Moment, nullable=False),
)

#: What programs show in place of a password.
api_token = Table(
    "api_token",
    metadata,
    number(),
    # SHA-256 of the token, which is kept nowhere.
    Column("digest", String(64), unique=True, nullable=False),
    to("account", nullable=False, index=True),
    Column("name", Line, nullable=False),
    # A list of read, write, administer.
    Column("scopes", Json, nullable=False),
    Column("created", Moment, nullable=False),
    Column("last_used", Moment),
    Column("expires", Moment),
    Column("revoked", Moment),
)

#: What was done with accounts, and through them; never changed or deleted.
audit = Table(
    "audit",
    metadata,
    number(),
    Column("at", Moment, nullable=False),
    # Null for who has no account, as at the terminal.
    to("account"),
    # The account's name, or the user's at the terminal; empty of an unknown visitor.
    Column("name", Line, nullable=False),
    Column("what", String(32), nullable=False, index=True),
    Column("detail", Line, nullable=False),
    # Network address, or "terminal".
    Column("client", Line, nullable=False),
)

#: How often signing in has failed of late, by account and by network address.
throttle = Table(
    "throttle",
    metadata,
    # Digest of what is counted: no name and no address can be read from it.
    Column("key", String(64), primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last", Moment, nullable=False),
    # Nothing is tried before.
    Column("until", Moment, nullable=False),
)
