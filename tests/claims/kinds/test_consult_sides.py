"""Who meets whom, and when one meeting is another than the one before; all sentences are our own.

The day of publication is 1 February 2024, a Thursday.
"""

import pytest

pytestmark = pytest.mark.model


def talks(claims):
    return [c for c in claims if c.type == "CONSULT"]


def people(claim):
    return {a.person.name for a in claim.actors if a.person is not None}


def codes(claim):
    return {a.party.code for a in claim.actors if a.party is not None}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Security Advisor Lea Brandt of Austria met with Director of National Security "
            "Somchai Wattana of the Kingdom of Thailand on 24 October 2023.",
            {"Lea Brandt", "Somchai Wattana"},
        ),
        (
            "President of the Republic of Chile, Ana Rojas, and Prime Minister of Norway, Ivo "
            "Berg, met in Oslo on 28 October 2023.\n\nAna Rojas Ivo Berg",
            {"Ana Rojas", "Ivo Berg"},
        ),
        (
            "Finance Minister Ana Rojas of Chile had the opportunity to meet with the conference "
            "host, Norway's President Ivo Berg.",
            {"Ana Rojas", "Ivo Berg"},
        ),
    ],
    ids=["post before the name", "names under a text", "name behind a comma"],
)
def test_who_meets(extract, text, who):
    (meeting,) = talks(extract(text, "event"))
    assert (meeting.mode, people(meeting)) == ("meeting", who)


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Rojas of Chile hopes to have the opportunity to meet President Ivo Berg of "
        "Norway.",
        "Minister Ana Rojas of Chile never had the chance to meet President Ivo Berg of Norway.",
    ],
)
def test_a_chance_not_taken_is_no_meeting(extract, text):
    assert not [c for c in talks(extract(text, "event")) if c.status == "occurred"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "While in Ghana, Foreign Minister Ana Rojas of Chile met with senior government "
            "officials to discuss cocoa.",
            {"CL", "GH"},
        ),
        (
            "Foreign Minister Ana Rojas of Chile met with a range of Government of Ghana "
            "officials to deepen trade.",
            {"CL", "GH"},
        ),
        (
            "Foreign Minister Ana Rojas of Chile met with the Executive Secretary and the staff "
            "of the OSCE.",
            {"CL", "OSCE"},
        ),
        (
            "In meetings with Norwegian officials, Foreign Minister Ana Rojas of Chile raised "
            "fishing.",
            {"CL", "NO"},
        ),
        (
            "The ministers of Chile and Peru met today on the anniversary of the raid to renew "
            "our support for the people, our resolve to rebuild.",
            {"CL", "PE"},
        ),
    ],
    ids=["officials of a place", "a range of", "staff of", "told as a setting", "no object"],
)
def test_sides_told_without_a_name(extract, text, parties):
    (meeting,) = talks(extract(text, "event"))
    assert codes(meeting) == parties


@pytest.mark.parametrize(
    "text",
    [
        "In Ghana, Foreign Minister Ana Rojas of Chile met with business leaders.",
        "Foreign Minister Ana Rojas of Chile met with a range of private partners.",
        "Foreign Minister Ana Rojas of Chile met with senior officials.",
    ],
)
def test_others_who_stay_unnamed_are_met_in_no_event(extract, text):
    assert not talks(extract(text, "event"))


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Rojas of Chile and President Ivo Berg of Norway spoke today about "
        "developments in Sudan.",
        "President Ana Rojas of Chile called Prime Minister Ivo Berg of Norway today to "
        "congratulate him on the vote.",
    ],
)
def test_a_call(extract, text):
    (call,) = talks(extract(text, "event"))
    assert (call.mode, call.place, people(call)) == ("call", None, {"Ana Rojas", "Ivo Berg"})


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Rojas of Chile and President Ivo Berg of Norway spoke today before the "
        "assembly.",
        "President Ana Rojas of Chile called on President Ivo Berg of Norway to resign.",
        "The committee of Chile called Minister Ivo Berg of Norway to testify.",
    ],
)
def test_a_speech_or_a_summons_is_no_call(extract, text):
    assert not [c for c in talks(extract(text, "event")) if c.mode == "call"]


def test_who_meets_others_each_time_meets_twice(extract):
    found = talks(
        extract(
            "Foreign Minister Ana Rojas of Chile met with President Ivo Berg of Norway to discuss "
            "fish. Rojas met with Trade Minister Olav Dahl of Norway.",
            "event",
        )
    )
    assert [people(c) for c in found] == [{"Ana Rojas", "Ivo Berg"}, {"Ana Rojas", "Olav Dahl"}]


