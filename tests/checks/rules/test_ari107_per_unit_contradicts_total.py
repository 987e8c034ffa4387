"""ARI107: so much each, so many, and a total that does not fit."""

import pytest

from checking import computed, findings, told

pytestmark = pytest.mark.model

FIRES = {
    "each": "The ministry bought 20 buses at 300,000 dollars each, for a total of 8.5 "
    "million dollars.",
    "a year": "The bank will lend 100 million dollars a year for five years, a total of 400 "
    "million dollars.",
    "head": "The country has 5.2 million inhabitants and a GDP of $40.3 billion, or $6,100 "
    "per head.",
    "total behind": "1,200 families will receive 250 euros each, 400,000 euros in total.",
    "apiece": "The 25 trucks cost 2.5 million dollars, or 60,000 dollars apiece.",
    "tonne": "They gave 32,000 tonnes of wheat at 250 dollars per tonne, worth 12 million dollars.",
    "each of": "Each of the 30 villages gets 15,000 euros, a total of 650,000 euros.",
    "time first": "In June 90,000 tonnes were unloaded in 30 days, on average 9,000 tonnes a day.",
    "two sentences": "Peru delivers 250 cattle a week. Over 18 weeks that adds up to 5,400"
    " animals.",
    "shared among": "The gross domestic product is 88 billion dollars. Shared among a population of"
    " 40 million, that makes 3,400 dollars per head.",
    "each receives": "The grant of 9 million euros is shared by 30 villages, which means that each"
    " receives 450,000 euros.",
    "price first": "The contract covers 60 buses. At 250,000 euros per bus, its value is 18 million"
    " euros.",
    "to each of": "Oman paid 400 euros to each of 2,500 fishermen, a total of 4 million euros.",
    "to every one": "The fund gave 1,200 dollars to every one of its 300 scholars, in all 500,000"
    " dollars.",
    "for each of": "The state paid 1,000 euros for each of the 400 cows that were lost. This cost"
    " 700,000 euros.",
    "so that": "The contract covers 36 engines at a price of 1.5 million euros each, so that its"
    " value amounts to 45 million euros.",
    "unit price": "The order is for 24 engines at a unit price of 3 million euros, so that it is"
    " worth 60 million euros.",
    "thus": "Peru ordered 36 engines at 1.5 million euros each. The order is thus worth 45 million"
    " euros.",
    "and is therefore": "Kenya buys 50 buses costing 200,000 dollars apiece, and the contract is"
    " therefore worth 15 million dollars.",
    "each between": "Some 1,500 teachers will each receive 200 dollars, which adds up to 450,000"
    " dollars.",
    "each of which": "The grant of 9 million dollars goes to 300 schools, each of which receives"
    " 45,000 dollars.",
    "short unit": "The plant of 50 megawatts costs 1.2 million euros per megawatt, which makes 75"
    " million euros.",
    "spread over": "A sum of 5.4 million dollars is spread evenly over 18,000 households, that is"
    " to say 30 dollars for each household.",
    "divided": "A grant of 6 million dollars is divided equally among 40 clinics: 250,000 dollars"
    " per clinic.",
    "in other words": "The 36 trams cost 90 million euros, in other words 3.5 million euros"
    " apiece.",
    "works out at": "For 2,000 teachers there are 3 million dollars, which works out at 2,500"
    " dollars for every teacher.",
}
QUIET = {
    "divided": "A grant of 6 million dollars is divided equally among 40 clinics: 150,000 dollars"
    " per clinic.",
    "a part of it": "Of the 90 million euros for 36 trams, at most 3.5 million euros go to each"
    " town.",
    "other things": "The 36 trams cost 90 million euros, and the stops, at 200,000 euros per stop,"
    " are extra.",
    "the first year": "Peru gives 90 million dollars over three years, starting with 20 million in"
    " the first year.",
    "to each, right": "Oman paid 400 euros to each of 2,500 fishermen, a total of 1 million euros.",
    "to each, and more": "Oman paid 400 euros to each of 2,500 fishermen, and the programme, with"
    " boats, costs 4 million euros.",
    "left over": "Each of the 12 members pays 5 million dollars, so 30 million dollars are left for"
    " others.",
    "worth of another": "Peru ordered 36 engines at 1.5 million euros each. The line is worth"
    " 4 billion euros.",
    "set, but rounded": "Three ships at 1 billion dollars each make a total of 3.2 billion"
    " dollars.",
    "at most": "In 30 days 90,000 tonnes were unloaded, at most 9,000 tonnes a day.",
    "another name, right": "Peru delivers 250 cattle a week. Over 18 weeks that adds up to 4,500"
    " animals.",
    "spent per head": "With a population of 10 million and a gross domestic product of 55 billion"
    " dollars, the country spends 850 dollars per head on health.",
    "other things too": "The contract covers 60 buses and 20 trams. At 250,000 euros per bus, its"
    " value is 21 million euros.",
    "right": "The bank will lend 100 million dollars a year for five years, a total of 500 "
    "million dollars.",
    "rounded": "The programme provides 5.5 billion euros over seven years, or 790 million a year.",
    "other total": "The ministry bought 20 buses at 300,000 dollars each. The whole programme "
    "costs 8.5 million dollars.",
    "other unit": "The bank lends 100 million dollars a year for 300 schools, a total of 400 "
    "million dollars.",
    "no total": "The fund of 2 billion dollars pays 200 dollars to each of 1,000 families.",
}


@pytest.mark.parametrize("text", FIRES.values(), ids=FIRES)
def test_fires(workbench, text):
    (found,) = findings(workbench, "ARI107", [told(text)])
    assert found.quotes[0].exact in text


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, text):
    assert not findings(workbench, "ARI107", [told(text)])


def test_message_tells_what_was_computed(workbench):
    (found,) = findings(workbench, "ARI107", [told(FIRES["each"])])
    assert found.message == ("20 times 300,000 is 6 million US dollars, not 8.5 million")
    assert (
        found.quotes[0].exact
        == "20 buses at 300,000 dollars each, for a total of 8.5 million dollars"
    )


def test_tells_what_fits(workbench):
    (found,) = computed(workbench, "ARI107", [told(QUIET["right"])])
    assert found.message == "5 times 100 million is 500 million US dollars"
