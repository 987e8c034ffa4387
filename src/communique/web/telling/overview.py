"""The overview of a relationship, kept until the dossier changes."""

from __future__ import annotations

from communique.store.dossier import Connection
from communique.views.overview import Overview, load_overview
from communique.views.relationship import Relationship
from communique.web.asked import Asked
from communique.web.site import Site


def overview_of(site: Site, connection: Connection, asked: Asked, sides: Relationship) -> Overview:
    """What there is to say of a relationship.

    Args:
        site: The site.
        connection: A connection to the dossier.
        asked: What is asked for.
        sides: Its sides.

    Raises:
        BadOption: The person means nobody.
    """
    return site.cache.get(
        site.state(connection),
        ("overview", *asked.pairs()),
        lambda: load_overview(connection, asked.question(connection), sides, site.today),
    )
