"""Where names lie, and which are left off the map."""

import pytest

from communique.vocab.positions import Positions


@pytest.fixture(scope="module")
def positions():
    return Positions.load()


@pytest.mark.parametrize(
    ("name", "state", "country"),
    [
        ("Astana", None, "KZ"),
        ("Sharm el-Sheikh", None, "EG"),
        ("White House", None, "US"),
        ("New York", None, "US"),
        ("Luxembourg", "LU", "LU"),
    ],
)
def test_towns_and_landmarks_lie_somewhere(positions, name, state, country):
    assert positions.of(name, (), state).country == country


@pytest.mark.parametrize(
    ("name", "state"),
    # A word, a state with a namesake, divisions with namesakes, and what is nowhere.
    [("Summit", None), ("Mexico", "MX"), ("Georgia", None), ("Virginia", None), ("Erewhon", None)],
)
def test_what_is_not_clear_lies_nowhere(positions, name, state):
    assert positions.of(name, (), state) is None


def test_a_country_that_is_spoken_of_decides(positions):
    assert positions.of("Windsor").country == "CA"
    assert positions.of("Windsor", ("GB",)).country == "GB"


def test_every_landmark_stands_for_a_town(positions):
    assert all(positions.of(name) for name in positions.landmarks)
