from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model.claim import When
from communique.records.comparing.days import Days, Fit, buckets, distance, fit, gap


def period(text):
    first, _, last = text.partition("..")
    ends = (first, last) if ".." in text else (first, first)
    return Days(*(date.fromisoformat(end) if end else None for end in ends))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("2023-06-02", "2023-06-02", Fit.SAME, id="day"),
        pytest.param("2023-06-01..2023-06-03", "2023-06-02", Fit.WITHIN, id="day-of-a-summit"),
        pytest.param(
            "2023-06-01..2023-06-03", "2023-06-03..2023-06-04", Fit.CROSSING, id="crossing"
        ),
        pytest.param("2023-06-01..2023-06-30", "2023-06-02", Fit.MONTH, id="month"),
        pytest.param("2023-06-01..2023-06-30", "2023-06-01..2023-06-30", Fit.MONTH, id="months"),
        pytest.param("2023-04-01..2023-06-30", "2023-06-02", Fit.QUARTER, id="quarter"),
        pytest.param("2023-01-01..2023-12-31", "2023-06-02", Fit.LOOSE, id="year"),
        pytest.param("2023-06-01..", "2023-06-02", Fit.LOOSE, id="open-and-near"),
        pytest.param("2016-01-01..", "2023-06-02", Fit.OPEN, id="open-and-far"),
        pytest.param("2023-06-02", "2023-06-03", Fit.APART, id="next-day"),
    ],
)
def test_periods_fit(one, other, expected):
    assert fit(period(one), period(other)) is expected
    assert fit(period(other), period(one)) is expected


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        pytest.param("2023-06-02", "2023-06-02", 0, id="same"),
        pytest.param("2023-06-02", "2023-06-03", 1, id="next"),
        pytest.param("2023-06-01..2023-06-04", "2023-06-03", 0, id="within"),
        pytest.param("..2023-06-04", "2023-06-09", 5, id="open"),
    ],
)
def test_the_gap_between_periods(one, other, days):
    assert gap(period(one), period(other)) == gap(period(other), period(one)) == days


@pytest.mark.parametrize(
    ("day", "expected"), [("2023-06-01", -1), ("2023-06-02", 0), ("2023-06-07", 3)]
)
def test_how_far_a_day_lies_from_a_period(day, expected):
    assert distance(date.fromisoformat(day), period("2023-06-02..2023-06-04")) == expected


def test_a_time_without_ends_is_none():
    assert Days.of(None) is None
    assert Days.of(When(None, None, "ever")) is None
    assert Days.of(When(date(2023, 6, 2), None, "since June")) == Days(date(2023, 6, 2), None)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("2023-06-02", "2023-06-02"), ("2023-06-02..", "2023-06-02 to open")],
)
def test_periods_for_people(text, shown):
    assert str(period(text)) == shown


DAYS = st.dates(date(2020, 1, 1), date(2025, 12, 31))


@given(DAYS, DAYS, st.integers(1, 30), st.integers(0, 10))
def test_periods_close_by_share_a_bucket(one, other, width, slack):
    shared = set(buckets(Days(one, one), width, slack)) & set(
        buckets(Days(other, other), width, slack)
    )
    if abs((one - other).days) <= 2 * slack:
        assert shared
    if abs((one - other).days) > 2 * slack + width:
        assert not shared
