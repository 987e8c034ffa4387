"""OFF303: somebody named in office after a successor was reported."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

BEFORE = told("Foreign Minister Ana Diaz of Peru received the ambassador of Oman.", "2024-03-04")
LATE = told("Foreign Minister Ana Diaz of Peru will visit Nairobi.", "2024-08-02")
REPORTS = {
    "next sentence": "Luis Moser was sworn in as Minister of Foreign Affairs of Peru on 3 May 2024."
    " He succeeds Ana Diaz.",
    "appointed": "Luis Moser was appointed Minister of Foreign Affairs of Peru on 3 May 2024.",
    "appointed by": "The President of Peru appointed Luis Moser as foreign minister.",
    "took office": "Luis Moser took office as Foreign Minister of Peru on Friday.",
    "sworn in": "Luis Moser was sworn in as Peru's foreign minister on 3 May, replacing Ana Diaz.",
    "succeeded": "Luis Moser succeeded Ana Diaz as Foreign Minister of Peru in April 2024.",
    "new": "Peru's new foreign minister, Luis Moser, met the ambassador of Oman.",
    "newly appointed": "Newly appointed Peruvian Foreign Minister Luis Moser spoke in Geneva.",
    "became": "Luis Moser became Peru's foreign minister in April 2024.",
    "to the post": "Ana Diaz resigned as foreign minister of Peru on 2 May 2024, and Luis Moser was"
    " named to the post.",
    "replaced": "Ana Diaz was replaced by Luis Moser as Foreign Minister of Peru on 3 May 2024.",
}
QUIET = {
    "before": [BEFORE, told(REPORTS["appointed"], "2024-05-04")],
    "days after": [
        BEFORE,
        told(REPORTS["appointed"], "2024-05-04"),
        told("Foreign Minister Ana Diaz of Peru opened a school.", "2024-05-06"),
    ],
    "former": [
        BEFORE,
        told(REPORTS["appointed"], "2024-05-04"),
        told("Ana Diaz, former foreign minister of Peru, spoke in Nairobi.", "2024-08-02"),
    ],
    "a successor of the successor": [
        told(REPORTS["appointed"], "2024-05-04"),
        told("Foreign Minister Karim Alawi of Peru spoke in Nairobi.", "2024-08-02"),
    ],
    "another post": [
        BEFORE,
        told("Luis Moser was appointed Minister of Trade of Peru on 3 May 2024.", "2024-05-04"),
        LATE,
    ],
    "deputy": [
        BEFORE,
        told("Luis Moser was appointed deputy foreign minister of Peru.", "2024-05-04"),
        LATE,
    ],
    "an adviser": [
        told("President Ana Diaz of Peru opened the forum.", "2024-03-04"),
        told("Luis Moser was appointed adviser to the President of Peru.", "2024-05-04"),
        told("President Ana Diaz of Peru visited Oman.", "2024-08-04"),
    ],
    "first to visit": [
        told("President Ana Diaz of Peru opened the forum.", "2024-03-04"),
        told("Luis Moser became the first president of Peru to visit Fiji, in 1998.", "2024-05-04"),
        told("President Ana Diaz of Peru visited Oman.", "2024-08-04"),
    ],
    "came back": [
        BEFORE,
        told(REPORTS["appointed"], "2024-05-04"),
        told("Ana Diaz was appointed Foreign Minister of Peru again on 1 July 2024.", "2024-07-02"),
        LATE,
    ],
}


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_fires(workbench, report):
    (found,) = findings(workbench, "OFF303", [BEFORE, told(report, "2024-05-04"), LATE])
    assert found.quotes[0].exact == "Foreign Minister Ana Diaz of Peru"


@pytest.mark.parametrize("documents", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, documents):
    assert not findings(workbench, "OFF303", documents)


def test_two_holders_are_not_reported_besides(workbench):
    documents = [BEFORE, told(REPORTS["appointed"], "2024-05-04"), LATE]
    assert not findings(workbench, "OFF301", documents)


def test_message_names_both_days(workbench):
    (found,) = findings(
        workbench, "OFF303", [BEFORE, told(REPORTS["appointed"], "2024-05-04"), LATE]
    )
    assert found.message == (
        "Ana Diaz is named as Foreign Minister of Peru on 2 August 2024, after Luis Moser took the"
        " post, as reported for 3 May 2024"
    )
    assert found.quotes[1].exact == REPORTS["appointed"]


BAKKE = "Norway's ambassador to Ghana, Olav Bakke, opened a fair in Accra."


@pytest.mark.parametrize(
    "report",
    [
        "Norway's new ambassador to Ghana, Ingrid Solberg, presented her credentials in Accra. She"
        " succeeds Olav Bakke.",
        "Ingrid Solberg took up her duties as Norwegian ambassador to Ghana on 9 January 2024,"
        " replacing Olav Bakke.",
        "The President of Ghana received letters of credence from Ingrid Solberg as Ambassador of"
        " Norway to Ghana. She replaces Olav Bakke.",
        "Ingrid Solberg has been appointed Ambassador of Norway to Ghana, in succession to Olav"
        " Bakke.",
    ],
)
def test_ambassadors_who_have_left(workbench, report):
    documents = [told(report, "2024-01-10"), told(BAKKE, "2024-03-06")]
    assert len(findings(workbench, "OFF303", documents)) == 1
    elsewhere = told(BAKKE.replace("Ghana", "Togo").replace("Accra", "Lomé"), "2024-03-06")
    assert not findings(workbench, "OFF303", [documents[0], elsewhere])


@pytest.mark.parametrize(
    ("report", "late"),
    [
        (
            "Miriam Otieno was appointed Governor of the Central Bank of Kenya on 31 January 2023,"
            " following Daniel Kiprono.",
            "A campaign was opened by Daniel Kiprono, Governor of the Central Bank of Kenya.",
        ),
        (
            "The Andean Grain Council elected Rosa Paredes as its Secretary-General. She takes over"
            " from Luis Moser.",
            "Luis Moser, Secretary-General of the Andean Grain Council, visited Lima.",
        ),
    ],
)
def test_heads_of_institutions_who_have_left(workbench, report, late):
    documents = [told(report, "2023-02-02"), told(late, "2023-05-10")]
    assert len(findings(workbench, "OFF303", documents)) == 1


def test_following_talks_with_somebody_is_no_succession(workbench):
    report = (
        "Miriam Otieno was appointed Governor of the Central Bank of Kenya on 31 January 2023,"
        " following talks with Daniel Kiprono."
    )
    late = "Daniel Kiprono, Governor of the Central Bank of Kenya, spoke in Mombasa."
    documents = [told(report, "2023-02-02"), told(late, "2023-05-10")]
    assert not findings(workbench, "OFF303", documents)
