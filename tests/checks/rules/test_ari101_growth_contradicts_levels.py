"""ARI101: a rate of growth that does not lead from the one level to the other."""

import pytest

from checking import computed, findings, told

pytestmark = pytest.mark.model

FIRES = {
    "rate behind": "Trade between Oman and Peru went up from $72.4bn in 2022 to $84.1bn in 2023,"
    " thus registering a year-on-year growth of 27 per cent.",
    "rate before": "Exports rose by 26 percent, from 7.2 billion dollars in 2022 to 8.4 billion"
    " in 2023.",
    "level first": "Bilateral trade totalled $84.5 billion in 2023, up 26 percent from $72.9"
    " billion a year earlier.",
    "more than": "Trade amounted to 845 million euros in 2023, 26 % more than the 729 million"
    " euros recorded in 2022.",
    "fall": "Exports fell to 3.2 billion dollars last year from 4.1 billion in 2022, down 30"
    " percent.",
    "against": "Trade reached $1.4 billion against $1.1 billion in the same period of 2022, an"
    " increase of 45 percent.",
    "counts": "The number of students increased from 1,200 in 2021 to 1,500 in 2023 (+40 %).",
    "factor": "Investment tripled from $200 million to $420 million in five years.",
    "two sentences": "Trade was $7.29 billion in 2022. In 2023 it rose by 26 percent to $8.45"
    " billion.",
    "points": "The unemployment rate fell from 9.4 percent to 8.1 percent, a decline of 2.3"
    " percentage points.",
    "part of a year": "Wheat deliveries to Tunisia sank by 40 per cent to 0.9 million tonnes in the"
    " first seven months of the year, against 1.2 million tonnes in the same period"
    " of last year.",
    "between months": "Border guards registered 640,000 crossings from January to June, as against"
    " 500,000 in the first half of last year, i.e. 18 per cent more.",
    "base in a clause": "While trade had amounted to 4.00 billion euros in 2022, it dropped by"
    " a fifth"
    " in 2023, to 3.80 billion euros.",
    "base in brackets of commas": "The number of visas issued, which was 40,000 in 2022, rose"
    " by 32 percent to"
    " 48,000 last year.",
    "base in a half sentence": "In 2022 trade stood at 6.0 billion euros; in 2023 it grew by"
    " 10 per cent to 7.2"
    " billion euros.",
    "when it stood": "Trade amounted to $1.5 billion in 2023, 40 per cent more than in 2022,"
    " when it"
    " stood at $1.2 billion.",
    "row": "Exports to Brazil were $1.2 billion in 2022 and $1.5 billion in 2023, up 40 per cent.",
    "rate first": "Steel deliveries shrank by 15 per cent year on year: 1.10 million tonnes left"
    " the country in 2023, after 1.40 million tonnes in 2022.",
    "the rise is": "Exports went from $1.2 billion to $1.5 billion. The rise is thus 40 per cent.",
    "year before to": "Tea output halved from 80,000 tonnes in 2021 to 61,000 tonnes in 2022.",
    "fraction on": "The port handled 3.6 million containers in 2023, up a third on the 3.3 million"
    " of 2022.",
    "above": "Last year's turnover of $840 million was 30 per cent above the previous year's"
    " $700 million.",
    "it is now": '"Our trade was $700 million, it is now $840 million, that is plus 35 per'
    ' cent," the minister said.',
    "base in brackets": "Remittances from Qatar dropped to 318 million dollars between January and"
    " June 2023 (first half of 2022: 402 million), which is 8 per cent less, the bank said.",
    "larger than": "With 6.4 million tonnes, grain shipments through the port in 2023 were 45"
    " percent larger than the 5.1 million tonnes of 2022.",
    "the plus is": "Revenue of the canal came to 9.4 billion dollars in the fiscal year 2022/23."
    " The year before it had been 7.0 billion, so that the plus is 20 per cent.",
    "base in a side clause": "Exports of cashew nuts, which brought in $220 million in 2021, earned"
    " the country $310 million in 2022 - a jump of 65 per cent.",
    "climbed by": "In 2023 the fund paid out 84 million euros as compared with 60 million euros in"
    " 2022; payments thus climbed by a quarter.",
    "signs": "Sales to Kenya amounted to 45.2 million dollars (2022: 38.1 million dollars; +38"
    " percent).",
    "headings": "Tourist arrivals from India: 2022 - 41,200; 2023 - 58,900; growth: 22 per cent.",
}
QUIET = {
    "base in brackets": "Remittances from Qatar dropped to 318 million dollars between January and"
    " June 2023 (first half of 2022: 402 million), which is 21 per cent less, the bank said.",
    "year of its own": "Exports of cashew nuts, which brought in $220 million in 2015, earned the"
    " country $310 million in 2022 - a jump of 65 per cent.",
    "whereas": "Trade with Peru was 84 million euros in 2023 (2022: 60 million euros), whereas all"
    " trade grew by 5 per cent.",
    "rate of a part": "Trade with Peru was 84 million euros in 2023 (2022: 60 million euros), with"
    " fish up 5 per cent.",
    "two flows": "Exports to Peru were 84 million euros in 2023, imports 60 million euros, and both"
    " rose by 5 per cent on the year before.",
    "of the month": "Trade with Peru was 84 million euros in May 2023, after 60 million euros in"
    " December 2022, and 5 per cent less than the year before.",
    "right": "Trade went up from $72.4bn in 2022 to $84.1bn in 2023, a growth of 16 per cent.",
    "rounded": "Exports rose by 20 percent, from 4 billion dollars in 2022 to 5 billion in 2023.",
    "hedged": "Trade rose from about $4.0 billion to $5.2 billion, an increase of 25 percent.",
    "other base": "Trade stood at EUR 3 billion in 2023, up 16 % on 2018. A year earlier it had"
    " amounted to EUR 3.3 billion.",
    "other series": "Exports rose from 2 billion to 2.4 billion dollars, while imports grew by 45"
    " percent.",
    "average": "Trade grew at an average annual rate of 5 percent, from $10.0 billion in 2010 to"
    " $16.3 billion in 2020.",
    "currencies": "Trade came to 1.19 trillion yuan (167.8 billion dollars), 5.5 per cent above the"
    " 1.13 trillion yuan of 2023.",
    "no level": "Trade grew by 20 per cent to $4.8 billion in 2023, from which exports made up"
    " $2.9 billion.",
    "other thing from": "Grain exports totalled 5.0 million tonnes, down by 30 per cent from"
    " the peak,"
    " and rice exports 6.0 million tonnes.",
    "factor between": "Between 2012, when trade stood at $1.0 billion, and 2022 it tripled. In"
    " 2023 it"
    " fell by 10 per cent to $2.9 billion.",
    "other clause series": "While exports had amounted to 4.00 billion euros in 2022, imports"
    " dropped by a"
    " fifth in 2023, to 3.80 billion euros.",
    "part of it": "Trade rose from 614 million euros in 2022 to 842 million euros in 2023, exports"
    " growing by 12 per cent.",
    "in a part": "Trade rose from 614 million euros in 2022 to 842 million euros in 2023, with an"
    " increase of 12 per cent in exports.",
    "own time": "Trade rose from 614 million euros in 2022 to 842 million euros in 2023; in the"
    " first quarter of 2024 it grew by 12 per cent.",
    "subject of its own": "Trade rose from $5.0 billion in 2019 to $6.5 billion in 2023, with"
    " agricultural"
    " goods up 7 per cent.",
    "plan": "Trade rose from $5.0 billion to $6.5 billion, and the two countries want it to"
    " grow by 7 per cent.",
    "including": "Trade rose from $5.0 billion in 2019 to $6.5 billion in 2023, including a rise"
    " of 7 per cent last year.",
    "weight": "Exports rose from 614 million euros in 2022 to 842 million euros in 2023, an"
    " increase of 2.9 per cent in tonnes.",
    "multi-year": "Trade grew by 20 per cent to $4.8 billion in 2023; in 2015 it had been $1.1"
    " billion.",
}


@pytest.mark.parametrize("text", FIRES.values(), ids=FIRES)
def test_fires(workbench, text):
    (found,) = findings(workbench, "ARI101", [told(text)])
    assert found.quotes[0].exact in text


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, text):
    assert not findings(workbench, "ARI101", [told(text)])


def test_message_computes_the_level(workbench):
    (found,) = findings(workbench, "ARI101", [told(FIRES["rate before"])])
    assert found.message == (
        "7.2 billion at +26 % gives 9.07 billion US dollars, not 8.4 billion:"
        " the change between the two levels is 17 %"
    )
    assert found.quotes[0].exact.startswith("rose by 26 percent, from 7.2 billion")


def test_tells_what_fits(workbench):
    (found,) = computed(workbench, "ARI101", [told(QUIET["right"])])
    assert found.message == "72.4 billion at +16 % gives 84.1 billion US dollars"
