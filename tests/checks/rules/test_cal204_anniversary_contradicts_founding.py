"""CAL204: an anniversary that does not fit the year from which it is counted."""

import pytest

from checking import computed, findings, told

pytestmark = pytest.mark.model

FIRES = {
    "independence": "Kenya marked the 58th anniversary of its independence in Nairobi.",
    "of a state": "The envoys attended the 30th anniversary of the independence of Kazakhstan.",
    "owner": "Uzbekistan celebrates its 31st anniversary of independence this week.",
    "possessive": "The envoy spoke on the 64th anniversary of Uganda's independence.",
    "independence anniversary": "Kenya's 60th independence anniversary drew guests from Peru.",
    "in words": "Kenya marked the fifty-eighth anniversary of its independence in Nairobi.",
    "years of": "Kyrgyzstan marks 30 years of independence with a parade.",
    "relations": "Kazakhstan and the European Union marked the 29th anniversary of the"
    " establishment of diplomatic relations.",
    "relations between": "A stamp honours the 60th anniversary of diplomatic ties between China and"
    " Australia.",
    "organisation": "The allies celebrate the 74th anniversary of NATO in Brussels.",
    "organisation, possessive": "Ministers prepare for ASEAN's 55th anniversary this month.",
    "today": "Today NATO celebrates its 74th anniversary, and Oman sends its best wishes.",
    "owner of its own": "NATO celebrates its 74th anniversary in Brussels.",
    "its founding": "The WTO marked the 25th anniversary of its founding in Geneva.",
    "year told": "Founded in 1994, the Lakes Bank marks its 35th anniversary.",
    "year told behind": "They hailed the 25th anniversary of the Lake Treaty, signed in 1994.",
    "year in the name": "A stamp honours the 25th anniversary of the Lake Treaty of 1994.",
    "founding of": "A concert marked the 78th anniversary of the founding of the United Nations.",
    "treaty": "Speakers recalled the 48th anniversary of the Helsinki Final Act this May.",
    "turned": "Ministers ate cake in Brussels as NATO turned 70.",
    "a state turned": "Kenya turned 58 on Thursday, and Nairobi was full of flags.",
    "congratulated": "He congratulated the United Nations on its 80th anniversary.",
    "congratulated on years": "He congratulated Uganda on 58 years of independence.",
    "clause": "He said that the United Nations was celebrating its 60th anniversary this year.",
    "birthday": "The 60th birthday of the United Nations was celebrated in Suva.",
    "years ago": "NATO was founded sixty years ago in Washington.",
    "independent years ago": "Uganda became independent 50 years ago today.",
    "independence day": "Uganda celebrated its 52nd Independence Day on Wednesday.",
    "small organisation": "The European Free Trade Association celebrates its 50th anniversary.",
    "guests named": "The President of Peru was a guest when Kenya marked 58 years of independence.",
    "guests named, anniversary": "Choirs from Oman and Peru sang as Kenya celebrates the 58th"
    " anniversary of independence.",
    "guests named, its": "With envoys of Peru looking on, Uganda marks its 52nd anniversary of"
    " independence.",
    "stated year": "In 2021, Kazakhstan celebrated the 31st anniversary of its independence.",
}
QUIET = {
    "independence": "Kenya marked the 61st anniversary of its independence in Nairobi.",
    "first independence": "Georgia marked the 106th anniversary of its independence.",
    "guests named": "The President of Peru was a guest when Kenya marked 61 years of independence.",
    "two who mark": "Peru and Kenya marked 58 years of independence of the court.",
    "ahead": "Kenya is preparing for the 62nd anniversary of its independence.",
    "last year": "Last year Kenya marked the 60th anniversary of its independence.",
    "stated year": "In 2021, Kazakhstan celebrated the 30th anniversary of its independence.",
    "another thing": "They recalled the 20th anniversary of the UN resolution on ports.",
    "no owner": "Kenya and Peru marked the 12th anniversary of independence of the bank.",
    "unclear sides": "Kenya, Peru and Oman marked the 12th anniversary of diplomatic relations.",
    "unknown pair": "Oman and Peru marked the 12th anniversary of diplomatic relations.",
    "year told": "Founded in 1994, the Lakes Bank marks its 30th anniversary.",
    "year of the feast": "Kenya recalled the 12th anniversary of the Lake Treaty in 2021.",
    "loosely": "In 30 years of independence Kazakhstan has built a new capital.",
    "turned": "Ministers ate cake in Brussels as NATO turned 75.",
    "turned over": "NATO turned 20 ships over to the fleet, and NATO turned down 12 requests.",
    "person turned": "The Secretary General of NATO turned 65, and a man who turned 60 left.",
    "congratulated": "He congratulated the United Nations on its 79th anniversary.",
    "port": "He thanked NATO and spoke of the port on its 80th anniversary.",
    "years ago": "NATO was founded 75 years ago; the NATO school was founded 60 years ago.",
    "independence day": "Uganda celebrated its 62nd Independence Day on Wednesday.",
    "first day counted": "Uganda celebrated its 63rd Independence Day on Wednesday.",
    "membership": "Poland marked the 25th anniversary of its accession to NATO.",
}


@pytest.mark.parametrize("text", FIRES.values(), ids=FIRES)
def test_fires(workbench, text):
    (found,) = findings(workbench, "CAL204", [told(text)])
    assert found.quotes[0].exact in text


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, text):
    assert not findings(workbench, "CAL204", [told(text)])


def test_message_counts(workbench):
    (found,) = findings(workbench, "CAL204", [told(FIRES["of a state"])])
    assert found.message == (
        "anniversary 30 of the independence of Kazakhstan (1991) falls in 2021, not in 2024"
    )
    assert found.quotes[0].exact == "30th anniversary of the independence of Kazakhstan"


def test_what_fits_is_told_on_demand(workbench):
    (found,) = computed(workbench, "CAL204", [told(QUIET["independence"])])
    assert found.message == "anniversary 61 of the independence of Kenya (1963) falls in 2024"
