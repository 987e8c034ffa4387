from datetime import date

import pytest

from communique.model.claim import Party

pytestmark = pytest.mark.model


@pytest.fixture(scope="session")
def figures(extract):
    def find(text, **told):
        return extract(text, "figure", **told)

    return find


def told(found):
    return sorted((f.value, f.unit) for f in found)


FOUND = {
    "level": (
        "Last year, trade between Italy and Kenya amounted to 4.2 billion euros.",
        [(4_200_000_000, "EUR")],
    ),
    "noun-before": (
        "The ministry reported exports of $3.1 billion for the year.",
        [(3_100_000_000, "USD")],
    ),
    "noun-after": (
        "Norway had a $2.5 billion trade surplus with Ghana in 2023.",
        [(2_500_000_000, "USD")],
    ),
    "record": (
        "Bilateral trade reached a record high of 12 billion dollars in 2023.",
        [(12_000_000_000, "USD")],
    ),
    "verb-left-out": (
        "Exports to Malta totaled $5 million and imports from Malta $3 million.",
        [(3_000_000, "USD"), (5_000_000, "USD")],
    ),
    "estimate": (
        "The central bank put the budget deficit at 4.1 percent in 2023.",
        [(4.1, "percent")],
    ),
    "share": (
        "Malaysia accounts for 12 percent of Oman's exports.",
        [(12, "percent")],
    ),
    "rate-alone": ("Consumer prices rose 3.4 percent in December.", [(3.4, "percent")]),
    "count": ("More than 300 Danish companies operate in Ghana.", [(300, "companies")]),
    "people": ("Some 2,000 Georgians live in Malta.", [(2000, "people")]),
    "visitors": ("In 2023, Oman received 360,000 Kenyan tourists.", [(360_000, "tourists")]),
    "of-them": (
        "In all, 40,000 firms trade with Chile, 12,000 of them in services.",
        [(12_000, "companies"), (40_000, "companies")],
    ),
    "measure": ("The railway is 540 km long.", [(540, "km")]),
    "price": ("Diesel now costs $4.20 a gallon.", [(4.2, "USD")]),
    "list-of-counts": (
        "Some 2,400 students, 300 of them from Peru and 120 from Chile, attend the university.",
        [(120, "students"), (300, "students"), (2400, "students")],
    ),
    "votes": ("Parliament voted 212-17 on Tuesday.", [(17, "votes"), (212, "votes")]),
    "votes-to": (
        "The Senate approved the treaty by 51 votes to three.",
        [(3, "votes"), (51, "votes")],
    ),
    "casualties": ("Two soldiers were wounded in the attack.", [(2, "soldiers")]),
    "jobs": (
        "The plant is expected to create 1,500 jobs.",
        [(1500, "jobs")],
    ),
    "population": ("The population of the region is 38 million.", [(38_000_000, "people")]),
    "one in so many": ("In Peru one in five pupils walks to school.", [(20, "percent")]),
    "so many out of": ("In Peru nine out of every 10 farmers are women.", [(90, "percent")]),
    "fraction": ("Half of the exports went to Peru.", [(50, "percent")]),
    "running-total": (
        "Denmark has invested more than $9 billion in Chile since 2010.",
        [(9_000_000_000, "USD")],
    ),
    "few-hurt": ("Two Chadian villagers were hurt on Monday.", [(2, "villagers")]),
    "few-seized": ("The navy impounded three boats for poaching.", [(3, "boats")]),
    "capacity": ("The new line can carry 5 million tonnes a year.", [(5_000_000, "tonnes")]),
    "benefit": (
        "Once completed, the plant will benefit 440,000 people.",
        [(440_000, "people")],
    ),
    "fine": ("The trawler's skipper was fined NOK 400,000.", [(400_000, "NOK")]),
    "goods-sold": (
        "Malta sold goods for EUR 61 million to Zambia in 2021.",
        [(61_000_000, "EUR")],
    ),
    "behind-colon": (
        "Trade between Oman and Chile is modest: $181 million in 2022.",
        [(181_000_000, "USD")],
    ),
    "which": (
        "They reviewed the trade between Oman and Chile, which registered $7.3 billion in 2021.",
        [(7_300_000_000, "USD")],
    ),
    "against-bare": (
        "At least 25 Bangladeshis lost their lives last year, against 31 in 2023.",
        [(25, "people"), (31, "people")],
    ),
    "bare-in-brackets": (
        "In March 90,000 tourists came, most of them from Ghana (24,000) and Malta (18,900).",
        [(18_900, "tourists"), (24_000, "tourists"), (90_000, "tourists")],
    ),
    "in-brackets-behind-a-state": (
        "The region has 386 schools. Most herders of Ghana (24,000) live in the north.",
        [(386, "schools"), (24_000, "herders")],
    ),
    "close-to": ("The Chadian armed forces number close to 30,000.", [(30_000, "people")]),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_a_statistic_is_a_figure(figures, text, expected):
    assert told(figures(text)) == expected


NONE = {
    "sides": "The two sides discussed trade.",
    "countries": "The leaders of the three countries met in Oslo.",
    "documents": "Italy and Kenya signed four memorandums.",
    "duration": "The ministers spoke for two hours about the five-year plan.",
    "vague": "Dozens of companies and hundreds of guests came.",
    "gift": "Japan will provide 30 million dollars to Samoa.",
    "deliverable": "Japan will train 400 nurses in Samoa.",
    "delivered": "The agency has trained 40 nurses.",
    "handed-over": "The ambassador spoke at the handing-over of 72 vehicles.",
    "target": "Both states aim to raise mutual trade to 10 billion dollars by 2030.",
    "limit": "Bosnia could draw up to 900 million euros.",
    "threshold": "Goods valued at or under $800 are exempt.",
    "compound": "The delivery consists of 8-ounce bottles.",
    "grant": "The bank approved a grant of 5 million euros.",
    "denied": "Exports did not reach 3 billion dollars.",
    "carried-by-somebody": "The ministry will carry 5 million doses to the camps.",
    "benefit-by-a-party": "Denmark will benefit 4,000 farmers with new seed.",
    "goods-to-be-sold": "Oman will sell goods for 12 million dollars to Malta next year.",
    "room": "The envoys met in room 24 (18).",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_no_figure(figures, text):
    assert figures(text) == []


def test_an_equivalent_in_brackets_is_not_told_twice(figures):
    found = figures("Exports to Chile reached 3 billion euros (about $3.3 billion) in 2023.")
    assert told(found) == [(3_000_000_000, "EUR")]


INDICATORS = {
    "trade_turnover": "Two-way trade came to $6 billion in 2023.",
    "exports": "Oman exported 4 million tonnes of oil in 2023.",
    "imports": "Imports of goods from Malta reached $3 million.",
    "trade_balance": "The trade deficit stood at $3 billion.",
    "trade_share": "Kenya accounts for 5 percent of Italian exports.",
    "fdi": "The stock of foreign direct investment reached $3 billion.",
    "gdp": "Gross domestic product amounted to $90 billion.",
    "growth": "The economy grew by 4.5 percent in 2023.",
    "transit_volume": "Freight traffic on the line reached 5 million tonnes.",
    "people": "About 900 students from Ghana attend the university.",
    "companies": "Some 70 enterprises with Swiss capital work in Georgia.",
    "other": "Inflation was 4.4 percent.",
}


@pytest.mark.parametrize(("indicator", "text"), INDICATORS.items(), ids=INDICATORS)
def test_the_indicator(figures, indicator, text):
    (found,) = figures(text)
    assert found.indicator == indicator


CHANGES = {
    "marking": (
        "Trade between Oman and Chile, which registered $7 billion, was reviewed, marking an "
        "increase of 62 percent over 2020.",
        (62, "percent", "up", date(2020, 1, 1)),
    ),
    "noun": (
        "In 2023, exports amounted to 37 billion dollars, a 3.2% increase.",
        (3.2, "percent", "up", None),
    ),
    "verb": (
        "Exports fell 8 percent year on year to $12 billion in 2023.",
        (8, "percent", "down", date(2022, 1, 1)),
    ),
    "participle": (
        "In 2023, trade made up 3.9 billion dollars, having grown by 41 percent "
        "against the previous year.",
        (41, "percent", "up", date(2022, 1, 1)),
    ),
    "comparative": (
        "In 2023, the port handled 4 million tonnes of cargo, which is 62% more than in 2021.",
        (62, "percent", "up", date(2021, 1, 1)),
    ),
    "same-period": (
        "Exports stood at $3 billion in the first nine months of 2023, up 9 percent on the "
        "same period of 2022.",
        (9, "percent", "up", date(2022, 1, 1)),
    ),
    "doubled": ("Exports doubled to $8 billion in 2023.", (100, "percent", "up", None)),
    "by-a-third": (
        "Imports fell by a quarter to $8 billion in 2023.",
        (25, "percent", "down", None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), CHANGES.values(), ids=CHANGES)
def test_a_change_goes_with_its_level(figures, text, expected):
    (found,) = figures(text)
    change = found.change
    first = change.base.first if change.base is not None else None
    assert (change.value, change.unit, change.direction, first) == expected
    assert found.value != change.value


def test_a_change_without_level_is_a_figure_of_its_own(figures):
    (found,) = figures("Trade between Oman and Peru surged by 22 per cent in 2023.")
    assert (found.value, found.unit, found.indicator) == (22, "percent", "growth")
    assert found.change.value == 22


def test_both_ends_of_a_change_are_figures(figures):
    base, level = figures("The number of members will rise from 19 to 20.")
    assert told([base, level]) == [(19, "members"), (20, "members")]
    assert base.change is None
    assert (level.change.value, level.change.direction) == (1, "up")


def test_a_sum_that_rose_from_another(figures):
    base, level = figures("Exports rose from 3 to 4.5 billion dollars in 2023.")
    assert told([base, level]) == [(3_000_000_000, "USD"), (4_500_000_000, "USD")]
    assert level.change.value == 1_500_000_000
    assert {base.indicator, level.indicator} == {"exports"}


def test_what_is_raised_is_measured(figures):
    (found,) = figures("The central bank raised its key rate by 50 basis points to 12.5 percent.")
    assert (found.value, found.change.value, found.change.unit) == (12.5, 50, "basis points")
    assert "rate" in found.label


def test_the_base_is_a_figure_and_takes_no_change(figures):
    found = figures("Trade came to $18 billion in 2023, against $27 billion in 2022.")
    assert told(found) == [(18_000_000_000, "USD"), (27_000_000_000, "USD")]
    assert all(f.change is None for f in found)


def test_the_day_of_saying_so_is_no_base(figures):
    (found,) = figures("Exports grew by 2.9 percent in 2023, the office said in Accra on Monday.")
    assert found.change.base is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("In 2022, exports reached $3 billion.", "2022-01-01", "2022-12-31"),
        ("Exports stood at $3 billion in January-November 2023.", "2023-01-01", "2023-11-30"),
        ("Since 2011, exports to Chad have totaled $3 billion.", "2011-01-01", None),
        ("By 2030, exports could reach $3 billion.", None, "2030-12-31"),
        ("Exports under the treaty of 1999 reached $3 billion.", None, None),
        ("In 2023, exports reached $3 billion, up 4 percent on 2022.", "2023-01-01", "2023-12-31"),
        ("Exports were $3 billion for the whole of 2023.", "2023-01-01", "2023-12-31"),
        (
            "From January to August 2023, exports to Chad exceeded $3 billion.",
            "2023-01-01",
            "2023-08-31",
        ),
    ],
    ids=[
        "year",
        "months",
        "since",
        "by",
        "date-of-something-else",
        "up-on-another",
        "whole",
        "from-month-to-month",
    ],
)
def test_the_period(figures, text, first, last):
    (found,) = figures(text)
    period = found.period
    assert (period and period.first and period.first.isoformat()) == first
    assert (period and period.last and period.last.isoformat()) == last


def test_the_period_holds_on_where_statistics_are_told_one_by_one(figures):
    trade, exports = figures(
        "In 2022, trade with Peru reached $9 billion. Exports were $5 billion."
    )
    assert exports.period == trade.period


def test_it_takes_up_what_was_measured_before(figures):
    _, later = figures(
        "In 2021, the mutual trade turnover of Oman and Peru amounted to $4 billion. "
        "In 2022, this indicator reached $5 billion."
    )
    assert later.indicator == "trade_turnover"
    assert later.about == (Party("Oman", "OM"), Party("Peru", "PE"))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to the customs office, exports reached $3 billion.", "customs office"),
        ("The Chinese side put the trade at 6.9 trillion yuan.", "Chinese side"),
        ("By the bank's count, exports reached $3 billion.", "bank"),
        ("Exports reached $3 billion, data from the ministry showed.", "ministry"),
        ("Exports reached $3 billion per year.", None),
    ],
    ids=["according", "estimate", "count", "data", "rate"],
)
def test_who_gives_the_number(figures, text, source):
    (found,) = figures(text)
    assert found.attributed_to == source


