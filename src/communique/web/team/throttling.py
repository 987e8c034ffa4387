"""Delays after failed sign-ins: they grow, and end; no account is ever locked for good.

An attempt is counted before the password is looked at, so that guesses sent all at once count like
guesses sent one after the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import ip_address, ip_network

from communique.store.dossier import Connection
from communique.store.throttle import Failures, failures, forget, forget_before, remember

_NOW = timedelta()
# Addresses of one visitor: they can choose among those of their network.
_NETWORK = 64


@dataclass(frozen=True, slots=True)
class Limit:
    """How delays grow.

    Attributes:
        free: Failures that cost nothing.
        first: Delay after the next; each further one doubles it.
        most: The longest delay.
        memory: Failures are forgotten when nothing has failed for so long.
    """

    free: int
    first: timedelta
    most: timedelta
    memory: timedelta

    def delay(self, number: int) -> timedelta:
        """How long to wait after so many failures."""
        beyond = number - self.free
        if beyond <= 0:
            return _NOW
        # No power beyond those that matter.
        factor: int = 2 ** min(beyond - 1, 20)
        return min(self.first * factor, self.most)


#: Of one account, from wherever: short at most, as anybody can make its owner wait.
OF_ACCOUNT = Limit(5, timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=12))
#: Of one address, for whatever account: many people may share it.
OF_CLIENT = Limit(20, timedelta(seconds=1), timedelta(minutes=15), timedelta(hours=12))


@dataclass(frozen=True, slots=True)
class Counted:
    """What an attempt counts for.

    Attributes:
        key: Under which failures are remembered.
        limit: How delays grow.
    """

    key: str
    limit: Limit


def counted(folded: str, client: str) -> tuple[Counted, Counted]:
    """What an attempt counts for: the account, whether or not there is one, and the address."""
    return (
        Counted(_key("account", folded), OF_ACCOUNT),
        Counted(_key("client", _network(client)), OF_CLIENT),
    )


def counted_own(number: int) -> Counted:
    """What it counts for when somebody who has signed in tells their password again."""
    return Counted(_key("own", str(number)), OF_ACCOUNT)


def attempt(connection: Connection, told: tuple[Counted, ...], now: datetime) -> timedelta:
    """Count an attempt as failed, for the time being, unless one has to wait.

    Args:
        connection: A writing connection.
        told: What it counts for.
        now: The time.

    Returns:
        How long to wait; nothing if it may be tried, and was counted.
    """
    kept = {one.key: _kept(connection, one, now) for one in told}
    wait = max((found.until - now for found in kept.values() if found), default=_NOW)
    if wait > _NOW:
        return wait
    for one in told:
        found = kept[one.key]
        number = (found.number if found else 0) + 1
        remember(connection, Failures(one.key, number, now, now + one.limit.delay(number)))
    return _NOW


def forgiven(connection: Connection, told: Counted) -> None:
    """Forget the failures under a key, as it has not failed."""
    forget(connection, told.key)


def succeeded(connection: Connection, told: tuple[Counted, Counted], now: datetime) -> None:
    """Take back an attempt that did not fail: its account's failures are forgotten.

    Those of the address stay: else a visitor with an account could guess at others' for ever.
    """
    account, client = told
    forgiven(connection, account)
    found = failures(connection, client.key)
    if found is not None:
        remember(connection, Failures(client.key, max(0, found.number - 1), found.last, now))
    forget_before(connection, now - max(one.limit.memory for one in told))


def _kept(connection: Connection, one: Counted, now: datetime) -> Failures | None:
    found = failures(connection, one.key)
    return found if found and now - found.last < one.limit.memory else None


def _key(what: str, told: str) -> str:
    return sha256(f"{what}\n{told}".encode("utf-8", "backslashreplace")).hexdigest()


def _network(client: str) -> str:
    try:
        address = ip_address(client)
    except ValueError:
        return client
    if address.version == 4:
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ip_network((address, _NETWORK), strict=False))
