"""SRC504: somebody says something, and the text does not say who."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

FIRES = {
    "sources": "Oman will lend Peru 300 million US dollars, according to two sources.",
    "sources said": "Sources said Oman would lend Peru 300 million US dollars.",
    "diplomatic": "Peru and Oman will sign a pact in May, diplomatic sources told the agency.",
    "in the ministry": "A source in the Ministry of Finance of Peru said the loan was agreed.",
    "familiar": "Oman will buy the port of Ilo, people familiar with the matter said.",
    "officials": "Peru and Oman will sign a pact on 4 May, officials said.",
    "a senior official": "A senior Omani official said the loan would reach 300 million dollars.",
    "inverted": "“The loan will be signed in May,” said a senior official.",
    "not to be named": "An official of the Ministry of Finance of Peru, who asked not to be named,"
    " said that the loan was agreed.",
    "declined": "The loan was agreed, said a ministry official who declined to be identified.",
    "anonymity": "A diplomat said on condition of anonymity that Peru would leave the pact.",
    "authorised": "The adviser, who was not authorised to speak to us, put it at 40 million.",
    "reportedly": "Oman has reportedly offered Peru a loan of 300 million US dollars.",
    "understood": "It is understood that Peru will receive 300 million US dollars from Oman.",
    "understood to be": "The two sides are understood to have agreed on a loan.",
    "reports": "According to media reports, Oman will lend Peru 300 million US dollars.",
    "local media": "According to local media, the ministers met in Lima on 3 May 2024.",
    "Western": "Western diplomats said the talks between Peru and Oman had stalled.",
    "unnamed": "The newspaper quoted an unnamed minister as saying that the pact was dead.",
    "experts": "Peru's exports to Oman will double by 2030, analysts say.",
    "citing": "The paper reported, citing government sources, that Peru would get 40 million.",
    "in the capital": "Officials in Muscat said that the loan would be paid in June.",
    "circles": "Peru may close its mission, it was learnt from government circles in Lima.",
    "quarters": "According to well-informed quarters, Peru will recall its envoy.",
    "circles believe": "Banking circles believe that Oman will lend Peru 40 million dollars.",
    "learned from": "The ministers will not meet, it has been learned from officials in Lima.",
}
QUIET = {
    "quarters of a year": "Trade fell, according to data of the last two quarters.",
    "circles on a floor": "The dancers of Peru moved in circles, Minister Ana Quispe said.",
    "energy": "Oman and Peru will build new sources of energy worth 300 million US dollars.",
    "energy, said": "Renewable sources, said Minister Ana Quispe of Peru, will reach 40 percent.",
    "institution": "Officials of the Ministry of Trade of Peru said that exports had doubled.",
    "institution before": "World Bank officials said the loan was agreed.",
    "named person": "Trade official Ana Quispe said that exports had doubled.",
    "named, apposition": "Ana Quispe, a senior official at the ministry, said exports had doubled.",
    "ministry": "According to the Ministry of Trade of Peru, exports doubled.",
    "known": "The officials said that they would meet again in May.",
    "spokesman": "A spokesperson for the ministry said that the loan was agreed.",
    "met": "Senior officials of Peru and Oman met in Lima and discussed a loan.",
    "report of": "According to a report by the World Bank, exports doubled.",
    "statistics": "According to open sources of the statistics office, exports doubled.",
    "named to a post": "He was asked to be named ambassador of Peru to Oman.",
    "sources of funding": "The sources of funding told apart in the annex are grants and loans.",
    "reported": "The Minister reported to the parliament of Peru that exports had doubled.",
    "experts met": "Experts from Oman told participants about irrigation.",
}


@pytest.mark.parametrize("text", FIRES.values(), ids=FIRES)
def test_fires(workbench, text):
    (found,) = findings(workbench, "SRC504", [told(text)])
    assert found.quotes[0].exact == text


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, text):
    assert not findings(workbench, "SRC504", [told(text)])


def test_message_has_the_words_of_attribution(workbench):
    (found,) = findings(workbench, "SRC504", [told(FIRES["officials"])])
    assert found.message == "the text does not name who says this: “officials said”"
