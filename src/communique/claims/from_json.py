"""Claims from the JSON that the program prints, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from communique.claims.shapes import SHAPE_OF
from communique.model.claim import Claim
from communique.model.plain import plain
from communique.model.shaped import shaped


def claim_of(entry: object) -> Claim:
    """One claim from its JSON object.

    Keys that the kind does not declare are an error, keys that are left out have their default.

    Raises:
        ValueError: It breaks the claim model; the message says where and how.
    """
    # To look at the very type first costs a tenth.
    if type(entry) is not dict and not isinstance(entry, Mapping):
        raise ValueError("a claim must be an object")
    shape = SHAPE_OF.get(str(entry.get("kind")))
    if shape is None:
        known = ", ".join(SHAPE_OF)
        raise ValueError(f"kind: {entry.get('kind')!r} is none of {known}")
    slots = dict(entry)
    del slots["kind"]
    return shaped(slots, shape)


def entry_of(claim: Claim) -> dict[str, Any]:
    """The JSON object of a claim, as the program prints it."""
    values = plain(claim)
    return {"id": values.pop("id"), "kind": claim.kind, **values}
