"""Routes: what runs between places of one clause, and what only sounds like it."""

import re

import pytest

from communique.mentions.routes import routes
from communique.model.mention import PartyMention, PlaceMention

STATES = {
    "China": "CN",
    "Kyrgyzstan": "KG",
    "Uzbekistan": "UZ",
    "Kazakhstan": "KZ",
    "Azerbaijan": "AZ",
    "Georgia": "GE",
    "Romania": "RO",
    "Italy": "IT",
    "Germany": "DE",
    "Israel": "IL",
    "India": "IN",
    "Iran": "IR",
    "Pakistan": "PK",
    "Peru": "PE",
}
INSTITUTIONS = {"European Union": "EU", "Hamas": None}
TOWNS = ("Tashkent", "Andijan", "Baku", "Tbilisi", "Ceyhan", "Aktau", "Lima", "Islamabad")
SEATS = {"Beijing": "China", "Moscow": "Russia", "Washington": "United States"}
LANDSCAPES = ("Caspian Sea", "Black Sea", "Middle Corridor")


def mentions_of(text):
    told = []
    for name in (*STATES, *INSTITUTIONS, *TOWNS, *SEATS, *LANDSCAPES):
        for found in re.finditer(rf"\b{name}\b", text):
            span = {"start": found.start(), "end": found.end(), "text": found[0]}
            if name in STATES:
                told.append(PartyMention(**span, name=name, code=STATES[name]))
            elif name in INSTITUTIONS:
                told.append(PartyMention(**span, name=name, code=INSTITUTIONS[name]))
            elif name in SEATS:
                told.append(PartyMention(**span, name=SEATS[name], code="XX", metonym=True))
            else:
                told.append(PlaceMention(**span, name=name, country=None))
    return told


def found(text):
    return [(r.sort, r.stops, text[r.start : r.end]) for r in routes(text, mentions_of(text))]


@pytest.mark.parametrize(
    ("text", "sort", "stops", "words"),
    [
        (
            "The railway from Tashkent to Andijan opens in May.",
            "railway",
            ("Tashkent", "Andijan"),
            "railway from Tashkent to Andijan",
        ),
        (
            "They discussed the China–Kyrgyzstan–Uzbekistan railway.",
            "railway",
            ("China", "Kyrgyzstan", "Uzbekistan"),
            "China–Kyrgyzstan–Uzbekistan railway",
        ),
        (
            "The Middle Corridor, which runs from China through Kazakhstan, the Caspian Sea and"
            " Azerbaijan to Georgia, grew.",
            "corridor",
            ("China", "Kazakhstan", "Caspian Sea", "Azerbaijan", "Georgia"),
            None,
        ),
        ("Flights between Lima and Islamabad resume.", "flight", ("Lima", "Islamabad"), None),
        ("Work on the Tashkent-Andijan line began.", "railway", ("Tashkent", "Andijan"), None),
        ("A gas pipeline linking Azerbaijan with Italy is full.", "pipeline", None, None),
        ("The corridor connects India, Iran and Azerbaijan.", "corridor", None, None),
        ("He flew from Beijing to Moscow on Monday.", "flight", ("Beijing", "Moscow"), None),
        ("The Baku–Tbilisi–Ceyhan oil pipeline is full.", "pipeline", None, None),
        ("The direct Lima to Baku flight was launched.", "flight", ("Lima", "Baku"), None),
        (
            "The ferry from the port of Baku, Azerbaijan, to Aktau in Kazakhstan sails daily.",
            "shipping",
            ("Baku", "Aktau"),
            "ferry from the port of Baku, Azerbaijan, to Aktau",
        ),
        (
            "A power line from Georgia to Romania via the Black Sea is planned.",
            "cable",
            ("Georgia", "Black Sea", "Romania"),
            None,
        ),
        (
            "Container trains will run: a train service between Lima and Baku.",
            "railway",
            None,
            None,
        ),
    ],
)
def test_routes_are_found(text, sort, stops, words):
    ((found_sort, found_stops, found_words),) = found(text)
    assert found_sort == sort
    assert len(found_stops) > 1
    assert stops in {None, found_stops}
    assert words in {None, found_words}


@pytest.mark.parametrize(
    "text",
    [
        "Offices are open from Monday to Friday, also at the railway.",
        "The minister moved from agriculture to energy and railways in Peru and Italy.",
        "The Israel–Hamas war closed roads.",
        "China-India relations and the railway of Peru were discussed.",
        "Exports from Kazakhstan to China by rail rose.",
        "Trade between Germany and Italy grew, and the road ahead is long.",
        "The India–Pakistan line of control was quiet.",
        "From Lima to Baku, ministers agreed on railways.",
        "The railway was discussed. From Lima to Baku, ministers agreed.",
        "Relations between Azerbaijan and Peru need a road map.",
        "The route to peace between Israel and Iran is long.",
        "On the road to talks between Washington and Beijing.",
        "A railway agreement between China and Kyrgyzstan was signed.",
        "The railway from Tashkent to the border opens.",
        "The flight from Baku to Baku was short.",
        "The corridor between the European Union and Hamas is no place.",
        "",
    ],
)
def test_what_only_sounds_like_a_route_is_none(text):
    assert found(text) == []


def test_several_routes_of_a_text_come_in_its_order():
    text = "Flights from Lima to Baku.\nThen the railway from Tashkent to Andijan was shut."
    assert [sort for sort, *_ in found(text)] == ["flight", "railway"]
