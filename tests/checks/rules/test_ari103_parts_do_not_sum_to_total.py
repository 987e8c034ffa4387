"""ARI103: parts that do not make up the whole that the text gives for them."""

import pytest

from checking import computed, findings, told

pytestmark = pytest.mark.model

FIRES = {
    "so many strong": "A 40-strong delegation, composed of 18 officials, 12 traders and 7 reporters"
    " flew to Oslo.",
    "so many members": "The 120-member contingent is made up of 60 engineers, 35 medics and 15"
    " drivers.",
    "made up of": "Total trade reached $421 million in 2023, made up of exports of $150.2 million"
    " and imports worth $207.7 million.",
    "colon": "The delegation had 20 members: 12 men and nine women.",
    "apposition": "A total of 41 people died, 20 soldiers and 19 civilians.",
    "rest": "Of the 60 projects, 20 are in energy, 15 in transport and the remaining 30 in farms.",
    "shares": "Oil made up 40 percent of exports, gas 35 percent and the remaining 15 percent were"
    " ores.",
    "parts first": "Germany sent 240 experts, France 150 and Norway 130, for a total of 610.",
    "turnover": "Trade turnover was $2.7 billion in 2023. Exports amounted to $1.7 billion and"
    " imports to $1.4 billion.",
    "they consist of": "The two sides signed 14 documents. These comprise eight memorandums, three"
    " protocols and one contract.",
    "counted groups": "All of the 450 seats are held by three parties: the Union has 210 seats, the"
    " Alliance 150 and the Front 70.",
    "seats": "The parliament has 120 seats. The League won 54 seats, the Workers' Party 41 and the"
    " Centre 35.",
    "shares of all": "The coffee goes to three buyers only: Oman takes 45 percent, Peru 30 percent"
    " and Kenya 35 percent.",
    "shares of owners": "The company is owned by Oman with 40 per cent, Qatar with 35 per cent and"
    " Kuwait with 35 per cent.",
    "number words": "Twelve ships took part in the exercise: five from Oman, four from India and"
    " two from France.",
    "more than the whole": "The port has 45 cranes, including 30 old cranes and 25 new cranes.",
}
QUIET = {
    "so many strong": "A 37-strong delegation, composed of 18 officials, 12 traders and 7 reporters"
    " flew to Oslo.",
    "a name": "Peru announced “90 for 90”, an exchange of 90 students from Oman and 90 from Peru.",
    "right": "The port handled 12.5 million tonnes: 7.4 million tonnes of grain and 5.1 million"
    " tonnes of coal.",
    "rounded": "Trade came to 28.2 million dollars, made up of exports of 10.9 million and imports"
    " of 17.2 million.",
    "some of them": "The delegation had 40 members, including 12 engineers and nine doctors.",
    "other things": "A total of 200 delegates from 30 countries, 20 unions and 5 banks came.",
    "within a part": "The region has 247 schools: 77 in towns (of which 30 are new) and 170 in"
    " villages.",
    "they consist of": "The two sides signed 12 documents. These comprise eight memorandums, three"
    " protocols and one contract.",
    "another subject": "They agreed on 72 measures. The council is comprised of ten ministers and"
    " seven experts.",
    "overlapping": "Of the 50 delegates, 30 speak French and 28 speak English.",
    "shares of several": "All three have high rates of literacy: Oman 96 per cent, Peru 94 per cent"
    " and Kenya 83 per cent.",
    "shares of some": "The company is owned by Oman with 40 per cent and Qatar with 35 per cent;"
    " the rest is traded.",
    "among others": "The forum had 30 guests: 12 from Oman and ten from Peru, among others.",
    "currencies": "The road cost 50 million euros, made up of 20 million euros and 30 million"
    " dollars.",
}


@pytest.mark.parametrize("text", FIRES.values(), ids=FIRES)
def test_fires(workbench, text):
    (found,) = findings(workbench, "ARI103", [told(text)])
    assert found.quotes[0].exact in text


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, text):
    assert not findings(workbench, "ARI103", [told(text)])


def test_message_adds_the_parts(workbench):
    (found,) = findings(workbench, "ARI103", [told(FIRES["colon"])])
    assert found.message == "12 + 9 make 21 members, not 20"
    assert found.quotes[0].exact == "20 members: 12 men and nine women"


def test_tells_what_fits(workbench):
    (found,) = computed(workbench, "ARI103", [told(QUIET["right"])])
    assert found.message == "7.4 million + 5.1 million make 12.5 million tonnes"
