"""Why the claims of a record are in one record: the fewest and best links that hold it together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from communique.model.linking import Linked
from communique.model.record import ClaimRef, Joint
from communique.records.clusters import spanning

_RULED = ("a person joined them",)


def joints(
    links: Collection[Linked],
    together: Iterable[Linked],
    claims: Mapping[str, Sequence[ClaimRef]],
) -> tuple[Joint, ...]:
    """Why the claims of a record are one, the strongest reason first.

    Claims with equal profiles need no reason: they tell the same.

    Args:
        links: The links among the record's profiles.
        together: Pairs of them that people joined.
        claims: The claims of each profile, by its digest, in a fixed order.
    """
    best = max((link.score for link in links), default=0.0)
    ruled = [Linked(r.first, r.second, best + 1, _RULED, r.decision) for r in together]
    return tuple(
        Joint(
            claims[link.first][0], claims[link.second][0], link.score, link.reasons, link.decision
        )
        for link in spanning((*ruled, *links), claims)
    )
