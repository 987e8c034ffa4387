"""Serves dossiers to tests."""

from datetime import UTC, datetime

from communique.web.site import Site
from filling import knowledge

NOON = datetime(2024, 6, 1, 12, tzinfo=UTC)


def site_on(dossier, clock=lambda: NOON, **options):
    return Site(
        dossier=dossier,
        known=knowledge,
        now=clock,
        author="Ada",
        **{"hosts": frozenset({"testserver"}), **options},
    )
