import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model.claim import Change, When
from communique.model.plain import plain
from communique.model.record import ClaimRef, DocumentFacts, Node
from communique.model.shaped import shaped
from communique.model.terms import Direction, Indicator
from communique.records.kinds.figure import FigureMatcher, FigureProfile, unit_of
from factory import OMAN, PERU, figure

YEAR = When(date(2023, 1, 1), date(2023, 12, 31), "2023")
BEFORE = When(date(2022, 1, 1), date(2022, 12, 31), "2022")


@pytest.fixture(scope="module")
def matcher(lore):
    return FigureMatcher(lore)


def profile(matcher, exact="a sentence with a number", subjects=(), **slots):
    claim = figure(exact, **slots)
    facts = DocumentFacts("doc", subjects=subjects)
    (found,) = matcher.profiles(Node(ClaimRef("doc", "c"), claim, facts))
    return found


def trade(matcher, **slots):
    told = {
        "indicator": Indicator.TRADE_TURNOVER,
        "label": "trade turnover",
        "about": (OMAN, PERU),
        "unit": "USD",
        "period": YEAR,
        **slots,
    }
    return profile(matcher, **told)


SERIES = [
    pytest.param({"period": BEFORE, "value": 2}, id="another-period"),
    pytest.param({"about": (PERU, OMAN)}, id="parties-in-another-order"),
    pytest.param({"attributed_to": "customs service"}, id="another-compiler"),
    pytest.param({"label": "the total volume of mutual trade"}, id="another-wording"),
    pytest.param({"period": None}, id="no-period"),
]


@pytest.mark.parametrize("slots", SERIES)
def test_one_series(matcher, slots):
    one, other = trade(matcher), trade(matcher, **slots)
    assert one == other or matcher.compare(one, other) is not None
    assert matcher.contradict(one, other) is None


def test_trade_between_the_two_may_name_one(matcher):
    other = trade(matcher, label="trade between the two countries", about=(OMAN,))
    assert matcher.compare(trade(matcher), other) is not None
    assert {*matcher.blocks(trade(matcher))} & {*matcher.blocks(other)}


OTHERS = [
    pytest.param({"about": (OMAN,)}, "the parties differ", id="all-trade-of-one"),
    pytest.param({"unit": "EUR"}, "the units differ", id="another-currency"),
    pytest.param({"indicator": Indicator.EXPORTS}, "the indicators differ", id="exports"),
    pytest.param(
        {"unit": "USD", "change": Change(3_000_000_000, "USD", Direction.UP)},
        "one tells a level, the other a change",
        id="a-rise",
    ),
]


@pytest.mark.parametrize(("slots", "reason"), OTHERS)
def test_other_series_contradict(matcher, slots, reason):
    one, other = trade(matcher), trade(matcher, **slots)
    assert matcher.contradict(one, other) == matcher.contradict(other, one) == reason
    assert matcher.compare(one, other) is None


def test_a_level_that_tells_its_growth_is_a_level(matcher):
    change = Change(6, "percent", Direction.UP)
    assert trade(matcher, change=change) == trade(matcher)


def test_growth_rates_are_a_series_of_their_own(matcher):
    change = Change(6, "percent", Direction.UP)
    grown = trade(matcher, unit="percent", value=6, change=change)
    assert grown.moved
    assert matcher.contradict(grown, trade(matcher))


def test_exports_of_one_good_are_not_all_exports(matcher):
    told = {"indicator": Indicator.EXPORTS, "about": (OMAN, PERU), "period": YEAR}
    whole = profile(matcher, label="exports", **told)
    wheat = profile(matcher, label="exports of wheat", **told)
    assert matcher.compare(whole, wheat) is None
    assert matcher.compare(wheat, profile(matcher, label="wheat exports", **told)) or (
        wheat == profile(matcher, label="wheat exports", **told)
    )


def test_directions_of_trade(matcher):
    told = {"indicator": Indicator.EXPORTS, "about": (OMAN, PERU), "period": YEAR}
    there = profile(matcher, label="Oman's exports to Peru", **told)
    back = profile(matcher, label="Peru's exports to Oman", **told)
    assert matcher.contradict(there, back) == "the directions of trade differ"


def test_the_label_tells_what_a_vague_indicator_counts(matcher):
    told = {"indicator": Indicator.OTHER, "unit": "percent", "about": (OMAN,), "period": YEAR}
    one = profile(matcher, label="unemployment rate", **told)
    assert one == profile(matcher, label="rate of unemployment", **told)
    assert matcher.compare(one, profile(matcher, label="youth literacy", **told)) is None


COUNT = {"indicator": Indicator.PEOPLE, "label": "people", "unit": "people", "about": (OMAN,)}


def test_counts_without_a_period_are_known_by_their_number(matcher):
    one = profile(matcher, "Fever reached 12,400 people in Sohar", value=12_400, **COUNT)
    other = profile(matcher, "The fever has reached 12,400 people in Sohar", value=12_400, **COUNT)
    assert one == other or matcher.compare(one, other) is not None
    more = profile(matcher, "Fever reached 15,900 people in Sohar", value=15_900, **COUNT)
    assert matcher.contradict(one, more) == "the numbers differ"


def test_one_number_of_people_in_another_sentence(matcher):
    one = profile(matcher, "Fever reached 12,400 people in Sohar", value=12_400, **COUNT)
    other = profile(matcher, "The bridge is used by 12,400 people", value=12_400, **COUNT)
    assert matcher.compare(one, other) is None


