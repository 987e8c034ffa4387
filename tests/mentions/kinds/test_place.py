import pytest

pytestmark = pytest.mark.model


def places(find, text):
    return [(m.name, m.country) for m in find(text, "place")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They met in Almaty.", [("Almaty", "KZ")], id="city"),
        pytest.param("The summit (2 June 2023, Cholpon-Ata)", [("Cholpon-Ata", "KG")], id="hyphen"),
        pytest.param("The forum in Xi’an began.", [("Xi'an", "CN")], id="apostrophe"),
        pytest.param("It was adopted in Luxembourg.", [("Luxembourg", "LU")], id="state-and-city"),
        pytest.param("They met in Astana.", [("Astana", "KZ")], id="capital"),
        pytest.param("Investments in Italy grew.", [("Italy", "IT")], id="state-as-place"),
        pytest.param(
            "The port across the Caspian Sea is open.", [("Caspian Sea", None)], id="head-noun"
        ),
        pytest.param(
            "It crosses South Kazakhstan.", [("South Kazakhstan", "KZ")], id="part-of-a-state"
        ),
    ],
)
def test_finds_places_with_their_country(find, text, expected):
    assert places(find, text) == expected


def test_a_place_in_capitals_has_its_usual_name(find):
    text = "ASTANA, 5 May 2024 (Courier) - The forum opened."
    assert [m.name for m in find(text, "place")] == ["Astana"]


def test_the_country_named_after_a_place_is_its_country(find):
    assert places(find, "They met in Paris, Texas.")[0] == ("Paris", "US")


def test_a_town_in_a_country_of_the_text_comes_before_one_elsewhere(find):
    text = "Kazakhstan opened a plant. Work in Kentau began; Kazakhstan paid."
    assert ("Kentau", "KZ") in places(find, text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The dialogue between Astana and Brussels deepened.", id="metonym"),
        pytest.param("Florence Nguyen, the Minister of Health, spoke.", id="person"),
        pytest.param("She told the Steppe Courier that all is well.", id="noun-of-place-in-front"),
        pytest.param("This E.O. allows sanctions; the E.O. is new.", id="abbreviation"),
        pytest.param("Talks with Erdogan followed.", id="only-the-recogniser"),
        pytest.param("The nice offer of mobile reading rooms was split.", id="lower-case"),
    ],
)
def test_near_misses_are_no_places(find, text):
    assert places(find, text) == []
