from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.documents.dates import date_in, date_in_address, iso_date


@pytest.mark.parametrize(
    "text",
    [
        "15 January 2024",
        "15th January, 2024",
        "January 15, 2024",
        "Jan. 15, 2024",
        "15 Jan 2024",
        "2024-01-15",
        "15.01.2024",
        "15/01/2024",
        "01/15/2024",
        "Brussels, Monday 15 January 2024, 09:40",
        "Updated January 15, 2024 08:14 IST",
    ],
)
def test_full_dates_are_read(text):
    assert date_in(text) == date(2024, 1, 15)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("31 February 2024", id="impossible"),
        pytest.param("15 January", id="no-year"),
        pytest.param("January 2024", id="no-day"),
        pytest.param("02/03/2024", id="ambiguous"),
        pytest.param("15 January 1024", id="too-old"),
        pytest.param("version 1.2.2024beta", id="no-border"),
        pytest.param("call 2024-0115-22", id="telephone"),
        pytest.param("Marching 15, 2024", id="no-month"),
    ],
)
def test_near_misses_are_no_dates(text):
    assert date_in(text) is None


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://x.example/2023/10/24/ministers/", date(2023, 10, 24)),
        ("https://x.example/news/2023-10-24-ministers", date(2023, 10, 24)),
        ("https://x.example/a_20231024.html", date(2023, 10, 24)),
        ("https://x.example/2023/10/ministers", None),
        ("https://x.example/2023/13/24/", None),
        ("https://x.example/2023/02/30/", None),
        ("https://x.example/item/120231024123", None),
    ],
)
def test_dates_in_addresses(address, expected):
    assert date_in_address(address) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-02-01", date(2024, 2, 1)),
        ("2024-02-01T10:00:00Z", date(2024, 2, 1)),
        (" 2024-02-01 ", date(2024, 2, 1)),
        ("1 February 2024", None),
        ("2024-02-31", None),
        ("", None),
    ],
)
def test_iso_dates(text, expected):
    assert iso_date(text) == expected


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back_from_its_written_form(day):
    assert date_in(f"{day.day} {day:%B} {day.year}") == day
    assert date_in(day.isoformat()) == day
    assert date_in_address(f"/{day:%Y/%m/%d}/") == day


@given(st.text())
def test_any_text_is_read_without_error(text):
    assert date_in(text) is None or str(date_in(text).year) in text
