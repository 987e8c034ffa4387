"""Persons who are told by their post alone; all sentences are our own."""

import pytest

pytestmark = pytest.mark.model


def _people(claims):
    return {a.person.name for c in claims for a in c.actors if a.person is not None}


@pytest.mark.parametrize(
    "told",
    [
        "The Chilean foreign minister met Kaja Kallas of the European Union on Monday.",
        "Kaja Kallas of the European Union met the Foreign Minister of Chile on Monday.",
    ],
)
def test_another_wording_of_a_post_means_its_holder(extract, told):
    known = "Ana Rojas, Minister of Foreign Affairs of Chile, was in the capital. "
    assert "Ana Rojas" in _people(extract(known + told, "event"))


def test_some_minister_is_not_the_one_named_before(extract):
    known = "Ana Rojas, Minister of Foreign Affairs of Chile, was in the capital. "
    told = "A Chilean foreign minister had met Kaja Kallas of the European Union in May 2019."
    assert "Ana Rojas" not in _people(extract(known + told, "event"))


def test_both_leaders_are_no_ministers(extract):
    found = extract(
        "President Ana Rojas of Chile received King Harald of Norway in Santiago. "
        "Foreign Minister Luis Vega of Chile and Foreign Minister Kari Lund of Norway were there. "
        "The two leaders met again on 12 January.",
        "event",
    )
    again = next(c for c in found if c.when is not None)
    assert _people([again]) == {"Ana Rojas", "Harald"}
