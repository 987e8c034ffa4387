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


@pytest.mark.parametrize(
    ("written", "own"),
    [
        pytest.param("Samarkand", True, id="a-town"),
        pytest.param("the city of Samarkand, Uzbekistan", True, id="a-town-with-its-state"),
        pytest.param("Astana", False, id="a-capital"),
        pytest.param("Geneva", False, id="a-venue-of-all-the-world"),
        pytest.param("The Hague", False, id="a-venue-with-its-article"),
        pytest.param("Summit", False, id="a-form-that-is-also-a-town"),
        pytest.param("Uzbekistan", False, id="a-state"),
        pytest.param("the White House", False, id="a-seat-that-is-also-a-town"),
        pytest.param("the Heron Hotel", False, id="not-known"),
    ],
)
def test_a_town_that_is_no_capital_tells_a_meeting(lore, written, own):
    assert lore.places.read(written).own is own
