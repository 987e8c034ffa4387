"""Visits to where a document is from, and who meets without being named; sentences are our own.

The day of publication is 1 February 2024, a Thursday.
"""

from datetime import date

import pytest

pytestmark = pytest.mark.model

MONDAY = (date(2024, 1, 29), date(2024, 1, 29))


def talks(claims):
    return [c for c in claims if c.type == "CONSULT"]


def trips(claims):
    return [c for c in claims if c.mode is not None and c.mode.value == "visit"]


def codes(claim, role):
    return {a.party.code for a in claim.actors if a.party is not None and a.role.value == role}


def days(claim):
    return (claim.when.first, claim.when.last) if claim.when else None


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Lars Berg of Norway was here on Monday.",
        "The Foreign Minister of Norway, Lars Berg, arrived here on Monday.",
        "The visiting Foreign Minister of Norway, Lars Berg, laid a wreath on Monday.",
        "Visiting Norwegian minister Lars Berg spoke to students on Monday.",
        "Visiting Foreign Minister of Norway Lars Berg opened a school on Monday.",
    ],
)
def test_a_guest_comes_to_where_the_paper_is_from(extract, text):
    (visit,) = trips(extract(text, "event", publisher="The Chile Daily"))
    assert (codes(visit, "source"), codes(visit, "host"), days(visit)) == ({"NO"}, {"CL"}, MONDAY)


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Rojas of Chile was here on Monday.",
        "Visiting hours end on Monday, said Foreign Minister Lars Berg of Norway.",
        "Lars Berg, the Foreign Minister of Norway, said on Monday that prices here were high.",
        "Visiting professors told Foreign Minister Lars Berg of Norway of it on Monday.",
    ],
)
def test_no_guest(extract, text):
    assert not trips(extract(text, "event", publisher="The Chile Daily"))


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Rojas of Chile left for Oslo on Monday.",
        "President Ana Rojas of Chile returned from Norway on Monday.",
        "President Ana Rojas of Chile came back from Norway on Monday.",
    ],
)
def test_a_trip_told_by_its_start_or_end(extract, text):
    (visit,) = trips(extract(text, "event"))
    assert (codes(visit, "source"), codes(visit, "host")) == ({"CL"}, {"NO"})
    assert days(visit) == MONDAY


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Rojas of Chile left the party for Norway on Monday.",
        "President Ana Rojas of Chile returned the painting from Norway on Monday.",
        "President Ana Rojas of Chile, back from Norway, was tired.",
    ],
)
def test_no_trip(extract, text):
    assert not trips(extract(text, "event"))


def test_who_invites_is_no_traveller(extract):
    (visit,) = trips(
        extract(
            "At the invitation of the Prime Minister of Chile, Ms Ana Rojas, the Prime Minister "
            "of the Republic of Peru, Mr Juan Vega, paid an official visit to Chile on 7 and "
            "8 January 2024.",
            "event",
        )
    )
    assert {(a.role.value, a.person.name) for a in visit.actors} == {
        ("source", "Juan Vega"),
        ("host", "Ana Rojas"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian and Chilean geologists met in Bergen on Monday.",
        "On Monday the Head of the Chile-Norway Parliamentary Friendship Group received the "
        "Ambassador Extraordinary and Plenipotentiary of the Kingdom of Norway to Chile.",
        "Chile and Norway signed a treaty in 2010. The joint fisheries commission met in Bergen on "
        "Monday.",
        "Officials from Chile and Norway ended three days of talks in Bergen on Monday.",
        "The ministers of Chile and Norway wound up two days of talks on Monday.",
        "The twenty-first meeting of the Chile-Norway commission took place on Monday.",
    ],
)
def test_sides_that_words_tell_without_a_name(extract, text):
    found = [c for c in talks(extract(text, "event")) if days(c) == MONDAY]
    assert [codes(c, "participant") for c in found] == [{"CL", "NO"}]


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian and Chilean papers met with derision on Monday.",
        "Norwegian geologists met in Bergen on Monday.",
        "Chile and Norway signed a treaty in 2010. A joint commission on fisheries may yet meet.",
        "Chile and Norway signed a treaty in 2010. The school board met in Bergen on Monday.",
    ],
)
def test_no_sides(extract, text):
    assert not [c for c in talks(extract(text, "event")) if days(c) == MONDAY]


def test_talks_counted_in_days_took_place(extract):
    text = "Chile and Norway are at odds. After a day of talks in Lima they agreed on a quota."
    (found,) = talks(extract(text, "event"))
    assert codes(found, "participant") == {"CL", "NO"}
    vague = "Chile and Norway are at odds. After years of talks they agreed on a quota."
    assert not talks(extract(vague, "event"))


@pytest.mark.parametrize(("word", "number"), [("twenty-first", 21), ("seventy-third", 73)])
def test_a_compound_number(extract, word, number):
    text = f"The {word} meeting of the Chile-Norway commission took place on Monday."
    assert [c.ordinal for c in talks(extract(text, "event"))] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Ana Rojas of Chile raised it with her counterpart Lars Berg of Norway "
        "by video link.",
        "The Foreign Minister of Chile discussed the quota with the Foreign Minister of Norway "
        "by telephone.",
    ],
)
def test_what_is_taken_up_at_a_distance_is_a_call(extract, text):
    (call,) = talks(extract(text, "event"))
    assert (call.mode.value, codes(call, "participant")) == ("call", {"CL", "NO"})


@pytest.mark.parametrize(
    "text",
    [
        "Chile raised the video with Norway.",
        "Foreign Minister Ana Rojas of Chile will discuss telephone tariffs.",
        "Chile and Norway sit on the river commission since 2010.",
        "President Ana Rojas of Chile sat with Foreign Minister Lars Berg of Norway in 2010.",
    ],
)
def test_no_call_and_no_sitting(extract, text):
    assert not talks(extract(text, "event"))


def test_a_joint_body_sits(extract):
    text = "Chile and Norway share a sea. The joint fisheries committee sat in Bergen on Monday."
    (found,) = talks(extract(text, "event"))
    assert (codes(found, "participant"), days(found)) == ({"CL", "NO"}, MONDAY)


@pytest.mark.parametrize(
    "text",
    [
        "Chile rejoined the African Union in May 2023.",
        "Chile and Norway revived the joint committee on fisheries.",
    ],
)
def test_bodies_that_are_taken_up_again(extract, text):
    (found,) = extract(text, "event")
    assert found.type == "COOPERATE"
