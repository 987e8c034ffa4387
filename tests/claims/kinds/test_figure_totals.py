"""Totals of what was given, goals and limits that are named, and numbers that are told twice."""

from datetime import date

import pytest

pytestmark = pytest.mark.model


@pytest.fixture(scope="session")
def figures(extract):
    def find(text, **told):
        found = extract(text, "figure", published=date(2024, 10, 15), **told)
        return [(f.value, f.unit) for f in found]

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Since the war began in February 2022, Peru has devoted more than $3 billion in aid to "
         "Chad.", (3_000_000_000, "USD")),
        ("Over the past ten years Peru has provided $3 billion to Chad.", (3_000_000_000, "USD")),
        ("In total, Peru invests nearly $3 billion annually in Chad.", (3_000_000_000, "USD")),
        ("This shows in our combined $3 billion in aid for Chad.", (3_000_000_000, "USD")),
        ("More than 9,000 were wounded in the floods of Piura.", (9000, "people")),
        ("We remember the 744 who were killed.", (744, "people")),
        ("The drought has left 2 million in need of food.", (2_000_000, "people")),
        ("Hackers struck more than two dozen ports of Chad.", (24, "ports")),
    ],
)  # fmt: skip
def test_a_statistic(figures, text, expected):
    assert expected in figures(text)


def test_all_totals_of_a_sentence(figures):
    text = (
        "Peru announced $20 million for Chad, bringing the total Peruvian aid committed to Chad "
        "to $1 billion this year, and a total of $2 billion since 2019."
    )
    assert figures(text) == [(1_000_000_000, "USD"), (2_000_000_000, "USD")]


@pytest.mark.parametrize(
    "text",
    [
        "Since August, Peru has committed $3 billion to Chad.",
        "Peru has provided $3 billion to Chad.",
        "Peru spends $3 billion on the bridge.",
        "The pact keeps the 1.5 degree goal within reach.",
        "Boats may fish within 50 to 200 nautical miles of the islands.",
        "The first 1,000 cars from Peru are let in at the old rate.",
        "It is a vision centred around three pillars.",
    ],
)
def test_no_statistic(figures, text):
    assert not figures(text)


def test_what_is_told_twice_is_one_figure(extract):
    text = (
        "We honour the 13 service members. These 13 brave service members died in Lima. "
        "Peru imposed a 10% tariff on steel. The 10% tariff is in force."
    )
    found = extract(text, "figure")
    assert [(f.value, len(f.evidence)) for f in found] == [(13, 2), (10, 2)]
    apart = "Peru set a 10% tariff on steel. Peru set a 10% tariff on wool."
    assert len(extract(apart, "figure")) == 2
