"""Figures read as values of statistics, and compared."""

from dataclasses import replace
from datetime import date

import pytest

from communique.checks.background import Background
from communique.checks.pairs import at_one_time, same_count, thousands_apart
from communique.checks.seen import Case
from communique.model.claim import Party, When
from communique.model.mention import Bound
from communique.model.record import Record
from communique.model.terms import Indicator, Modality
from factory import facts, figure, node

YEAR = When(date(2023, 1, 1), date(2023, 12, 31), "2023")
KENYA, OMAN = Party("Kenya", "KE"), Party("Oman", "OM")
QUOTE = "Trade between Kenya and Oman reached 612 million dollars in 2023"


@pytest.fixture(scope="module")
def series():
    return Background.load().series


@pytest.fixture
def read(series):
    def found(quote=QUOTE, document="d1", published="2024-03-01", **slots):
        told = {
            "indicator": Indicator.TRADE_TURNOVER,
            "label": "Trade between Kenya",
            "about": (KENYA, OMAN),
            "value": 612_000_000,
            "unit": "USD",
            "period": YEAR,
        }
        claim = figure(quote, **{**told, **slots})
        one = node(claim, replace(facts(document), published=date.fromisoformat(published)))
        record = Record(
            id="figure.1", kind="figure", head=claim, founder=one.ref, claims=(one.ref,)
        )
        return next(iter(series.of(Case(record, (one,)))), None)

    return found


def test_measure_sides_and_record_are_read(read):
    one = read()
    assert (one.measure, one.sides, one.record) == ("trade_turnover", ("KE", "OM"), "figure.1")
    assert one.strict
    assert one.over
    assert one.flows


@pytest.mark.parametrize("modality", [Modality.PLANNED, Modality.POSSIBLE, Modality.DENIED])
def test_only_what_is_asserted_is_read(read, modality):
    assert read(modality=modality) is None


def test_a_year_that_is_not_over_is_no_full_year(read):
    assert not read(published="2023-11-01").over


@pytest.mark.parametrize(
    ("quote", "scopes"),
    [
        (QUOTE, ()),
        (f"{QUOTE} in goods and services", ("services",)),
        (f"In real terms, {QUOTE}", ("real",)),
        (f"{QUOTE}, in volume terms", ("real",)),
    ],
)
def test_scopes_are_told_by_the_words(read, quote, scopes):
    assert read(quote).scopes == scopes


def test_the_name_of_a_compiler_tells_no_scope(read):
    quote = f"{QUOTE}, the Federal Services Agency said"
    assert read(quote, attributed_to="Federal Services Agency").scopes == ()


def test_visitors_are_tourists(read):
    slots = {"indicator": Indicator.PEOPLE, "value": 300}
    one = read("300 visitors from Oman", label="visitors from Oman", unit="visitors", **slots)
    other = read("300 tourists from Oman", label="tourists from Oman", unit="tourists", **slots)
    assert (one.key, one.unit) == (other.key, other.unit)


def test_gross_domestic_product_is_no_gross_figure(read):
    one = read(
        "Kenya's gross domestic product was 108 billion dollars in 2023",
        indicator=Indicator.GDP,
        label="Kenya's gross domestic product",
    )
    assert one.scopes == ()


@pytest.mark.parametrize(
    ("source", "compiler"),
    [
        ("Eurostat", "eurostat"),
        ("Kenya's statistics bureau", "@ke statistics bureau"),
        ("the Kenyan statistics bureau", "@ke statistics bureau"),
        ("the National Bureau of Statistics", "national bureau statistics"),
        ("President William Ruto", ""),
        (None, ""),
    ],
)
def test_a_compiler_counts_and_a_speaker_does_not(read, source, compiler):
    assert read(attributed_to=source).compiler == compiler


def test_short_forms_of_a_compiler_are_one(read):
    one = read(attributed_to="Statistics Bureau of Kenya")
    other = read(document="d2", attributed_to="Statistics Bureau")
    assert same_count(one, other)
    assert not same_count(one, read(document="d3", attributed_to="Central Bank of Kenya"))
    assert not same_count(one, read(document="d4", attributed_to="Statistics Bureau of Oman"))


def test_who_is_not_told_may_be_any_compiler(read):
    assert same_count(read(), read(document="d2", attributed_to="Statistics Bureau of Kenya"))


def test_a_delivery_is_no_export(read):
    quote = "Delivery of relief worth 612 million dollars began in Kenya in 2023"
    one = read(quote, indicator=Indicator.EXPORTS, label="Delivery of relief")
    assert one is None or not one.strict


def test_a_number_without_a_time_is_of_about_its_publication(read):
    one = read(period=None)
    assert at_one_time(one, read(document="d2", published="2024-05-01"))
    assert not at_one_time(one, read(document="d2", published="2026-05-01"))


@pytest.mark.parametrize(
    ("value", "power"), [(612_000_000_000, 1), (612_000, 1), (612, 2), (611_000, 0), (0, 0)]
)
def test_powers_of_a_thousand(read, value, power):
    assert thousands_apart(read(), read(value=value)) == power


def test_a_hedge_opens_the_interval(read):
    assert read(bound=Bound.MORE_THAN).level.meets(read(value=700_000_000).level)


def test_what_has_neither_name_nor_time_is_left_out(read):
    told = {"indicator": Indicator.OTHER, "label": "people", "unit": "people", "period": None}
    assert read("612 million people live in Kenya", about=(KENYA,), **told) is None
