"""CAL202: a date that no calendar has."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

FIRES = {
    "day first": "The pact between Kenya and Oman was signed on 31 June 2024.",
    "month first": "The Kenyan minister will arrive in Muscat on September 31.",
    "no leap year": "The treaty was ratified on 29 February 2023 by the Senate.",
    "no leap year, month first": "The treaty entered into force on February 29, 2021.",
    "short month": "Payments fell due on Feb. 30, 2024, according to the ministry.",
    "ordinal": "The consultations will open on the 31st of November in Lima.",
    "in words": "The truce ends on the thirty-first of April.",
    "range": "The delegations of Kenya and Peru will meet on 28-31 June 2024.",
    "range, month first": "The delegations met in Quito from April 29 to April 31, 2024.",
    "ISO": "The decree of 2024-06-31 was published in the gazette.",
    "month 13": "The decree of 2024-13-05 was published in the gazette.",
    "figures": "The loan agreement was signed on 31.04.2024 in Nairobi.",
    "figures, either order": "The loan agreement was signed on 02/30/2024 in Nairobi.",
    "month 13 in figures": "The loan agreement was signed on 15/13/2023 in Nairobi.",
    "day 32": "The ministers of Kenya and Oman met on 32 May 2024.",
    "this year": "The court opened on 29 February this year.",
}
QUIET = {
    "leap year": "The treaty was ratified on 29 February 2024.",
    "century that is one": "The treaty was ratified on 29 February 2000.",
    "Julian calendar": "The poet was born on 29 February 1900 in Tiflis.",
    "no year": "The treaty was ratified on 29 February.",
    "last days": "They met on 31 May, 30 June 2024, August 31 and 2024-12-31.",
    "people counted": "In June 31 people were received by the ministry.",
    "age": "April, 31, works for the ministry of trade in Lima.",
    "American order": "The agreement was signed on 06/30/2024.",
    "thousands": "The ministry counted in June 31,000 visitors.",
    "volume": "It was printed in the Review of Law, Vol. 31 June 2024.",
    "session": "The ministers will attend COP 31 November 2026.",
    "fraction": "The motion was carried by 2/30 of the members.",
    "version": "The portal runs on version 31.13.2024 of the program.",
    "long number": "The file 2024-13-31-77 is kept in Nairobi.",
    "modal verb": "Under Article 31 May is the month of the session.",
}


@pytest.mark.parametrize("text", FIRES.values(), ids=FIRES)
def test_fires(workbench, text):
    published = "2023-05-20" if "this year" in text else "2024-05-20"
    (found,) = findings(workbench, "CAL202", [told(text, published)])
    assert found.quotes[0].exact in text


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, text):
    assert not findings(workbench, "CAL202", [told(text)])


@pytest.mark.parametrize(
    ("case", "message"),
    [
        ("day first", "there is no 31 June 2024: June has 30 days"),
        ("no leap year", "there is no 29 February 2023: 2023 is no leap year"),
        ("short month", "there is no Feb. 30, 2024: February has at most 29 days"),
        ("month 13", "there is no 2024-13-05: there is no month 13"),
    ],
)
def test_message_says_why(workbench, case, message):
    (found,) = findings(workbench, "CAL202", [told(FIRES[case])])
    assert found.message == message
