from collections import Counter

import pytest

from communique.mentions.knowledge import Knowledge
from communique.vocab.claims.leaders import load_leaders
from communique.vocab.words import words_of


@pytest.fixture(scope="module")
def leaders():
    return load_leaders()


@pytest.mark.parametrize(
    ("person", "post", "expected"),
    [
        ("Kassym-Jomart Tokayev", "President", "KZ"),
        ("Biden", "President", "US"),
        ("Joseph R. Biden, Jr.", "President", "US"),
        ("Ursula von der Leyen", "President", "European Commission"),
        ("Tokayev", "Professor", None),
        ("Somebody Else", "President", None),
    ],
)
def test_whose_office_a_person_is_known_for(leaders, person, post, expected):
    assert leaders.party(person, post) == expected


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("Harry S. Truman", True),
        ("Nelson Mandela", True),
        ("Brandt", True),
        ("Maia Sandu", False),
        ("Eva Brandt", False),
        ("Kim Hildebrandt", False),
    ],
)
def test_persons_of_another_age(leaders, person, expected):
    assert leaders.of_history(person) is expected


def test_no_name_stands_under_two_states(leaders):
    names = Counter(name.lower() for found in leaders.leaders.values() for name in set(found))
    assert [name for name, count in names.items() if count > 1] == []


def test_codes_are_states_and_names_are_parties(leaders):
    knowledge = Knowledge.load()
    for key in leaders.leaders:
        assert key in knowledge.states or knowledge.parties.longest(words_of(key), 0), key


def test_who_is_known_by_name_alone_is_a_leader(leaders):
    unknown = [name for name in leaders.alone if leaders.party(name, "President") is None]
    assert unknown == []
