"""Visits that are announced, what is done on a trip, and their days; all sentences are our own.

The day of publication is 1 February 2024, a Thursday.
"""

from datetime import date

import pytest

pytestmark = pytest.mark.model


def talks(claims):
    return [c for c in claims if c.type == "CONSULT"]


def told(claim):
    return (claim.mode.value, claim.when and (claim.when.first, claim.when.last))


def roles(claim):
    return {(a.role.value, a.person.name) for a in claim.actors if a.person is not None}


MARCH = (date(2024, 3, 7), date(2024, 3, 7))
WELCOME = (
    "President Ana Rojas of Chile will welcome President Olav Ek of Peru to La Moneda on 7 March."
)


def test_who_will_be_welcomed_comes_on_a_visit(extract):
    (visit,) = talks(extract(WELCOME, "event"))
    assert (*told(visit), visit.place) == ("visit", MARCH, "La Moneda")
    assert roles(visit) == {("source", "Olav Ek"), ("host", "Ana Rojas")}


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        (
            "President Ana Rojas of Chile will host President Olav Ek of Peru for a bilateral "
            "meeting on 7 March.",
            "meeting",
        ),
        (
            "President Ana Rojas of Chile welcomed President Olav Ek of Peru on 7 January.",
            "meeting",
        ),
    ],
    ids=["what for is told", "it is over"],
)
def test_other_welcomes_are_meetings(extract, text, mode):
    assert [c.mode.value for c in talks(extract(text, "event"))] == [mode]


def test_talks_announced_with_a_visit_are_a_meeting_of_its_day(extract):
    found = talks(
        extract(
            WELCOME + " The leaders will discuss fishing. They will also review trade.", "event"
        )
    )
    assert [told(c) for c in found] == [("visit", MARCH), ("meeting", MARCH)]
    assert len(found[1].evidence) == 2


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Rojas of Chile met President Olav Ek of Peru on Monday. The leaders will "
        "review progress each year.",
        "Chile and Peru will discuss the border.",
        WELCOME + " The Senate will discuss fishing.",
    ],
)
def test_what_will_be_discussed_without_a_visit_is_no_event(extract, text):
    assert not [c for c in talks(extract(text, "event")) if told(c)[0] == "meeting" and not c.when]
    assert len(talks(extract(text, "event"))) < 2


TRIP = "Minister Ana Rojas of Chile travelled to Peru and Ghana on 3-5 January. "
DAYS = (date(2024, 1, 3), date(2024, 1, 5))


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("She also met with OECD Secretary-General Olav Dahl.", DAYS),
        ("She had met Minister Ivo Berg of Norway before.", None),
        ("She called Minister Ivo Berg of Norway to thank him.", None),
        ("Minister Ivo Berg of Norway met with Minister Eva Lund of Samoa.", None),
        ("The visit followed one to Oslo, where she met Minister Ivo Berg of Norway.", None),
    ],
    ids=["on the trip", "before it", "by telephone", "of others", "on another"],
)
def test_the_days_of_a_trip_that_the_title_tells(extract, sentence, when):
    found = talks(extract(TRIP + sentence, "event", title="Readout of Minister Rojas's Travel"))
    (other,) = [c for c in found if c.mode.value in {"meeting", "call"}]
    assert told(other)[1] == when


@pytest.mark.parametrize(
    "leaving",
    [
        "On 3 February 2024 President Rojas of Chile will depart for Peru. ",
        "Tonight President Ana Rojas of Chile will travel to Peru. ",
    ],
)
def test_the_day_of_departure_is_none_of_the_meetings(extract, leaving):
    text = leaving + "She will meet President Olav Ek of Peru."
    found = talks(extract(text, "event", title="Statement on the Trip of President Rojas"))
    assert [told(c)[1] for c in found if c.mode.value == "meeting"] == [None]


