"""Whom a name may mean."""

import pytest

from communique.store.people import PersonRow
from communique.views.people import named, near

NURTLEU = PersonRow("person.1", (("Murat Nurtleu", 3), ("Murat Nurtileu", 1)), {})
RAHIMOV = PersonRow("person.2", (("Ali Rahimov", 2),), {})
JOSE = PersonRow("person.3", (("José Ángel", 2),), {})
PERSONS = (NURTLEU, RAHIMOV, JOSE)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("Nurtleu", (NURTLEU,), id="surname"),
        pytest.param("NURTILEU murat", (NURTLEU,), id="other-spelling-and-order"),
        pytest.param("jose angel", (JOSE,), id="accents"),
        pytest.param("Ali Nurtleu", (), id="words-of-two"),
        pytest.param("Nurt", (), id="part-of-a-word"),
        pytest.param(" - ", (), id="no-word"),
    ],
)
def test_a_name_means_those_who_have_all_its_words(name, found):
    assert named(PERSONS, name) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("Rahimow", ["Ali Rahimov"], id="surname"),
        pytest.param("Murad Nurtleu", ["Murat Nurtleu", "Murat Nurtileu"], id="full"),
        pytest.param("Smith", [], id="nobody"),
    ],
)
def test_names_written_nearly_so(name, found):
    assert near(PERSONS, name) == found
