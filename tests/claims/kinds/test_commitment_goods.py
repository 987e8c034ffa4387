"""Things counted in promises: in lists of what is given, and what they are called."""

from datetime import date

import pytest

from communique.model.mention import Bound
from communique.model.terms import Grade

pytestmark = pytest.mark.model


@pytest.fixture(scope="session")
def commitments(extract):
    def find(text, **told):
        return extract(text, "commitment", published=date(2024, 10, 15), **told)

    return find


def codes(parties):
    return [party.code or party.name for party in parties]


PACKAGE = """Norway announced 20 million euros in aid for Samoa.

The aid package includes:

- Over 600 water pumps; - 30 tents and 5 patrol boats; - 12 search-and-rescue kits.
"""


def test_a_list_of_what_a_package_holds(commitments, extract):
    sums, *things = commitments(PACKAGE)
    assert sums.amount is not None
    told = [(t.quantity.value, t.quantity.unit, t.quantity.bound) for t in things]
    assert told == [
        (600, "water pumps", Bound.MORE_THAN),
        (30, "tents", None),
        (5, "patrol boats", None),
        (12, "search-and-rescue kits", None),
    ]
    assert {t.grade for t in things} == {Grade.PLEDGED}
    assert all((codes(t.by), codes(t.to)) == (["NO"], ["WS"]) for t in things)
    assert things[1].evidence[0].exact == "30 tents"
    assert not extract(PACKAGE, "figure")


def test_a_list_of_what_was_sent(commitments):
    text = "So far Norway has sent Samoa:\n\n- 30 large tents; - 5 boats."
    assert [(c.quantity.value, c.grade) for c in commitments(text)] == [
        (30, Grade.DELIVERED),
        (5, Grade.DELIVERED),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The region of Oruro includes:\n\n- 30 towns; - 5 boats on the lake.",
        "The budget speech mentions:\n\n- 30 tents; - 5 boats.",
        "The aid package includes:\n\n- The army lost 30 tents; - The port lacks 5 boats.",
        "The aid package is not known. The list of losses:\n\n- 30 tents; - 5 boats.",
    ],
)
def test_other_lists_promise_nothing(commitments, text):
    assert not commitments(text)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Peru will send four anti-ship missiles to Chad.", "anti-ship missiles"),
        ("Peru will open three regional health centres.", "regional health centres"),
        ("Peru will open five more schools.", "schools"),
        ("Peru will send Chad six Peruvian doctors.", "doctors"),
        ("Peru will send Chad 20 metric tons of rice.", "tonnes"),
    ],
)
def test_what_things_are_called(commitments, text, unit):
    assert [claim.quantity.unit for claim in commitments(text)] == [unit]


DELIVERIES = {
    "coordinated": ("Norway coordinated the delivery of 120 tents to Fiji.", 120, Grade.DELIVERED),
    "will-arrange": ("Norway will arrange the delivery of 120 tents.", 120, Grade.PLEDGED),
    "announced": ("Norway announced the donation of 12 boats to Fiji.", 12, Grade.PLEDGED),
    "participle": (
        "The plan includes the 900 tents donated to Fiji by Norway to date.",
        900,
        Grade.DELIVERED,
    ),
    "returned": ("Norway returned two masks to Fiji on Monday.", 2, Grade.DELIVERED),
    "formed": ("Norway and Fiji will form three committees.", 3, Grade.PLEDGED),
    "so-far": (
        "Norway helps Fiji, opening more than 30 clinics to date across the islands.",
        30,
        Grade.DELIVERED,
    ),
    "rounds": ("Norway will supply 4,000 rounds of ammunition.", 4000, Grade.PLEDGED),
    "last-weeks": (
        "In the past few weeks, Norway has announced 20 million euros for Fiji.",
        20_000_000,
        Grade.PLEDGED,
    ),
}


@pytest.mark.parametrize(("text", "value", "grade"), DELIVERIES.values(), ids=DELIVERIES)
def test_a_delivery(commitments, text, value, grade):
    (claim,) = commitments(text)
    assert (claim.amount or claim.quantity).value == value
    assert claim.grade is grade


NOTHING = {
    "criticised": "Norway criticised the delivery of 120 tents to Fiji.",
    "talks": "Norway held three rounds of talks with Fiji.",
    "one-on-one": "Norway will offer one-on-one lessons to farmers.",
    "what-parties-are": "Norway added Fiji and Samoa, two democracies, to its list.",
    "sanctions": "Norway announced 500 sanctions against the group.",
    "sanctioned": "Norway will impose sanctions on two large banks.",
    "yearly": "In total, Norway invests 20 million euros annually in Fiji.",
    "total": "This shows in their combined 20 million euros in aid for Fiji.",
    "others-money": "The plan is meant to unlock 20 million euros in private capital.",
    "on-completion": "Norway buys gas upon completion of the new pipeline.",
    "stay": "The Prime Minister will be in Suva from November 12-13 to see friends.",
    "frame": "This month, as we honour the fallen, we pledge to work for peace.",
    "last-years": "In the past 20 years, Norway has provided 20 million euros to Fiji.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_nothing_is_promised(commitments, text):
    assert not commitments(text, publisher="Government of Norway")


AHEAD = {
    "next-week": ("Peru will deliver the tanks to Chad next week.", date(2024, 10, 27)),
    "decade": ("Peru will begin work on the port within this decade.", date(2029, 12, 31)),
    "visits-grow": ("Peru will increase port visits to Chad by May 2026.", date(2026, 5, 31)),
    "forum-founded": ("Peru will launch a dialogue on fish by May 2026.", date(2026, 5, 31)),
}


@pytest.mark.parametrize(("text", "last"), AHEAD.values(), ids=AHEAD)
def test_a_deadline_alone(commitments, text, last):
    (claim,) = commitments(text)
    assert claim.deadline is not None
    assert claim.deadline.last == last


@pytest.mark.parametrize(
    "text",
    [
        "Later this week, Peru will announce further sanctions against the group.",
        "Peru will hold a dialogue on fish by May 2026.",
        "Peru will visit Chad next week.",
        "Peru will dispatch the hospital ship to Chad.",
        "The helicopters sold in three towns are new.",
        "Missiles targeted more than 20 sites in Chad.",
    ],
)
def test_no_deadline_or_gift(commitments, text):
    assert not commitments(text)


def test_goods_in_apposition(commitments):
    (claim,) = commitments("A second consignment of rice, 89 tonnes, was dispatched for Chad.")
    assert (claim.quantity.value, claim.grade) == (89, Grade.DELIVERED)
