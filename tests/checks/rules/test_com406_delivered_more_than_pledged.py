"""COM406: more is said to have been paid than was ever pledged."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

PLEDGED = told("Norway pledged 50 million dollars to Malawi for flood defences.", "2023-03-01")
BYPASS = told(
    "The ADB agreed to lend Georgia 120 million dollars for the Batumi bypass.", "2023-03-01"
)
LAOS = told("Japan promised 10 million dollars for hospitals in Laos.", "2023-03-01")


def paid(sum, purpose="flood defences", giver="Norway"):
    return told(f"{giver} has paid Malawi {sum} for {purpose}.", "2024-09-11")


FIRES = {
    "a grant": [PLEDGED, paid("65 million dollars")],
    "a loan": [
        BYPASS,
        told(
            "The ADB has transferred 150 million dollars to Georgia for the Batumi bypass.",
            "2024-09-11",
        ),
    ],
    "in one document": [
        told(
            "Canada pledged 20 million euros to Haiti for police training. It has since paid Haiti"
            " 26 million euros for police training."
        )
    ],
    "two tranches together": [
        LAOS,
        told(
            "Japan disbursed a first tranche of 6 million dollars for hospitals in Laos.",
            "2023-06-11",
        ),
        told(
            "Japan disbursed a second tranche of 8 million dollars for hospitals in Laos.",
            "2024-01-11",
        ),
    ],
    "things": [
        told("Greece pledged 20 ambulances to Armenia.", "2023-03-01"),
        told("Greece has handed over 28 ambulances to Armenia.", "2024-03-01"),
    ],
    "paid so far": [
        PLEDGED,
        told(
            "To date, Norway has paid Malawi 65 million dollars for flood defences.", "2024-09-11"
        ),
    ],
}
QUIET = {
    "less": [PLEDGED, paid("45 million dollars")],
    "the same, more exactly": [PLEDGED, paid("50.4 million dollars")],
    "another purpose": [PLEDGED, paid("65 million dollars", "schools")],
    "another giver": [PLEDGED, paid("65 million dollars", giver="Sweden")],
    "another currency": [PLEDGED, paid("65 million euros")],
    "pledged twice": [
        PLEDGED,
        told(
            "Norway pledged an additional 20 million dollars to Malawi for flood defences.",
            "2023-09-01",
        ),
        paid("65 million dollars"),
    ],
    "a lower end": [
        told(
            "Norway pledged at least 50 million dollars to Malawi for flood defences.", "2023-03-01"
        ),
        paid("65 million dollars"),
    ],
    "a running total": [PLEDGED, paid("65 million dollars since 2011")],
    "other things": [
        told("Greece pledged 20 ambulances to Armenia.", "2023-03-01"),
        told("Greece has handed over 28 fire engines to Armenia.", "2024-03-01"),
    ],
    "things pledged twice": [
        told("Greece pledged 20 ambulances to Armenia.", "2023-03-01"),
        told("Greece will give Armenia 10 more ambulances.", "2023-06-01"),
        told("Greece has handed over 28 ambulances to Armenia.", "2024-03-01"),
    ],
    "two givers": [
        PLEDGED,
        told(
            "Norway and Sweden have paid Malawi 65 million dollars for flood defences.",
            "2024-09-11",
        ),
    ],
}


@pytest.mark.parametrize("documents", FIRES.values(), ids=FIRES)
def test_fires(workbench, documents):
    assert len(findings(workbench, "COM406", documents)) == 1


@pytest.mark.parametrize("documents", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, documents):
    assert not findings(workbench, "COM406", documents)


def test_message_tells_both_sums(workbench):
    (found,) = findings(workbench, "COM406", FIRES["a grant"])
    assert found.message == (
        "65 million USD was delivered, more than the 50 million USD that was pledged for it"
    )
    assert [q.label for q in found.quotes] == ["delivered", "pledged"]
