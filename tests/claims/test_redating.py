from datetime import date

import pytest

from communique.claims.redating import allows
from communique.model.mention import TimeMention

PUBLISHED = date(2024, 2, 1)


def time(value, first=None, last=None):
    first, last = (date.fromisoformat(day) if day else None for day in (first, last))
    return TimeMention(start=0, end=1, text="x", type="DATE", value=value, first=first, last=last)


@pytest.mark.parametrize(
    ("time", "day", "allowed"),
    [
        pytest.param(time("2023-05", "2023-05-01", "2023-05-31"), "2023-05-01", True, id="first"),
        pytest.param(time("2023-05", "2023-05-01", "2023-05-31"), "2023-06-01", True, id="after"),
        pytest.param(time("2023-05", "2023-05-01", "2023-05-31"), "2023-06-02", False, id="later"),
        pytest.param(time("2023-05-02", "2023-05-02"), "2023-05-02", True, id="open-end"),
        pytest.param(time("2024"), "2023-10-01", True, id="fiscal-year"),
        pytest.param(time("2024"), "2021-10-01", False, id="other-fiscal-year"),
        pytest.param(time("P3Y"), "2027-02-01", True, id="three-years-on"),
        pytest.param(time("P3Y"), "2021-02-01", True, id="three-years-back"),
        pytest.param(time("P3Y"), "2028-02-01", False, id="four-years-on"),
        pytest.param(time("P18M"), "2025-08-01", True, id="months"),
        pytest.param(time("P2W"), "2024-02-15", True, id="weeks"),
        pytest.param(time("P90D"), "2024-05-01", True, id="days"),
        pytest.param(time("P9999Y"), "2024-05-01", False, id="beyond-the-calendar"),
        pytest.param(time("PXM"), "2024-05-01", False, id="vague"),
        pytest.param(time("PRESENT_REF"), "2024-05-01", False, id="no-days"),
    ],
)
def test_days_that_a_time_allows(time, day, allowed):
    assert allows(time, date.fromisoformat(day), {PUBLISHED}) is allowed
