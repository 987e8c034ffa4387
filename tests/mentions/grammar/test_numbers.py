"""What figures and words add up to."""

from decimal import Decimal

import pytest

from communique.mentions.grammar.numbers import Tally, figure, plain


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        ("1,500", "1500", "1"),
        ("1\u00a0500", "1500", "1"),
        ("3.25", "3.25", "0.01"),
        ("5 1/2", "5.5", "0.01"),
        ("2½", "2.5", "0.01"),
        ("¾", "0.75", "0.01"),
        (".5", "0.5", "0.1"),
    ],
)
def test_figure(text: str, value: str, place: str):
    assert figure(text) == (Decimal(value), Decimal(place))


def test_hundreds_multiply_within_their_thousands():
    tally = Tally()
    tally.add(2)
    tally.scale(100)
    tally.add(50)
    tally.scale(1000)
    tally.add(3)

    assert tally.stated().value == 250_003


def test_integers_are_integers():
    assert [plain(Decimal(v)) for v in ("5", "5.0", "5.5")] == [5, 5, 5.5]
    assert isinstance(plain(Decimal("5.0")), int)
