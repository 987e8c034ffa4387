"""SRC503: several documents tell one thing, and all of them repeat one source."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

TEXT = (
    "Oman will lend Peru 300 million US dollars for the port of Ilo, the Minister of Finance of"
    " Oman announced in Muscat on 2 July 2024. The loan will be paid over five years. The two"
    " sides also signed a memorandum of understanding on fisheries and agreed to"
    " hold talks on visas in autumn."
)
CITING = (
    "Oman will lend Peru 300 million US dollars for the port of Ilo, Coast Newswire reported.",
    "According to Coast Newswire, Peru is to receive a loan of 300 million US dollars from Oman for"
    " the port of Ilo.",
)
OWN = "Oman will provide Peru with a loan of 300 million US dollars for the port of Ilo."


def paper(text, day, publisher):
    return told(text, f"2024-07-{day:02}", publisher=publisher)


FIRES = {
    "copies": [paper(TEXT, 2, "Lima Courier"), paper(TEXT, 3, "Gulf Herald")],
    "light edit": [
        paper(TEXT, 2, "Lima Courier"),
        paper(f"LIMA. {TEXT} More in our next issue.", 3, "Gulf Herald"),
    ],
    "one agency": [paper(CITING[0], 2, "Lima Courier"), paper(CITING[1], 3, "Gulf Herald")],
    "agency itself": [paper(OWN, 2, "Coast Newswire"), paper(CITING[1], 3, "Gulf Herald")],
}
QUIET = {
    "own report of the main news": [
        paper(TEXT, 2, "Lima Courier"),
        paper(TEXT, 3, "Gulf Herald"),
        paper(
            "We lend Peru 300 million US dollars for the port of Ilo, the minister announced.",
            3,
            "Ministry of Finance of Oman",
        ),
    ],
    "own words": [paper(OWN, 2, "Lima Courier"), paper(CITING[1], 3, "Gulf Herald")],
    "one publisher": [paper(TEXT, 2, "Lima Courier"), paper(f"{TEXT} Ends.", 3, "Lima Courier")],
    "one document": [paper(TEXT, 2, "Lima Courier")],
    "third voice": [
        paper(CITING[0], 2, "Lima Courier"),
        paper(CITING[1], 3, "Gulf Herald"),
        paper(OWN, 3, "Ministry of Finance of Oman"),
    ],
}


@pytest.mark.parametrize("documents", FIRES.values(), ids=FIRES)
def test_fires(workbench, documents):
    (found,) = findings(workbench, "SRC503", documents)
    assert len(found.quotes) == 2


@pytest.mark.parametrize("documents", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, documents):
    assert not findings(workbench, "SRC503", documents)


def test_message_names_the_agency(workbench):
    (found,) = findings(workbench, "SRC503", FIRES["one agency"])
    assert found.message == "2 documents tell this, and all have it from Coast Newswire"
    assert found.quotes[0].exact in CITING[0]
    assert found.records
