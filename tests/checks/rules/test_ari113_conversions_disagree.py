"""ARI113: two conversions in one document that imply different exchange rates."""

import pytest

from checking import computed, findings, told

pytestmark = pytest.mark.model

FIRES = {
    "brackets": "Oman gives €100 million ($109 million) for the port. The road costs €40 "
    "million ($61.2 million).",
    "slip": "The European Union will give €1.2 billion ($1.3 million) to Kenya.",
    "or about": "Japan provides 15 billion yen ($100 million). A further 30 billion yen, or "
    "about $290 million, follows.",
    "equivalent": "The bridge costs 5 million pounds, equivalent to 6.3 million dollars; the "
    "tunnel 8 million pounds, equivalent to 20.2 million dollars.",
    "other way": "Oman gives $109 million (€100 million). The road costs €40 million ($61.2 "
    "million).",
}
QUIET = {
    "right": "China offered 360 billion yuan (51 billion dollars). Of this 210 billion yuan "
    "(29.7 billion dollars) are credits.",
    "other year": "Kazakhstan spent 45 billion tenge (100 million dollars) in 2023. In 2015, it "
    "spent 45 billion tenge ($200 million).",
    "two sums": "Oman gives €100 million, Peru $40 million and Kenya €30 million, $90 million "
    "coming from banks.",
    "hedged": "Oman gives €100 million (about $110 million) and then €40 million (about $42 "
    "million).",
}


@pytest.mark.parametrize("text", FIRES.values(), ids=FIRES)
def test_fires(workbench, text):
    (found,) = findings(workbench, "ARI113", [told(text)])
    assert found.quotes[0].exact in text


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, text):
    assert not findings(workbench, "ARI113", [told(text)])


def test_message_tells_what_was_computed(workbench):
    (found,) = findings(workbench, "ARI113", [told(FIRES["slip"])])
    assert found.message == (
        "1.2 billion euros can't be 1.3 million US dollars: that is 0.001083 USD for 1 EUR"
    )
    assert found.quotes[0].exact == "€1.2 billion ($1.3 million"


def test_tells_what_fits(workbench):
    (found,) = computed(workbench, "ARI113", [told(QUIET["right"])])
    assert found.message == "one conversion is at 0.1414 USD for 1 CNY, the other at 0.1417"
