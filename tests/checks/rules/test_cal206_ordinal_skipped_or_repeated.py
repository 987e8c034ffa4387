"""CAL206: two gatherings with one number, or a number left out."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model


def held(number, day, what="Kenya–Peru Investment Forum", published="2024-05-20"):
    return told(f"The {number} {what} was held in Nairobi on {day}.", published)


FIRES = {
    "skipped, its": [
        told(
            "The Nile Dredging Commission held its seventh annual meeting on 9 March 2022.",
            "2022-03-11",
        ),
        told(
            "The Nile Dredging Commission held its ninth annual meeting on 8 March 2023.",
            "2023-03-10",
        ),
    ],
    "repeated": [held("third", "3 May 2021"), held("third", "7 June 2022")],
    "repeated inaugural": [held("inaugural", "3 May 2021"), held("first", "7 June 2022")],
    "repeated, council": [
        held("4th", "3 May 2021", "meeting of the Kenya–Peru Business Council"),
        held("fourth", "9 May 2023", "session of the Business Council of Peru and Kenya"),
    ],
    "skipped": [held("third", "3 May 2021"), held("fifth", "7 May 2022")],
    "skipped, by the pace": [
        held("first", "3 May 2019"),
        held("second", "5 May 2021"),
        held("fourth", "7 May 2023"),
    ],
    "skipped, annual": [
        held("third", "3 May 2021", "annual Kenya–Peru Investment Forum"),
        held("fifth", "7 May 2022", "annual Kenya–Peru Investment Forum"),
    ],
    "in two towns within weeks": [
        told("The second round of the Kenya–Peru tax talks was held in Lima on 18 January 2024."),
        told(
            "The second round of the Kenya–Peru tax talks took place in Nairobi on 21 February"
            " 2024."
        ),
    ],
    "a number behind the name": [
        told("The eighth Kenya–Peru Water Dialogue took place in Lima on 13 September 2022."),
        told(
            "Nairobi hosted the yearly Kenya–Peru Water Dialogue, the tenth, on 14 September 2023."
        ),
    ],
    "two left out": [
        told("The fourth annual Kenya–Peru Water Forum was held on 4 March 2021."),
        told("The seventh Peruvian-Kenyan Water Forum was held on 5 May 2022."),
    ],
    "commission and committee": [
        told("Kenya and Peru held the third meeting of the Joint Committee on 4 March 2021."),
        told("The Kenya–Peru Intergovernmental Commission met for the third time on 5 May 2022."),
    ],
}
QUIET = {
    "in a clause of its own": [
        told(
            "In July 2022, Kenya and Peru began prizes, which were launched at the third Kenya–Peru"
            " Investment Forum.",
            "2022-08-20",
        ),
        held("third", "3 May 2021"),
    ],
    "due, then put off": [
        told(
            "The third Kenya–Peru Investment Forum, due in October 2021, was put off to 2023.",
            "2022-05-12",
        ),
        held("third", "16 May 2023", published="2023-05-18"),
    ],
    "its first": [
        told(
            "The Nile Dredging Commission held its first meeting in Lima on 9 March 2022.",
            "2022-03-11",
        ),
        told("The Nile Dredging Commission held its third meeting on 8 March 2023.", "2023-03-10"),
    ],
    "in order": [held("third", "3 May 2021"), held("fourth", "7 June 2022")],
    "two accounts": [held("third", "3 May 2021"), held("third", "4 May 2021")],
    "put off": [
        told(
            "Nairobi will host the third Kenya–Peru Investment Forum on 3 May 2021.", "2021-04-01"
        ),
        held("third", "7 October 2021"),
    ],
    "another series": [
        held("third", "3 May 2021"),
        held("third", "7 June 2022", "Kenya–Oman Investment Forum"),
    ],
    "time enough": [held("third", "3 May 2019"), held("fifth", "7 May 2023")],
    "told elsewhere": [
        held("third", "3 May 2021"),
        held("fifth", "7 May 2022"),
        told("The fourth Kenya–Peru Investment Forum was a success.", "2022-01-04"),
    ],
    "far apart": [held("third", "3 May 2021"), held("ninth", "7 May 2022")],
    "year and day": [held("third", "3 May 2021"), held("third", "May 2021")],
    "a date that is a little off": [
        told("The second round of the Kenya–Peru tax talks was held in Lima on 18 January 2024."),
        told("The second round of the Kenya–Peru tax talks took place in Lima on 28 January 2024."),
    ],
    "parts of one session": [
        told(
            "The first part of the ninth session of the Lagoon Council was held on 16 March 2023."
        ),
        told(
            "The second part of the ninth session of the Lagoon Council was held on 14 September"
            " 2023."
        ),
    ],
    "one number, two series": [
        told("The third Kenya–Peru Labour Dialogue was held in Lima on 1 December 2022."),
        told("The third Kenya–Peru Farming Dialogue was held in Lima on 7 December 2023."),
    ],
    "a gap of years": [
        told("The second Kenya–Peru consultations were held in Lima on 12 May 2016."),
        told("The fifth Kenya–Peru consultations were held in Nairobi on 11 May 2023."),
    ],
}


@pytest.mark.parametrize("documents", FIRES.values(), ids=FIRES)
def test_fires(workbench, documents):
    (found,) = findings(workbench, "CAL206", documents)
    assert found.quotes[0].subject


@pytest.mark.parametrize("documents", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, documents):
    assert not findings(workbench, "CAL206", documents)


def test_message_says_what_the_dossier_lacks(workbench):
    (found,) = findings(workbench, "CAL206", FIRES["skipped"])
    assert found.message == (
        "fifth Kenya–Peru Investment Forum is dated 7 May 2022, after third Kenya–Peru Investment"
        " Forum, 3 May 2021, and nothing in this dossier tells of number 4"
    )
