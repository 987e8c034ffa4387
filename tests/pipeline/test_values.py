import pytest

from communique.model.claim import Party
from communique.pipeline.values import Reader

PARTIES = {"om": Party("Oman", "OM"), "peru": Party("Peru", "PE")}
READER = Reader(lambda words: PARTIES.get(words.casefold()))
OMAN = {"name": "Oman", "code": "OM"}
PERU = {"name": "Peru", "code": "PE"}

READ = [
    pytest.param("commitment", "amount", "5000000 EUR", (5_000_000, "EUR", None), id="sum"),
    pytest.param("commitment", "amount", "eur 5,000,000", (5_000_000, "EUR", None), id="turned"),
    pytest.param(
        "commitment", "amount", "at least 5e6 EUR", (5_000_000, "EUR", "at_least"), id="b"
    ),
    pytest.param("commitment", "amount", "about 2.5", (2.5, None, "about"), id="no-currency"),
]


@pytest.mark.parametrize(("kind", "slot", "words", "told"), READ)
def test_sums(kind, slot, words, told):
    value, currency, bound = told
    read = READER.read(kind, slot, words)
    assert read == {"value": value, "currency": currency, "bound": bound}
    assert isinstance(read["value"], type(value))


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        pytest.param("2023-06-02", "2023-06-02", "2023-06-02", id="day"),
        pytest.param("2023-06", "2023-06-01", "2023-06-30", id="month"),
        pytest.param("2024-02", "2024-02-01", "2024-02-29", id="leap"),
        pytest.param("2023", "2023-01-01", "2023-12-31", id="year"),
        pytest.param("2023-06-02..2023-06-03", "2023-06-02", "2023-06-03", id="days"),
        pytest.param("..2028", None, "2028-12-31", id="open-past"),
        pytest.param("2023-06..", "2023-06-01", None, id="open-future"),
    ],
)
def test_periods(words, first, last):
    assert READER.read("event", "when", words) == {"first": first, "last": last, "text": words}


PLAIN = [
    pytest.param("commitment", "grade", "Pledged", "pledged", id="term"),
    pytest.param("event", "type", "consult", "CONSULT", id="upper-case-term"),
    pytest.param("figure", "indicator", "trade turnover", "trade_turnover", id="two-words"),
    pytest.param("figure", "value", "3.20", 3.2, id="number"),
    pytest.param("instrument", "count", "4", 4, id="whole"),
    pytest.param("event", "title", "II Forum, on trade", "II Forum, on trade", id="text"),
    pytest.param("event", "title", "none", None, id="none"),
    pytest.param("commitment", "by", "OM, Peru", [OMAN, PERU], id="parties"),
    pytest.param("commitment", "by", "none", [], id="no-parties"),
    pytest.param(
        "commitment",
        "to",
        "Bank, Bros. and Co.; om",
        [{"name": "Bank, Bros. and Co.", "code": None}, OMAN],
        id="commas-in-names",
    ),
    pytest.param("office", "party", "om", OMAN, id="party"),
    pytest.param("office", "person", "Ali Rahimov", {"name": "Ali Rahimov"}, id="person"),
    pytest.param(
        "event",
        "actors",
        "host:OM; participant::Ana Ruiz; peru",
        [
            {"role": "host", "party": OMAN, "person": None},
            {"role": "participant", "party": None, "person": {"name": "Ana Ruiz"}},
            {"role": "participant", "party": PERU, "person": None},
        ],
        id="actors",
    ),
    pytest.param(
        "commitment",
        "quantity",
        "more than 79 km of road",
        {"value": 79, "unit": "km of road", "bound": "more_than"},
        id="quantity",
    ),
    pytest.param(
        "figure",
        "change",
        "up 3.2 percent",
        {"value": 3.2, "unit": "percent", "direction": "up", "base": None},
        id="change",
    ),
    pytest.param(
        "commitment",
        "amount",
        '{"value": 5e6, "currency": "EUR"}',
        {"value": 5e6, "currency": "EUR"},
        id="json",
    ),
    pytest.param("commitment", "by", '[{"name": "Oman"}]', [{"name": "Oman"}], id="json-list"),
]


@pytest.mark.parametrize(("kind", "slot", "words", "value"), PLAIN)
def test_other_values(kind, slot, words, value):
    assert READER.read(kind, slot, words) == value


BAD = [
    pytest.param("commitment", "colour", "red", "no slot 'colour' .it has .*amount", id="slot"),
    pytest.param("commitment", "evidence", "[]", "no slot", id="fixed"),
    pytest.param("commitment", "grade", "firm", "none of considered", id="term"),
    pytest.param("commitment", "grade", "none", "none of considered", id="must-be-filled"),
    pytest.param("commitment", "amount", "much money now", "no sum such as", id="sum"),
    pytest.param("commitment", "amount", "five EUR", "no sum such as", id="number"),
    pytest.param("commitment", "amount", "1e999 EUR", "too large", id="infinite"),
    pytest.param(
        "commitment", "amount", '{"value": "5", "currency": null}', "'5' is no int", id="json-type"
    ),
    pytest.param("commitment", "amount", '{"value": 5', "no JSON", id="broken-json"),
    pytest.param("commitment", "amount", '{"value": NaN, "currency": null}', "NaN", id="nan"),
    pytest.param("commitment", "quantity", "79", "no quantity such as", id="quantity"),
    pytest.param("event", "when", "yesterday", "no day, month or year", id="day"),
    pytest.param("event", "when", "2023-02-30", "not in the calendar", id="calendar"),
    pytest.param("event", "when", "2023..2022", "ends before it begins", id="backwards"),
    pytest.param("event", "when", "..", "no period", id="endless"),
    pytest.param("event", "actors", "guest:OM", "none of source", id="role"),
    pytest.param("instrument", "count", "4.5", "4.5 is no int", id="whole"),
    pytest.param("office", "person", " ", "needs a name", id="nameless"),
]


@pytest.mark.parametrize(("kind", "slot", "words", "told"), BAD)
def test_what_is_no_value_is_told(kind, slot, words, told):
    with pytest.raises(ValueError, match=told):
        READER.read(kind, slot, words)