def test_a_number_told_twice_has_two_quotes(figures):
    (found,) = figures(
        "The President listed 59 entities. The Treasury named the 59 entities on Monday."
    )
    assert len(found.evidence) == 2


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5 per",
        "They voted 3-",
        "5 of",
        "Half of",
        "%",
        "It rose by",
        "2.5 times",
        "Of these, 3",
    ],
)
def test_odd_text_raises_nothing(figures, text):
    figures(text)


LABELS = {
    "whose-share": ("Gold makes up 80 percent of the imports of Malta.", "Gold"),
    "share-of-a-party": ("Malaysia accounts for 12 percent of Oman's exports.", "Oman's exports"),
    "what-they-do": (
        "More than 21,000 people reached Malta in small boats.",
        "people reached Malta",
    ),
    "no-other-number": ("The dam has 20 turbines with a capacity of 14,000 MW.", "turbines"),
}


@pytest.mark.parametrize(("text", "expected"), LABELS.values(), ids=LABELS)
def test_the_label(figures, text, expected):
    assert figures(text)[0].label == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade between Oman and Chile reached 3 million dollars.", {"OM", "CL"}),
        ("Tourists came from Ghana (24,000), Malta (18,900) and Chile (3,000).", {"GH"}),
    ],
    ids=["both-sides", "own-item"],
)
def test_whom_it_is_about(figures, text, expected):
    first = "In March 90,000 tourists came. " if "Tourists" in text else ""
    found = [f for f in figures(first + text) if f.value in {3_000_000, 24_000}]
    assert {p.code for p in found[0].about} == expected


