"""Whose documents are, where no signatory is told next to them; own sentences."""

import pytest

pytestmark = pytest.mark.model


def sides(extract, text, **about):
    (claim,) = extract(text, "instrument", **about)
    return {party.code or party.name for party in claim.parties}


TALKS = {
    "title": "Readout of President Lima's Call with President Mensah of Ghana",
    "publisher": "Presidency of Peru",
}


@pytest.mark.parametrize(
    "text",
    [
        "The two leaders spoke of work under the Defense Cooperation Agreement.",
        "The two leaders spoke of our Partnership for Clean Rivers.",
        "The two leaders praised the bilateral Trade and Seeds Agreement.",
        "The two leaders praised the Strategic Framework Agreement between our two countries.",
    ],
)
def test_what_two_sides_only_name_is_theirs_where_its_name_fits_them_alone(extract, text):
    assert sides(extract, text, **TALKS) == {"PE", "GH"}


@pytest.mark.parametrize(
    "text",
    [
        "The two leaders reaffirmed the Paris Agreement.",
        "The two leaders spoke of the Trade Facilitation Agreement.",
        "The two leaders reaffirmed the Heron Charter.",
    ],
)
def test_what_many_may_have_made_is_not_that_of_two(extract, text):
    assert sides(extract, text, **TALKS) == set()


def test_a_text_with_three_states_in_its_title_has_no_two_sides(extract):
    about = {**TALKS, "title": "President Lima meets the Presidents of Ghana and Fiji"}
    text = "They spoke of work under the Defense Cooperation Agreement."
    assert sides(extract, text, **about) == set()


def test_a_council_of_a_state_is_no_other_side(extract):
    about = {
        "title": "Statement by the National Security Council on Ghana",
        "publisher": "The White House",
    }
    text = "They spoke of work under the Defense Cooperation Agreement."
    assert sides(extract, text, **about) == {"US", "GH"}


def test_a_truce_is_not_that_of_those_who_talk_of_it(extract):
    text = "The two leaders welcomed the recent hostage deal."
    assert "GH" not in sides(extract, text, **TALKS)


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The two ministers discussed Chilean President Boric's Delta Strategy.", {"CL"}),
        ("They discussed Norway's 2040 Strategy for the Deep Fjords.", {"NO"}),
        ("They praised the Framework for Safe Waters of Oruro Ltd.", set()),
        ("Fiji adopted its Indo-Pacific Strategy in May.", {"FJ"}),
    ],
)
def test_whose_a_document_is_that_is_named_with_its_owner(extract, text, whose):
    assert sides(extract, text) == whose


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        (
            "Harrow Mills and Tarsel signed a memorandum on wool.",
            {"Harrow Mills", "Tarsel"},
        ),
        ("Reels: Peru and Ghana signed a memorandum on film.", {"PE", "GH"}),
        ("The Embassy signed a memorandum on wool.", set()),
        ("Both sides signed a memorandum on wool.", set()),
    ],
)
def test_who_signs(extract, text, whose):
    assert sides(extract, text) == whose


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The AU-brokered truce between Chad and Niger took effect in May.", {"TD", "NE"}),
        ("Minister Paz of Peru welcomed Fiji joining the Reef Accords.", {"FJ"}),
        ("I congratulate Chad, Niger and Mali on signing a memorandum.", {"TD", "NE", "ML"}),
        ("They stand by the UN Convention on Deep Rivers.", set()),
        ("They stand by the UN Charter.", {"UN"}),
        ("They stand by the Inter-American Rivers Charter.", set()),
        ("Chad and Niger met. Exports are banned under resolution 2036 of 22 May 2012.", set()),
    ],
)
def test_who_is_a_party_and_who_is_not(extract, text, whose):
    assert sides(extract, text) == whose


def test_an_armistice_is_of_those_who_fight(extract):
    news = "Armenia and Azerbaijan met again. Talks on the peace treaty are to resume in May."
    assert sides(extract, news, title="Armenia and Azerbaijan talk") == {"AM", "AZ"}
    about = {**TALKS, "title": "Readout of President Lima's Call with President Mensah of Ghana"}
    assert sides(extract, "They discussed talks on the peace treaty.", **about) == set()