def test_a_meeting_on_a_trip_one_looks_forward_to_lies_ahead(extract):
    text = "President Ana Rojas of Chile looks forward to travelling to Peru to meet President Ek."
    assert {c.status.value for c in talks(extract(text, "event"))} == {"planned"}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "President Rojas of Chile and President Ek of Peru discussed the significance of King "
            "Harald's 19 January address to the assembly.",
            0,
        ),
        ("On Monday President Rojas of Chile and President Ek of Peru discussed trade.", 1),
    ],
)
def test_a_date_deep_in_what_is_discussed_is_of_that(extract, text, days):
    found = [c for c in talks(extract(text, "event")) if c.mode.value == "consultation"]
    assert len(found) == days


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "President Ana Rojas of Chile today announced the designation of a delegation to "
            "Oslo, Norway to attend the Jubilee of King Harald on 11 March 2024. Minister Eva Soto "
            "of Chile will lead the delegation.",
            "Oslo, Norway",
        ),
        (
            "President Ana Rojas of Chile today announced a delegation to attend the Jubilee of "
            "King Harald on 11 March 2024, in Oslo, Norway. Minister Eva Soto of Chile will lead "
            "the delegation.",
            "Oslo, Norway",
        ),
        (
            "Minister Eva Soto of Chile will travel to Oslo to attend the Jubilee of King Harald "
            "on 11 March.",
            "Oslo",
        ),
    ],
    ids=["goes to", "attends in", "travels to attend"],
)
def test_a_trip_has_the_day_of_what_it_is_for(extract, text, place):
    (visit,) = [c for c in talks(extract(text, "event")) if c.mode.value == "visit"]
    assert (told(visit)[1], visit.place) == ((date(2024, 3, 11), date(2024, 3, 11)), place)
    assert {a.party.code for a in visit.actors} == {"CL", "NO"}


@pytest.mark.parametrize(
    "text",
    [
        "Minister Eva Soto of Chile travelled to Oslo to speak about the floods of 3 January.",
        "Minister Eva Soto of Chile travelled to Oslo to attend a conference on the floods of 3 "
        "January.",
    ],
)
def test_a_trip_has_no_other_day(extract, text):
    (visit,) = [c for c in talks(extract(text, "event")) if c.mode.value == "visit"]
    assert visit.when is None


def test_whose_delegation_goes_where_is_not_told_by_any_other(extract):
    text = "Peru sent a team to Oslo. Minister Eva Soto of Chile will lead a delegation."
    assert not [c for c in talks(extract(text, "event")) if c.status.value == "planned"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "President Ana Rojas of Chile will travel to Norway from 27 August through 29 August "
            "2024, for meetings with Norwegian officials.",
            (date(2024, 8, 27), date(2024, 8, 29)),
        ),
        (
            "Today we announce that Chile and Norway will host a third Summit on Fishing in Oslo.",
            None,
        ),
        (
            "The talks between Chile and Peru followed a meeting of Norway and Oman on 3 January.",
            None,
        ),
        (
            "President Ana Rojas of Chile met King Harald of Norway, the current chair of the "
            "council.",
            None,
        ),
    ],
    ids=["the end of a range", "when it is announced", "what came before", "the chair now"],
)
def test_whose_day_it_is(extract, text, when):
    first, *_ = sorted(talks(extract(text, "event")), key=lambda c: c.when is not None)
    assert told(first)[1] == when


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        (
            "President Ana Rojas of Chile will be in Oslo, Norway from 12 to 13 May 2024 to "
            "participate in the Chile-Norway Summit.",
            "summit",
        ),
        (
            "President Ana Rojas of Chile will travel to Oslo on 12-13 May 2024 to meet King "
            "Harald of Norway to bolster ties and participate in the Arctic Council summit.",
            "summit",
        ),
        (
            "On 12-13 May 2024 Minister Eva Soto of Chile will lead a delegation to a conference "
            "in Oslo.",
            "visit",
        ),
    ],
    ids=["behind a place", "through infinitives", "to a conference"],
)
def test_what_is_told_on_the_way(extract, text, mode):
    found = extract(text, "event", title="Statement on the Travel of President Rojas")
    found = [c for c in talks(found) if c.mode.value == mode]
    assert [told(c)[1] for c in found] == [(date(2024, 5, 12), date(2024, 5, 13))]


def test_a_stop_with_days_of_its_own_is_no_part_of_a_trip_without(extract):
    found = extract(
        "President Ana Rojas of Chile will visit Norway and Ghana. She will be in Accra, Ghana on "
        "12 May 2024 to meet President Kofi Mensah of Ghana.",
        "event",
    )
    visits = [told(c)[1] for c in talks(found) if c.mode.value == "visit"]
    assert visits == [None, (date(2024, 5, 12), date(2024, 5, 12))]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "On 28 June 2024 President Rojas of Chile will travel to Oslo for the 2024 "
            "Chile-Norway Summit.",
            (date(2024, 6, 28), date(2024, 6, 28)),
        ),
        (
            "Between now and the Chile-Norway Summit in June, we will draw up plans.",
            (date(2024, 6, 1), date(2024, 6, 30)),
        ),
        (
            "President Ana Rojas of Chile met President Ivo Berg of Norway today. This meeting is "
            "the third between the two presidents and follows their January 2, 2024, phone call.",
            (date(2024, 1, 2), date(2024, 1, 2)),
        ),
    ],
    ids=["a year in a name", "between now and then", "whose call"],
)
def test_the_day_nearest_to_a_gathering(extract, text, when):
    assert when in [told(c)[1] for c in talks(extract(text, "event"))]
