"""COM405: a total of pledges is right only if one of them is counted twice."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

LIST = (
    "Norway pledged 100 million dollars, Sweden 150 million dollars and Japan 50 million dollars."
)
ROADS = (
    "The European Union will provide Moldova with 200 million euros, including 50 million euros for"
    " roads. The World Bank will lend Moldova 100 million euros."
)
FIRES = {
    "rows of a list": "Total commitments: $64 million\n- Australia: $24 million\n- New Zealand:"
    " $12 million\n- Japan: $16 million",
    "total first": f"Donors pledged a total of 400 million dollars for Malawi. {LIST}",
    "a part beside its whole": f"{ROADS} The support comes to 350 million euros in total.",
    "total last": "Germany pledged 80 million euros, France 60 million euros and Italy 40 million"
    " euros for Lebanon. That brings pledges to 240 million euros altogether.",
    "a line each": "Support for the dam in Tajikistan totals 900 million dollars.\n"
    "The ADB will lend 300 million dollars.\nThe Islamic Development Bank will lend 200 million"
    " dollars.\nChina will lend 100 million dollars.",
    "told twice": "Canada promised 25 million dollars, Norway promised 15 million dollars and"
    " Canada promised 25 million dollars, a total of 65 million dollars for Haiti.",
    "a part behind its sum": (
        "Pledges to Yemen total 210 million dollars: Kuwait's 100 million dollars, Japan's 60"
        " million dollars, and Kuwait's grant of 50 million dollars, which is part of its 100"
        " million dollars."
    ),
    "givers without verbs": "The minister put what was promised at $125 million in all. The three"
    " givers are Oman with $25 million for tents, Peru with $40 million and Kenya with $35 million."
    " From Oman's $25 million, tents are being sewn.",
    "in brackets": "The chairman gave the sum of all pledges as 90 million euros. The donors were"
    " Spain (40 million euros), Malta (20 million euros) and Oman (10 million euros).",
}
QUIET = {
    "a total of years": "For this year, Armenia gets $30 million, Belarus $20 million and"
    " Tajikistan $10 million. Since 2010 the fund has lent a total of $80 million.",
    "largest givers": "The minister put what was promised at $125 million in all. The largest"
    " givers are Oman with $25 million, Peru with $40 million and Kenya with $35 million.",
    "trade": "The donors were Spain, Malta and Oman. Total trade reached 90 million euros. Spain"
    " sold 40 million euros, Malta 20 million euros and Oman 10 million euros.",
    "right": f"Donors pledged a total of 300 million dollars for Malawi. {LIST}",
    "right without the part": f"{ROADS} The support comes to 300 million euros in total.",
    "about right": "Donors pledged about 300 million dollars in total for Malawi. Norway pledged"
    " 101 million dollars, Sweden 148 million dollars and Japan 52.5 million dollars.",
    "others are not listed": f"Donors pledged a total of 720 million dollars for Malawi. {LIST}",
    "two pledges of one giver": "Germany pledged 80 million euros in March and 80 million euros"
    " in June, a total of 160 million euros for Jordan.",
    "no pledges": "Exports to Oman were 100 million dollars, to Iran 150 million dollars and to"
    " Iraq 50 million dollars, a total of 400 million dollars.",
    "the same sum of two givers": (
        "Altogether 80 million euros was pledged to Lebanon: Malta gives 20 million euros,"
        " Cyprus 20 million euros and Greece 40 million euros."
    ),
    "one giver for two things": (
        "Donors promised 100 million dollars in total: Qatar 40 million dollars for water,"
        " another 40 million dollars for roads, and Oman 20 million dollars."
    ),
}


@pytest.mark.parametrize("text", FIRES.values(), ids=FIRES)
def test_fires(workbench, text):
    assert len(findings(workbench, "COM405", [told(text)])) == 1


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, text):
    assert not findings(workbench, "COM405", [told(text)])


def test_message_tells_what_is_counted_twice(workbench):
    (found,) = findings(workbench, "COM405", [told(FIRES["a part beside its whole"])])
    assert found.message == (
        "the total of 350 million EUR counts 50 million EUR twice;"
        " the pledges listed come to 300 million EUR"
    )
    assert [q.exact for q in found.quotes[:2]] == ["350 million euros", "50 million euros"]
