"""Meetings, visits, calls and gatherings; all sentences are our own.

The day of publication is 1 February 2024, a Thursday.
"""

from datetime import date

import pytest

pytestmark = pytest.mark.model


def talks(claims):
    return [c for c in claims if c.type == "CONSULT"]


def people(claim):
    return {a.person.name for a in claim.actors if a.person is not None}


def codes(claim, role=None):
    return {
        a.party.code for a in claim.actors if a.party is not None and role in {None, a.role.value}
    }


def days(claim):
    return (claim.when.first, claim.when.last) if claim.when else None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("President Ana Rojas of Chile visited Norway in May.", "Norway"),
        ("President Ana Rojas of Chile travelled to Oslo, Norway on 3 January.", "Oslo, Norway"),
        ("President Ana Rojas of Chile visited Peru and Bolivia in May.", "Peru and Bolivia"),
        (
            "The second Chile-Peru Business Forum, which was held in Lima on 3 January, is over.",
            "Lima",
        ),
        (
            "King Harald of Norway welcomed President Ana Rojas of Chile to Oslo on 3 January.",
            "Oslo",
        ),
    ],
)
def test_where_an_event_is(extract, text, place):
    assert place in {c.place for c in talks(extract(text, "event"))}


def test_a_meeting_of_a_trip_is_where_the_trip_goes(extract):
    found = extract(
        "President Ana Rojas of Chile visited Oslo on 10-12 January. "
        "Rojas met King Harald of Norway.",
        "event",
    )
    assert {c.place for c in found} == {"Oslo"}


def test_a_meeting_is_not_where_the_next_one_was(extract):
    found = extract(
        "The Chile-Peru Council exists since 2019. Its third meeting of Chile and Peru, in March "
        "2023, named a road; its fourth, in Oslo, gave it a price.",
        "event",
    )
    third = [c for c in talks(found) if c.ordinal == 3]
    assert third
    assert all(c.place is None for c in third)


def test_a_call_is_not_where_the_trip_goes(extract):
    found = extract(
        "President Ana Rojas of Chile visited Oslo on 10-12 January. "
        "President Rojas telephoned King Harald of Norway.",
        "event",
    )
    assert next(c for c in found if c.mode == "call").place is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Minister Ana Rojas of Chile arrived in Oslo on Monday on a two-day visit.", 29, 30),
        ("Minister Ana Rojas of Chile left Norway on Monday after a two-day visit.", 28, 29),
        ("Minister Ana Rojas of Chile was in Oslo on Monday and Tuesday.", 29, 30),
        ("Minister Ana Rojas of Chile visited Oslo on Monday.", 29, 29),
    ],
)
def test_the_days_of_a_visit(extract, text, first, last):
    (visit,) = talks(extract(text, "event"))
    assert days(visit) == (date(2024, 1, first), date(2024, 1, last))


def test_a_day_in_the_present_tense_lies_ahead(extract):
    (visit,) = talks(extract("Minister Ana Rojas of Chile flies to Oslo on Monday.", "event"))
    assert (days(visit), visit.status) == ((date(2024, 2, 5), date(2024, 2, 5)), "planned")


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        (
            "President Ana Rojas of Chile had a telephone conversation with King Harald of Norway.",
            "call",
        ),
        ("Chile and Norway held the third round of talks in Oslo on 3 January.", "negotiation"),
        ("Chile and Norway held talks in Oslo on 3 January.", "meeting"),
        ("President Ana Rojas of Chile spoke with King Harald of Norway on 3 January.", "call"),
        (
            "President Ana Rojas of Chile spoke with King Harald of Norway in Oslo on 3 January.",
            "meeting",
        ),
    ],
)
def test_the_form_of_talks(extract, text, mode):
    assert mode in {c.mode for c in talks(extract(text, "event"))}


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Rojas of Chile called on President Sergio Mattarella of Italy on 3 January.",
        "President Sergio Mattarella of Italy will entertain Minister Ana Rojas of Chile.",
        "In Rome, President Sergio Mattarella of Italy received on Monday a delegation led by "
        "Minister Ana Rojas of Chile.",
    ],
)
def test_who_meets(extract, text):
    found = [people(c) for c in talks(extract(f"{text} They met on 3 January.", "event"))]
    assert {"Ana Rojas", "Sergio Mattarella"} in found


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Rojas of Chile called on President Sergio Mattarella of Italy to resign.",
        "Minister Ana Rojas of Chile called President Sergio Mattarella of Italy a friend.",
        "President Ana Rojas of Chile sees President Sergio Mattarella of Italy as a partner.",
        "Chile will go on sending wheat to Norway.",
        "President Ana Rojas of Chile is going to write to Norway.",
        "Minister Ana Rojas of Chile came up with a plan in Norway.",
        "Minister Ana Rojas of Chile left Norway in 1999.",
    ],
)
def test_what_is_no_meeting_and_no_visit(extract, text):
    assert talks(extract(text, "event")) == []


