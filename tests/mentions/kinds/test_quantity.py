import pytest

from communique.vocab.amounts import load_amounts

pytestmark = pytest.mark.model


def found(find, text):
    return [(m.text, m.value, m.unit, m.bound) for m in find(text, "quantity")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It comprises 79 points.", ("79 points", 79, "points", None), id="plural"),
        pytest.param(
            "Representatives of over 25 Kazakhstani companies came.",
            ("25 Kazakhstani companies", 25, "companies", "more_than"),
            id="adjective",
        ),
        pytest.param(
            "They bought 24 used F-16 fighter jets.",
            ("24 used F-16 fighter jets", 24, "fighter jets", None),
            id="compound",
        ),
        pytest.param(
            "It helps 300 small and medium businesses.",
            ("300 small and medium businesses", 300, "businesses", None),
            id="two-adjectives",
        ),
        pytest.param(
            "Some 50 oil and gas companies came.",
            ("50 oil and gas companies", 50, "companies", "about"),
            id="joined-nouns",
        ),
        pytest.param(
            "Over 2,300 elected local, state and federal officials signed.",
            ("2,300 elected local, state and federal officials", 2300, "officials", "more_than"),
            id="joined-list",
        ),
        pytest.param("It has 209 staff.", ("209 staff", 209, "staff", None), id="collective"),
        pytest.param(
            "It sent two and a half million doses.",
            ("two and a half million doses", 2500000, "doses", None),
            id="words",
        ),
        pytest.param(
            "They sent 40 rounds of ammunition.",
            ("40 rounds of ammunition", 40, "rounds of ammunition", None),
            id="classifier",
        ),
        pytest.param(
            "It freed 30 of the prisoners.", ("30 of the prisoners", 30, "prisoners", None),
            id="part",
        ),
        pytest.param("A 500-megawatt plant.", ("500-megawatt", 500, "MW", None), id="measure"),
        pytest.param(
            "It runs 20 to 30 buses.", ("20 to 30 buses", 20, "buses", "at_least"), id="range"
        ),
        pytest.param(
            "Turnout rose by 2.5 percentage points.",
            ("2.5 percentage points", 2.5, "percentage points", None),
            id="percentage-points",
        ),
    ],
)  # fmt: skip
def test_quantity(find, text, expected):
    assert found(find, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Over 25 companies and 30 banks came.",
            [(25, "companies", "more_than"), (30, "banks", "more_than")],
            id="hedge-over-a-list",
        ),
        pytest.param(
            "Its strength rises from 138 to 209 staff.",
            [(138, "staff", None), (209, "staff", None)],
            id="change",
        ),
        pytest.param(
            "The number of embassies in Africa will rise from 30 to 40.",
            [(30, "embassies", None), (40, "embassies", None)],
            id="the-number-of",
        ),
    ],
)
def test_quantities_told_together(find, text, expected):
    assert [(m.value, m.unit, m.bound) for m in find(text, "quantity")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The 2024 presidential elections followed the 2023 reforms.",
        "Resolution 1244 and Boeing 737 jets were named.",
        "The G20 and the C5+1 members met 24/7.",
        "Call 555-0123 or +7 717 274 5000.",
        "1. The parties agree. 2. The parties meet.",
        "The Sunday Times wrote of the second meeting.",
        "They met for three days and two hours, on 5 May.",
        "Phase 2 trials of the Leopard 2 tanks went on.",
        "He is one of the ministers.",
        "Hundreds of companies and dozens of banks came.",
        "They won 3-2.",
    ],
)
def test_no_quantity(find, text):
    assert found(find, text) == []


@pytest.mark.parametrize(
    "text", [text for rule in load_amounts().rules for text in rule.near_misses]
)
def test_near_misses_of_the_grammar_are_none_with_tags_either(find, text):
    assert [m for m in find(text) if m.kind in ("money", "percent", "quantity")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One in five pupils walks to school.", []),
        ("Nine out of every 10 farmers are women.", []),
        ("They built clinics in 12 villages.", [("12 villages", 12)]),
        ("They took 5 villages out of 12 districts.", [("5 villages", 5), ("12 districts", 12)]),
        ("Schools stand in 60 out of 75 districts.", [("75 districts", 75)]),
        ("Offices opened in 8 out of 43 provinces.", [("43 provinces", 43)]),
    ],
)
def test_a_ratio_counts_nothing(find, text, expected):
    assert [(m.text, m.value) for m in find(text, "quantity")] == expected