def test_where_one_main_party_is_named_the_other_is_added(figures):
    text = (
        "Oman and Chile are neighbours by sea. Oman and Chile met. Inflation in Oman was 3 percent."
    )
    assert figures(text)[0].about == (Party("Oman", "OM"), Party("Chile", "CL"))


def test_the_present_dates_no_statistic(figures):
    assert figures("Exports of Oman now stand at 3 million dollars.")[0].period is None


def test_of_a_list_without_end_the_item_is_quoted(figures):
    farms = "; ".join(
        f"{90 + n} farms in the valley of the river that is called {n}" for n in range(20)
    )
    text = f"The survey of Ghana counted these: {farms}; 412 schools in the north; and little else."
    (schools,) = [f for f in figures(text) if f.value == 412]
    assert schools.evidence[0].exact == "412 schools in the north"
    (farm,) = [f for f in figures(text) if f.value == 99]
    assert farm.evidence[0].exact.startswith("99 farms")
    run_on = text.replace(";", ",")
    assert all(len(e.exact) <= 800 for f in figures(run_on) for e in f.evidence)
    assert 412 in {f.value for f in figures(run_on)}


def test_a_statistic_of_trade_is_no_promise(extract):
    text = "Bilateral trade of Oman and Chile totals nearly $2 billion every day."
    assert extract(text, "commitment") == []
