"""Marks of records in time, and the axis below them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.web.drawing.axis import Axis
from communique.web.drawing.track import WIDTH, Drawn, track_of

TODAY = date(2024, 6, 1)
days = st.one_of(st.none(), st.dates(date(1000, 1, 1), date(4000, 1, 1)))


def drawn(number, first, last, kind="event", look="done"):
    return Drawn(number, kind, look, first, last, f"No. {number}", f"#entry-{number}")


@given(st.lists(st.tuples(days, days), max_size=30), days, days)
def test_marks_lie_in_the_picture_and_none_covers_another(spans, since, until):
    told = [drawn(n, *sorted(span) if None not in span else span) for n, span in enumerate(spans)]
    if since and until and until < since:
        since, until = until, since
    track = track_of(told, since, until, TODAY)
    if track is None:
        assert not any(first or last for first, last in spans)
        return
    for mark in track.marks:
        assert 0 <= mark.x <= mark.end <= WIDTH + 0.2
        rows = [m for m in track.marks if m.y == mark.y and m is not mark]
        assert all(m.end <= mark.x + 0.2 or mark.end <= m.x + 0.2 for m in rows)


@pytest.mark.parametrize(
    ("first", "last", "shape"),
    [
        (date(2024, 5, 2), date(2024, 5, 2), "point"),
        (date(2024, 5, 2), date(2024, 5, 4), "span"),
        (date(2024, 5, 1), date(2024, 5, 31), "vague"),
        (None, date(2024, 5, 31), "vague"),
        (date(2024, 5, 1), None, "vague"),
    ],
)
def test_vague_days_are_spans(first, last, shape):
    track = track_of([drawn(1, first, last)], None, None, TODAY)
    assert track.marks[0].shape == shape


def test_what_reaches_out_of_the_picture_says_so():
    told = [drawn(1, date(2020, 1, 1), date(2030, 1, 1), "office")]
    mark = track_of(told, date(2024, 1, 1), date(2024, 12, 31), TODAY).marks[0]
    assert (mark.before, mark.after) == (True, True)


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(2024, 5, 1), date(2024, 5, 3), ["1 May", "2 May", "3 May"]),
        (date(2024, 1, 15), date(2024, 4, 15), ["Feb 2024", "Mar", "Apr"]),
        (date(2023, 12, 1), date(2024, 2, 15), ["Dec 2023", "Jan 2024", "Feb"]),
        (date(2020, 2, 1), date(2024, 2, 1), ["2021", "2022", "2023", "2024"]),
    ],
)
def test_an_axis_tells_days_months_or_years(first, last, labels):
    assert [tick.label for tick in Axis(first, last, 0, 900).ticks()] == labels


@given(st.dates(), st.dates())
def test_an_axis_is_never_crowded(one, other):
    first, last = sorted((one, other))
    assert len(Axis(first, last, 0, 900).ticks()) <= 20
