"""ARI105: a share of a whole that is not the part told for it."""

import pytest

from checking import computed, findings, told

pytestmark = pytest.mark.model

FIRES = {
    "share first": "Grain accounts for 30 percent of the total of 10.2 million tonnes, or 4.5 "
    "million tonnes.",
    "part first": "Exports to Peru came to 4.5 billion dollars, or 30 percent of total exports of"
    " 10.2 billion.",
    "part of whole": "Some 300 of the 1,240 applicants, or 35 percent, were women.",
    "whole first": "Of the total of 10.2 billion dollars, 30 percent, or 4.5 billion, went to "
    "schools.",
    "of which": "The fund amounts to 10.2 billion dollars, of which 4.5 billion (30 percent) is"
    " paid out.",
    "fraction": "A third of the 920 students, or 450, come from Togo.",
    "next sentence": "The programme has 10.2 million euros. 30 percent of this sum, or 4.5 "
    "million, goes to schools.",
    "that is": "The share of Peru was 25 percent of the total trade of $20.4 billion, i.e. "
    "$7.1 billion.",
    "thus": "Of the 60 buses ordered from Malta, 12 arrived last week. A third of the order has"
    " thus been delivered.",
    "so": "The programme foresees 45 schools. By now 15 have been opened, so two thirds of the"
    " programme is done.",
    "this means": "Spain promised 200 generators. So far, 50 were sent to Oman. This means that 40"
    " per cent of the promised generators have been delivered.",
    "that is a third": "So far 12 of the 60 lorries have come. That is a third of the order.",
    "the same thing": "Peru bought 12 of the 60 ships, so it took a third of the ships.",
}
QUIET = {
    "of something of their own": "Eleven million of the 44 million households rent very cheaply,"
    " with incomes at or below 30 percent of their area's median income.",
    "of all there are": "The fund has supported 420 village schools in 60 out of 75 districts"
    " (nearly a third of all village schools in the country).",
    "of everybody": "The office answered 5 million more calls than a year ago and spared callers"
    " 1.9 million hours of waiting. It also opened a new site, enabling 91% of callers to file at"
    " home.",
    "thus, right": "Of the 60 buses ordered from Malta, 12 arrived last week. A fifth of the order"
    " has thus been delivered.",
    "of another whole": "Of the 60 buses ordered, 12 have arrived, so that a third of the fleet is"
    " new.",
    "what remains": "Of the 60 buses ordered, 12 have arrived; thus four fifths of the order are"
    " still to come.",
    "no summing up": "Of the 60 buses ordered, 12 arrived last week. A third of the order is to"
    " follow in May.",
    "of the part": "Of the 60 buses ordered, 12 have arrived. Half of these are thus on the road.",
    "right": "Women hold 45 of the 120 seats (37.5 percent).",
    "rounded": "Exports to Peru came to 3.1 billion dollars, or 30 percent of total exports of"
    " 10.2 billion.",
    "other place": "Grain accounts for 30 percent of the total of 10.2 million tonnes. In Sur it "
    "was 4.5 million.",
    "growth": "The budget has 14.1 billion dollars, of which 1.8 billion, or 35 percent more "
    "than last year, is for roads.",
    "hedged": "About half of the 60 wagons, or 32, were delivered.",
    "currencies": "Oman pays 30 percent of the 10.2 billion dollars, or 1.2 billion riyals.",
}


@pytest.mark.parametrize("text", FIRES.values(), ids=FIRES)
def test_fires(workbench, text):
    (found,) = findings(workbench, "ARI105", [told(text)])
    assert found.quotes[0].exact in text


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, text):
    assert not findings(workbench, "ARI105", [told(text)])


def test_message_tells_what_was_computed(workbench):
    (found,) = findings(workbench, "ARI105", [told(FIRES["part of whole"])])
    assert found.message == ("35 % of 1,240 is 434 applicants, not 300 applicants, which is 24 %")
    assert found.quotes[0].exact == "300 of the 1,240 applicants, or 35 percent"


def test_tells_what_fits(workbench):
    (found,) = computed(workbench, "ARI105", [told(QUIET["right"])])
    assert found.message == "37.5 % of 120 is 45 seats"
