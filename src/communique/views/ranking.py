"""Records that matter most first: those of most independent stories."""

from __future__ import annotations

from collections.abc import Sequence

from communique.store.dossier import Connection
from communique.store.listing import Wanted
from communique.store.spots import list_spots, ranked_ids
from communique.store.taking_part import parties_of
from communique.views.relationship import Relationship


def ranked(
    connection: Connection,
    wanted: Wanted,
    relationship: Relationship | None,
    saying: Sequence[tuple[str, str]] = (),
) -> tuple[str, ...]:
    """Ids of the records that are wanted, those of most stories first.

    Args:
        connection: A connection to the dossier.
        wanted: Which records; its sides are those of the relationship.
        relationship: The sides that must take part; None for anybody.
        saying: Names and values that the JSON of its head must hold somewhere, all of them.
    """
    if relationship is None or relationship.is_plain:
        return ranked_ids(connection, wanted, saying)
    spots = list_spots(connection, wanted, ranked=True, saying=saying)
    parties = parties_of(connection, [spot.id for spot in spots])
    return tuple(
        spot.id for spot in spots if relationship.holds(spot.kind, parties[spot.id], spot.date)
    )
