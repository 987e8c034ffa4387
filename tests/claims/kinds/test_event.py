"""Events, from whole texts; all sentences are our own."""

from datetime import date

import pytest

from communique.vocab.claims.event import load_acts, load_remarks

pytestmark = pytest.mark.model


@pytest.mark.parametrize("act", load_acts(), ids=lambda act: act.example)
def test_the_example_of_each_act_is_found(extract, act):
    assert act.type in {c.type for c in extract(act.example, "event")}


@pytest.mark.parametrize("act", load_remarks(), ids=lambda act: act.example)
def test_the_example_of_each_remark_is_found(readers, act):
    found = readers.everything(act.example)
    told = {c.type for c in (*found.claims, *found.remarks) if c.kind == "event"}
    assert act.type in told


def cast(claim):
    """Roles with the codes and persons in them."""
    return {
        (a.role.value, a.party.code if a.party else None, a.person.name if a.person else None)
        for a in claim.actors
    }


def days(claim):
    return (claim.when.first, claim.when.last) if claim.when else None


def test_all_who_meet_are_participants(extract):
    (meeting,) = extract(
        "President Kassym-Jomart Tokayev of Kazakhstan met today with President Sergio Mattarella "
        "of Italy in Rome.",
        "event",
    )
    assert (meeting.type, meeting.mode) == ("CONSULT", "meeting")
    assert cast(meeting) == {
        ("participant", "KZ", "Kassym-Jomart Tokayev"),
        ("participant", "IT", "Sergio Mattarella"),
    }
    assert days(meeting) == (date(2024, 2, 1), date(2024, 2, 1))
    assert meeting.place == "Rome"


def test_a_traveller_is_the_source_of_a_visit_and_the_state_its_host(extract):
    (visit,) = extract(
        "President Sergio Mattarella of Italy will travel to Almaty, Kazakhstan from March 4 to "
        "March 6.",
        "event",
    )
    assert (visit.mode, visit.status, visit.modality) == ("visit", "planned", "planned")
    assert cast(visit) == {("source", "IT", "Sergio Mattarella"), ("host", "KZ", None)}
    assert days(visit) == (date(2024, 3, 4), date(2024, 3, 6))


def test_meetings_of_a_dated_trip_have_its_dates(extract):
    found = extract(
        "President Sergio Mattarella of Italy visited Kazakhstan on January 10-12. "
        "Mattarella met with President Kassym-Jomart Tokayev of Kazakhstan.",
        "event",
    )
    assert {days(c) for c in found} == {(date(2024, 1, 10), date(2024, 1, 12))}
    assert {c.mode.value for c in found} == {"visit", "meeting"}


def test_a_named_gathering_has_title_number_and_company(extract):
    (forum,) = extract(
        "The third Italy – Kazakhstan Business Forum was held in Turin on 15 January 2024 with the "
        "participation of President Kassym-Jomart Tokayev of Kazakhstan.",
        "event",
    )
    assert (forum.mode, forum.ordinal) == ("forum", 3)
    assert "Business Forum" in forum.title
    assert {code for _, code, _ in cast(forum)} == {"IT", "KZ"}


def test_a_host_gives_the_gathering(extract):
    (conference,) = extract(
        "The Conference on Glaciers, hosted by Switzerland on 15 January 2024, ended well.", "event"
    )
    assert ("host", "CH", None) in cast(conference)


def test_the_next_one_takes_up_the_gathering_before(extract):
    first, second = extract(
        "Italy and Kazakhstan held their first summit in Rome on 3 May 2022. "
        "The second one took place in Astana on 4 May 2023.",
        "event",
    )
    assert (first.ordinal, second.ordinal) == (1, 2)
    assert second.mode == "summit"
    assert {code for _, code, _ in cast(second)} == {"IT", "KZ"}


def test_one_meeting_told_twice_is_one_claim_with_two_quotes(extract):
    (call,) = extract(
        "President Sergio Mattarella of Italy spoke by phone with King Harald of Norway on "
        "Monday. Mattarella and Harald discussed trade on Monday.",
        "event",
        title="Readout of a call",
    )
    assert len(call.evidence) == 2


