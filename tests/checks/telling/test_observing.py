"""Statistics that sentences tell on their own."""

from datetime import date

import pytest

from checking import told
from communique.checks.background import Background
from communique.pipeline.seeing import sheet_of
from communique.records.facts import facts_told


@pytest.fixture(scope="module")
def background():
    return Background.load()


@pytest.fixture
def read(workbench, background):
    def found(text, published="2024-02-12", **given):
        (extraction,) = workbench.extracted([told(text, published, **given)])
        facts = facts_told("d1", extraction, background.kin)
        return list(background.told_by(sheet_of(facts, extraction)))

    return found


@pytest.mark.parametrize(
    ("text", "measure", "value", "sides"),
    [
        ("Kenya and Oman traded goods for $287m in 2023.", "trade_turnover", 287e6, "KE OM"),
        (
            "Goods worth $287 million crossed the border between Kenya and Oman in 2023.",
            "trade_turnover",
            287e6,
            "KE OM",
        ),
        ("Peru received 1.9 billion dollars in FDI in 2023.", "fdi", 1.9e9, "PE"),
        (
            "Oman received 1.49 million tonnes of oil from Kenya in 2023.",
            "exports",
            1.49e6,
            "KE OM",
        ),
        ("In 2023 Oman bought 12,000 tonnes of Kenyan tea.", "exports", 12_000, "KE OM"),
        ("In 2023, 2.3 million Kenyans visited Oman.", "other", 2.3e6, "KE OM"),
        ("Kenya produced 570 million kilograms of tea in 2023.", "other", 570e6, "KE"),
    ],
)
def test_measure_value_and_sides(read, text, measure, value, sides):
    (one,) = read(text)
    assert (one.measure, one.value, " ".join(one.sides)) == (measure, value, sides)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("fell by a third to $300 million in 2023", -38.4, -28.2),
        ("doubled to $300 million in 2023", 90, 110),
        ("dropped by 5 per cent to $300 million in 2023", -6, -4.4),
        ("came to $300 million in 2023, up 4% on 2022", 3.5, 5.01),
        ("reached $300 million (+3.2 per cent) in 2023", 3.1, 3.4),
        ("were $300 million in 2023, 12 per cent below those of 2022", -13.1, -11.4),
    ],
)
def test_the_rate_goes_with_the_level(read, words, low, high):
    (one,) = read(f"Kenya's exports to Oman {words}.")
    assert low <= one.rate.low <= one.rate.high <= high
    assert one.level.low <= 300e6 <= one.level.high
    assert one.based.year == 2022


def test_a_bare_number_is_of_the_people_who_are_counted(read):
    (one,) = read("The number of tourists from Oman to Kenya rose 20 percent to 61,000 in 2023.")
    assert (one.value, one.unit, round(one.rate.low)) == (61_000, "tourist", 20)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("in the year to December 2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("in the year to June 2023", date(2022, 7, 1), date(2023, 6, 30)),
        ("over the past year", date(2023, 1, 1), date(2023, 12, 31)),
        ("between January and August 2023", date(2023, 1, 1), date(2023, 8, 31)),
        ("from July to September 2023", date(2023, 7, 1), date(2023, 9, 30)),
        ("in the first eleven months of 2023", date(2023, 1, 1), date(2023, 11, 30)),
    ],
)
def test_periods(read, words, first, last):
    (one,) = read(f"Trade between Kenya and Oman totalled $300 million {words}.")
    assert (one.period.first, one.period.last) == (first, last)


def test_the_past_year_of_a_text_of_autumn_is_no_calendar_year(read):
    (one,) = read("Kenya-Oman trade was $300 million over the past year.", "2023-10-02")
    assert one.period.last == date(2023, 10, 2)


@pytest.mark.parametrize(
    "words", ["than a year earlier", "than in the same quarter of 2022", "year on year"]
)
def test_a_quarter_is_compared_with_that_of_the_year_before(read, words):
    (one,) = read(
        f"In the third quarter of 2023 trade between Kenya and Oman was 12 percent higher {words}."
    )
    assert (one.base.first, one.base.last) == (date(2022, 7, 1), date(2022, 9, 30))


def test_the_publisher_stands_for_the_side_that_is_not_named(read):
    (one,) = read(
        "Trade turnover with Oman reached $300 million in 2023.",
        publisher="Ministry of Trade of Kenya",
    )
    assert one.sides == ("KE", "OM")


@pytest.mark.parametrize(
    "text",
    [
        "According to the customs service, trade between Kenya and Oman was $3 million in 2023.",
        "Trade between Kenya and Oman was $3 million in 2023, the customs service reports.",
        "The customs service put trade between Kenya and Oman at $3 million in 2023.",
        "Trade between Kenya and Oman was $3 million in 2023, figures of the customs service show.",
    ],
)
def test_whose_count_it_is(read, text):
    (one,) = read(text)
    assert one.compiler == "customs service"


@pytest.mark.parametrize(
    "text",
    [
        "Trade between Kenya and Oman will reach $300 million in 2025.",
        "Exports to Oman were $3 million and imports $2 million in 2023.",
        "The trade minister of Kenya pledged $300 million to Oman in 2023.",
        "In 2023 a fertiliser maker in Mombasa exported 3,000 tonnes of urea to Oman.",
        "In 2023 Kenya's share of exports to Oman was 12 percent.",
        "Exports of cars from Kenya to Oman rose 3 percent to 30,000 in 2023.",
        "Kenya gave $3 million to students in 2023.",
        "In 2023 visitors from 32 states came to Kenya.",
        "Trade with Oman was $300 million in 2023.",
        "Kenya's exports to Oman grew by 3 percent in the third quarter of 2023 over the"
        " previous quarter.",
    ],
    ids=["planned", "two", "pledge", "firm", "share", "bare", "money", "states", "half", "step"],
)
def test_what_is_left_to_claims(read, text):
    assert read(text) == []
