"""CAL203: past tense for a day to come, or future tense for a day that was over."""

import pytest

from checking import findings, told
from communique.model.finding import Severity

pytestmark = pytest.mark.model

# All are published on 20 May 2024.
FIRES = {
    "met": "The Foreign Ministers of Oman and Peru met in Muscat on 14 September 2024.",
    "was signed": "The treaty between Kenya and Oman was signed in Lima on 28 May 2025.",
    "entered into force": "The treaty entered into force on 1 July 2024, after long talks.",
    "took place": "The third round took place in Nairobi on June 14, 2024.",
    "fronted": "On 14 September 2024, the ministers signed a memorandum on ports.",
    "visited": "President Juan Soto visited Kenya on 3 June 2024 with his ministers.",
    "held talks": "The envoys of Kenya and Oman held talks in Muscat on 14 June 2024.",
    "by somebody": "The agreement was ratified by the Senate on 30 June 2024.",
    "since": "The treaty has been in force since 1 September 2024.",
    "with somebody": "The envoy met with ministers from Peru in Lima on Friday, 14 June 2024.",
    "will meet": "The Foreign Ministers of Oman and Peru will meet in Muscat on 14 March 2024.",
    "will be held": "The Lima Forum will be held in the old town on 12 May 2023.",
    "is scheduled to": "The treaty is scheduled to enter into force on 1 January 2024.",
    "fronted, to come": "On 14 March 2024, the ministers will sign a memorandum on ports.",
    "is to be held": "The summit is to be held in Muscat on 3 May 2024.",
    "came together": "Experts of nine states came together in Lima on 19 July 2024 and adopted a"
    " code.",
    "assembled": "The parliament of Oman assembled in Muscat on 3 July 2024.",
    "put their signatures": "The envoys put their signatures to the pact on 14 September 2024.",
    "slated": "The forum is slated to go ahead, and the envoys are slated to meet in Lima on 14"
    " March 2024.",
}
QUIET = {
    "should come together": "Experts agreed that they should come together in Lima on 19 July"
    " 2024.",
    "may have assembled": "A parliament that is to be assembled in Muscat on 3 July 2024 is new.",
    "past": "The Foreign Ministers of Oman and Peru met in Muscat on 14 May 2024.",
    "to come": "The Foreign Ministers of Oman and Peru will meet in Muscat on 14 September 2024.",
    "next day": "The ministers met in Wellington on 21 May 2024.",
    "two days ago": "The ministers will meet in Muscat on 18 May 2024.",
    "agreed to meet": "The ministers met and agreed to hold a summit on 14 September 2024.",
    "before the summit": "The ministers met ahead of the summit on 14 September 2024.",
    "another act": "The ministers will implement the treaty signed on 14 March 2024.",
    "was scheduled": "The summit was scheduled to be held on 14 September 2024.",
    "would": "He said that they would meet on 14 March 2024.",
    "postponed": "The forum, which will be held on 3 March 2024 by the old plan, was postponed.",
    "until": "The offices opened and will stay so until 14 September 2024.",
    "since, past": "The treaty has been in force since 1 September 2023.",
    "another clause": "The keys were handed over, so the accord ends on 14 September 2024.",
    "another day": "It was deposited on 3 March 2024, it takes effect on 3 September 2024.",
    "decree": "The President signed a decree that calls elections on 14 September 2024.",
    "to be held": "Plans for a forum to be held on 14 September 2024 were adopted.",
    "invited": "He received an invitation to the summit in Lima on 14 September 2024.",
    "effective": "The parties signed a treaty effective from 14 September 2024.",
}


@pytest.mark.parametrize("text", FIRES.values(), ids=FIRES)
def test_fires(workbench, text):
    (found,) = findings(workbench, "CAL203", [told(text)])
    assert found.severity is Severity.ERROR
    assert found.quotes[0].exact in text


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, text):
    assert not findings(workbench, "CAL203", [told(text)])


def test_a_day_without_a_year_is_a_warning(workbench):
    text = "The Foreign Ministers of Oman and Peru met in Muscat on 14 June."
    (found,) = findings(workbench, "CAL203", [told(text)])
    assert found.severity is Severity.WARNING


def test_a_dateline_may_tell_that_the_text_is_older(workbench):
    text = (
        "MUSCAT, March 2, 2024 (Example Wire) - The ministers will meet in Lima on 14 March 2024."
    )
    assert not findings(workbench, "CAL203", [told(text)])


def test_message_tells_both_days(workbench):
    (found,) = findings(workbench, "CAL203", [told(FIRES["met"])])
    assert found.message == (
        "14 September 2024 is told as done, but lies after publication on 20 May 2024"
    )
    assert found.quotes[0].exact == "met in Muscat on 14 September 2024"
