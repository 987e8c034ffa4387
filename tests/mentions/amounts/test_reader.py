"""The reader as its users see it: currencies, hedges, lists, ranges, precision, odd text."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.mentions.amounts.amount import AmountKind
from communique.mentions.amounts.reader import AmountReader
from communique.mentions.grammar.numbers import plain
from communique.model.span import Span

READER = AmountReader.load()


def _units(text: str) -> list[tuple[int | float, str | None]]:
    return [(plain(a.low.value), a.unit) for a in READER.read(text)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It costs 5 dollars.", "USD"),
        ("It pledged 9 million Canadian dollars first, then 5 million dollars.", "CAD"),
        ("It pledged C$9 million first, then $5 million.", "USD"),
        ("Australia gave $5 million.", "USD"),
        ("Argentina pays 5 million pesos.", "ARS"),
        ("They pay 5 million pesos in Chile.", "CLP"),
        ("They pay 5 million pesos.", None),
        ("Nepal pays 5 million rupees.", "NPR"),
        ("They pay 5 million rupees.", "INR"),
        ("India and Nepal pay 5 million rupees.", "INR"),
        ("Norway pays 5 million kroner.", "NOK"),
        ("They pay €3, of which 50 cents is tax.", "EUR"),
        ("It costs 5 million Kazakh tenge.", "KZT"),
        ("It costs 5 million special drawing rights.", "XDR"),
        ("It costs KSh 500 million.", "KES"),
        ("It costs KSh12.9bn.", "KES"),
        ("It costs Dh129 billion.", "AED"),
        ("It costs Rs500 crore.", "INR"),
        ("It costs Rs. 500.", "INR"),
        ("Pakistan pays Rs 500 million.", "PKR"),
        ("Rs2,300 crore was set aside.", "INR"),
        ("RM2bn was spent.", "MYR"),
        ("Fiji received F$1.33 billion.", "FJD"),
        ("Botswana owes P3.2 billion.", "BWP"),
        ("The Philippines owe P3.2 billion.", "PHP"),
        ("It owes P3.2 billion.", None),
        ("Oman holds shares of RO 473 million.", "OMR"),
        ("Reserves crossed the $31 billion mark.", "USD"),
        ("Cameroon borrows 45 billion CFA francs.", "XOF"),
    ],
)
def test_currency_is_settled_by_the_text(text: str, unit: str | None):
    assert _units(text)[-1][1] == unit


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("about 5%", ["about"]),
        ("nearly $5 million", ["about"]),
        ("over 5 km", ["more_than"]),
        ("up to a further 5 km", ["at_most"]),
        ("no fewer than 5 km", ["at_least"]),
        ("less than 5%", ["less_than"]),
        ("$5 million or more", ["at_least"]),
        ("about 5, 6 and 7 percent", ["about", "about", "about"]),
        ("over $5 million and $6 million", ["more_than", "more_than"]),
        ("over 5 km. And 7 km", ["more_than", None]),
        ("the handing-over of 5 km", [None]),
        ("limited to 5 tonnes", ["at_most"]),
        ("5 km", [None]),
    ],
)
def test_hedges(text: str, bounds: list[str | None]):
    assert [a.bound for a in READER.read(text)] == bounds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10, 20 and 30 percent", [(10, None), (20, None), (30, None)]),
        ("175 million to 180 million dollars", [(175000000, "USD"), (180000000, "USD")]),
        ("$4 million, 5 million and 6 million.", [(n * 1000000, "USD") for n in (4, 5, 6)]),
        ("rose to €820 million from 700 million.", [(820000000, "EUR"), (700000000, "EUR")]),
        ("from 5 to 7 percent", [(5, None), (7, None)]),
        ("from 5 to 7 million euros", [(5000000, "EUR"), (7000000, "EUR")]),
    ],
)
def test_units_told_once(text: str, expected: list[tuple[int, str | None]]):
    assert _units(text) == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("250, or 30 percent, came", [AmountKind.NUMBER, AmountKind.PERCENT]),
        ("20, 25, or 30 percent", [AmountKind.PERCENT] * 3),
        ("25 and 30 percent", [AmountKind.PERCENT] * 2),
    ],
)
def test_percentage_behind_or_says_a_count_again(text: str, kinds: list[AmountKind]):
    assert [a.kind for a in READER.read(text)] == kinds


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("$3 million to $4 million", [(3000000, 4000000), (4000000, None)]),
        ("between $3 million and $4 million", [(3000000, 4000000), (4000000, None)]),
        ("ranging from $3 million to $4 million", [(3000000, 4000000), (4000000, None)]),
        ("from $3 million to $4 million", [(3000000, None), (4000000, None)]),
        ("fell to $4 million to $3 million", [(4000000, None), (3000000, None)]),
        ("$4–5 billion", [(4000000000, 5000000000)]),
        ("between 3 and 4 percent", [(3, 4)]),
        ("ranging from 3 to 4 percent", [(3, 4)]),
        ("in 2021 to 3 million euros", [(3000000, None)]),
        ("in 20 to 30 million euros", [(20000000, 30000000)]),
    ],
)
def test_ranges(text: str, ends: list[tuple[int, int | None]]):
    found = READER.read(text)

    assert [(plain(a.low.value), a.high and plain(a.high.value)) for a in found] == ends


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        ("37.7 billion dollars", 37700000000, 100000000),
        ("10 billion dollars", 10000000000, 1000000000),
        ("$2.22", 2.22, 0.01),
        ("$1,059.04", 1059.04, 0.01),
        ("two and a half million dollars", 2500000, 100000),
        ("half a million dollars", 500000, 100000),
        ("three quarters of a million dollars", 750000, 10000),
        ("two hundred and fifty thousand dollars", 250000, 1000),
        ("one million two hundred thousand dollars", 1200000, 1000),
        ("ten thousand million dollars", 10000000000, 1000000000),
        ("three point two five million dollars", 3250000, 10000),
        ("15.625 cents", 0.15625, 0.00001),
        ("$1 500 000", 1500000, 1),
        ("$12,34,567", 1234567, 1),
        ("twelve hundred dollars", 1200, 1),
        ("5 1/2 million dollars", 5500000, 10000),
    ],
)
def test_numbers_and_their_last_place(text: str, value: float, place: float):
    (found,) = READER.read(text)

    assert (plain(found.low.value), plain(found.low.place)) == (value, place)


@pytest.mark.parametrize(
    "text",
    [
        "The G20 and the C5+1 met about COP28 and COVID-19.",
        "It is open 24/7, from 10:30 on 3/5/2024.",
        "Call +7 717 274 5000 or 555-20-11.",
        "See https://example.org/?q=5%20km&p=10%25 for it.",
        "Version 2.1.0 of 1.9.2024.",
        "An F-16, a Su-35 and an A400M.",
        "On 5 March 2024, and in May 2023.",
        "Resolution 1244, Boeing 737, Article 5.",
        "They met three times in five years.",
        "Hundreds of millions of dollars, dozens of tonnes, several hundred km.",
        "The second, the third and the 20th.",
        "Arabic-Indic ٣٤ km and fullwidth ５ km.",
    ],
)
def test_no_amount(text: str):
    assert [a for a in READER.read(text) if a.kind is not AmountKind.NUMBER] == []


def test_skipped_stretches_are_not_read():
    text = "Share $5. It costs $6 million."

    assert [a.unit for a in READER.read(text, skip=[Span(0, 9)])] == ["USD"]


@pytest.mark.parametrize(("tag", "kinds"), [("VBD", ["number"]), ("NN", ["money"])])
def test_part_of_speech_takes_verbs_out(tag: str, kinds: list[str]):
    found = READER.read("The 10,000 won.", tag_at=lambda offset: tag)

    assert [a.kind.value for a in found] == kinds


ODD_DIGITS = "".join(chr(c) for c in range(0x110000) if chr(c).isdigit())


@pytest.mark.parametrize(
    "text",
    [
        "1" * 1_000_000,
        "1," * 100_000,
        "1,000," * 50_000,
        "from 1 to " * 1_000 + "2 km",
        "between $5 and " * 1_000 + "6",
        "one " * 10_000,
        "five million " * 5_000 + "dollars",
        "half a " * 10_000,
        "5 and " * 5_000 + "6 percent",
        ODD_DIGITS + " km " + " km ".join(ODD_DIGITS),
        "9" * 400 + " euros, " + "9" * 15 + " trillion trillion euros",
        "\ud800 5 km \udfff",
        "$" * 10_000 + "5",
        "the number of " * 5_000 + "5",
        "a" * 1_000_000 + " 5 km",
        "pesos 5 pesos " * 5_000,
        "\n" * 100_000 + "5 km",
    ],
    ids=lambda text: text[:12].encode("ascii", "replace").decode().strip(),
)
def test_hostile_text(text: str):
    began = time.process_time()

    for amount in READER.read(text):
        assert 0 <= amount.start < amount.end <= len(text)

    assert time.process_time() - began < 20


def test_time_grows_with_the_length_only():
    def seconds(times: int) -> float:
        text = "It costs 5 to 7 million euros or 3 percent of it. " * times
        began = time.process_time()
        READER.read(text)
        return time.process_time() - began

    seconds(50)
    assert seconds(2_000) < 40 * seconds(200) + 1


WORDS = st.sampled_from(
    """
    a an one two ten twenty hundred thousand million billion dozen half quarter of and or to from
    between - – , . ' $ € US$ C$ EUR TRY 5 0 1.5 1,500 2024 ½ 3/4 12,34,567 1 000 % percent per cent
    points pp bn m k km MW tonnes pounds dollars Canadian euros pesos won cents over about up at
    least more than + ~ May Resolution years times several hundreds old aged ( ) % 9999999999999999
    """.split()  # noqa: SIM905 - a list of so many words is harder to read
)
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=14).map(" ".join))


@settings(max_examples=600, deadline=None)
@given(text=TEXTS)
def test_any_text_gives_ordered_spans(text: str):
    end = 0
    for amount in READER.read(text):
        assert end <= amount.start < amount.end <= len(text)
        assert amount.low.place > Decimal(0)
        if amount.high is not None:
            assert amount.low.value < amount.high.value
        end = amount.end
