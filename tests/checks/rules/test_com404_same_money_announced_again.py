"""COM404: money that was announced before is announced again as if it were new."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

DEFENCES = "for flood defences in Malawi"
FIRST = told(f"Norway announced 50 million dollars {DEFENCES}.", "2023-03-01")


def again(text, published="2023-09-11"):
    return told(text, published)


FIRES = {
    "a new grant": [
        FIRST,
        again(f"Norway announced a new grant of 50 million dollars {DEFENCES}."),
    ],
    "additional": [FIRST, again(f"Norway will give an additional 50 million dollars {DEFENCES}.")],
    "in fresh funding": [
        FIRST,
        again(f"Norway pledged 50 million dollars in fresh funding {DEFENCES}."),
    ],
    "announced these days": [
        FIRST,
        again(f"On Monday Norway announced 50 million dollars {DEFENCES}."),
    ],
    "what builds is a school": [
        FIRST,
        again(f"Norway, which builds dams, gives an additional 50 million dollars {DEFENCES}."),
    ],
    "another": [
        told("Germany pledges 90 million euros to Jordan for water.", "2023-03-01"),
        again("Germany will provide Jordan with another 90 million euros for water."),
    ],
    "called new at the head of the sentence": [
        told("Canada pledged 50 million dollars to Ghana for vaccine plants.", "2023-01-09"),
        told(
            "In a fresh commitment, Canada is giving Ghana 50 million dollars for vaccine plants.",
            "2023-10-12",
        ),
    ],
}
QUIET = {
    "confirmed": [
        FIRST,
        again(f"Norway confirmed its grant of 50 million dollars {DEFENCES}, announced in March."),
    ],
    "known": [
        FIRST,
        again(f"The new grant of 50 million dollars from Norway {DEFENCES}, previously announced."),
    ],
    "days later": [
        FIRST,
        again(f"Norway announced a new grant of 50 million dollars {DEFENCES}.", "2023-03-03"),
    ],
    "what is announced builds on it": [
        FIRST,
        again(f"What Norway announced on Monday builds on 50 million dollars {DEFENCES}."),
    ],
    "secured before": [
        FIRST,
        again(f"Norway secured and gives an additional 50 million dollars {DEFENCES}."),
    ],
    "another sum": [
        FIRST,
        again(f"Norway announced a new grant of 70 million dollars {DEFENCES}."),
    ],
    "another purpose": [
        FIRST,
        again("Norway announced a new grant of 50 million dollars for schools in Malawi."),
    ],
    "another giver": [
        FIRST,
        again(f"Sweden announced a new grant of 50 million dollars {DEFENCES}."),
    ],
    "on top": [
        FIRST,
        again(
            f"Norway will give an additional 50 million dollars {DEFENCES}, bringing the total to"
            " 100 million dollars."
        ),
    ],
    "the defences are new": [
        FIRST,
        again("Norway will spend 50 million dollars on new flood defences in Malawi."),
    ],
}


@pytest.mark.parametrize("documents", FIRES.values(), ids=FIRES)
def test_fires(workbench, documents):
    assert len(findings(workbench, "COM404", documents)) == 1


@pytest.mark.parametrize("documents", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, documents):
    assert not findings(workbench, "COM404", documents)


def test_message_tells_both_days(workbench):
    (found,) = findings(workbench, "COM404", FIRES["a new grant"])
    assert found.message == (
        "50 million USD announced as new on 11 September 2023"
        " were announced for the same purpose on 1 March 2023"
    )
    assert [q.label for q in found.quotes] == ["as new", "before"]
