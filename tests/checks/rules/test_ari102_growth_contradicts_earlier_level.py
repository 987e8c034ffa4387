"""ARI102: a level and its growth against the earlier level in another document."""

import pytest

from checking import computed, findings, told
from communique.model.finding import Severity

pytestmark = pytest.mark.model

BEFORE = "Trade between Oman and Kenya amounted to 548 million US dollars in 2022."
FIRES = {
    "up on": (
        "In 2023, trade turnover between Kenya and Oman reached 612 million US dollars, up 4"
        " percent on 2022.",
        BEFORE,
    ),
    "a verb, and the year before": (
        "Exports of Peru to Oman fell by 4.1% on the previous year to 512 million dollars in 2023.",
        "In 2022, Peru's exports to Oman totalled 603 million dollars.",
    ),
    "half-years": (
        "In the first half of 2023 trade between Kenya and Oman rose 15.5 percent year-on-year to"
        " 312 million dollars.",
        "Kenya and Oman traded goods worth 231 million US dollars in January-June 2022.",
    ),
    "doubled": (
        "In 2023, trade between Kenya and Oman doubled to 912 million US dollars.",
        BEFORE,
    ),
    "people": (
        "The number of tourists from Oman visiting Kenya rose 20 percent to 61,000 in 2023.",
        "In 2022, 43,000 tourists from Oman visited Kenya.",
    ),
    "freight": (
        "Freight traffic through the port of Lamu rose by 12 percent in 2023, to 4.1 million"
        " tonnes.",
        "In 2022, freight traffic through the port of Lamu amounted to 3.1 million tonnes.",
    ),
}
QUIET = {
    "it follows": (
        "In 2023, trade turnover between Kenya and Oman reached 612 million US dollars, up 11.7"
        " percent on 2022.",
        BEFORE,
    ),
    "another base": (
        "In 2023, trade turnover between Kenya and Oman reached 612 million US dollars, up 4"
        " percent on 2021.",
        BEFORE,
    ),
    "another currency": (
        "In 2023, trade turnover between Kenya and Oman reached 612 million euros, up 4 percent on"
        " 2022.",
        BEFORE,
    ),
    "in volume": (
        "In 2023, trade turnover between Kenya and Oman reached 612 million US dollars, up 4"
        " percent in volume on 2022.",
        BEFORE,
    ),
    "real growth of output": (
        "In 2023, Kenya's GDP grew by 5.6 percent to 108 billion US dollars.",
        "In 2022, Kenya's GDP amounted to 113 billion US dollars.",
    ),
    "an estimate": (
        "In 2023, trade turnover between Kenya and Oman reached an estimated 612 million US"
        " dollars, up 4 percent on 2022.",
        BEFORE,
    ),
}


def _two(texts, first="Example Wire", second="Another Wire"):
    now, before = texts
    return [
        told(now, "2024-03-01", publisher=first),
        told(before, "2023-04-09", publisher=second),
    ]


@pytest.mark.parametrize("texts", FIRES.values(), ids=FIRES)
def test_fires(workbench, texts):
    (found,) = findings(workbench, "ARI102", _two(texts))
    assert {quote.exact for quote in found.quotes} == {*texts}


@pytest.mark.parametrize("texts", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, texts):
    assert not findings(workbench, "ARI102", _two(texts))


def test_level_rate_and_base_may_stand_in_three_documents(workbench):
    documents = [
        told("Trade between Kenya and Oman grew by 12 percent in 2023.", "2024-02-10"),
        told("Trade between Kenya and Oman stood at 712 million dollars in 2023.", "2024-02-11"),
        told(BEFORE, "2023-04-09"),
    ]
    (found,) = findings(workbench, "ARI102", documents)
    assert len(found.quotes) == 3


def test_what_follows_is_shown_as_computed(workbench):
    (found,) = computed(workbench, "ARI102", _two(QUIET["it follows"]))
    assert "as told: 548 million US dollars" in found.message


def test_it_is_an_error_where_compiler_and_periods_are_the_same(workbench):
    compiler = "Statistics Bureau of Kenya"
    (found,) = findings(workbench, "ARI102", _two(FIRES["up on"], compiler, compiler))
    assert found.severity is Severity.ERROR
    (found,) = findings(workbench, "ARI102", _two(FIRES["up on"]))
    assert found.severity is Severity.WARNING


def test_both_levels_in_one_document_are_left_to_other_rules(workbench):
    assert not findings(workbench, "ARI102", [told(" ".join(FIRES["up on"]), "2024-03-01")])


def test_message_tells_what_the_rate_implies(workbench):
    (found,) = findings(workbench, "ARI102", _two(FIRES["up on"]))
    assert found.message == (
        "trade turnover (Kenya, Oman): 612 million US dollars in 2023 at +4 % come from 582.4 to"
        " 592.3 million US dollars in 2022, not from 548 million US dollars"
    )
    assert found.quotes[0].label == "the level"
