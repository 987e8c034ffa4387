"""What is nearly an event and none, and what is one though it does not look so; own sentences."""

from datetime import date

import pytest

pytestmark = pytest.mark.model


def types(found):
    return {str(c.type.value) for c in found}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # Only somebody who is asked to act is asked for something.
        ("Prime Minister Ana Rojas of Chile asked President Boakai about the missing crew.", False),
        ("Prime Minister Ana Rojas of Chile asked President Boakai for two engineers.", True),
        ("The leaders of Chile and Peru asked their envoys to find a date.", False),
        ("The leaders of Chile and Peru asked Bolivia to find a date.", True),
    ],
)
def test_what_is_a_request(extract, text, told):
    assert ("REQUEST" in types(extract(text, "event"))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("President Rojas of Chile charged the Ministry of Energy of Peru with a study.", False),
        ("Chile charged Peru with espionage.", True),
    ],
)
def test_what_is_an_accusation(extract, text, told):
    assert ("ACCUSE" in types(extract(text, "event"))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Norway praised efforts of Chad and Niger to calm the border and reach a truce.",
            False,
        ),
        ("Chad and Niger reached a truce on Sunday.", True),
        ("Peru voiced hope after Chad and Niger had reached an understanding on water.", True),
    ],
)
def test_what_is_an_agreement(extract, text, told):
    assert ("AGREE" in types(extract(text, "event"))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chile eliminated export controls on lithium for Peru.", "CONCEDE"),
        ("Chile suspended its exports of lithium to Peru.", "SANCTION"),
        ("Israel bombed targets in southern Lebanon.", "ASSAULT"),
        ("Iran fired 90 missiles at Iraq.", "ASSAULT"),
        ("Iran fired a missile over Iraq.", "MOBILIZE"),
        ("Hungary voiced support for the accession of Serbia to the European Union.", "SUPPORT"),
        ("Iran vowed to take countermeasures against Iraq.", "THREATEN"),
    ],
)
def test_the_type_of_near_relations(extract, text, told):
    assert types(extract(text, "event")) == {told}


@pytest.mark.parametrize(
    "text",
    [
        "Together Chile and Peru laid the foundations of the order of their region.",
        "The valour that these Chileans demonstrate in Peru every day is known.",
        "Chile ordered Peruvian troops to leave.",
        "Farmers blocked roads in Poland over Ukrainian grain.",
    ],
)
def test_what_is_neither_ceremony_nor_force_nor_protest(extract, text):
    assert not types(extract(text, "event")) & {"COOPERATE", "PROTEST", "MOBILIZE", "SANCTION"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Macron and Zelenskyy spoke by phone on Monday.", {"FR", "UA"}),
        ("Guterres urged Chad to reopen the border.", {"UN", "TD"}),
        ("Kassym-Jomart Tokayev and Charles Michel met on Monday.", {"KZ", "EU"}),
        ("Trump Tower stands in Chile. Peru met Bolivia on Monday.", {"PE", "BO"}),
    ],
)
def test_whom_the_world_knows_needs_no_post(extract, text, parties):
    (event,) = extract(text, "event")
    assert {a.party.code for a in event.actors} == parties


def test_a_trip_of_some_days_has_all_of_them(extract):
    (visit,) = extract(
        "President Ana Rojas of Chile arrived in Oslo on Monday for a four-day state visit.",
        "event",
    )
    assert (visit.when.first, visit.when.last) == (date(2024, 1, 29), date(2024, 2, 1))


def test_a_delegation_does_not_hide_where_a_visit_goes(extract):
    (visit,) = extract(
        "They recalled the visit of President Ana Rojas of Chile and her team to Oslo in May.",
        "event",
    )
    assert {(a.role.value, a.party.code) for a in visit.actors} == {
        ("source", "CL"),
        ("host", "NO"),
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chile and Peru will continue to consult.", False),
        ("President Ana Rojas of Chile will meet with Prime Minister Ola Dahl of Norway.", True),
        ("Chile and Peru will hold a summit in Lima.", True),
    ],
)
def test_talks_that_are_merely_promised(extract, text, told):
    assert bool(extract(text, "event")) is told


