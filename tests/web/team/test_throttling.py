"""Delays grow after failures, and end."""

from datetime import UTC, datetime, timedelta

import pytest

from communique.store.dossier import Mode, open_dossier
from communique.web.team.throttling import (
    OF_ACCOUNT,
    OF_CLIENT,
    attempt,
    counted,
    succeeded,
)

AT = datetime(2024, 6, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture
def connection(tmp_path):
    with (
        open_dossier(str(tmp_path / "dossier.db"), Mode.WRITE) as dossier,
        dossier.writing(changes=False) as made,
    ):
        yield made


def test_delays_double_up_to_a_longest():
    delays = [OF_ACCOUNT.delay(number) / SECOND for number in range(14)]
    assert delays == [0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60]
    assert OF_CLIENT.delay(10**9) == timedelta(minutes=15)


def failed(connection, now, number, name="ada", client="192.0.2.7"):
    """Fail so often, always when one may; the time at which one may again."""
    for _ in range(number):
        wait = attempt(connection, counted(name, client), now)
        if wait:
            now += wait
            assert not attempt(connection, counted(name, client), now)
    return now


def test_who_does_not_wait_is_not_looked_at(connection):
    now = failed(connection, AT, 8)
    wait = attempt(connection, counted("ada", "192.0.2.7"), now)
    assert wait == 4 * SECOND
    # To try in vain makes it no longer.
    assert attempt(connection, counted("ada", "192.0.2.7"), now) == wait
    assert attempt(connection, counted("ada", "192.0.2.7"), now + SECOND) == 3 * SECOND
    assert not attempt(connection, counted("ada", "192.0.2.7"), now + wait)


def test_an_account_is_guarded_from_everywhere(connection):
    for number in range(6):
        assert not attempt(connection, counted("ada", f"192.0.2.{number}"), AT)
    assert attempt(connection, counted("ada", "192.0.2.99"), AT)
    assert not attempt(connection, counted("eva", "192.0.2.99"), AT)


def test_an_address_is_held_up_whatever_the_account(connection):
    for number in range(21):
        assert not attempt(connection, counted(f"name {number}", "192.0.2.7"), AT)
    assert attempt(connection, counted("another", "192.0.2.7"), AT)
    assert not attempt(connection, counted("another", "192.0.2.8"), AT)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8::1", "2001:db8::ffff:2", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.7", "192.0.2.7", True),
        ("testclient", "testclient", True),
        ("testclient", "", False),
    ],
)
def test_addresses_of_one_network_are_one_visitor(one, other, same):
    assert (counted("ada", one)[1] == counted("ada", other)[1]) is same


def test_nothing_is_locked_for_good(connection):
    now = failed(connection, AT, 60, client="192.0.2.7")
    wait = attempt(connection, counted("ada", "198.51.100.1"), now)
    assert wait <= OF_ACCOUNT.most
    assert not attempt(connection, counted("ada", "198.51.100.1"), now + wait)


def test_success_forgets_the_account_but_not_the_address(connection):
    # One's own account in between does not buy more guesses at others'.
    now = AT
    for number in range(30):
        now = failed(connection, now, 1, f"name {number}")
        now = failed(connection, now, 1, "own")
        succeeded(connection, counted("own", "192.0.2.7"), now)
    assert now - AT > timedelta(minutes=5)


def test_failures_are_forgotten_after_a_time(connection):
    now = failed(connection, AT, 10)
    later = now + OF_ACCOUNT.memory
    assert not attempt(connection, counted("ada", "192.0.2.7"), later)
    assert not attempt(connection, counted("ada", "192.0.2.7"), later)
