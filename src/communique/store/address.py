"""Where a dossier is: a file, or a database on a PostgreSQL server."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from communique.errors import BadAddress

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")
_SERVER = frozenset({"postgres", "postgresql", "postgresql+psycopg"})


@dataclass(frozen=True, slots=True)
class File:
    """A dossier in an SQLite file."""

    path: Path

    @property
    def shown(self) -> str:
        """How messages name it."""
        return str(self.path)


@dataclass(frozen=True, slots=True)
class Server:
    """A dossier in a PostgreSQL database: the schema that the connection finds first."""

    url: URL

    @property
    def shown(self) -> str:
        """How messages name it: without the password."""
        return self.url.set(drivername="postgresql").render_as_string(hide_password=True)


def place_of(address: str) -> File | Server:
    """Reads an address.

    Raises:
        BadAddress: It is of another kind.
    """
    scheme = _SCHEME.match(address)
    if scheme is None:
        if not address.strip() or "\0" in address:
            raise BadAddress(repr(address), "it names no file", "give a path or postgresql://…")
        return File(Path(address))
    if scheme[1].lower() not in _SERVER:
        reason = f"dossiers can't be in {scheme[1]}://"
        raise BadAddress(_without_secrets(address), reason, "give a path or postgresql://…")
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        reason = "the address can't be read"
        remedy = "write postgresql://user:password@host:port/database"
        raise BadAddress(_without_secrets(address), reason, remedy) from error
    return Server(url.set(drivername="postgresql+psycopg"))


def _without_secrets(address: str) -> str:
    return re.sub(r"://.*@", "://***@", address)
