"""Further ways to tell a number, with near misses; the usual ones are in test_figure.py."""

import pytest

pytestmark = pytest.mark.model


@pytest.fixture(scope="session")
def figures(extract):
    def find(text, **told):
        return [(f.value, f.unit) for f in extract(text, "figure", **told)]

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rural homes pay three times more for power than those in cities.", (3, "times")),
        ("Rents in Oslo are four times as high as in Lima.", (4, "times")),
        ("Malay workers earn 2-3 times more than Thai workers.", (2, "times")),
        ("Half the population lives on the coast.", (50, "percent")),
        ("Three quarters of households have running water.", (75, "percent")),
        ("Peru faces a nurse shortage of 9,000.", (9000, "nurses")),
        ("Manufacturing jobs are up by 8,000.", (8000, "jobs")),
        ("Ghana threatens to shut the whole 652-kilometre border.", (652, "km")),
        ("The plan is to narrow the $40+ billion funding gap.", (40_000_000_000, "USD")),
        ("Chad will develop the field, with reserves estimated at $5 billion.",
         (5_000_000_000, "USD")),
        ("The site would cover 30 hectares, enough to house 6,000 families.", (6000, "families")),
        ("The register has identified $5 billion in arrears.", (5_000_000_000, "USD")),
        ("To date the fund has driven over $14 million in investment to Fiji.",
         (14_000_000, "USD")),
        ("Families in Chile save an average of $800 a year on fees.", (800, "USD")),
        ("It builds on the $3 billion that Japan has invested in Laos over the past 20 years.",
         (3_000_000_000, "USD")),
        ("The road will support more than 200 suppliers in Peru.", (200, "suppliers")),
    ],
)  # fmt: skip
def test_a_statistic_is_a_figure(figures, text, expected):
    assert expected in figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Chile met three times in May.",
        "The plan was discussed three times more before it was dropped.",
        "In the first three quarters of the year the talks went on.",
        "Peru celebrates 250 glorious years of independence.",
        "The talks lasted half the night, and half the battle is won.",
        "A quarter of a century ago they established ties.",
        "Oman will build a smelter powered by 100% renewable energy.",
        "They reaffirmed their commitment to the pact and to conserving 30 percent of their seas.",
        "Brazil has offered to host the two of them in August.",
        "India has gifted 150 ambulances to Fiji.",
        "Chad has protected 30,000 acres of savannah.",
        "Kenya announced a new package of aid for Chad, which is valued at $225 million.",
        "Kenya Is Creating Jobs, Lowering Prices, and Driving Growth and More Than $14 Billion in "
        "Federal Investments in Mining Towns",
    ],
)
def test_what_is_no_figure(figures, text):
    assert figures(text) == []


def test_what_is_not_exceeded_is_an_upper_bound(extract):
    (found,) = extract("In 2023, imports from Chad did not exceed $8 billion.", "figure")
    assert (found.bound, found.modality) == ("at_most", "asserted")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 8 percent of the global grain trade passes the strait.", []),
        ("Some 9 percent of Asian American families in Peru are poor.", ["US", "PE"]),
    ],
)
def test_whom_it_is_about(extract, text, expected):
    (found,) = extract(text, "figure", title="Peru and Chile")
    assert [party.code for party in found.about] == expected


def test_a_base_a_year_earlier_is_not_the_period(extract):
    found = extract("From January to May exports fell by 9 percent from a year earlier to $3 "
                    "billion.", "figure")  # fmt: skip
    assert [f.value for f in found] == [3_000_000_000]


def test_a_share_in_words_beside_one_in_figures(figures):
    found = figures(
        "In Peru 60 percent of the boys walk to school and half of the girls take a bus."
    )
    assert found == [(60, "percent"), (50, "percent")]
