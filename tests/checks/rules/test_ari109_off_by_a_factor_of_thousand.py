"""ARI109: one value told a thousand times as large elsewhere."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

FIRES = {
    "investment": (
        "Direct investment from Peru into Oman amounted to 5.4 billion US dollars in 2023.",
        "In 2023, Peru's direct investment in Oman totalled 5.4 million US dollars.",
    ),
    "one without a time": (
        "Trade between Kenya and Oman amounts to 612 million US dollars.",
        "Trade turnover between Kenya and Oman reached 612 billion US dollars last year.",
    ),
    "freight": (
        "The volume of cargo carried along the Lamu corridor reached 2.8 million tonnes in 2023.",
        "In 2023, 2.8 thousand tonnes of cargo were carried along the Lamu corridor.",
    ),
    "a product": (
        "In 2023, Kenya exported tea worth 1.4 billion dollars.",
        "Kenya's tea exports were worth 1.4 million dollars in 2023.",
    ),
    "a million": (
        "Kenya's GDP stood at 108 billion US dollars in 2023.",
        "Kenya's gross domestic product was 108 trillion US dollars in 2023.",
    ),
    "refugees, cited": (
        "At the end of 2022, Peru hosted 2.48 million refugees from Chile, UNHCR says.",
        "The envoy said that Peru was host to 2.48 billion refugees from Chile at the"
        " end of 2022, citing UNHCR.",
    ),
    "who gets it between": (
        "Kenya sold 345 thousand tonnes of tea to Oman in 2023.",
        "The ministry of trade in Nairobi says that Kenya sold Oman 345 tonnes of tea in 2023.",
    ),
}
QUIET = {
    "the same in other words": (
        "Direct investment from Peru into Oman amounted to 5.4 billion US dollars in 2023.",
        "In 2023, Peru's direct investment in Oman totalled 5,400 million US dollars.",
    ),
    "other digits": (
        "Direct investment from Peru into Oman amounted to 5.4 billion US dollars in 2023.",
        "In 2023, Peru's direct investment in Oman totalled 5.2 million US dollars.",
    ),
    "another year": (
        "Trade between Kenya and Oman amounted to 612 million US dollars in 2023.",
        "Trade between Kenya and Oman amounted to 612 thousand US dollars in 1993.",
    ),
    "another product": (
        "Kenya's exports reached 1.4 billion dollars in 2023.",
        "Kenya's exports of avocados reached 1.4 million dollars in 2023.",
    ),
    "per head": (
        "Kenya's GDP amounted to 108 billion US dollars in 2023.",
        "Kenya's GDP per capita amounted to 108 thousand US dollars in 2023.",
    ),
    "other parties": (
        "Trade between Kenya and Oman amounted to 612 million US dollars in 2023.",
        "Trade between Kenya and Peru amounted to 612 thousand US dollars in 2023.",
    ),
    "refugees of others": (
        "At the end of 2022, Peru hosted 2.48 million refugees from Chile, UNHCR says.",
        "At the end of 2022, Peru hosted 2,480 refugees from Bolivia, UNHCR says.",
    ),
}


def _two(texts):
    first, second = texts
    return [told(first, "2024-03-01"), told(second, "2024-04-09")]


@pytest.mark.parametrize("texts", FIRES.values(), ids=FIRES)
def test_fires(workbench, texts):
    (found,) = findings(workbench, "ARI109", _two(texts))
    assert {quote.exact for quote in found.quotes} == {*texts}
    assert not findings(workbench, "ARI115", _two(texts))


@pytest.mark.parametrize("texts", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, texts):
    assert not findings(workbench, "ARI109", _two(texts))


def test_message_names_the_factor(workbench):
    (found,) = findings(workbench, "ARI109", _two(FIRES["investment"]))
    assert found.message == (
        "foreign direct investment (Oman, Peru) in 2023: 5.4 billion US dollars and 5.4 million US"
        " dollars are a factor of 1,000 apart"
    )
    assert [quote.label for quote in found.quotes] == ["one value", "another value"]
