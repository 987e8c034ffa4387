"""Days, months and years as people type them."""

from datetime import date

import pytest

from communique.cli.showing.days import first_day, last_day
from communique.errors import BadOption


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param("2024", date(2024, 1, 1), date(2024, 12, 31), id="year"),
        pytest.param("2024-02", date(2024, 2, 1), date(2024, 2, 29), id="month"),
        pytest.param("2024-2", date(2024, 2, 1), date(2024, 2, 29), id="short-month"),
        pytest.param(" 2024-02-03 ", date(2024, 2, 3), date(2024, 2, 3), id="day"),
        pytest.param(None, None, None, id="nothing"),
    ],
)
def test_a_period_has_its_first_and_last_day(text, first, last):
    assert first_day(text, "--since") == first
    assert last_day(text, "--until") == last


@pytest.mark.parametrize(
    "text", ["", "soon", "2024-13", "2024-02-30", "0000", "24", "2024-02-03T10"]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(BadOption, match="write a day, month or year"):
        first_day(text, "--since")