def test_two_persons_of_one_side_are_met_apart(extract):
    found = talks(
        extract(
            "On 3 January, Minister Ana Rojas of Chile called on President Sergio Mattarella of "
            "Italy and sat down with Prime Minister Giorgia Meloni of Italy.",
            "event",
        )
    )
    assert sorted(len(people(c)) for c in found) == [2, 2]


def test_a_call_is_no_meeting_of_more_parties_the_same_day(extract):
    found = talks(
        extract(
            "President Ana Rojas of Chile spoke today with King Harald of Norway. "
            "She welcomed today's meeting in Lima between Chile, Norway, Peru and Italy.",
            "event",
        )
    )
    assert {c.mode for c in found} == {"call", "meeting"}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("King Harald of Norway accepted an invitation to visit Chile.", "planned"),
        (
            "President Ana Rojas of Chile extended an invitation to King Harald of Norway to pay "
            "a visit to Chile.",
            "possible",
        ),
    ],
)
def test_invitations(extract, text, modality):
    (visit,) = [c for c in talks(extract(text, "event")) if c.mode == "visit"]
    assert visit.modality == modality
    assert (people(visit), codes(visit, "host")) == ({"Harald"}, {"CL"})


def test_who_invites_is_the_host(extract):
    (visit,) = talks(
        extract(
            "King Harald of Norway visited Chile on 3 January at the invitation of President "
            "Ana Rojas.",
            "event",
        )
    )
    assert people(visit) == {"Harald", "Ana Rojas"}


def test_the_next_round_is_of_those_who_talked(extract):
    found = talks(
        extract(
            "Chile and Peru held talks in Lima on 3 January. "
            "The next round will take place in Santiago in March.",
            "event",
        )
    )
    ahead = next(c for c in found if c.status == "planned")
    assert codes(ahead) == {"CL", "PE"}


def test_a_round_of_something_else_is_no_talks(extract):
    found = extract(
        "Chile and Peru voted on 3 January. The second round of the election will take place in "
        "March.",
        "event",
    )
    assert talks(found) == []


def test_capitals_that_talk_are_governments(extract):
    (found,) = talks(extract("Warsaw and Seoul resumed talks on tanks on 3 January.", "event"))
    assert codes(found) == {"PL", "KR"}


def test_a_summit_in_one_of_its_states_has_it_as_host(extract):
    (summit,) = talks(
        extract("The third summit between Italy and Chile was held in Rome on 3 January.", "event")
    )
    assert (codes(summit, "host"), codes(summit, "participant")) == ({"IT"}, {"CL"})


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Norway hosted a donor conference with Chile on 3 January.", "donor conference"),
        ("Chile and Norway held their second summit on 3 January.", "second summit"),
        ("Chile and Norway held a meeting on 3 January.", None),
        ("Chile and Norway held a new summit on 3 January.", None),
    ],
)
def test_small_words_that_name_a_gathering(extract, text, title):
    assert {c.title for c in talks(extract(text, "event"))} == {title}


def test_a_bare_majesty_is_whoever_was_first_called_so(extract):
    found = talks(
        extract(
            "His Majesty King Harald of Norway received Minister Ana Rojas of Chile on 3 January. "
            "His Majesty spoke by telephone with King Felipe of Spain on 4 January.",
            "event",
        )
    )
    call = next(c for c in found if c.mode == "call")
    assert people(call) == {"Harald", "Felipe"}


@pytest.mark.parametrize(
    ("second", "people"),
    [
        ("The foreign ministers came together in Quito on 5 May 2023.", {None}),
        ("The presidents came together in Quito on 5 May 2023.", {"Ana Ek", "Rui Costa"}),
    ],
)
def test_who_comes_together_meets_and_presidents_are_no_ministers(extract, second, people):
    first = "President Ana Ek of Peru met President Rui Costa of Ghana in Lima. "
    *_, meeting = extract(first + second, "event")
    assert (meeting.mode, meeting.place) == ("meeting", "Quito")
    assert {a.party.code for a in meeting.actors} == {"PE", "GH"}
    assert {a.person.name if a.person else None for a in meeting.actors} == people


def test_who_comes_together_against_something_need_not_meet(extract):
    text = "President Ana Ek said that Peru and Ghana had come together to condemn the coup."
    assert not [c for c in extract(text, "event") if c.mode in {"meeting", "visit"}]