def test_what_is_said_at_dated_talks_has_their_date(extract):
    found = extract(
        "President Sergio Mattarella of Italy met on Monday with King Harald of Norway. "
        "Mattarella and Harald condemned Belarus for the arrest.",
        "event",
    )
    condemned = next(c for c in found if c.type == "ACCUSE")
    assert days(condemned) == (date(2024, 1, 29), date(2024, 1, 29))
    assert ("target", "BY", None) in cast(condemned)


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        ("The Norwegian government has imposed sanctions on Belarus.", "SANCTION", "NO", "BY"),
        ("Belarus was condemned by Norway for the arrest.", "ACCUSE", "NO", "BY"),
        ("Chile called on Peru to talk.", "REQUEST", "CL", "PE"),
        ("Peru rejected an offer from Chile.", "REJECT", "PE", "CL"),
        ("Chile expelled the Peruvian ambassador.", "SANCTION", "CL", "PE"),
    ],
)
def test_who_acts_on_whom(extract, text, kind, source, target):
    found = [c for c in extract(text, "event") if c.type == kind]
    assert [cast(c) for c in found] == [{("source", source, None), ("target", target, None)}]


def test_since_has_no_end(extract):
    (supply,) = extract("Norway has been supplying gas to Germany since May 2010.", "event")
    assert supply.status == "ongoing"
    assert days(supply) == (date(2010, 5, 1), None)


@pytest.mark.parametrize(
    "text",
    [
        "Norway shares the concern of Peru about the forests.",
        "Norway did not meet with Peru.",
        "No talks were held between Norway and Peru.",
        "Norway would meet with Peru if the law allowed it.",
        "Will Norway meet with Peru on Monday?",
        "Norway met with experts on Monday.",
        "Norway and Peru value their friendship.",
        "The minister of Norway spoke to reporters on Monday.",
        "Norway agreed with Peru to remain in contact.",
        "Norway and Peru will continue to hold consultations.",
        "Norway will provide aid of 4 million dollars to Peru.",
        "President Anna Berg of Norway spoke ahead of the summit.",
        "Norway and Peru meet all targets.",
    ],
)
def test_what_is_no_event(extract, text):
    assert extract(text, "event") == []


def test_praise_is_a_remark_and_no_claim(readers):
    found = readers.everything("Italy praised Malta for its help.")
    assert found.claims == ()
    assert [c.type for c in found.remarks] == ["SUPPORT"]


def test_a_verb_that_tells_a_claim_tells_no_remark(readers):
    found = readers.everything("Norway condemned Belarus for the arrest.")
    assert [c.type for c in found.claims] == ["ACCUSE"]
    assert found.remarks == ()


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        ("Japan called on Pyongyang to scrap the launch.", "REQUEST", "JP", "KP"),
        ("Jordan repeated its demand that Israel reopen the crossing.", "REQUEST", "JO", "IL"),
        ("China lifted its ban on Australian wine.", "CONCEDE", "CN", "AU"),
        ("Egyptian weapons were flown to Somalia.", "AID", "EG", "SO"),
        ("Armenia said that Azerbaijan had violated the truce.", "ACCUSE", "AM", "AZ"),
        ("Russian drones struck a depot in Kharkiv.", "ASSAULT", "RU", "UA"),
        ("Japan has asked its ally to help. Kenya asked Peru for wheat.", "REQUEST", "KE", "PE"),
    ],
)
def test_the_other_side_of_an_act(extract, text, kind, source, target):
    found = [c for c in extract(text, "event") if c.type == kind]
    assert [cast(c) for c in found] == [{("source", source, None), ("target", target, None)}]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Japan demanded that China lift its ban on Japanese fish.", "CONCEDE"),
        ("Moldova insisted that Russia withdraw its troops from Moldova.", "RETREAT"),
        ("Hungary expects it to rise.", "REQUEST"),
        ("Prime Minister Ola Dahl of Norway called on President Ana Rojas of Chile.", "REQUEST"),
        ("The government of Chile said that Russia must be safe.", "REQUEST"),
    ],
)
def test_what_is_wanted_is_no_deed(extract, text, kind):
    assert kind not in {c.type for c in extract(text, "event")}


