"""What commitments come to, as a view shows it: one's own and regional money apart."""

from __future__ import annotations

from collections.abc import Sequence

from communique.views.shown import Shown
from communique.views.totals import Totals, totals
from communique.vocab.kinship import Kinship


def added_up(shown: Sequence[Shown], kin: Kinship) -> Totals:
    """The totals of commitments.

    Args:
        shown: The commitments, regional ones among them.
        kin: Tells on whose side a payer is.
    """
    return totals(
        [one.listed.record for one in shown],
        {one.listed.record.id: one.listed.relations for one in shown},
        frozenset(one.listed.record.id for one in shown if one.regional),
        kin=kin,
    )
