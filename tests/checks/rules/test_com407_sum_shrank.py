"""COM407: a later promise names a smaller sum for what was promised before."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

BANK = "The Asian Development Bank"
MEMORANDUM = told(
    f"Under the memorandum, {BANK} will lend Uzbekistan 320 million dollars for the railway to"
    " Bukhara.",
    "2023-03-01",
)


def loan(sum, purpose="the railway to Bukhara", giver=BANK, verb="will lend"):
    return told(f"{giver} {verb} Uzbekistan {sum} for {purpose}.", "2023-09-11")


FIRES = {
    "memorandum and loan": [MEMORANDUM, loan("200 million dollars")],
    "signers only": [
        MEMORANDUM,
        told(
            f"{BANK} signed a loan agreement of 200 million dollars with Uzbekistan for the railway"
            " to Bukhara.",
            "2023-09-11",
        ),
    ],
    "promised twice": [
        told("France pledged 80 million euros to Benin for solar power plants.", "2023-03-01"),
        told("France will provide 50 million euros to Benin for solar power plants.", "2023-09-11"),
    ],
    "a grant is signed": [
        told("Korea will grant Uganda 12 million dollars for a vocational college.", "2023-03-01"),
        told(
            "The Korean grant of 8 million dollars for the vocational college in Uganda was"
            " signed.",
            "2023-09-11",
        ),
    ],
    "a company in the contract": [
        told("Kestrel Energy will invest $800 million in a refinery in Angola.", "2023-03-01"),
        told(
            "Angola and Kestrel Energy signed a contract for a refinery worth $500 million.",
            "2024-03-01",
        ),
    ],
    "the agreement is worth less": [
        told("Japan pledged 75 million dollars to Laos for the port of Savan.", "2022-06-13"),
        told(
            "The grant agreement between Japan and Laos on the port of Savan, signed in May, is"
            " worth 40 million dollars.",
            "2023-02-14",
        ),
    ],
    "the contract provides for less": [
        told("Germany promised Kenya 90 million euros for the Baringo power plant.", "2022-06-13"),
        told(
            "The contract on the Baringo power plant between Germany and Kenya provides for 60"
            " million euros.",
            "2023-02-14",
        ),
    ],
    "fewer things": [
        told("India pledged to deliver 500 buses to Ghana.", "2022-06-13"),
        told("Under the contract, India will deliver 300 buses to Ghana.", "2023-02-14"),
    ],
    "fewer tonnes": [
        told("Russia will supply Mali with 50,000 tonnes of wheat.", "2022-06-13"),
        told("Russia agreed to supply Mali with 25,000 tonnes of wheat.", "2023-02-14"),
    ],
}
QUIET = {
    "the same": [MEMORANDUM, loan("320 million dollars")],
    "more": [MEMORANDUM, loan("500 million dollars")],
    "a tranche": [MEMORANDUM, loan("a first tranche of 200 million dollars")],
    "one more": [MEMORANDUM, loan("an additional 200 million dollars")],
    "another purpose": [MEMORANDUM, loan("200 million dollars", "hospitals in Bukhara")],
    "another giver": [MEMORANDUM, loan("200 million dollars", giver="The World Bank")],
    "paid so far": [MEMORANDUM, loan("200 million dollars", verb="has paid")],
    "less firm": [MEMORANDUM, loan("200 million dollars", verb="is considering to lend")],
    "at most": [
        told(
            f"{BANK} will lend Uzbekistan up to 320 million dollars for the railway to Bukhara.",
            "2023-03-01",
        ),
        loan("200 million dollars"),
    ],
    "two loans make it up": [
        MEMORANDUM,
        loan("200 million dollars"),
        loan("120 million dollars"),
    ],
    "a contract on another thing": [
        told("Kestrel Energy will invest $800 million in a refinery in Angola.", "2023-03-01"),
        told(
            "Angola and Kestrel Energy signed a contract for a pipeline worth $500 million.",
            "2024-03-01",
        ),
    ],
    "two reports of one occasion": [
        told(
            "The ADB approved a loan of $85 million to Nepal for a dam at Kulekhani.", "2023-09-11"
        ),
        told(
            "The ADB approved a loan of $58 million to Nepal for a dam at Kulekhani.", "2023-09-14"
        ),
    ],
    "an agreement on another thing": [
        told("Japan pledged 75 million dollars to Laos for the port of Savan.", "2022-06-13"),
        told(
            "The grant agreement between Japan and Laos on the port of Khong, signed in May, is"
            " worth 40 million dollars.",
            "2023-02-14",
        ),
    ],
    "the first of the things": [
        told("India pledged to deliver 500 buses to Ghana.", "2022-06-13"),
        told("India will deliver the first 300 buses to Ghana.", "2023-02-14"),
    ],
    "things delivered so far": [
        told("India pledged to deliver 500 buses to Ghana.", "2022-06-13"),
        told("India has delivered 300 buses to Ghana.", "2023-02-14"),
    ],
    "things of a year": [
        told("China promised to train 120 doctors in Togo.", "2022-06-13"),
        told("China will train 70 doctors in Togo this year under the contract.", "2023-02-14"),
    ],
    "what is promised every year": [
        told("China granted 120 scholarships to students of Togo.", "2022-06-13"),
        told("China will grant 70 scholarships to students of Togo.", "2023-06-14"),
    ],
}


@pytest.mark.parametrize("documents", FIRES.values(), ids=FIRES)
def test_fires(workbench, documents):
    assert len(findings(workbench, "COM407", documents)) == 1


@pytest.mark.parametrize("documents", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, documents):
    assert not findings(workbench, "COM407", documents)


def test_message_tells_both_sums_and_days(workbench):
    (found,) = findings(workbench, "COM407", FIRES["promised twice"])
    assert found.message == (
        "50 million EUR were promised on 11 September 2023,"
        " less than the 80 million EUR promised on 1 March 2023"
    )
    assert [q.label for q in found.quotes] == ["later", "before"]
