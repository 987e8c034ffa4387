"""Sessions and tokens of accounts in a dossier: only their digests are kept."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, or_, select, update

from communique.model.account import Account, ApiToken, Grant, Session
from communique.store import tables
from communique.store.accounts import COLUMNS, account_in


def put_session(connection: Connection, session: Session) -> None:
    """Keep a new session."""
    connection.execute(
        insert(tables.session).values(
            digest=session.digest,
            account=session.account,
            created=session.created,
            last_seen=session.last_seen,
            expires=session.expires,
        )
    )


def find_session(connection: Connection, digest: str) -> tuple[Session, Account] | None:
    """A session and its account, whether or not they still hold."""
    table = tables.session
    asked = select(table, *COLUMNS).join(tables.account).where(table.c.digest == digest)
    row = connection.execute(asked).one_or_none()
    return None if row is None else (_session(row), account_in(row))


def sessions_of(connection: Connection, account: int) -> tuple[Session, ...]:
    """The sessions of an account, the latest first."""
    table = tables.session
    asked = select(table).where(table.c.account == account)
    rows = connection.execute(asked.order_by(table.c.last_seen.desc(), table.c.digest))
    return tuple(_session(row) for row in rows)


def touch_session(connection: Connection, digest: str, at: datetime) -> None:
    """Note that a session has been seen."""
    table = tables.session
    connection.execute(update(table).where(table.c.digest == digest).values(last_seen=at))


def end_session(connection: Connection, digest: str) -> None:
    """End a session."""
    connection.execute(delete(tables.session).where(tables.session.c.digest == digest))


def end_sessions(connection: Connection, account: int, but: str = "") -> int:
    """End the sessions of an account, but for one; how many there were."""
    table = tables.session
    ended = delete(table).where(table.c.account == account, table.c.digest != but)
    return connection.execute(ended).rowcount


def forget_sessions(connection: Connection, now: datetime, unseen_since: datetime) -> None:
    """Forget the sessions that have expired, or were not seen for long."""
    table = tables.session
    connection.execute(
        delete(table).where(or_(table.c.expires <= now, table.c.last_seen <= unseen_since))
    )


def put_token(connection: Connection, token: ApiToken) -> None:
    """Keep a new token; it is given a number."""
    connection.execute(
        insert(tables.api_token).values(
            digest=token.digest,
            account=token.account,
            name=token.name,
            scopes=[grant.value for grant in token.grants],
            created=token.created,
            expires=token.expires,
        )
    )


def find_token(connection: Connection, digest: str) -> tuple[ApiToken, Account] | None:
    """A token and its account, whether or not they still hold."""
    table = tables.api_token
    asked = select(table, *COLUMNS).join(tables.account).where(table.c.digest == digest)
    row = connection.execute(asked).one_or_none()
    return None if row is None else (_token(row), account_in(row))


def tokens_of(connection: Connection, account: int) -> tuple[ApiToken, ...]:
    """The tokens of an account, also those that were revoked, the latest first."""
    table = tables.api_token
    asked = select(table).where(table.c.account == account).order_by(table.c.id.desc())
    return tuple(_token(row) for row in connection.execute(asked))


def touch_token(connection: Connection, number: int, at: datetime) -> None:
    """Note that a token has been used."""
    table = tables.api_token
    connection.execute(update(table).where(table.c.id == number).values(last_used=at))


def revoke_tokens(
    connection: Connection, account: int, at: datetime, number: int | None = None
) -> tuple[str, ...]:
    """Revoke a token of an account, or all of them; the names of those that were not yet."""
    table = tables.api_token
    meant = [table.c.account == account, table.c.revoked.is_(None)]
    if number is not None:
        meant.append(table.c.id == number)
    names = tuple(connection.scalars(select(table.c.name).where(*meant).order_by(table.c.id)))
    connection.execute(update(table).where(*meant).values(revoked=at))
    return names


def _session(row: Row[Any]) -> Session:
    return Session(row.digest, row.account, row.created, row.last_seen, row.expires)


def _token(row: Row[Any]) -> ApiToken:
    return ApiToken(
        id=row.id,
        digest=row.digest,
        account=row.account,
        name=row.name,
        grants=tuple(Grant(scope) for scope in row.scopes),
        created=row.created,
        last_used=row.last_used,
        expires=row.expires,
        revoked=row.revoked,
    )
