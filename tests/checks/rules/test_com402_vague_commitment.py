"""COM402: an undertaking with neither an amount nor a deadline."""

import pytest

from checking import findings, told
from communique.model.finding import Severity

pytestmark = pytest.mark.model

SCHOOLS = "Italy pledged to build ten schools in Ethiopia."
FIRES = {
    "pledged": [told(SCHOOLS)],
    "will": [told("Germany will deliver 40 buses to Moldova.")],
    "planned": [told("Japan plans to send 20 fire engines to Mongolia.")],
    "help without a number": [
        told("Norway promised to provide humanitarian assistance to Malawi.")
    ],
    "twice": [told(SCHOOLS), told("Italy promised Ethiopia to build ten schools.", "2024-06-01")],
    "loans": [told("Japan has pledged new loans to Bangladesh for the modernisation of ports.")],
    "help with something": [
        told("Korea agreed to help Mongolia with the renewal of its railways.")
    ],
    "in direct speech": [
        told(
            "“We will finance a college in Vientiane,” the Australian minister said during her"
            " visit to Laos."
        )
    ],
    "to whose text it is": [
        told(
            "The Japanese side undertook to fund a hospital in the south. Doctors had long asked"
            " for it.",
            publisher="Presidency of Honduras",
        )
    ],
    "in the passive": [
        told("Two fire engines will be donated to Vanuatu by New Zealand, the minister said.")
    ],
    "in the passive, for people": [
        told("Teachers in Moldova will be trained by Estonia, the two ministers agreed.")
    ],
    "what is promised to somebody": [told("Kiribati has been promised new water tanks by Japan.")],
    "in the passive, with a place": [told("A hospital in Kigali is to be built by South Korea.")],
    "received": [told("Tonga is to receive patrol boats from Australia.")],
}
QUIET = {
    "a deadline": [told("Germany will deliver 40 buses to Moldova by the end of 2025.")],
    "a sum": [told("Italy pledged 12 million euros to build ten schools in Ethiopia.")],
    "a sum elsewhere": [
        told(SCHOOLS),
        told("Italy will build ten schools in Ethiopia for 12 million euros.", "2024-06-01"),
    ],
    "done": [told("Germany delivered 40 buses to Moldova.")],
    "considered": [told("Italy is considering building ten schools in Ethiopia.")],
    "at home": [told("Italy will build ten schools in Italy.")],
    "no undertaking": [told("Ethiopia has ten schools that Italy built.")],
    "made exact in the next sentence": [
        told(
            "Korea promised to help Mongolia with its railways. It will give 30 million dollars"
            " for them."
        )
    ],
    "a day in the next sentence": [
        told("Turkey pledged to send a field hospital to Chad. The hospital will arrive in June.")
    ],
    "support as such": [told("Austria pledged to support Moldova on its way to the Union.")],
    "recalled": [told("The minister thanked Japan for the loans it had pledged to Bangladesh.")],
    "in the passive, with a day": [
        told("Patrol boats will be supplied to Tuvalu by Australia by December.")
    ],
    "in the passive, with a sum": [
        told("Patrol boats worth 20 million dollars will be supplied to Tuvalu by Australia.")
    ],
    "in the passive, considered": [
        told("Patrol boats may be supplied to Tuvalu by Australia, which examines the request.")
    ],
    "built by a company": [told("A hospital in Kigali will be built by Korean contractors.")],
    "a guest": [told("Tonga is to receive a delegation from Australia.")],
}


@pytest.mark.parametrize("documents", FIRES.values(), ids=FIRES)
def test_fires(workbench, documents):
    assert len(findings(workbench, "COM402", documents)) == 1


@pytest.mark.parametrize("documents", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, documents):
    assert not findings(workbench, "COM402", documents)


def test_note_names_both_sides(workbench):
    (found,) = findings(workbench, "COM402", FIRES["pledged"])
    assert found.severity is Severity.NOTE
    assert found.message == (
        "Italy promised this to Ethiopia with neither a sum nor a day in this dossier"
    )
    assert "to build ten schools in Ethiopia" in found.quotes[0].exact
