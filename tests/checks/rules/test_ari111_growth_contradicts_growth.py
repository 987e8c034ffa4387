"""ARI111: two rates of growth for one statistic and period."""

import pytest

from checking import computed, findings, told

pytestmark = pytest.mark.model

FIRES = {
    "output": (
        "Kenya's economy grew by 5.6 percent in 2023.",
        "In 2023, the GDP of Kenya increased by 4.9 percent.",
    ),
    "told as growth": (
        "Kenya's economy grew 4.1 percent last year.",
        "GDP growth in Kenya stood at 5.2 percent in 2023.",
    ),
    "trade": (
        "Trade between Peru and Oman grew by 12 percent in 2023 compared with 2022.",
        "In 2023 the trade turnover between Oman and Peru increased by 21 percent year on year.",
    ),
    "half-years": (
        "In the first half of 2023, Kenya's exports to Oman rose 14% year-on-year.",
        "Kenya's exports to Oman increased by 22% in January-June 2023 compared with the same"
        " period of 2022.",
    ),
    "up and down": (
        "Kenya's imports from Oman declined by 7 percent in 2023.",
        "In 2023, Kenyan imports from Oman rose by 3 percent to 211 million dollars.",
    ),
    "people": (
        "The number of tourists from Oman visiting Kenya rose by 20 percent in 2023.",
        "In 2023, the number of tourists from Oman visiting Kenya grew by 31 percent.",
    ),
    "industry": (
        "Industrial production in Kenya grew by 3.4 percent in 2023.",
        "In 2023, Kenya's industrial production increased by 2.1 percent.",
    ),
    "fiscal year, cited": (
        "Remittances from Oman to Nepal increased by 8.1 per cent in the fiscal year"
        " 2021/22 against the year before, the Bureau of Statistics says.",
        "Remittances from Oman to Nepal increased by 18.1 per cent in the fiscal year"
        " 2021/22 against the year before, the minister said, citing the Bureau of Statistics.",
    ),
}
QUIET = {
    "rounded": (
        "Kenya's economy grew by 5.6 percent in 2023.",
        "In 2023, the GDP of Kenya increased by 5.55 percent.",
    ),
    "another year": (
        "Kenya's economy grew by 5.6 percent in 2023.",
        "In 2022, the GDP of Kenya increased by 4.9 percent.",
    ),
    "money and weight": (
        "In value, exports of cod from Peru to Oman grew by 12 percent in 2023.",
        "Measured in tonnes, exports of cod from Peru to Oman grew by 4 percent in 2023.",
    ),
    "two currencies": (
        "In euros, trade between Peru and Oman grew by 12 percent in 2023.",
        "In soles, trade between Peru and Oman grew by 4 percent in 2023.",
    ),
    "money and quantity": (
        "Trade between Peru and Oman grew in value by 12 percent in 2023.",
        "Trade between Peru and Oman grew in quantity by 4 percent in 2023.",
    ),
    "another base": (
        "Trade between Peru and Oman grew by 12 percent in 2023 compared with 2022.",
        "In 2023 the trade turnover between Oman and Peru was up 41 percent on 2019.",
    ),
    "another direction of trade": (
        "Kenya's imports from Oman rose by 7 percent in 2023.",
        "Kenya's exports to Oman rose by 3 percent in 2023.",
    ),
    "a quarter without a base": (
        "Kenya's economy grew by 1.2 percent in the first quarter of 2023.",
        "In the first quarter of 2023, the GDP of Kenya increased by 4.9 percent.",
    ),
    "a forecast": (
        "Kenya's economy is expected to grow by 5.6 percent in 2023.",
        "In 2023, the GDP of Kenya increased by 4.9 percent.",
    ),
    "another industry": (
        "Industrial production in Kenya grew by 3.4 percent in 2023.",
        "In 2023, Kenya's agricultural production increased by 2.1 percent.",
    ),
    "other fiscal years": (
        "Remittances from Oman to Nepal increased by 8.1 per cent in the fiscal year"
        " 2021/22 against the year before, the Bureau of Statistics says.",
        "Remittances from Oman to Nepal increased by 18.1 per cent in the fiscal year"
        " 2020/21 against the year before, the minister said, citing the Bureau of Statistics.",
    ),
}
BESIDE = {
    "two compilers": (
        "The economy of Kenya grew 4.1 percent in 2023, according to the World Bank.",
        "According to the International Monetary Fund, Kenya's economy grew by 5.2 percent in"
        " 2023.",
    ),
    "nominal": (
        "Kenya's economy grew by 5.6 percent in 2023.",
        "In nominal terms, Kenya's GDP grew by 11.9 percent in 2023.",
    ),
}


def _two(texts):
    first, second = texts
    return [told(first, "2024-03-01"), told(second, "2024-04-09")]


@pytest.mark.parametrize("texts", FIRES.values(), ids=FIRES)
def test_fires(workbench, texts):
    (found,) = findings(workbench, "ARI111", _two(texts))
    assert {quote.exact for quote in found.quotes} == {*texts}


@pytest.mark.parametrize("texts", [*QUIET.values(), *BESIDE.values()], ids=[*QUIET, *BESIDE])
def test_keeps_quiet(workbench, texts):
    assert not findings(workbench, "ARI111", _two(texts))


@pytest.mark.parametrize("texts", BESIDE.values(), ids=BESIDE)
def test_two_counts_are_shown_side_by_side(workbench, texts):
    assert computed(workbench, "ARI111", _two(texts))


def test_message_names_statistic_period_and_rates(workbench):
    (found,) = findings(workbench, "ARI111", _two(FIRES["up and down"]))
    assert found.message == "growth of imports (Kenya, Oman) in 2023: -7 % and +3 % can't both be"
    assert [quote.label for quote in found.quotes] == ["one rate", "another rate"]
