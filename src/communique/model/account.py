"""Accounts of a team: who may do what in a served dossier, and what was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What a visitor may do; each may also do what those before it may."""

    NOBODY = "nobody"
    READER = "reader"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"

    @property
    def rank(self) -> int:
        """The higher, the more is allowed."""
        return list(Role).index(self)


#: Roles that an account can have.
ROLES = (Role.READER, Role.REVIEWER, Role.ADMINISTRATOR)


class Grant(StrEnum):
    """What a token of a program may do, as far as the role of its account allows it."""

    READ = "read"
    WRITE = "write"
    ADMINISTER = "administer"

    @property
    def role(self) -> Role:
        """The role that it comes to."""
        return dict(zip(Grant, ROLES, strict=True))[self]


class What(StrEnum):
    """What the audit tells of."""

    SIGNED_IN = "signed in"
    SIGN_IN_FAILED = "sign-in failed"
    SIGNED_OUT = "signed out"
    SESSIONS_ENDED = "sessions ended"
    PASSWORD_CHANGED = "password changed"
    ACCOUNT_ADDED = "account added"
    ROLE_CHANGED = "role changed"
    PASSWORD_RESET = "password reset"
    ACCOUNT_CLOSED = "account closed"
    ACCOUNT_REOPENED = "account reopened"
    TOKEN_MADE = "token made"
    TOKEN_REVOKED = "token revoked"
    DECIDED = "decided"
    ADDED = "documents handed over"


@dataclass(frozen=True, slots=True)
class Account:
    """An account.

    Attributes:
        id: Its number.
        name: As it was written; no two differ in case alone.
        role: What it may do.
        is_active: Whether it can sign in; accounts are closed, never deleted.
        created: When it was made.
    """

    id: int
    name: str
    role: Role
    is_active: bool
    created: datetime


@dataclass(frozen=True, slots=True)
class Session:
    """A browser that has signed in.

    Attributes:
        digest: SHA-256 of what its cookie holds.
        account: Number of the account.
        created: When it signed in.
        last_seen: When it last asked for a page, to some minutes.
        expires: When it ends in any case.
    """

    digest: str
    account: int
    created: datetime
    last_seen: datetime
    expires: datetime


@dataclass(frozen=True, slots=True)
class ApiToken:
    """What a program shows in place of a password.

    Attributes:
        id: Its number; 0 of one that is not kept yet.
        digest: SHA-256 of the token.
        account: Number of the account.
        name: What it is for, in words.
        grants: What it may do.
        created: When it was made.
        last_used: When it was last used, to some minutes; None where it never was.
        expires: When it ends; None where it does not.
        revoked: When it was revoked; None where it was not.
    """

    id: int
    digest: str
    account: int
    name: str
    grants: tuple[Grant, ...]
    created: datetime
    last_used: datetime | None = None
    expires: datetime | None = None
    revoked: datetime | None = None

    def holds(self, at: datetime) -> bool:
        """Whether it can be used at a time."""
        return self.revoked is None and (self.expires is None or at < self.expires)


@dataclass(frozen=True, slots=True)
class By:
    """Who does something that the audit tells of.

    Attributes:
        name: Name of the account, or of the user at the terminal; empty for an unknown visitor.
        account: Number of the account; None for anybody else.
        client: Network address of the visitor, or "terminal".
    """

    name: str
    account: int | None = None
    client: str = ""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Something that was done.

    Attributes:
        at: When.
        by: Who did it.
        what: What.
        detail: To which account, token or decision, in words.
    """

    at: datetime
    by: By
    what: What
    detail: str = ""
