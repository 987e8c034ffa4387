"""The records of a kind that a request asks for, kept until the dossier changes."""

from __future__ import annotations

from communique.store.dossier import Connection
from communique.views.choosing import Picked
from communique.web.asked import Asked
from communique.web.site import Site


def picked(site: Site, connection: Connection, asked: Asked, kind: str) -> tuple[Picked, ...]:
    """All records of a kind that answer, in order of time.

    Raises:
        BadOption: The person means nobody.
    """
    return site.cache.get(
        site.state(connection),
        ("picked", kind, *asked.pairs()),
        lambda: asked.question(connection).pick(connection, kind),
    )
