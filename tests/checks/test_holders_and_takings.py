"""Who holds a post of one holder, and who took it, as documents tell."""

import pytest

from checking import told
from communique.checks.background import Background
from communique.checks.holders import Seats
from communique.checks.takings import Takings
from communique.pipeline.checking import load_sheets
from communique.store.documents import all_numbers

pytestmark = pytest.mark.model

HELD = {
    "President Ana Diaz of Peru opened the fair.": ["Ana Diaz"],
    "Peru's Prime Minister Ana Diaz opened the fair.": ["Ana Diaz"],
    "The foreign minister of Peru, Ana Diaz, opened the fair.": ["Ana Diaz"],
    "NATO Secretary General Ana Diaz opened the fair.": ["Ana Diaz"],
    "President Ana Diaz opened the fair in Lima.": [],
    "Former President Ana Diaz of Peru opened the fair.": [],
    "Acting President Ana Diaz of Peru opened the fair.": [],
    "President-elect Ana Diaz of Peru opened the fair.": [],
    "In 1999 President Ana Diaz of Peru opened the fair.": [],
    "President Ana Diaz of Peru was sworn in on Friday.": [],
    "President Ana Diaz of Iraq's Kurdistan region opened the fair.": [],
    "President Ana Diaz of the American Chamber of Commerce opened the fair.": [],
    "Senator Ana Diaz of Peru opened the fair.": [],
    "Ambassador Ana Diaz of Peru opened the fair.": [],
}
TAKEN = {
    "Luis Moser was appointed Foreign Minister of Peru on 3 May 2024, replacing Ana Diaz.": (
        "Luis Moser",
        ("Ana Diaz",),
    ),
    "Luis Moser took office as Prime Minister of Peru on 3 May 2024.": ("Luis Moser", ()),
    "President Luis Moser of Peru was sworn in on Friday.": ("Luis Moser", ()),
    "The President of Peru appointed Luis Moser as foreign minister.": ("Luis Moser", ()),
    "Peru's parliament elected Luis Moser president on Monday.": ("Luis Moser", ()),
    "Luis Moser, Peru's new foreign minister, met the ambassador.": ("Luis Moser", ()),
    "Ana Diaz was succeeded by Luis Moser as Foreign Minister of Peru.": (
        "Luis Moser",
        ("Ana Diaz",),
    ),
    "Luis Moser became the first president of Peru to visit Oman.": None,
    "Luis Moser was appointed adviser to the President of Peru.": None,
    "Luis Moser was appointed deputy foreign minister of Peru.": None,
    "He was appointed by President Luis Moser of Peru.": None,
    "Since President Luis Moser of Peru took office, trade has grown.": None,
    "New Zealand Prime Minister Luis Moser met the ambassador of Peru.": None,
    "Luis Moser became President of Delta University in Peru.": None,
}


@pytest.fixture(scope="module")
def background():
    return Background.load()


@pytest.fixture(scope="module")
def sheet_of(workbench):
    def made(text):
        with workbench.dossier(workbench.extracted([told(text)])) as connection:
            (sheet,) = load_sheets(connection, all_numbers(connection))
            return sheet

    return made


@pytest.mark.parametrize(("text", "people"), HELD.items(), ids=HELD)
def test_holders(background, sheet_of, text, people):
    assert [h.person for h in Seats(background).holdings(sheet_of(text))] == people


@pytest.mark.parametrize(("text", "expected"), TAKEN.items(), ids=TAKEN)
def test_takings(background, sheet_of, text, expected):
    found = list(background.once(Takings).takings(sheet_of(text)))
    assert [(t.person, t.left) for t in found] == ([] if expected is None else [expected])
