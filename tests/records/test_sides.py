"""For whom documents speak, by publisher, host and title."""

from datetime import date

import pytest

from communique.model.claim import Party
from communique.model.document import Document
from communique.records.sides import speaks_for


def spoken(kin, *, publisher=None, url=None, title=None, holders=None):
    document = Document(
        "d1",
        "A text.",
        True,
        title=title,
        published=date(2024, 3, 5),
        publisher=publisher,
        url=url,
    )
    return [party.name for party in speaks_for(document, kin, holders or {})]


@pytest.mark.parametrize(
    ("publisher", "sides"),
    [
        pytest.param("The White House", ["United States"], id="metonym"),
        pytest.param("Ministry of Foreign Affairs of Kazakhstan", ["Kazakhstan"], id="ministry"),
        pytest.param("Ministry of Ports of the Republic of Peru", ["Peru"], id="unknown-ministry"),
        pytest.param("Embassy of Oman in Peru", ["Oman"], id="embassy"),
        pytest.param(
            "Delegation of the European Union to Peru", ["European Union"], id="delegation"
        ),
        pytest.param("European Commission", ["European Union"], id="organ"),
        pytest.param("EBRD", ["European Bank for Reconstruction and Development"], id="bank"),
        pytest.param("Kazinform", [], id="agency-of-a-state"),
        pytest.param("Oman Daily Observer", [], id="newspaper-with-a-state-in-its-name"),
        pytest.param("Peru Institute of Foreign Affairs", [], id="institute"),
        pytest.param("Brussels Report", [], id="newsletter"),
        pytest.param("Heron & Sons", [], id="unknown"),
        pytest.param(None, [], id="none"),
    ],
)
def test_a_publisher_speaks_for_its_side(kin, publisher, sides):
    assert spoken(kin, publisher=publisher) == sides


@pytest.mark.parametrize(
    ("host", "sides"),
    [
        ("www.whitehouse.gov", ["United States"]),
        ("peru.usembassy.gov", ["United States"]),
        ("www.defense.gov", ["United States"]),
        ("www.ca.gov", []),
        ("www.gov.kz", ["Kazakhstan"]),
        ("akorda.kz", ["Kazakhstan"]),
        ("www.diplomatie.gouv.fr", ["France"]),
        ("www.gob.pe", ["Peru"]),
        ("www.gov.uk", ["United Kingdom"]),
        ("president.az", ["Azerbaijan"]),
        ("www.mofa.go.jp", ["Japan"]),
        ("ec.europa.eu", ["European Union"]),
        ("www.eib.org", ["European Investment Bank"]),
        ("inform.kz", []),
        ("government.example", []),
        ("mygov.kz", []),
        ("paper.example", []),
    ],
)
def test_a_host_speaks_for_its_side(kin, host, sides):
    assert spoken(kin, url=f"https://{host}/news/1") == sides


def test_the_publisher_counts_before_the_host(kin):
    assert spoken(kin, publisher="Peru Daily Mail", url="https://www.gob.pe/1") == []
    assert spoken(kin, publisher="Press service", url="https://www.gob.pe/1") == ["Peru"]


@pytest.mark.parametrize(
    ("title", "sides"),
    [
        pytest.param("Joint Statement by Peru and Oman", ["Peru", "Oman"], id="by"),
        pytest.param("Peru–Oman Joint Declaration on fisheries", ["Peru", "Oman"], id="before"),
        pytest.param(
            "Joint statement on Peru-Oman trade", ["Peru", "Oman"], id="own-in-the-subject"
        ),
        pytest.param("Joint statement on Fiji", ["Peru"], id="subject-is-no-author"),
        pytest.param(
            "Joint statement on boats for Fiji by Peru and Oman", ["Peru", "Oman"], id="by-late"
        ),
        pytest.param(
            "The spirit of the bay: joint statement of Peru and Oman", ["Peru", "Oman"], id="motto"
        ),
        pytest.param("Joint statement with Oman in Brussels", ["Oman", "Peru"], id="place"),
        pytest.param(
            "Memorandum of Understanding between Peru and Oman on ports",
            ["Peru", "Oman"],
            id="instrument",
        ),
        pytest.param(
            "Agreement between Oman and Fiji signed", ["Peru"], id="headline-of-a-signing"
        ),
        pytest.param("Peru welcomes joint statement by Oman and Fiji", ["Peru"], id="headline"),
        pytest.param(
            "Statement on the joint exercise with Oman", ["Peru"], id="something-else-joint"
        ),
        pytest.param("Joint statement by President Macron", ["France", "Peru"], id="known-leader"),
    ],
)
def test_a_joint_document_speaks_for_all_whom_its_title_names(kin, title, sides):
    assert spoken(kin, publisher="Government of Peru", title=title) == sides


def test_a_newspaper_that_prints_a_joint_statement_adds_nobody(kin):
    title = "Joint statement of Peru and Oman"
    assert spoken(kin, publisher="Harbour Herald", title=title) == ["Peru", "Oman"]


def test_persons_in_the_title_stand_for_whose_office_they_hold(kin):
    holders = {"Ana Quispe Díaz": Party("Peru", "PE"), "Said Harthy": Party("Oman", "OM")}
    title = "Joint statement by Presidents Diaz and Harthy"
    assert spoken(kin, title=title, holders=holders) == ["Peru", "Oman"]


def test_a_format_brings_its_members(kin):
    sides = spoken(kin, publisher="The White House", title="C5+1 Leaders' Joint Statement")
    assert sides[0] == "C5+1"
    assert {"United States", "Kazakhstan", "Tajikistan"} <= set(sides)


def test_a_union_speaks_for_itself(kin):
    assert spoken(kin, title="Joint statement of Peru and the EU") == ["Peru", "European Union"]


def test_speakers_are_asked_by_document(kin):
    document = Document("d1", "A text.", True, publisher="Government of Peru")
    assert speaks_for(document, kin) == (Party("Peru", "PE"),)
