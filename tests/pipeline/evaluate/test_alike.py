import pytest

from communique.model.claim import Party
from communique.pipeline.evaluate.alike import (
    same_number,
    same_party,
    same_person,
    same_post,
    same_unit,
    similar,
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the Agreement on Water", "Water Agreement", True),
        ("agreement", "trade agreement with Oman of 1999", False),
        ("", "", False),
    ],
)
def test_texts_are_similar_by_half_of_their_words(one, other, same):
    assert similar(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ali Rahimov", "Rahimov", True),
        ("Ali B. Rahimov", "Ali Rahimov", True),
        ("Omar Rahimov", "Ali Rahimov", False),
        ("Rahimov Ali", "Ali Rahimov", True),
        ("", "Ali Rahimov", False),
    ],
)
def test_persons(one, other, same):
    assert same_person(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Minister of Transport", "Transport Minister", True),
        ("Deputy Minister of Transport", "Minister of Transport", False),
        ("President", "Prime Minister", False),
    ],
)
def test_posts_of_another_rank_are_others(one, other, same):
    assert same_post(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Party("Oman", "OM"), Party("Sultanate", "OM"), True),
        (Party("Oman", "OM"), Party("Oman", "PE"), False),
        (Party("Oman", "OM"), Party("oman"), True),
        (Party("Bank of Peru"), Party("Bank of Oman"), False),
    ],
)
def test_parties(one, other, same):
    assert same_party(one, other) is same


def test_numbers_and_units():
    assert same_number(1, 1.0000000001)
    assert not same_number(1, 1.001)
    assert same_unit("Companies", "companies")
    assert same_unit("electric buses", "buses")
    assert not same_unit("EUR", "USD")