def test_a_report_goes_on_about_the_same_day(extract):
    text = (
        "Peru recalled its ambassador to Chile on Monday. "
        "The minister of Peru accused Chile of theft."
    )
    found = {c.type: days(c) for c in extract(text, "event")}
    assert found["ACCUSE"] == found["SANCTION"] == (date(2024, 1, 29), date(2024, 1, 29))


def test_what_is_said_now_has_no_day(extract):
    text = (
        "Peru recalled its ambassador to Chile on Monday. "
        "The minister of Peru accuses Chile of theft."
    )
    assert [days(c) for c in extract(text, "event") if c.type == "ACCUSE"] == [None]


def test_the_victim_of_a_deed_is_not_accused(extract):
    (act,) = extract("Norway condemned the attack by Hamas on Israel.", "event")
    assert cast(act) == {("source", "NO", None), ("target", None, None)}


def test_praise_recognises_nobody(extract):
    text = "Norway recognised the leadership of Ghana in the matter."
    assert not [c for c in extract(text, "event") if c.type == "SUPPORT"]


@pytest.mark.parametrize(
    ("title", "text", "who"),
    [
        (
            "Readout of President Amadi's Call with Prime Minister Holm of Norway",
            "The President spoke today with Norwegian Prime Minister Holm.",
            "Amadi",
        ),
        (
            "Statement by President Lena Amadi on Peru",
            "Yesterday I met with President Ana Rojas of Peru in Lima.",
            "Lena Amadi",
        ),
    ],
)
def test_a_bare_post_and_i_are_whom_the_title_names(extract, title, text, who):
    (talks,) = extract(text, "event", title=title, publisher="The White House")
    assert who in {person for _, _, person in cast(talks)}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (
            "We welcome the meeting held today in Muscat, Oman, between officials of Israel, "
            "the Palestinian Authority (PA), Jordan, Egypt, and the United States.",
            {"IL", "JO", "EG", "US"},
        ),
        ("The leaders of Fiji and Samoa convened in Suva to mark the year.", {"FJ", "WS"}),
        ("Kenya and Malawi held the second round of negotiations on tea in May.", {"KE", "MW"}),
    ],
)
def test_all_parties_of_talks(extract, text, codes):
    (talks,) = extract(text, "event")
    assert codes <= {code for _, code, _ in cast(talks)}


def test_a_round_of_talks_has_its_number(extract):
    (talks,) = extract(
        "Kenya and Malawi held the second round of negotiations on tea in May.", "event"
    )
    assert talks.ordinal == 2


def test_an_official_visit_told_without_host_is_to_the_publisher(extract):
    (visit,) = extract(
        "During the state visit of President William Ruto of Kenya on 23 May 2023 tea was raised.",
        "event",
        publisher="The White House",
    )
    assert ("host", "US", None) in cast(visit)


def test_a_date_is_no_part_of_a_title(extract):
    (talks,) = extract(
        "President Rojas of Peru met President Boric of Chile for a trilateral meeting on June 12.",
        "event",
    )
    assert talks.title is None


