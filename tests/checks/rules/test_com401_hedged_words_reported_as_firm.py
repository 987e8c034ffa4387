"""COM401: what the closest source only considers is reported as promised, agreed or given."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

JAPAN = {"publisher": "Ministry of Foreign Affairs of Japan"}
PAPER = {"publisher": "Harbour Daily"}
EXPLORES = told(
    "Japan is exploring a loan of 300 million dollars for the port of Mombasa.",
    "2024-01-29",
    **JAPAN,
)
READY = told(
    "Germany said it was ready to provide 25 million euros for hospitals in Ukraine.",
    "2024-03-04",
    publisher="Federal Foreign Office",
)
PLANS = told("The World Bank plans to provide 80 million dollars for schools in Nepal.")


def port(text, published="2024-02-09", **facts):
    return told(text, published, **(facts or PAPER))


FIRES = {
    "by a newspaper": [
        EXPLORES,
        port("Japan will lend Kenya 300 million dollars for the port of Mombasa."),
    ],
    "by the receiver": [
        EXPLORES,
        port(
            "Japan promised 300 million dollars for the port of Mombasa.",
            publisher="State House Kenya",
        ),
    ],
    "as given": [
        READY,
        told("Germany gives Ukraine 25 million euros for hospitals.", "2024-03-06", **PAPER),
    ],
    "on the day": [
        READY,
        told("Germany pledged Ukraine 25 million euros for hospitals.", "2024-03-04", **PAPER),
    ],
    "both are outsiders": [
        PLANS,
        told("The World Bank has provided 80 million dollars for schools in Nepal.", "2024-05-29"),
    ],
    "to be looked into": [
        told(
            "Norway is to look into a grant of 12 million euros to Jordan for wells.", "2024-03-04"
        ),
        told("Norway promised Jordan a grant of 12 million euros for wells.", "2024-03-08"),
    ],
    "hoped to be attracted": [
        told("Kazakhstan hopes to attract $600 million of Emirati investment in solar parks."),
        told(
            "The United Arab Emirates pledged $600 million for solar parks in Kazakhstan.",
            "2024-05-24",
        ),
    ],
}
QUIET = {
    "hedged again": [
        EXPLORES,
        port("Japan is considering 300 million dollars for the port of Mombasa."),
    ],
    "the giver goes further": [
        EXPLORES,
        port("Japan will lend Kenya 300 million dollars for the port of Mombasa.", **JAPAN),
        port("Japan lends Kenya 300 million dollars for the port of Mombasa.", "2024-02-11"),
    ],
    "signed since": [
        EXPLORES,
        port("Japan and Kenya signed a loan of 300 million dollars for the port of Mombasa."),
    ],
    "another sum": [
        EXPLORES,
        port("Japan will lend Kenya 80 million dollars for the port of Lamu."),
    ],
    "firm first": [
        told("Japan pledged 300 million dollars for the port of Mombasa.", "2024-01-02", **JAPAN),
        port("Japan is considering 300 million dollars for the port of Mombasa."),
    ],
    "one is years later": [
        EXPLORES,
        port("Japan pledged 300 million dollars for the port of Mombasa.", "2026-06-01"),
    ],
    "hoped by both": [
        told("Kazakhstan hopes to attract $600 million of Emirati investment in solar parks."),
        told(
            "Kazakhstan hopes that the Emirates will put $600 million into its solar parks.",
            "2024-05-24",
        ),
    ],
}


@pytest.mark.parametrize("documents", FIRES.values(), ids=FIRES)
def test_fires(workbench, documents):
    assert len(findings(workbench, "COM401", documents)) == 1


@pytest.mark.parametrize("documents", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, documents):
    assert not findings(workbench, "COM401", documents)


def test_message_sets_the_report_against_the_closest_source(workbench):
    (found,) = findings(workbench, "COM401", FIRES["by a newspaper"])
    assert found.message == (
        "300 million USD that the closest source has only as considered (29 January 2024)"
        " is reported as promised (9 February 2024)"
    )
    assert found.quotes[0].exact.startswith("Japan will lend Kenya")
    assert found.quotes[1].exact.startswith("Japan is exploring")
