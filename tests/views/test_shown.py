"""Who tells a record, seen from a relationship."""

import pytest

from communique.model.record import Tellers
from communique.views.shown import Side, ToldBy, told_by
from factory import OMAN, PERU, UNION

SIDES = (
    Side(OMAN, frozenset({"Oman", "Ministry of Ports of Oman"})),
    Side(PERU, frozenset({"Peru"})),
)


@pytest.mark.parametrize(
    ("tellers", "sides", "told"),
    [
        pytest.param(Tellers((OMAN,)), SIDES, ToldBy((OMAN,), False, (), False, False), id="one"),
        pytest.param(
            Tellers((OMAN, PERU), joint=True),
            SIDES,
            ToldBy((OMAN, PERU), True, (), True, False),
            id="both",
        ),
        pytest.param(
            Tellers((UNION,), outsiders=True),
            SIDES,
            ToldBy((), False, (UNION,), False, True),
            id="another",
        ),
        pytest.param(Tellers((OMAN,)), (), ToldBy((), False, (OMAN,), False, False), id="no-sides"),
    ],
)
def test_who_tells(tellers, sides, told):
    assert told_by(tellers, sides) == told
