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
