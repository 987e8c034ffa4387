"""ARI106: a part of a year with more than the whole of it."""

import pytest

from checking import computed, findings, told
from communique.model.finding import Severity

pytestmark = pytest.mark.model

YEAR = "Kenya's exports to Oman amounted to 139 million US dollars in 2023."
FIRES = {
    "eleven months": (
        "In January-November 2023, Kenya's exports to Oman totalled 148 million US dollars.",
        YEAR,
    ),
    "counted months": (
        "In the first ten months of 2023, exports of Kenya to Oman totalled 145 million dollars.",
        "Kenya's exports to Oman amounted to 139 million US dollars for the whole of 2023.",
    ),
    "a quarter": (
        "In the third quarter of 2023, exports of Kenya to Oman totalled 145 million US dollars.",
        "In 2023 as a whole, Kenya's exports to Oman amounted to 139 million US dollars.",
    ),
    "from and to": (
        "From January to August 2023, trade between Kenya and Oman exceeded 700 million dollars.",
        "Trade between Kenya and Oman reached 612 million US dollars in 2023.",
    ),
    "people": (
        "310,000 tourists from Kenya visited Oman in the first half of 2023.",
        "In 2023, 260,000 tourists from Kenya visited Oman.",
    ),
    "freight": (
        "In the first half of 2023 the port of Lamu handled 4.1 million tonnes of cargo.",
        "In 2023 the port of Lamu handled 3.2 million tonnes of cargo.",
    ),
}
QUIET = {
    "less": (
        "In January-November 2023, Kenya's exports to Oman totalled 128 million US dollars.",
        YEAR,
    ),
    "another year": (
        "In January-November 2022, Kenya's exports to Oman totalled 148 million US dollars.",
        YEAR,
    ),
    "within rounding": (
        "In January-November 2023, Kenya's exports to Oman totalled 139.4 million US dollars.",
        YEAR,
    ),
    "more than is told of the year": (
        "In January-November 2023, Kenya's exports to Oman totalled 148 million US dollars.",
        "Kenya's exports to Oman exceeded 139 million US dollars in 2023.",
    ),
    "a stock": (
        "In the first half of 2023, 12,400 students from Kenya were enrolled in Oman.",
        "In 2023, 9,300 students from Kenya were enrolled in Oman.",
    ),
    "a balance": (
        "In the first half of 2023, Kenya's trade deficit with Oman was 91 million dollars.",
        "In 2023, Kenya's trade deficit with Oman was 74 million dollars.",
    ),
    "another scope": (
        "In January-November 2023, Kenya's exports of goods and services to Oman totalled 148"
        " million US dollars.",
        YEAR,
    ),
    "firms invested less": (
        "Kenyan firms invested 48 million dollars in Oman in the first ten months of 2023.",
        "For the full year 2023, investment by Kenyan firms in Oman came to 51 million dollars.",
    ),
}


def _two(texts):
    part, whole = texts
    return [told(part, "2023-12-20"), told(whole, "2024-02-20")]


@pytest.mark.parametrize("texts", FIRES.values(), ids=FIRES)
def test_fires(workbench, texts):
    (found,) = findings(workbench, "ARI106", _two(texts))
    assert found.severity is Severity.ERROR
    assert {quote.exact for quote in found.quotes} == {*texts}


@pytest.mark.parametrize("texts", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, texts):
    assert not findings(workbench, "ARI106", _two(texts))


def test_direct_investment_may_be_netted(workbench):
    part = "In the first half of 2023, foreign direct investment in Kenya was 1.9 billion dollars."
    whole = "Foreign direct investment in Kenya came to 1.2 billion dollars in 2023."
    (found,) = findings(workbench, "ARI106", _two((part, whole)))
    assert found.severity is Severity.WARNING


def test_what_is_less_is_shown_as_computed(workbench):
    (found,) = computed(workbench, "ARI106", _two(QUIET["less"]))
    assert "no more than 139 million US dollars in 2023" in found.message


def test_message_names_part_and_whole(workbench):
    (found,) = findings(workbench, "ARI106", _two(FIRES["eleven months"]))
    assert found.message == (
        "exports (Kenya, Oman): 148 million US dollars in January 2023 – November 2023 are more"
        " than 139 million US dollars in 2023"
    )
    assert [quote.label for quote in found.quotes] == ["the whole", "a part of it"]


def test_what_firms_invest_is_direct_investment(workbench):
    texts = (
        "Kenyan firms invested 98 million dollars in Oman in the first ten months of 2023.",
        "For the full year 2023, investment by Kenyan firms in Oman came to 51 million dollars.",
    )
    (found,) = findings(workbench, "ARI106", _two(texts))
    assert found.severity is Severity.WARNING
