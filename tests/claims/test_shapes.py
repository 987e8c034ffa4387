from dataclasses import FrozenInstanceError

import pytest

from communique.claims.shapes import SHAPE_OF, SHAPES
from communique.claims.slots.declare import slots_of


def test_the_kinds_are_those_of_the_claim_model():
    assert list(SHAPE_OF) == ["event", "instrument", "commitment", "figure", "office"]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.kind)
def test_every_slot_is_told_in_words(shape):
    slots = list(slots_of(shape))
    assert slots
    assert all(slot.label and slot.help.endswith((".", "…")) for slot in slots)


def test_claims_are_frozen(claim_of_each_kind):
    for claim in claim_of_each_kind:
        with pytest.raises(FrozenInstanceError):
            claim.id = "other"