def test_what_is_to_be_held_has_the_date_of_its_infinitive(extract):
    told = extract(
        "The second Lakeside Forum was held by Latvia in May 2023. "
        "The third one is to be hosted by Estonia in 2025.",
        "event",
    )
    assert (date(2025, 1, 1), date(2025, 12, 31)) in {days(c) for c in told}


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Holm welcomed the new government of Italy.",
        "The law is now being considered by the U.S. Congress.",
        "Jose Amaya was released and went on to hurt Lena Holm.",
    ],
)
def test_what_is_no_meeting(extract, text):
    assert [c for c in extract(text, "event", publisher="The White House")] == []


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        # What a relative clause tells has its object before it.
        ("The tariffs that Peru has put in place against Chile stay.", "SANCTION", "PE", "CL"),
        # An undertaking is its subject's.
        ("Norway is committed to providing humanitarian aid to Chad.", "AID", "NO", "TD"),
        # A thing acts for whose it is.
        ("Three Russian MiG-31s flew into Estonian airspace.", "MOBILIZE", "RU", "EE"),
        # Whom something is directed at may be told only before.
        ("Norway met with Chile. Peru complained to the Andean Community.", "ACCUSE", "PE", "CL"),
        ("Chile hosts the fund. Peru has asked to be included.", "REQUEST", "PE", "CL"),
        ("Chile closed the gate. Peru demands that it reopen the gate.", "REQUEST", "PE", "CL"),
        # An institution told by its town, or by "the".
        ("Bangkok's regulator refused to buy power from Laos.", "REJECT", "TH", "LA"),
        ("The ECOWAS states met. The bloc asked Niger to free him.", "REQUEST", "ECOWAS", "NE"),
        # The object may be the subject of a small clause.
        (
            "Moldova declared nine members of the Russian embassy undesirable.",
            "SANCTION",
            "MD",
            "RU",
        ),
        ("Pakistan cannot tolerate attacks launched from Afghan soil.", "THREATEN", "PK", "AF"),
    ],
)
def test_who_is_meant_beyond_subject_and_object(extract, text, kind, source, target):
    found = [cast(c) for c in extract(text, "event") if c.type == kind]
    assert found
    assert ("source", source, None) in found[0]
    assert ("target", target, None) in found[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chile met with Peru on Monday. Together, we must end this war.", "REQUEST"),
        ("The Exim Bank of China declined to comment.", "REJECT"),
        ("Norway and Britain struck a deal with Iceland in June.", "ASSAULT"),
        ("Serbia called on Kosovo to end the violation of the accord.", "ACCUSE"),
        ("China denied basic liberties to Tibet.", "REJECT"),
        ("Pakistan will tolerate visits by Afghan traders.", "THREATEN"),
        ("Turkey told Syria that it had withdrawn its troops.", "REQUEST"),
        ("Shares in Georgia rallied against all odds.", "PROTEST"),
        ("Norway and Chile exchanged a letter of intent.", "COOPERATE"),
    ],
)
def test_words_that_tell_another_act(extract, text, kind):
    assert kind not in {c.type for c in extract(text, "event", publisher="The White House")}


def test_acts_that_answer_each_other_are_two(extract):
    told = extract(
        "Chile expelled the Peruvian ambassador, and Peru expelled the Chilean one.", "event"
    )
    assert {("source", "CL", None), ("target", "PE", None)} in [cast(c) for c in told]
    assert all(len({code for role, code, _ in cast(c) if role == "source"}) == 1 for c in told)


@pytest.mark.parametrize(
    "text",
    [
        "Norway closed the gate on Monday, after Peru had accused Chile of theft.",
        "Peru condemned Chile after the coup of 26 July 2023.",
    ],
)
def test_the_day_of_something_else_is_no_day_of_an_act(extract, text):
    assert [days(c) for c in extract(text, "event") if c.type == "ACCUSE"] == [None]


def test_a_post_in_the_plural_means_all_who_hold_it(extract):
    (act,) = extract(
        "Trade Minister Ana Rojas of Peru and Trade Minister Ola Dahl of Norway spoke. "
        "The trade ministers condemned Belarus for the ban.",
        "event",
    )[-1:]
    assert {code for _, code, _ in cast(act)} == {"PE", "NO", "BY"}


def test_an_embassy_speaks_for_its_sender(extract):
    (act,) = extract(
        "We urge Belarus to release them.", "event", publisher="Embassy of Finland, Nairobi"
    )
    assert cast(act) == {("source", "FI", None), ("target", "BY", None)}


@pytest.mark.parametrize("rest", ["their ministers", "the two"])
def test_a_list_that_takes_itself_up_is_read_all_the_same(extract, rest):
    assert extract(f"Peru and {rest} condemned Belarus for the ban on Monday.", "event")