def test_help_told_as_a_noun_with_its_number_is_a_commitment(extract):
    text = "They discussed our donation of 4 million vaccine doses by Norway to Chad."
    assert "AID" not in types(extract(text, "event"))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # What a state does with its own bodies is no dealing between parties; a parliament is one.
        ("President Biden directed the Environmental Protection Agency to repeal the rule.", set()),
        ("NASA has collaborated with the Department of Energy.", set()),
        ("President Biden called on the U.S. Congress to pass the bill.", {"REQUEST"}),
        ("President Biden asked Vice President Harris to lead the work on Chile.", set()),
        # Who is designated, and as what.
        ("The United States designated Peru a partner for chips.", set()),
        (
            "The United States designated two banks of Peru as financiers of terrorists.",
            {"SANCTION"},
        ),
        # Particles, prepositions and careers make other verbs of these.
        ("In May the Court of Justice of the European Union struck down a law of Chile.", set()),
        ("Ana Rojas fought for the poor of Chile and Peru.", set()),
        ("Norway will join Chile in supplying a battery.", set()),
        ("Norway joined NATO in 1949.", {"COOPERATE"}),
        ("Ana Rojas comes to the African Union from the World Bank.", set()),
        ("President Ana Rojas of Chile welcomed Ola Dahl as the head of NATO.", set()),
        # What is merely vital, foretold or hoped for.
        ("It is as vital to help Peru as it is vital for Chile to help Bolivia.", set()),
        ("Chile spoke of the attack we expect Peru to launch.", set()),
        ("Chile affirmed its pledge to support Peru, impose costs on Bolivia, and grow.", set()),
        ("Chileans who are currently in Peru should register.", set()),
        ("President Ana Rojas of Chile was in Lima on 3 May.", {"CONSULT"}),
    ],
)
def test_what_is_between_parties_and_told_as_done(extract, text, kinds):
    assert types(extract(text, "event")) == kinds


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        ("Norway called for the release of the sailors held by Chad.", "REQUEST", {"TD"}),
        ("Norway called for Chad's withdrawal from Niger.", "REQUEST", {"TD"}),
        ("Norway called for calm in Chad.", None, set()),
        ("Norway continues to call on Chad to withdraw.", "REQUEST", {"TD"}),
        ("Norway granted Chad a waiver.", "CONCEDE", {"TD"}),
        ("Norway resumed imports of wine from Chile.", "CONCEDE", {"CL"}),
        ("Norway imports wine from Chile.", None, set()),
        ("Norway removed two banks of Chad from its sanctions list.", "CONCEDE", {"TD"}),
        ("Norway gave aid to people affected by the floods in Chad.", "AID", {"TD"}),
        ("Norway is deploying an expert team to Chad.", "AID", {"TD"}),
        ("Norway made its satellites available to Chad.", "AID", {"TD"}),
        ("Norway excluded the banks of Chad from its market.", "SANCTION", {"TD"}),
        ("Norway conducted military drills near the border with Russia.", "MOBILIZE", {"RU"}),
    ],
)
def test_whom_acts_are_directed_at(extract, text, kind, target):
    found = [c for c in extract(text, "event") if c.type.value != "COOPERATE"]
    assert types(found) == ({kind} if kind else set())
    assert {a.party.code for c in found for a in c.actors if a.role.value == "target"} == target


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Delegations of Chad and Niger negotiated in Abuja on Monday.", "negotiation"),
        ("By phone, President Boric of Chile told President Mattarella of Italy of it.", "call"),
    ],
)
def test_talks_told_by_their_verb(extract, text, mode):
    (talks,) = extract(text, "event")
    assert talks.mode.value == mode


def test_who_signs_at_a_conference_does_not_give_it(extract):
    found = extract(
        "The memorandum was signed on 7 November 2022 at the climate conference in Bern by the "
        "President of Chile, Ana Rojas, and the Prime Minister of Norway, Ola Dahl.",
        "event",
    )
    assert all(a.role.value != "host" for c in found for a in c.actors if a.person)
