"""Accounts in a dossier; what may be done with them is decided elsewhere."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from communique.model.account import Account, Role
from communique.store import tables

#: The columns of an account, without the hash of its password.
COLUMNS = tuple(
    tables.account.c[name].label(f"account_{name}")
    for name in ("id", "name", "role", "active", "created")
)


def add_account(
    connection: Connection, name: str, folded: str, hashed: str, role: Role, at: datetime
) -> int:
    """Keep a new account; its number.

    Args:
        connection: A writing connection.
        name: Its name, as written.
        folded: Its name, as names are compared; no account has it yet.
        hashed: Hash of its password.
        role: What it may do.
        at: When it was made.
    """
    row = {"name": name, "folded": folded, "hash": hashed, "role": role.value}
    made = connection.execute(
        insert(tables.account).values(**row, active=True, created=at)
    ).inserted_primary_key
    assert made is not None
    return int(made[0])


def account(connection: Connection, number: int) -> Account | None:
    """An account by its number."""
    asked = select(*COLUMNS).where(tables.account.c.id == number)
    row = connection.execute(asked).one_or_none()
    return None if row is None else account_in(row)


def account_named(connection: Connection, folded: str) -> Account | None:
    """An account by its name, as names are compared."""
    asked = select(*COLUMNS).where(tables.account.c.folded == folded)
    row = connection.execute(asked).one_or_none()
    return None if row is None else account_in(row)


def hash_of(connection: Connection, number: int) -> str | None:
    """The hash of an account's password."""
    asked = select(tables.account.c.hash).where(tables.account.c.id == number)
    return connection.scalar(asked)


def list_accounts(connection: Connection) -> tuple[Account, ...]:
    """All accounts, by name; a team has few."""
    asked = select(*COLUMNS).order_by(tables.account.c.folded)
    return tuple(account_in(row) for row in connection.execute(asked))


def count_administrators(connection: Connection) -> int:
    """Number of administrators whose account is active."""
    table = tables.account
    asked = select(func.count()).where(
        table.c.active.is_(True), table.c.role == Role.ADMINISTRATOR.value
    )
    return connection.scalar(asked) or 0


def set_role(connection: Connection, number: int, role: Role) -> None:
    """Give an account another role."""
    _change(connection, number, role=role.value)


def set_hash(connection: Connection, number: int, hashed: str) -> None:
    """Give an account another password."""
    _change(connection, number, hash=hashed)


def set_active(connection: Connection, number: int, active: bool) -> None:
    """Close an account, or open it again."""
    _change(connection, number, active=active)


def _change(connection: Connection, number: int, **values: object) -> None:
    table = tables.account
    connection.execute(update(table).where(table.c.id == number).values(**values))


def account_in(row: Row[Any]) -> Account:
    """The account of a row that has its columns."""
    return Account(
        id=row.account_id,
        name=row.account_name,
        role=Role(row.account_role),
        is_active=row.account_active,
        created=row.account_created,
    )
