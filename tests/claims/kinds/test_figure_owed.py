"""Figures of debts, of strengths in bare numbers, and of a few things that have done something."""

from datetime import date

import pytest

pytestmark = pytest.mark.model


@pytest.fixture(scope="session")
def figures(extract):
    def find(text):
        found = extract(text, "figure", published=date(2026, 11, 20))
        return [(figure.value, figure.unit) for figure in found]

    return find


@pytest.mark.parametrize(
    "text",
    [
        "Fiji owes Samoa 500 million dollars.",
        "The two islands owe the regional bank upward of 500 million dollars.",
        "Roughly 500 million dollars owed to growers in Fiji has been stuck since May.",
    ],
)
def test_what_is_owed_is_a_figure(figures, text):
    assert figures(text) == [(500_000_000, "USD")]


def test_what_one_will_pay_of_it_is_none(figures):
    assert figures("Fiji will pay the 4 million euros owed to Samoa by May 2027.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mission, 209 strong, stays in Fiji.", 209),
        ("A 20-strong Samoan delegation was in Suva.", 20),
        ("The crew of eight is in good health.", 8),
    ],
)
def test_a_bare_strength_counts_people(figures, text, value):
    assert figures(text) == [(value, "people")]


def test_a_few_things_that_have_done_something(figures):
    assert figures("Two trawlers have turned back.") == [(2, "trawlers")]


@pytest.mark.parametrize("text", ["The two ministers have met.", "The Group of Seven met in Suva."])
def test_what_is_known_anyhow_is_no_figure(figures, text):
    assert figures(text) == []
