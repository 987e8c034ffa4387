"""What commitments come to, as a JSON object."""

from __future__ import annotations

from typing import Any

from communique.model.plain import plain
from communique.views.totals import Totals


def entry(found: Totals) -> dict[str, Any]:
    """The JSON object of totals, and of what is in none of them."""
    return {
        "totals": [
            {
                **{name: plain(value) for name, value in total.sort._asdict().items()},
                "value": total.value,
                "bound": plain(total.bound),
                "records": list(total.records),
            }
            for total in found.totals
        ],
        "left_out": plain(found.left_out),
    }
