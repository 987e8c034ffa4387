import pytest

from communique.records.comparing.places import Nearness, nearness


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("Almaty", "the city of Almaty, Kazakhstan", Nearness.SAME, id="city-of"),
        pytest.param("Akorda", "the Akorda residence", Nearness.SAME, id="residence"),
        pytest.param("Cholpon-Ata", "Kyrgyzstan", Nearness.SAME_LAND, id="city-and-state"),
        pytest.param("Astana", "Almaty", Nearness.SAME_LAND, id="two-cities-of-a-state"),
        pytest.param("Astana", "Brussels", Nearness.ELSEWHERE, id="two-states"),
        pytest.param("Astana", "Brussels, Belgium", Nearness.ELSEWHERE, id="state-behind-it"),
        pytest.param("Astana", "the Heron Hotel", Nearness.UNKNOWN, id="not-known"),
        pytest.param("Astana", None, Nearness.UNKNOWN, id="not-told"),
    ],
)
def test_how_near_places_are(lore, one, other, expected):
    first, second = lore.places.read(one), lore.places.read(other)
    assert nearness(first, second) is expected
    assert nearness(second, first) is expected


@pytest.mark.parametrize("written", [None, "", " , "])
def test_nothing_is_no_place(lore, written):
    assert lore.places.read(written) is None
