"""CAL209: an event or instrument was planned, its day has passed, and nothing reports of it."""

from datetime import date

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

VISIT = told(
    "The Foreign Minister of Peru, Ana Diaz, will visit Oman on 12 June 2024.", "2024-06-02"
)
FIRES = {
    "visit": [VISIT],
    "forum": [told("Lima will host the third Kenya–Peru Forum on 4 June 2024.", "2024-05-02")],
    "signing": [
        told(
            "The visa agreement between Kenya and Peru is to be signed on 12 June 2024.",
            "2024-05-02",
        )
    ],
    "meeting": [
        told(
            "The foreign ministers of Kenya and Peru are to meet in Nairobi on 12 June 2024.",
            "2024-05-02",
        )
    ],
    "other news": [
        VISIT,
        told("The Foreign Minister of Peru, Ana Diaz, met the ambassador of Chile.", "2024-06-13"),
    ],
    "exercise": [
        told("Peru and Oman are to hold a naval exercise from 17 to 21 June 2024.", "2024-05-12")
    ],
    "another day of the two": [
        told("The President of Peru will visit Oman on 12 June 2024.", "2024-05-12"),
        told("Peru sold dates to Oman on 18 June 2024.", "2024-06-20"),
    ],
}
QUIET = {
    "reported": [
        VISIT,
        told("Foreign Minister Ana Diaz of Peru arrived in Oman on 12 June 2024.", "2024-06-13"),
    ],
    "reported without a date": [
        VISIT,
        told("Foreign Minister Ana Diaz of Peru visited Oman and met the Sultan.", "2024-06-14"),
    ],
    "told on the day": [
        told("Today Foreign Minister Ana Diaz of Peru will visit Oman.", "2024-06-12"),
    ],
    "by itself": [told("The President of Peru will visit a school on 12 June.", "2024-06-02")],
    "a summit of many": [
        told("President Ana Diaz of Peru will attend the APEC summit on 12 June.", "2024-06-02"),
        told("Leaders of APEC held a summit on 12 June 2024.", "2024-06-14"),
    ],
    "in years": [told("Peru and Oman will hold a business forum in 2026.", "2024-06-02")],
    "without a date": [told("Foreign Minister Ana Diaz of Peru will visit Oman.", "2024-06-02")],
    "possible": [
        told("Foreign Minister Ana Diaz of Peru may visit Oman on 12 June 2024.", "2024-06-02")
    ],
    "past": [told("Foreign Minister Ana Diaz of Peru visited Oman on 2 June 2024.", "2024-06-03")],
    "signed": [
        told(
            "The visa agreement between Kenya and Peru is to be signed on 12 June 2024.",
            "2024-05-02",
        ),
        told("Kenya and Peru signed a visa agreement in Lima.", "2024-07-02"),
    ],
    "told without a claim": [
        told("The President of Peru will visit Oman on 12 June 2024.", "2024-05-12"),
        told(
            "Peru's head of state was welcomed in Oman on Wednesday, 12 June 2024, with a salute.",
            "2024-06-13",
        ),
    ],
    "exercise reported": [
        told("Peru and Oman are to hold a naval exercise from 17 to 21 June 2024.", "2024-05-12"),
        told("The navies of Oman and Peru held an exercise from 17 to 21 June 2024.", "2024-06-22"),
    ],
}


@pytest.mark.parametrize("documents", FIRES.values(), ids=FIRES)
def test_fires(workbench, documents):
    (found,) = findings(workbench, "CAL209", documents)
    assert found.since is not None


@pytest.mark.parametrize("documents", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, documents):
    assert not findings(workbench, "CAL209", documents)


def test_message_speaks_of_this_dossier_from_the_day_after(workbench):
    (found,) = findings(workbench, "CAL209", [VISIT])
    assert found.message == (
        "planned for 12 June 2024, and nothing in this dossier tells what came of it"
    )
    assert found.since == date(2024, 6, 13)
