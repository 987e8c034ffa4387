"""Values as a person would type them are read back as the same values."""

from datetime import date

import pytest

from communique.model.claim import Actor, Amount, Change, Party, Person, Quantity, When
from communique.model.mention import Bound
from communique.model.shaped import value_of
from communique.model.terms import ActorRole, Direction, Grade
from communique.pipeline.typed import typed
from communique.pipeline.values import Reader
from communique.records.decisions import slot_type

OMAN, TRADE = Party("Oman", "OM"), Party("Trade, Roads; and Ports: a Council")
READER = Reader({"OM": OMAN, "Oman": OMAN}.get)


@pytest.mark.parametrize(
    ("kind", "slot", "value", "words"),
    [
        ("commitment", "amount", Amount(5_000_000, "EUR"), "5000000 EUR"),
        ("commitment", "amount", Amount(5.5, None, Bound.AT_LEAST), "at least 5.5"),
        ("commitment", "quantity", Quantity(79, "km"), "79 km"),
        ("commitment", "by", (OMAN, Party("Peru Bank")), "OM; Peru Bank"),
        ("commitment", "by", (TRADE,), None),
        ("commitment", "by", (), ""),
        ("commitment", "grade", Grade.PLEDGED, "pledged"),
        (
            "commitment",
            "deadline",
            When(date(2024, 5, 1), date(2024, 5, 1), "May Day"),
            "2024-05-01",
        ),
        ("commitment", "deadline", When(None, date(2024, 5, 1), "by May"), "..2024-05-01"),
        ("commitment", "deadline", When(None, None, "soon"), None),
        ("commitment", "deadline", None, ""),
        ("event", "actors", (Actor(ActorRole.HOST, OMAN, Person("Ali Rahimov")),), None),
        ("event", "actors", (Actor(ActorRole.HOST, None, Person("Ali: the Wise")),), None),
        ("event", "ordinal", 2, "2"),
        ("figure", "change", Change(3.2, "percent", Direction.UP), "up 3.2 percent"),
        ("figure", "change", Change(3, "percent", Direction.UP, When(None, None, "2020")), None),
        ("office", "person", Person("Ali Rahimov"), "Ali Rahimov"),
    ],
)
def test_values_come_back(kind, slot, value, words):
    told = typed(READER, kind, slot, value)
    if words is not None:
        assert told == words
    back = value_of(READER.read(kind, slot, told), slot_type(kind, slot), slot)
    if isinstance(value, When) and told and not told.startswith("{"):
        assert (back.first, back.last) == (value.first, value.last)
    else:
        assert back == value
