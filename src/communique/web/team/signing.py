"""Signing in and out, and how long a session holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from communique.model.account import Account, AuditEntry, By, Session, What
from communique.store.accounts import account, account_named, hash_of, set_hash
from communique.store.audit import note
from communique.store.dossier import Connection
from communique.store.sessions import (
    end_session,
    find_session,
    forget_sessions,
    put_session,
    touch_session,
)
from communique.web.site import Site
from communique.web.team.accounts import folded
from communique.web.team.secrets import digest_of, session_secret
from communique.web.team.throttling import Counted, attempt, counted, succeeded

#: A session ends when nobody was seen for so long, and so long after it began.
IDLE = timedelta(hours=8)
LONGEST = timedelta(days=7)
#: It is noted that somebody was seen when it was last noted so long ago.
NOTED = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody has signed in.

    Attributes:
        secret: What the cookie of the session holds.
        account: Who.
    """

    secret: str
    account: Account


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """Nobody has signed in.

    Attributes:
        wait: How long to wait before the next attempt is looked at; nothing where name or password
            were wrong.
    """

    wait: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt to sign in.

    Attributes:
        name: Name of the account, as typed.
        password: As typed.
        client: Network address of the visitor.
        replaces: What the cookie of an earlier session holds, which ends; empty for none.
    """

    name: str
    password: str
    client: str
    replaces: str = ""


def sign_in(site: Site, told: Attempt) -> SignedIn | TurnedAway:
    """Begin a session, if name and password are right and nobody has to wait.

    Who has no account is answered after the same work, and in the same words.

    Raises:
        DossierError: The dossier can't be written.
    """
    counts = counted(folded(told.name), told.client)
    with site.dossier.writing(changes=False) as connection:
        wait = attempt(connection, counts, site.now())
        known = account_named(connection, folded(told.name))
        kept = hash_of(connection, known.id) if known else None
    if wait:
        return TurnedAway(wait)
    is_right = site.passwords.verify(kept, told.password)
    with site.dossier.writing(changes=False) as connection:
        # Meanwhile it may have been closed, or given another password.
        holds = known and kept and hash_of(connection, known.id) == kept
        found = account(connection, known.id) if known and is_right and holds else None
        if found is not None and found.is_active:
            return _begun(site, connection, told, found, counts)
        _refused(site, connection, told, known)
    return TurnedAway()


def _begun(
    site: Site,
    connection: Connection,
    told: Attempt,
    found: Account,
    counts: tuple[Counted, Counted],
) -> SignedIn:
    now = site.now()
    succeeded(connection, counts, now)
    forget_sessions(connection, now, now - IDLE)
    if told.replaces:
        end_session(connection, digest_of(told.replaces))
    secret = session_secret()
    put_session(connection, Session(digest_of(secret), found.id, now, now, now + LONGEST))
    _renew_hash(site, connection, told, found)
    by = By(found.name, found.id, told.client)
    note(connection, AuditEntry(now, by, What.SIGNED_IN))
    return SignedIn(secret, found)


def _renew_hash(site: Site, connection: Connection, told: Attempt, found: Account) -> None:
    """Hash with the parameters of today, while the password is at hand."""
    if site.passwords.is_outdated(hash_of(connection, found.id) or ""):
        set_hash(connection, found.id, site.passwords.hash(told.password))


def _refused(site: Site, connection: Connection, told: Attempt, known: Account | None) -> None:
    # What was typed for a name that is none may be a password: it is not kept.
    by = By(known.name, known.id, told.client) if known else By("", None, told.client)
    detail = "" if known else "no such account"
    if known and not known.is_active:
        detail = "the account is closed"
    note(connection, AuditEntry(site.now(), by, What.SIGN_IN_FAILED, detail))


def sign_out(site: Site, by: By, digest: str) -> None:
    """End a session.

    Raises:
        DossierError: The dossier can't be written.
    """
    with site.dossier.writing(changes=False) as connection:
        end_session(connection, digest)
        note(connection, AuditEntry(site.now(), by, What.SIGNED_OUT))


def session_that_holds(
    connection: Connection, secret: str, now: datetime
) -> tuple[Session, Account] | None:
    """The session of a cookie, if it holds and its account is active."""
    found = find_session(connection, digest_of(secret))
    if found is None:
        return None
    session, told = found
    holds = told.is_active and now < session.expires and now - session.last_seen < IDLE
    return found if holds else None


def seen(site: Site, digest: str) -> None:
    """Note that a session was seen.

    Raises:
        DossierError: The dossier can't be written.
    """
    with site.dossier.writing(changes=False) as connection:
        touch_session(connection, digest, site.now())
