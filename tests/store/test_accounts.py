"""Accounts, sessions, tokens and the audit are kept alike on both databases."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import text

from communique.errors import DossierError
from communique.model.account import ApiToken, AuditEntry, By, Grant, Role, Session, What
from communique.store.accounts import (
    account,
    account_named,
    add_account,
    count_administrators,
    hash_of,
    list_accounts,
    set_active,
    set_hash,
    set_role,
)
from communique.store.audit import count_entries, list_entries, note
from communique.store.sessions import (
    end_session,
    end_sessions,
    find_session,
    find_token,
    forget_sessions,
    put_session,
    put_token,
    revoke_tokens,
    sessions_of,
    tokens_of,
    touch_session,
    touch_token,
)
from communique.store.state import changes
from communique.store.throttle import Failures, failures, forget, forget_before, remember

AT = datetime(2024, 6, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def connection(dossier):
    with dossier.writing(changes=False) as made:
        yield made


@pytest.fixture
def ada(connection):
    return add_account(connection, "Ada", "ada", "hash", Role.ADMINISTRATOR, AT)


def test_an_account_is_found_by_name_and_number(connection, ada):
    found = account_named(connection, "ada")
    assert (found.name, found.role, found.is_active) == ("Ada", Role.ADMINISTRATOR, True)
    assert found.created == AT
    assert account(connection, ada) == found
    assert hash_of(connection, ada) == "hash"
    assert account_named(connection, "eva") is None
    assert account(connection, ada + 1) is None


def test_no_two_accounts_have_one_name(dossier):
    with dossier.writing(changes=False) as connection:
        add_account(connection, "Ada", "ada", "hash", Role.READER, AT)
    with pytest.raises(DossierError), dossier.writing(changes=False) as connection:
        add_account(connection, "ADA", "ada", "hash", Role.READER, AT)


def test_accounts_are_changed_one_by_one(connection, ada):
    eva = add_account(connection, "Eva", "eva", "other", Role.ADMINISTRATOR, AT)
    assert count_administrators(connection) == 2
    set_role(connection, eva, Role.READER)
    set_hash(connection, eva, "new")
    assert count_administrators(connection) == 1
    set_active(connection, ada, False)
    assert count_administrators(connection) == 0
    assert [(one.name, one.role, one.is_active) for one in list_accounts(connection)] == [
        ("Ada", Role.ADMINISTRATOR, False),
        ("Eva", Role.READER, True),
    ]
    assert (hash_of(connection, ada), hash_of(connection, eva)) == ("hash", "new")


def session(digest, account, seen=AT):
    return Session(digest, account, AT, seen, AT + 7 * DAY)


def test_a_session_leads_to_its_account(connection, ada):
    put_session(connection, session("s1", ada))
    found, whose = find_session(connection, "s1")
    assert found == session("s1", ada)
    assert whose.name == "Ada"
    touch_session(connection, "s1", AT + DAY)
    assert find_session(connection, "s1")[0].last_seen == AT + DAY
    end_session(connection, "s1")
    assert find_session(connection, "s1") is None


def test_other_sessions_end(connection, ada):
    for digest in ("s1", "s2", "s3"):
        put_session(connection, session(digest, ada))
    assert end_sessions(connection, ada, but="s2") == 2
    assert [one.digest for one in sessions_of(connection, ada)] == ["s2"]


def test_sessions_are_forgotten_when_they_end(connection, ada):
    put_session(connection, session("idle", ada, AT))
    put_session(connection, session("seen", ada, AT + DAY))
    # A clock elsewhere tells the same moment in other words.
    east = timezone(timedelta(hours=5))
    forget_sessions(connection, AT.astimezone(east) + DAY, AT.astimezone(east))
    assert [one.digest for one in sessions_of(connection, ada)] == ["seen"]
    forget_sessions(connection, AT + 7 * DAY, AT)
    assert sessions_of(connection, ada) == ()


def token(digest, account, name="a program"):
    grants = (Grant.READ, Grant.WRITE)
    return ApiToken(0, digest, account, name, grants, AT, expires=AT + DAY)


def test_a_token_leads_to_its_account(connection, ada):
    put_token(connection, token("t1", ada, "\0<b>"))
    found, whose = find_token(connection, "t1")
    assert (found.name, found.grants, found.last_used) == ("\0<b>", (Grant.READ, Grant.WRITE), None)
    assert whose.name == "Ada"
    assert found.holds(AT)
    assert not found.holds(AT + DAY)
    touch_token(connection, found.id, AT + DAY)
    assert tokens_of(connection, ada)[0].last_used == AT + DAY


def test_tokens_are_revoked_one_or_all_and_only_ones_own(connection, ada):
    for digest in ("t1", "t2", "t3"):
        put_token(connection, token(digest, ada, digest))
    first = tokens_of(connection, ada)[-1]
    eva = add_account(connection, "Eva", "eva", "other", Role.READER, AT)
    assert revoke_tokens(connection, eva, AT, first.id) == ()
    assert revoke_tokens(connection, ada, AT, first.id) == ("t1",)
    assert revoke_tokens(connection, ada, AT, first.id) == ()
    assert not tokens_of(connection, ada)[-1].holds(AT)
    assert revoke_tokens(connection, ada, AT) == ("t2", "t3")


def test_the_audit_tells_the_latest_first(connection, ada):
    for number in range(5):
        by = By("Ada", ada, "192.0.2.7")
        what = What.SIGNED_IN if number % 2 else What.SIGN_IN_FAILED
        note(connection, AuditEntry(AT + number * DAY, by, what, f"{number}\ud800"))
    note(connection, AuditEntry(AT, By(""), What.SIGN_IN_FAILED))
    assert count_entries(connection) == 6
    assert [entry.detail for entry in list_entries(connection, 1, 2)] == ["4\ud800", "3\ud800"]
    assert count_entries(connection, What.SIGNED_IN) == 2
    (latest,) = list_entries(connection, 0, 1, What.SIGNED_IN)
    assert latest == AuditEntry(
        AT + 3 * DAY, By("Ada", ada, "192.0.2.7"), What.SIGNED_IN, "3\ud800"
    )


def test_failures_are_remembered_and_forgotten(connection):
    assert failures(connection, "k") is None
    for number in (1, 2):
        told = Failures("k", number, AT, AT + DAY)
        remember(connection, told)
        assert failures(connection, "k") == told
    remember(connection, Failures("l", 1, AT + DAY, AT + DAY))
    forget_before(connection, AT + DAY)
    assert failures(connection, "k") is None
    forget(connection, "l")
    assert failures(connection, "l") is None


def test_accounts_are_no_change_of_what_pages_tell(dossier):
    with dossier.reading() as connection:
        before = changes(connection)
    with dossier.writing(changes=False) as connection:
        add_account(connection, "Ada", "ada", "hash", Role.READER, AT)
    with dossier.reading() as connection:
        assert changes(connection) == before
    with dossier.writing() as connection:
        connection.execute(text("SELECT 1"))
    with dossier.reading() as connection:
        assert changes(connection) == before + 1