def test_who_goes_on_telling_tells_of_one_meeting(extract):
    found = talks(
        extract(
            "Foreign Minister Ana Rojas of Chile met with President Ivo Berg of Norway on Monday. "
            "On Monday Rojas and Berg also discussed fish.",
            "event",
        )
    )
    assert [people(c) for c in found] == [{"Ana Rojas", "Ivo Berg"}]


def test_what_goes_before_another_meeting_does_not_hold_it(extract):
    found = talks(
        extract(
            "President Ana Rojas of Chile met King Harald of Norway on Monday ahead of her talks "
            "with President Olav Ek of Peru.",
            "event",
        )
    )
    told = {(c.status.value, c.when is None, frozenset(people(c))) for c in found}
    assert told == {
        ("occurred", False, frozenset({"Ana Rojas", "Harald"})),
        ("planned", True, frozenset({"Ana Rojas", "Olav Ek"})),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Rojas of Chile reiterated support for a dialogue with Norway.",
        "The list is kept by Chile in consultation with Norway.",
    ],
)
def test_talks_named_in_passing_are_none(extract, text):
    assert not talks(extract(text, "event"))


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Rojas of Chile welcomed Peru's presidency of the G7 next year.",
        "Chile and Peru welcome all nations to support these principles.",
        "President Ana Rojas of Chile praised the G20 as the premier forum of Norway today.",
        "President Ana Rojas of Chile and President Olav Ek of Peru discussed the visit of King "
        "Harald of Norway, which begins on 3 May 2024.",
    ],
    ids=["a presidency", "an invitation to join", "as what", "what lies ahead"],
)
def test_what_sounds_like_talks(extract, text):
    assert not [c for c in talks(extract(text, "event")) if c.status.value == "occurred"]


@pytest.mark.parametrize(
    "text",
    [
        "The presidents of Chile and Peru met in Bern for the third Andean Leaders' Summit on 3 "
        "January 2024.",
        "President Ana Rojas of Chile hosted the leaders of Peru in Bern on 3 January 2024 for a "
        "Chile-Peru Special Summit.",
    ],
)
def test_who_meets_for_a_summit_is_at_the_summit(extract, text):
    (summit,) = talks(extract(text, "event"))
    assert (summit.mode, summit.place, codes(summit)) == ("summit", "Bern", {"CL", "PE"})


def test_what_is_talked_about_is_not_between_those_who_talk(extract):
    text = (
        "President Ana Rojas of Chile had several conversations with Norwegian leaders on the "
        "conflict between Oman and Qatar on Monday."
    )
    (meeting,) = talks(extract(text, "event"))
    assert codes(meeting) == {"CL", "NO"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("They reflected on the recent Chile-Norway Summit.", "occurred"),
        ("Chile looks forward to participating in the upcoming OECD Leaders' Summit.", "planned"),
        (
            "Building on the Chile-Republic of Malta Strategic Dialogue, held on 3 January.",
            "occurred",
        ),
    ],
)
def test_a_gathering_told_with_its_parties(extract, text, status):
    (found,) = talks(extract(text, "event"))
    assert (found.status, len(codes(found))) == (status, 2)


def test_a_body_that_works_is_no_gathering(extract):
    assert not talks(extract("They work with the Chile-Norway Forum.", "event"))


@pytest.mark.parametrize(
    "text",
    [
        "The truce follows the recent engagement by Minister Ana Rojas of Chile with President "
        "Kofi Mensah of Ghana.",
        "Minister Ana Rojas of Chile met today with 15 ministers representing African states.",
        "Minister Ana Rojas of Chile will attend the Bern Conference on Water.",
    ],
    ids=["an engagement", "whom they represent", "a named conference"],
)
def test_told_in_other_words(extract, text):
    (found,) = talks(extract(text, "event"))
    assert "Ana Rojas" in people(found)


@pytest.mark.parametrize(
    "text",
    [
        "Our engagement with Ghana continues.",
        "Minister Ana Rojas of Chile met today with 15 leaders representing private lenders.",
        "Chile will attend the Bern Conference on Water.",
        "Minister Ana Rojas of Chile will attend a conference.",
    ],
)
def test_too_little_is_told(extract, text):
    assert not talks(extract(text, "event"))
