"""ARI112: the twenty-first member of twenty; the fifth of four rounds."""

import pytest

from checking import computed, findings, told

pytestmark = pytest.mark.model

FIRES = {
    "entry": "Peru shall thus become the twenty-first country in the pact. With its entry, "
    "the number of members will rise from 19 to 20.",
    "one of": "It was the fifth of four rounds of talks.",
    "brings": "Oman is the 33rd member of the alliance. Its accession brings the number of "
    "members to 32.",
    "among": "The minister ranked 12th among 10 candidates.",
    "now has": "Kenya became the 45th state to ratify the treaty, which now has 44 members.",
    "last": "This is the sixth and last of the five agreements.",
    "counts now": "With the accession of Peru as its fifteenth member, the council now counts"
    " fourteen members.",
    "ratification": "Chad is the 61st state to ratify the pact, bringing the number of"
    " ratifications to 60.",
    "grows": "Peru joins as the 31st member. The club thus grows from 29 to 30 members.",
    "without a noun": "With Peru's accession the club has 30 members; Peru is the 31st.",
    "instrument": "Malta deposited the 18th instrument of ratification. The convention has thus"
    " been ratified by 17 states.",
    "embassies": "Kenya opened its 45th embassy in Oslo, bringing the number of its embassies to"
    " 44.",
    "these five": "The sixth of those five rounds was held in Tunis.",
    "of their eight": "It was the ninth of their eight meetings.",
    "of them": "Six rounds of talks with Oman were held. The seventh of them was the last.",
    "of these": "The council has held three meetings. The fourth of these took place in Lima.",
    "named again": "The ministers signed five documents. The sixth of the documents is on visas.",
    "opened by the whole": "Of the five agreements signed, the sixth concerns fisheries.",
    "opens": "Of the six clinics that Japan gives Peru, the seventh opens in Lima today.",
    "signed so far": "Thirteen countries have signed the pact so far. Peru was the 15th to sign.",
    "has": "The pact has 12 members. Oman is its 14th member.",
    "with capitals": "Peru becomes the 33rd State to ratify it; the number of parties thereby rises"
    " from 31 to 32.",
    "a party with capitals": "Oman is the 27th State Party; the number of States Parties goes up"
    " from 24 to 25.",
    "there are": "Zambia deposited the 27th instrument of ratification; there are now 26 parties to"
    " the protocol.",
    "so that": "Peru joined as the eleventh member, so that the bloc now unites ten states.",
}
QUIET = {
    "opens what there is": "Of the six clinics Japan gives Peru, the sixth opens in Lima today.",
    "there are, right": "Zambia deposited the 27th instrument of ratification; there are now 27"
    " parties to the protocol.",
    "with capitals, right": "Peru becomes the 33rd State to ratify it; the number of parties rises"
    " from 32 to 33.",
    "another thing there": "Zambia became the 27th party. There are now 26 hospitals in the city.",
    "more since": "Peru was the 36th country to sign the accord, which now has 38 parties.",
    "some have left": "Oman became the 25th member. Since two states left, the pact now has 23"
    " members.",
    "before it": "Peru joins as the 31st member; the 30 present members approved it.",
    "right": "Sweden became the 32nd member of the alliance, raising the membership to 32.",
    "in the middle": "The second of three meetings took place in Rome.",
    "a meeting of some": "It was the sixth meeting of five presidents.",
    "a fraction": "A fifth of four million voters stayed at home.",
    "of the countries' meetings": "The third of the two countries' meetings took place in Rome.",
    "one of them": "Six rounds of talks were held. The fifth of them, in June, was the last.",
    "another thing": "Six agreements were signed; the seventh of the projects is a bridge.",
    "planned": "The ministers held five rounds. The sixth of the planned rounds is due in May.",
    "a date": "Four rounds were held in 2022. The fifth of May is the date of the next.",
    "then": "The pact has 27 members. In 2013 Oman became its 28th member.",
    "several enter": "Oman became the 31st member. In that year the number of members rose from 29 "
    "to 32.",
}


@pytest.mark.parametrize("text", FIRES.values(), ids=FIRES)
def test_fires(workbench, text):
    (found,) = findings(workbench, "ARI112", [told(text)])
    assert found.quotes[0].exact in text


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, text):
    assert not findings(workbench, "ARI112", [told(text)])


def test_message_tells_what_was_computed(workbench):
    (found,) = findings(workbench, "ARI112", [told(FIRES["entry"])])
    assert found.message == ("with the twenty-first the number rises from 20 to 21, not to 20")
    assert found.quotes[0].exact == "number of members will rise from 19 to 20"


def test_tells_what_fits(workbench):
    (found,) = computed(workbench, "ARI112", [told(QUIET["right"])])
    assert found.message == "the 32nd makes it 32"
