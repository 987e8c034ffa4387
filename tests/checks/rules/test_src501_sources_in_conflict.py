"""SRC501: independent sources tell one thing with values that can't both be."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model


def papers(*texts):
    names = ("Lima Courier", "Gulf Herald", "Andes Wire")
    return [told(text, f"2024-05-{10 + n}", publisher=names[n]) for n, text in enumerate(texts)]


FIRES = {
    "a number in the name": papers(
        "The Rimac Second Bridge was opened on 3 May 2024 by ministers of Peru and Oman.",
        "On 5 May 2024 the ministers of Oman and Peru inaugurated the Rimac Second Bridge.",
    ),
    "date": papers(
        "Peru and Oman signed the Fisheries Agreement in Lima on 3 May 2024, the ministry said.",
        "The Fisheries Agreement between Peru and Oman was signed in Lima on 5 May 2024.",
    ),
    "place": papers(
        "The Fisheries Agreement between Peru and Oman was signed in Muscat on 3 May 2024.",
        "Peru and Oman signed the Fisheries Agreement in Lima on 3 May 2024.",
    ),
    "town": papers(
        "The Third Peru–Oman Business Forum was held in Lima on 3 May 2024.",
        "The Third Peru–Oman Business Forum took place in Arequipa on 3 May 2024.",
    ),
    "forum": papers(
        "The Third Peru–Oman Business Forum was held in Lima on 3 May 2024.",
        "The Third Peru–Oman Business Forum took place in Lima on 7 May 2024.",
    ),
    "in force": papers(
        "The Investment Protection Agreement between Peru and Oman entered into force on 1 March"
        " 2024.",
        "The Investment Protection Agreement between Oman and Peru entered into force on 1 April"
        " 2024.",
    ),
    "sum": papers(
        "Oman will provide Peru with a loan of 300 million US dollars for the port of Ilo.",
        "Oman pledged a 250 million US dollar loan to Peru for the port of Ilo.",
    ),
    "count": papers(
        "Peru and Oman signed 12 agreements in Lima on 3 May 2024.",
        "During the visit on 3 May 2024 Peru and Oman signed 9 agreements in Lima.",
    ),
    "deadline": papers(
        "Oman will build 40 schools in Peru by 2026.",
        "Oman pledged to build 40 schools in Peru by 2028.",
    ),
    "meeting": papers(
        "Foreign Ministers Ana Quispe of Peru and Badr Albusaidi of Oman met in Lima on 3 May"
        " 2024.",
        "The Foreign Minister of Oman, Badr Albusaidi, met his Peruvian counterpart Ana Quispe in"
        " Lima on 4 May 2024.",
    ),
    "opening": papers(
        "The Rimac Friendship Bridge was opened on 3 May 2024 by ministers of Peru and Oman.",
        "On 5 May 2024 the ministers of Oman and Peru inaugurated the Rimac Friendship Bridge.",
    ),
    "consulate": papers(
        "The Consulate General of Oman in Arequipa was opened on 3 May 2024.",
        "With dates and coffee, Oman's Consulate General in Arequipa was opened on 6 May 2024.",
    ),
    "points": papers(
        "The roadmap for desert farming of Peru and Oman, adopted in Lima on 3 May 2024, contains"
        " 42 points.",
        "Oman and Peru adopted a roadmap for desert farming on 3 May 2024. The roadmap with its 24"
        " points covers dates and quinoa.",
    ),
    "handed over": papers(
        "Oman handed over 18 ambulances to Peru in Lima on 3 May 2024.",
        "Peru's minister of health took the keys of 12 ambulances that Oman handed over in Lima on"
        " 3 May 2024.",
    ),
    "price": papers(
        "The Ilo Solar Park, built with Oman, cost 74 million euros.",
        "Peru and Oman opened the Ilo Solar Park. The Ilo Solar Park cost 91 million euros,"
        " engineers of Oman said.",
    ),
    "copied wrongly": papers(
        "Oman approved a loan of 85 million dollars to Peru for the port of Ilo on 3 May 2024.",
        "Dockers rejoice: Oman approved a loan of 58 million dollars to Peru for the port of Ilo on"
        " 3 May 2024.",
    ),
}
QUIET = {
    "other numbers in the names": papers(
        "The Rimac Second Bridge was opened on 3 May 2024 by ministers of Peru and Oman.",
        "On 5 May 2024 the ministers of Oman and Peru inaugurated the Rimac Third Bridge.",
    ),
    "other act": papers(
        "The foundation stone of the Rimac Friendship Bridge was laid on 3 May 2024.",
        "The Rimac Friendship Bridge was opened on 5 May 2024.",
    ),
    "other consulate": papers(
        "The Consulate General of Oman in Arequipa was opened on 3 May 2024.",
        "The Consulate General of Oman in Cusco was opened on 6 May 2024.",
    ),
    "protocol": papers(
        "The Lima Tea Agreement was signed in Lima on 3 May 2024 by Peru and Oman.",
        "A protocol to the Lima Tea Agreement was signed by Oman and Peru in Muscat on 9 May 2024.",
    ),
    "second grant": papers(
        "Oman granted Peru 15 million dollars for the Ilo gas pipeline on 3 May 2024.",
        "Peru received a second grant of 20 million dollars from Oman for the Ilo gas pipeline.",
    ),
    "more of them": papers(
        "Oman handed over 18 ambulances to Peru in Lima on 3 May 2024.",
        "Oman handed over 5 more ambulances to Peru in Lima on 3 May 2024.",
    ),
    "both told": papers(
        "The Ilo Solar Park, built with Oman, cost 74 million euros.",
        "The Ilo Solar Park cost 91 million euros with its power lines, and 74 million euros"
        " without them.",
    ),
    "corrected": papers(
        "The Rimac Friendship Bridge was opened on 3 May 2024.",
        "Correction: the Rimac Friendship Bridge was opened on 5 May 2024.",
    ),
    "two ratifications": papers(
        "Peru ratified the Treaty of Nazca on 3 May 2024.",
        "Oman ratified the Treaty of Nazca on 5 May 2024.",
    ),
    "month": papers(
        "Peru and Oman signed the Fisheries Agreement in Lima on 3 May 2024, the ministry said.",
        "The Fisheries Agreement between Peru and Oman was signed in Lima in May 2024.",
    ),
    "about": papers(
        "Oman will provide Peru with a loan of 79 million US dollars for the port of Ilo.",
        "Oman pledged a loan of about 80 million US dollars to Peru for the port of Ilo.",
    ),
    "plan": papers(
        "Peru and Oman will sign the Fisheries Agreement in Lima on 13 May 2024.",
        "The Fisheries Agreement between Peru and Oman was signed in Lima on 15 May 2024.",
    ),
    "place within": papers(
        "Peru and Oman signed the Fisheries Agreement in Lima on 3 May 2024, the ministry said.",
        "The Fisheries Agreement between Peru and Oman was signed in Peru on 3 May 2024.",
    ),
    "other step": papers(
        "Peru and Oman signed the Fisheries Agreement in Lima on 3 May 2024, the ministry said.",
        "The Fisheries Agreement between Peru and Oman entered into force on 9 May 2024.",
    ),
    "other purpose": papers(
        "Oman will provide Peru with a loan of 300 million US dollars for the port of Ilo.",
        "Oman pledged a 250 million US dollar loan to Peru for schools in Arequipa.",
    ),
    "other series": papers(
        "The Third Peru–Oman Business Forum was held in Lima on 3 May 2024.",
        "The Fourth Peru–Oman Business Forum took place in Muscat on 7 May 2024.",
    ),
    "one text": papers("The Fisheries Agreement between Peru and Oman was signed on 3 May 2024."),
}


@pytest.mark.parametrize("documents", FIRES.values(), ids=FIRES)
def test_fires(workbench, documents):
    (found,) = findings(workbench, "SRC501", documents)
    assert len(found.quotes) == 2


@pytest.mark.parametrize("documents", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, documents):
    assert not findings(workbench, "SRC501", documents)


def test_message_has_both_values(workbench):
    (found,) = findings(workbench, "SRC501", FIRES["date"])
    assert found.message == "independent sources differ on the date: 3 May 2024 and 5 May 2024"
    assert found.quotes[0].label == "Lima Courier"


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("The action plan on fisheries, signed in Lima on 3 May 2024, comprises 42 points.", 1),
        ("The action plan on fisheries, signed in Lima on 3 May 2024, contains 42 points.", 1),
        ("The action plan on fisheries, signed in Lima on 3 May 2024, comprises 24 points.", 0),
        ("The action plan on fisheries, signed in Lima on 3 May 2024, has 8 points on crabs.", 0),
    ],
)
def test_points_that_a_verb_far_behind_tells(workbench, sentence, number):
    first = (
        "The action plan on fisheries between Peru and Oman, comprising 24 points, was signed in"
        " Lima on 3 May 2024."
    )
    documents = [
        told(first, "2024-05-06", publisher="Lima Courier"),
        told(f"Peru and Oman have a plan. {sentence}", "2024-05-07", publisher="Gulf Herald"),
    ]
    assert len(findings(workbench, "SRC501", documents)) == number
