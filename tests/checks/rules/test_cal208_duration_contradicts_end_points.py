"""CAL208: a stated duration that its first and last day, or year, contradict."""

import pytest

from checking import computed, findings, told
from communique.model.finding import Severity

pytestmark = pytest.mark.model

FIRES = {
    "visit": "The minister of Oman paid a three-day visit to Lima from 3 to 7 May 2024.",
    "forum": "A 2-day forum on May 3-7, 2024 will discuss trade.",
    "began and ended": "The exercise will begin on 3 May and end on 9 May, lasting five days.",
    "talks": "The three-day talks opened in Lima on 3 May and will close on 7 May.",
    "too long": "The four-day state visit took place on 3-5 May 2024.",
    "for so many days": "The exhibition ran for five days, from 3 May until 12 May 2024.",
    "weeks": "The two-week mission from 3 May to 30 May 2024 ended well.",
    "months": "Kenya takes over the six-month presidency from 1 January to 31 July 2024.",
    "many days": "The 90-day truce, from 9 April to 9 August 2024, was kept.",
    "years in brackets": "The ten-year programme (2015-2022) has ended.",
    "years": "He served as ambassador for 11 years from 2007 to 2015.",
    "since": "The treaty has been in force for ten years, since 2010.",
    "next sentence": "A three-day forum is to be held in Lima. It will begin on 3 May and end on 7"
    " May 2024.",
    "days first": "Between 2 May and 4 May 2024, envoys of Peru and Oman met in Lima; the six-day"
    " session was the longest yet.",
    "days first, verb": "Ships trained off Mombasa from 3 to 7 May 2024, and the ten-day exercise"
    " ended without an accident.",
    "days in the sentence before": "The forum ran from 3 to 5 May 2024 in Lima. The five-day event"
    " drew 300 companies.",
    "those days": "The visit lasted from 3 to 5 May 2024. In those five days he saw four cities.",
    "in all": "The campaign starts on 3 May 2024 and closes on 13 May 2024, thirty days in all.",
    "which is": "The mandate runs from 1 January 2021 to 31 December 2022, which is four years.",
    "the verb last": "The summit will last four days, from 3 to 5 May 2024.",
    "months named": "The three-year programme began in January 2020 and ended in December 2024.",
    "launched": "The three-year programme, launched in 2015 and completed in 2024, cost a lot.",
    "since, first": "The agreement has been in force since 2010, that is for ten years.",
    "protocol": "The five-year protocol with Peru applies from 1 January 2022 to 31 December 2024.",
    "loan facility": "A ten-year facility runs from 1 March 2020 to 28 February 2025.",
    "scheme": "The two-year scheme began on 1 May 2023 and will end on 30 April 2027.",
    "lands and flies home": "The Premier is in Oslo for a four-day working visit: she is to land on"
    " 9 May 2024 and to fly home on 16 May 2024.",
    "arrives; leaves": "The minister begins a three-day visit to Oslo; she arrives on 4 June 2024"
    " and leaves the city on 9 June 2024.",
    "lasts so long": "The trade fair lasts four days: it opens its doors on 6 May 2024 and closes"
    " on 14 May 2024.",
    "expires": "A ten-day ceasefire was agreed; it takes effect on 1 May 2024 and expires on 20 May"
    " 2024.",
}
QUIET = {
    "lands and flies home": "The Premier is in Oslo for an eight-day working visit: she is to land"
    " on 9 May 2024 and to fly home on 16 May 2024.",
    "another one's journey": "He paid a three-day visit to Oslo; the Premier of Peru arrives on 4"
    " June 2024, and ministers of Oman leave on 9 June 2024.",
    "lasts so long": "The trade fair lasts nine days: it opens its doors on 6 May 2024 and closes"
    " on 14 May 2024.",
    "protocol": "The three-year protocol applies from 1 January 2022 to 31 December 2024.",
    "visit": "The minister of Oman paid a five-day visit to Lima from 3 to 7 May 2024.",
    "years, both counted": "The five-year plan for 2021-2025 was adopted.",
    "years, one counted": "She completed a five-year term from 2019 to 2024.",
    "hedged": "He served as ambassador for nearly 11 years from 2007 to 2015.",
    "months": "Kenya takes over the six-month presidency from 1 January to 30 June 2024.",
    "work weeks": "The two-week course from 6 May to 17 May 2024 ended well.",
    "another thing": "The 20-year veteran of the ministry led the office of treaties (2006-2008).",
    "part": "On the first leg of the ten-day tour the minister visits Peru from 3 to 5 May.",
    "since": "The treaty has been in force for 14 years, since 2010.",
    "leg in the next sentence": "The minister is on a five-day tour of the region. He will visit"
    " Lima on 14 and 15 May 2024.",
    "nights": "The envoys stayed for three nights, from 10 to 13 October 2023.",
    "days first": "Between 2 May and 4 May 2024, envoys of Peru and Oman met in Lima; the three-day"
    " session was the longest yet.",
    "another forum": "From 3 to 5 May 2024 ministers met in Lima. The five-day forum of last year"
    " had been longer.",
    "beside it": "The summit was held from 3 to 5 May 2024. The two-day business forum on its"
    " margins drew 300 companies.",
    "a plan": "From 3 to 5 May 2024 ministers met in Lima; the five-year programme was adopted.",
    "one to come": "From 3 to 5 May 2024 ministers met; a ten-day exercise will follow in July.",
    "another thing, taken up": "Talks were held from 3 to 5 May 2024. The ten-day ceasefire held.",
    "part of a trip": "From 3 to 9 May 2024 the President is on a trip. The three-day visit to Peru"
    " is its first part.",
    "months named": "The three-year programme began in January 2020 and ended in December 2022.",
    "two durations": "After a ten-day visit a two-day forum was held from 3 to 4 May 2024.",
}


@pytest.mark.parametrize("text", FIRES.values(), ids=FIRES)
def test_fires(workbench, text):
    (found,) = findings(workbench, "CAL208", [told(text)])
    assert found.severity is Severity.ERROR
    assert found.quotes[0].exact in text


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, text):
    assert not findings(workbench, "CAL208", [told(text)])


def test_nights_of_a_visit_are_a_warning(workbench):
    (found,) = findings(workbench, "CAL208", [told("A two-day visit from 3 to 5 May followed.")])
    assert found.severity is Severity.WARNING


def test_message_counts_the_days(workbench):
    (found,) = findings(workbench, "CAL208", [told(FIRES["visit"])])
    assert found.message == "from 3 May 2024 to 7 May 2024 are 5 days, not 3 days"
    assert found.quotes[0].exact == "three-day visit to Lima from 3 to 7 May 2024"


def test_what_fits_is_told_on_demand(workbench):
    (found,) = computed(workbench, "CAL208", [told(QUIET["years, one counted"])])
    assert found.message == "from 2019 to 2024 are 5 years, or 6 counting both: 5 years"