def test_a_count_may_be_a_point_of_a_series(matcher):
    told = {**COUNT, "label": "registered nurses"}
    one = profile(matcher, value=12_400, **told)
    assert matcher.compare(one, profile(matcher, period=YEAR, value=12_400, **told)) is not None
    assert matcher.compare(one, profile(matcher, period=YEAR, value=12_900, **told)) is None
    other = profile(matcher, period=YEAR, value=12_400, **{**told, "label": "merchant sailors"})
    assert "series" in matcher.contradict(one, other)


WHEAT = {"about": (OMAN, PERU), "unit": "tonnes", "value": 231_000}
ONE_NUMBER = [
    pytest.param(
        {"indicator": Indicator.EXPORTS, "label": "exports of wheat", "period": YEAR},
        {"indicator": Indicator.OTHER, "label": "wheat and wheat flour"},
        id="indicator-left-open",
    ),
    pytest.param(
        {"indicator": Indicator.OTHER, "label": "shipments of wheat", "period": YEAR},
        {
            "indicator": Indicator.OTHER,
            "label": "wheat",
            "about": (OMAN,),
            "subjects": (OMAN, PERU),
        },
        id="party-left-open",
    ),
    pytest.param(
        {"label": "attempts at irregular migration", "unit": "attempts", "period": YEAR},
        {
            "label": "irregular crossings",
            "unit": "irregular crossings",
            "period": YEAR,
            "exact": "The coast guard prevented 231,000 irregular crossings.",
        },
        id="another-noun",
    ),
]


@pytest.mark.parametrize(("first", "second"), ONE_NUMBER)
def test_one_number_told_in_other_terms(matcher, first, second):
    vague = {"indicator": Indicator.OTHER}
    one = profile(matcher, **{**WHEAT, **vague, **first})
    other = profile(matcher, **{**WHEAT, **vague, **second})
    assert matcher.compare(one, other) is not None
    assert {*matcher.blocks(one)} & {*matcher.blocks(other)}


OTHER_NUMBERS = [
    pytest.param({"value": 204_000}, id="another-number"),
    pytest.param({"period": BEFORE}, id="another-time"),
    pytest.param({"label": "flour and bran"}, id="no-word-in-common"),
    pytest.param({"about": (OMAN,)}, id="the-document-is-about-one-side"),
    pytest.param({"unit": "percent"}, id="no-count"),
    pytest.param({"indicator": Indicator.IMPORTS}, id="another-indicator"),
]


@pytest.mark.parametrize("slots", OTHER_NUMBERS)
def test_another_number_or_another_thing(matcher, slots):
    told = {**WHEAT, "label": "exports of wheat", "period": YEAR, "indicator": Indicator.EXPORTS}
    other = {**WHEAT, "label": "wheat and wheat flour", "indicator": Indicator.OTHER, **slots}
    assert matcher.compare(profile(matcher, **told), profile(matcher, **other)) is None


def test_a_round_number_in_other_terms_is_another_thing(matcher):
    told = {**WHEAT, "value": 230_000, "about": (OMAN,)}
    one = profile(matcher, label="exports of wheat", indicator=Indicator.EXPORTS, **told)
    other = profile(matcher, label="stocks of wheat and rye", indicator=Indicator.OTHER, **told)
    assert matcher.compare(one, other) is None


def test_a_sum_whose_label_does_not_tell_is_what_its_sentence_is_about(matcher):
    told = {"indicator": Indicator.OTHER, "label": "count", "about": (OMAN, PERU), "unit": "USD"}
    sentence = "Trade fell to $7.9 billion; the earlier count had been $8.1 billion."
    assert profile(matcher, sentence, **told) == trade(matcher)
    unsaid = profile(matcher, "The earlier count had been $8.1 billion.", **told)
    assert unsaid.indicator is Indicator.OTHER


def test_documents_that_tell_a_series_are_one_profile(matcher):
    about = trade(matcher, value=1, subjects=(OMAN, PERU))
    assert about == trade(matcher, value=2, period=BEFORE, subjects=(PERU,))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("USD", "USD"),
        ("percent", "percent"),
        ("km", "km"),
        ("lorries", "lorry"),
        ("trucks", "truck"),
    ],
)
def test_sorts_of_units(one, other):
    assert unit_of(one) == unit_of(other)


def test_units_that_differ():
    assert len({unit_of("USD"), unit_of("EUR"), unit_of("percent"), unit_of("buses")}) == 4


profiles = st.builds(
    FigureProfile,
    indicator=st.sampled_from([Indicator.OTHER, Indicator.EXPORTS]),
    subject=st.sampled_from([(), ("wheat",), ("rat", "unemploy"), ("port", "rat", "unemploy")]),
    about=st.sampled_from([(), ("OM",), ("OM", "PE")]),
    unit=st.sampled_from(["USD", "percent"]),
    moved=st.booleans(),
    whose=st.sampled_from(["", "OM"]),
    open=st.booleans(),
    value=st.none() | st.sampled_from([4, 1250]),
    number=st.none() | st.sampled_from([4, 1250]),
    period=st.sampled_from(["", "2023-01-01 to 2023-12-31"]),
    around=st.sampled_from([(), ("OM", "PE")]),
)


@given(one=profiles, other=profiles)
def test_comparing_is_symmetric(matcher, one, other):
    assert matcher.compare(one, other) == matcher.compare(other, one)
    assert matcher.contradict(one, other) == matcher.contradict(other, one)


@given(one=profiles)
def test_profiles_survive_json(one):
    assert shaped(json.loads(json.dumps(plain(one))), FigureProfile) == one
