"""ARI115: two values for one point of a statistic, told by different documents."""

import pytest

from checking import computed, findings, told

pytestmark = pytest.mark.model

FIRES = {
    "trade": (
        "In 2023, trade turnover between Kenya and Oman reached 612 million US dollars.",
        "Trade between Oman and Kenya amounted to 548 million US dollars in 2023.",
    ),
    "exports, told by a verb": (
        "Oman's imports from Kenya rose to 310 million dollars in 2023.",
        "In 2023, Oman imported goods worth 270 million dollars from Kenya.",
    ),
    "output": (
        "Kenya's GDP amounted to 108 billion US dollars in 2023.",
        "In 2023, Kenya's gross domestic product was 99 billion dollars.",
    ),
    "one compiler": (
        "According to Eurostat, exports of the European Union to Peru reached 5.3 billion euros"
        " in 2023.",
        "In 2023, EU exports to Peru totalled 4.9 billion euros, Eurostat data show.",
    ),
    "people": (
        "Some 12,000 students from Kenya studied in Oman in 2023.",
        "In 2023, 9,300 Kenyan students studied in Oman.",
    ),
    "share": (
        "Inflation in Kenya stood at 7.7 percent in 2023.",
        "In 2023, inflation in Kenya was 6.8 percent.",
    ),
}
QUIET = {
    "rounded": (
        "In 2023, trade turnover between Kenya and Oman reached 612.4 million US dollars.",
        "Trade between Oman and Kenya amounted to 612 million US dollars in 2023.",
    ),
    "hedged": (
        "Oman's imports from Kenya exceeded 300 million dollars in 2023.",
        "Oman's imports from Kenya stood at 347 million dollars in 2023.",
    ),
    "another year": (
        "In 2022, trade turnover between Kenya and Oman reached 612 million US dollars.",
        "Trade between Oman and Kenya amounted to 548 million US dollars in 2023.",
    ),
    "another product": (
        "Kenya's exports of tea to Oman reached 81 million US dollars in 2023.",
        "Kenya's exports to Oman reached 148 million US dollars in 2023.",
    ),
    "another direction": (
        "Kenya's exports to Oman reached 81 million US dollars in 2023.",
        "Oman's exports to Kenya reached 148 million US dollars in 2023.",
    ),
    "a forecast": (
        "Kenya's GDP is expected to reach 108 billion US dollars in 2023.",
        "In 2023, Kenya's gross domestic product was 99 billion dollars.",
    ),
    "another base": (
        "Inflation in Kenya stood at 7.7 percent in 2023, compared with 7.6 percent in 2022.",
        "In 2022, inflation in Kenya was 7.6 percent.",
    ),
}
BESIDE = {
    "two compilers": (
        "According to Eurostat, exports of the European Union to Peru reached 5.3 billion euros"
        " in 2023.",
        "Peru's statistics institute puts EU exports to Peru at 4.9 billion euros in 2023.",
    ),
    "two scopes": (
        "Trade between Oman and Kenya reached 612 million US dollars in 2023.",
        "Trade in goods and services between Oman and Kenya reached 748 million dollars in 2023.",
    ),
    "two regions": (
        "Peru's trade with European countries amounted to 18.2 billion US dollars in 2023.",
        "Peru's trade with the European Union amounted to 14.4 billion US dollars in 2023.",
    ),
    "an estimate": (
        "Preliminary data put Kenya's GDP at 108 billion US dollars in 2023.",
        "In 2023, Kenya's gross domestic product was 99 billion dollars.",
    ),
}


def _two(texts):
    first, second = texts
    return [
        told(first, "2024-03-01", publisher="Example Wire"),
        told(second, "2024-04-09", publisher="Another Wire"),
    ]


@pytest.mark.parametrize("texts", FIRES.values(), ids=FIRES)
def test_fires(workbench, texts):
    (found,) = findings(workbench, "ARI115", _two(texts))
    assert {quote.exact for quote in found.quotes} == {*texts}


@pytest.mark.parametrize("texts", [*QUIET.values(), *BESIDE.values()], ids=[*QUIET, *BESIDE])
def test_keeps_quiet(workbench, texts):
    assert not findings(workbench, "ARI115", _two(texts))


@pytest.mark.parametrize("texts", BESIDE.values(), ids=BESIDE)
def test_two_counts_are_shown_side_by_side(workbench, texts):
    (found,) = computed(workbench, "ARI115", _two(texts))
    assert {quote.exact for quote in found.quotes} == {*texts}


def test_what_the_two_sides_each_count_is_no_contradiction(workbench):
    first, second = FIRES["trade"]
    mirrored = [
        told(first, "2024-03-01", publisher="Ministry of Trade of Kenya"),
        told(second, "2024-04-09", publisher="Ministry of Commerce of Oman"),
    ]
    assert not findings(workbench, "ARI115", mirrored)
    assert computed(workbench, "ARI115", mirrored)


def test_one_document_alone_is_left_to_other_rules(workbench):
    assert not findings(workbench, "ARI115", [told(" ".join(FIRES["trade"]))])


def test_message_names_statistic_period_and_values(workbench):
    (found,) = findings(workbench, "ARI115", _two(FIRES["trade"]))
    assert found.message == (
        "trade turnover (Kenya, Oman) in 2023: 612 and 548 million US dollars can't both be"
    )
    assert [quote.label for quote in found.quotes] == ["one value", "another value"]
