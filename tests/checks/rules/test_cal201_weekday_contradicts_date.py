"""CAL201: a weekday beside a date that fell on another weekday."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

FIRES = {
    "before": "The pact entered into force on Thursday, 1 July 2024.",
    "short": "Example Wire, Nairobi, Wed, 2 July 2024. Kenya and Oman signed a pact.",
    "brackets": "The ministers met on 3 July 2024 (Thursday) in Muscat.",
    "American": "The Presidents of Kenya and Peru spoke on Friday, July 5, 2023.",
    "no year, shortly before": "The ministers of Kenya and Oman met on Thursday, May 14.",
    "no year, shortly ahead": "The ministers will meet in Muscat on Thursday, 31 May.",
    "date in brackets": "The envoys arrived on Tuesday (16 May) in Lima.",
    "dateline": "NAIROBI, Friday, May 16 (Example Wire) - Kenya and Oman signed a pact.",
    "part of the day": "They spoke on Friday evening, July 4, 2024.",
    "figures": "The pact entered into force on Thursday, 01.07.2024.",
    "apposition": "The treaty was signed on 3 March 2023, a Monday, in Quito.",
    "last year": "The treaty was signed on Monday, March 3 last year, in Quito.",
    "end of a range": "They talked from Monday, 1 July, to Thursday, 3 July 2024.",
}
QUIET = {
    "right": "The pact entered into force on Monday, 1 July 2024.",
    "right, short": "Example Wire, Nairobi, Tue, 2 July 2024. Kenya and Oman signed a pact.",
    "another day": "The pact, signed on Thursday, entered into force on 1 July 2024.",
    "no year, far, fits another year": "The pact entered into force on Thursday, 31 August.",
    "no year, the paragraph names it": "In 1998 envoys met. On Thursday, May 14, they agreed.",
    "no year, named before": "The war of 1998 was long.\n\nIt ended on Thursday, May 14.",
    "no year, right": "The ministers of Kenya and Oman met on Thursday (May 16).",
    "two days": "On Monday and Tuesday, July 1 and July 2, 2024, the ministers met.",
    "old calendar": "By the Julian calendar it was Wednesday, 25 October 1917.",
    "small letters": "The envoys sat, 3 July 2024 having been agreed on, in the old hall.",
    "month": "On Fridays in July 2024 the delegations of Kenya and Oman met.",
}


@pytest.mark.parametrize("text", FIRES.values(), ids=FIRES)
def test_fires(workbench, text):
    (found,) = findings(workbench, "CAL201", [told(text)])
    assert found.quotes[0].exact in text


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, text):
    assert not findings(workbench, "CAL201", [told(text)])


def test_message_names_the_right_day(workbench):
    (found,) = findings(workbench, "CAL201", [told(FIRES["before"], "2024-07-03")])
    assert found.message == "1 July 2024 was a Monday, not a Thursday"
    assert found.quotes[0].exact == "Thursday, 1 July 2024"


def test_a_day_that_is_to_come_is_told_so(workbench):
    (found,) = findings(workbench, "CAL201", [told(FIRES["before"], "2024-06-03")])
    assert found.message == "1 July 2024 is a Monday, not a Thursday"
