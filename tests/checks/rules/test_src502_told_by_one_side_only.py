"""SRC502: one side's readout of a meeting tells what the other side's leaves out."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

MET = "President Ana Quispe of Peru met Sultan Haitham of Oman in Lima on 3 May 2024."
SEEN = "Sultan Haitham of Oman met President Ana Quispe of Peru in Lima on 3 May 2024."
LOAN = "Oman will lend Peru 300 million US dollars for the port of Ilo."
REQUEST = "Peru asked Oman to open its market for cocoa butter."
PACT = "Peru and Oman signed the Agreement on Fisheries in the Pacific."
TALKS = "Peru and Oman agreed to hold talks on air traffic in Muscat in September 2024."


def peru(text, day=3):
    return told(text, f"2024-05-0{day}", publisher="Ministry of Foreign Affairs of Peru")


def oman(text, day=4):
    return told(text, f"2024-05-0{day}", publisher="Ministry of Foreign Affairs of Oman")


FIRES = {
    "loan": [peru(f"{MET} {LOAN}"), oman(f"{SEEN} They discussed fisheries.")],
    "other side": [peru(f"{MET} They spoke of peace."), oman(f"{SEEN} {LOAN}")],
    "agreement": [peru(f"{MET} {PACT}"), oman(f"{SEEN} They discussed visas.")],
    "talks": [peru(f"{MET} {TALKS}"), oman(f"{SEEN} They discussed visas.")],
    "request": [peru(f"{MET} {REQUEST}"), oman(f"{SEEN} They discussed visas.")],
    "concern": [
        peru(f"{MET} They discussed visas."),
        oman(f"{SEEN} The Sultan raised concerns about the arrest of two fishermen."),
    ],
    "agreed": [
        peru(f"{MET} It was agreed that visas will be abolished from July."),
        oman(f"{SEEN} The sea was the focus of the talks."),
    ],
    "persons of whom only posts are told": [
        peru(
            "The minister received his Omani colleague in Lima on 3 May 2024. Oman promised to"
            " train Peruvian divers."
        ),
        oman(
            "The Foreign Minister of Oman met the Foreign Minister of Peru in Lima on 3 May 2024."
            " The ministers talked about digital services."
        ),
    ],
}
QUIET = {
    "request in other words": [
        peru(f"{MET} {REQUEST}"),
        oman(f"{SEEN} Peru's wish that cocoa butter be let into the market was heard."),
    ],
    "sum in other words": [
        peru(f"{MET} The Omani side pledged 40 million dollars for roads in Cusco."),
        oman(f"{SEEN} Oman will support the roads of Cusco with a grant."),
    ],
    "who is criticised is a third": [
        peru(f"{MET} Earlier, Chile accused a captain of smuggling."),
        oman(f"{SEEN} They discussed visas."),
    ],
    "newspaper on a request": [
        peru(f"{MET} {REQUEST}"),
        told(f"{SEEN} They discussed visas.", "2024-05-04", publisher="Gulf Herald"),
    ],
    "both": [peru(f"{MET} {LOAN}"), oman(f"{SEEN} {LOAN}")],
    "other words": [
        peru(f"{MET} {LOAN}"),
        oman(f"{SEEN} A credit of 300 million US dollars for Ilo was discussed at length."),
    ],
    "no readout of the other": [peru(f"{MET} {LOAN}")],
    "newspaper": [
        peru(f"{MET} {LOAN}"),
        told(f"{SEEN} They discussed fisheries.", "2024-05-04", publisher="Gulf Herald"),
    ],
    "another meeting": [
        peru(f"{MET} {LOAN}"),
        oman("Sultan Haitham of Oman met President Ana Quispe of Peru in Muscat on 9 May 2024.", 9),
    ],
    "nothing more": [peru(f"{MET} They spoke of peace."), oman(f"{SEEN} They discussed visas.")],
}


@pytest.mark.parametrize("documents", FIRES.values(), ids=FIRES)
def test_fires(workbench, documents):
    (found,) = findings(workbench, "SRC502", documents)
    assert found.quotes[0].subject


@pytest.mark.parametrize("documents", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, documents):
    assert not findings(workbench, "SRC502", documents)


def test_message_names_both_sides(workbench):
    (found,) = findings(workbench, "SRC502", FIRES["loan"])
    assert found.message == (
        "only the readout of Peru tells this; that of Oman on the same meeting leaves it out"
    )
    assert found.quotes[0].exact in LOAN


@pytest.mark.parametrize(
    ("call", "number"),
    [
        ("The foreign ministers of Oman and Peru talked by telephone on 3 May 2024.", 1),
        ("The foreign ministers of Oman and Peru had a phone call on 3 May 2024.", 1),
        ("The foreign ministers of Oman and Peru conferred by video link on 3 May 2024.", 1),
        ("The foreign ministers of Oman and Peru talked by telephone on 4 May 2024.", 0),
        ("Oman's foreign minister gave a speech on Peru on 3 May 2024.", 0),
    ],
)
def test_calls_in_several_words(workbench, call, number):
    asked = (
        "On 3 May 2024, Peru's foreign minister spoke by telephone with the foreign minister of"
        " Oman. He urged Oman to lower its tariffs on fish."
    )
    documents = [peru(asked), oman(f"{call} Flights were the topic.", day=3)]
    assert len(findings(workbench, "SRC502", documents)) == number
