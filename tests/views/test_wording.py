from datetime import date

import pytest

from communique.model.claim import Actor, Amount, Change, Person, Quantity, When
from communique.model.mention import Bound
from communique.model.terms import ActorRole, Direction, Grade, Modality
from communique.views.wording import days, number
from factory import OMAN, UNION, commitment, day


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (37_700_000_000, "37.7 billion"),
        (10_000_000_000, "10 billion"),
        (820_000_000, "820 million"),
        (1_234, "1,234"),
        (3.2, "3.2"),
        (-5_000_000, "-5 million"),
        (0, "0"),
    ],
)
def test_numbers(value, told):
    assert number(value) == told


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2024-09-17", "2024-09-17", "17 September 2024"),
        ("2024-01-27", "2024-01-28", "27–28 January 2024"),
        ("2024-01-29", "2024-02-02", "29 January 2024 – 2 February 2024"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2023-01-01", "2023-12-31", "2023"),
        ("2021-01-01", "2027-12-31", "2021–2027"),
        ("2024-01-01", "2024-03-31", "January 2024 – March 2024"),
        (None, "2028-12-31", "by 31 December 2028"),
        ("2025-06-01", None, "from 1 June 2025"),
        (None, None, ""),
    ],
)
def test_periods(first, last, told):
    ends = (date.fromisoformat(end) if end else None for end in (first, last))
    assert days(*ends) == told


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, ""),
        ((), ""),
        ((OMAN, UNION), "Oman, European Union"),
        (Grade.AGREED, "in a signed text"),
        (Amount(5_000_000, "EUR", Bound.AT_MOST), "up to 5 million EUR"),
        (Amount(5, None), "5"),
        (Quantity(900, "companies", Bound.MORE_THAN), "more than 900 companies"),
        (Change(3.2, "percent", Direction.UP), "up 3.2 percent"),
        (
            Change(3, "percent", Direction.DOWN, day("2022-01-02")),
            "down 3 percent against 2 January 2022",
        ),
        (When(None, None, "some day"), "some day"),
        (Actor(ActorRole.PARTICIPANT, OMAN), "Oman"),
        (Actor(ActorRole.HOST, OMAN), "Oman (host)"),
        (Actor(ActorRole.HOST, OMAN, Person("Ali Rahimov")), "Ali Rahimov (Oman, host)"),
        (Actor(ActorRole.PARTICIPANT, None, Person("Ali Rahimov")), "Ali Rahimov"),
        ("two\n words", "two words"),
    ],
)
def test_values(wording, value, told):
    assert wording.value(value) == told


def test_codes_are_told_on_demand(wording, coded):
    assert "pledged" not in str(wording.told(commitment()))
    told = dict(coded.told(commitment(id="c-1")))
    assert told["firmness"] == "promised [pledged]"
    assert told["by"] == "Oman [OM]"
    assert told["id"] == "c-1"


def test_only_what_is_filled_is_told(wording):
    told = dict(wording.told(commitment(modality=Modality.POSSIBLE, attributed_to="a minister")))
    assert "deadline" not in told
    assert told["how sure"] == "only possible"
    assert told["according to"] == "a minister"
    assert dict(wording.told(commitment(part_of="x")))["part of"] == "a larger sum in this text"
