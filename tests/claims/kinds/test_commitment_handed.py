"""What is handed over, borne or thanked for, told without a verb of giving or one by one."""

from datetime import date

import pytest

from communique.model.terms import Grade

pytestmark = pytest.mark.model


@pytest.fixture(scope="session")
def commitments(extract):
    def find(text, **told):
        return extract(text, "commitment", published=date(2026, 11, 20), **told)

    return find


def codes(parties):
    return [party.code or party.name for party in parties]


def things(found):
    return [(c.grade, c.quantity.value, c.quantity.unit) for c in found]


def test_one_thing_at_the_end_of_a_list(commitments):
    found = commitments("Fiji handed over eleven tractors, two excavators and a drone to Samoa.")
    assert things(found) == [
        (Grade.DELIVERED, 11, "tractors"),
        (Grade.DELIVERED, 2, "excavators"),
        (Grade.DELIVERED, 1, "drones"),
    ]


def test_one_plant_is_what_a_sum_is_for(commitments):
    found = commitments("Fiji will invest 4 million euros in a plant and a bridge.")
    assert [c.amount.value for c in found] == [4_000_000]


@pytest.mark.parametrize("verb", ["has offered", "pledged", "promised"])
def test_one_vehicle_that_is_offered(commitments, verb):
    (found,) = commitments(f"Fiji {verb} a patrol boat.")
    assert (found.grade, found.quantity.value) == (Grade.PLEDGED, 1)


@pytest.mark.parametrize(
    "text",
    [
        "The Fijian consignment consists of 9,000 tents and 200 beds.",
        "The shipment sent by Fiji includes 9,000 tents and 200 beds.",
    ],
)
def test_what_a_consignment_holds(commitments, text):
    found = commitments(text)
    assert things(found)[0] == (Grade.DELIVERED, 9_000, "tents")


def test_a_consignment_that_is_still_to_be_sent(commitments):
    (found,) = commitments(
        "The shipment, which Fiji will send in March 2027, includes 9,000 tents."
    )
    assert found.grade is Grade.PLEDGED


@pytest.mark.parametrize(
    "text",
    [
        "The seized shipment contained 40 tonnes of tobacco.",
        "The list includes 300 companies.",
        "Fiji thanked 12 firefighters from Samoa.",
        "Fiji bore losses of 3 million euros last year.",
        "The costs of the bridge come to 4 million euros.",
        "The programme covers 40 schools in Fiji.",
    ],
)
def test_nothing_is_handed_over(commitments, text):
    assert commitments(text) == []


def test_whom_one_thanks_gave(commitments):
    (found,) = commitments("The Foreign Minister of Fiji thanked Norway for 40 tonnes of rice.")
    assert (found.grade, codes(found.by), codes(found.to)) == (Grade.DELIVERED, ["NO"], ["FJ"])


@pytest.mark.parametrize(
    ("text", "giver"),
    [
        ("Fiji foots the whole bill of 463 million euros.", "FJ"),
        ("The cost of 3 million euros will be borne by Samoa.", "WS"),
        ("Samoa covers 620,000 euros of the cost.", "WS"),
    ],
)
def test_who_bears_a_cost(commitments, text, giver):
    (found,) = commitments(text)
    assert (found.grade, codes(found.by)) == (Grade.PLEDGED, [giver])


def test_a_share_of_a_cost_is_borne(commitments):
    (found,) = commitments("Samoa will meet 40% of the budget.")
    assert (found.quantity.value, found.quantity.unit) == (40, "percent")


@pytest.mark.parametrize(
    "text",
    [
        "The works are scheduled to be completed by December 2029.",
        "The bridge is expected to be finished by December 2029.",
    ],
)
def test_what_is_scheduled_to_be_done_by_a_day(commitments, text):
    (found,) = commitments(text)
    assert (found.grade, found.deadline.last) == (Grade.INTENDED, date(2029, 12, 31))


def test_the_present_is_no_schedule(commitments):
    assert commitments("The minister is expected to speak by Tuesday.") == []
