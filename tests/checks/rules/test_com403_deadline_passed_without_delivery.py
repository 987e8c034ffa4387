"""COM403: the deadline of an undertaking has passed, and nothing tells that it was kept."""

from datetime import date

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

PROMISED = "2022-03-01"
BUSES = "Germany will deliver 40 buses to Moldova by the end of 2022."
TERMINAL = "Japan pledged to complete a new airport terminal in Mongolia by May 2023."
WATER = (
    "The World Bank promised to disburse 50 million dollars to Tajikistan for water by June 2022."
)
POST = "Kenya and Ethiopia agreed to open a joint border post in Moyale by 1 July 2022."
FIRES = {
    "quantity": [told(BUSES, PROMISED)],
    "one thing": [told(TERMINAL, PROMISED)],
    "agreed": [told(POST, PROMISED)],
    "term": [told("Turkey will provide Kyrgyzstan with 15 million dollars within six months.")],
    "another country got it": [
        told(WATER, PROMISED),
        told("In May the World Bank disbursed 8 million dollars to Nepal for water.", "2022-06-10"),
    ],
    "another thing": [told(POST, PROMISED), told("Kenya gave Ethiopia 20 buses.", "2022-09-01")],
    "to be paid": [
        told(
            "Chile committed 20 million dollars to Haiti's seed fund, to be paid by 31 March 2023.",
            PROMISED,
        )
    ],
    "due on a day": [
        told("Denmark pledged 12 million euros for wells in Chad, due on 30 June 2023.", PROMISED)
    ],
    "which will be disbursed": [
        told(
            "Italy committed 9 million dollars to Niger's schools, which will be disbursed by the"
            " end of 2023.",
            PROMISED,
        )
    ],
    "in the next sentence": [
        told(
            "France granted Benin 30 million euros for a port. The money is to be paid out by"
            " 31 March 2024.",
            PROMISED,
        )
    ],
}
QUIET = {
    "considered": [told("Germany is considering sending 40 buses to Moldova by 2022.", PROMISED)],
    "done": [
        told(BUSES, PROMISED),
        told("Germany handed over 40 buses to Moldova on Monday.", "2022-12-07"),
    ],
    "opened": [
        told(TERMINAL, PROMISED),
        told("The airport terminal in Mongolia that Japan built was opened today.", "2023-05-04"),
    ],
    "paid in part": [
        told(WATER, PROMISED),
        told("The World Bank paid Tajikistan a first 20 million dollars for water.", "2022-06-10"),
    ],
    "done, told without a number": [
        told(POST, PROMISED),
        told("Kenya and Ethiopia inaugurated the border post in Moyale.", "2022-07-02"),
    ],
    "nothing to be checked": [told("Italy will work with Ethiopia on a treaty in 2023.", PROMISED)],
    "arrived in part": [
        told(BUSES, PROMISED),
        told("The last of the 40 buses from Germany reached Moldova today.", "2022-12-07"),
    ],
    "called off": [
        told(BUSES, PROMISED),
        told("Germany has cancelled the delivery of 40 buses to Moldova.", "2022-12-07"),
    ],
    "paid on the day it was due": [
        told("Denmark pledged 12 million euros for wells in Chad, due on 30 June 2023.", PROMISED),
        told("Denmark has paid the 12 million euros for wells in Chad.", "2023-06-30"),
    ],
    "extended": [
        told(
            "Denmark pledged 12 million euros for deep wells in Chad, due on 30 June 2023.",
            PROMISED,
        ),
        told("Denmark extended the deadline for the deep wells in Chad.", "2023-06-20"),
    ],
}


@pytest.mark.parametrize("documents", FIRES.values(), ids=FIRES)
def test_fires(workbench, documents):
    assert len(findings(workbench, "COM403", documents)) == 1


@pytest.mark.parametrize("documents", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, documents):
    assert not findings(workbench, "COM403", documents)


def test_it_holds_from_the_day_after_and_says_what_the_dossier_lacks(workbench):
    (found,) = findings(workbench, "COM403", FIRES["quantity"])
    assert found.since == date(2023, 1, 1)
    assert found.message == (
        "Germany was to do this by 31 December 2022; nothing in this dossier tells that it was done"
    )
    assert found.quotes[0].exact == BUSES


def test_what_is_put_off_is_due_on_the_later_day(workbench):
    later = "Germany will now deliver the buses to Moldova by the end of 2027."
    found = findings(workbench, "COM403", [told(BUSES, PROMISED), told(later, "2022-12-07")])
    assert [f.since for f in found] == [date(2028, 1, 1)]
