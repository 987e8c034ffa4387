import pytest

pytestmark = pytest.mark.model


def sums(find, text):
    return [
        (m.text, m.value, m.high, m.currency, m.bound, m.precision) for m in find(text, "money")
    ]


def test_a_sum_has_value_currency_and_precision(find):
    assert sums(find, "Trade reached nearly 37.7 billion US dollars.") == [
        ("37.7 billion US dollars", 37700000000, None, "USD", "about", 100000000)
    ]


def test_a_range_has_both_ends(find):
    assert sums(find, "It needs $4–5 billion.") == [
        ("$4–5 billion", 4000000000, 5000000000, "USD", None, 1000000000)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "It gave €50 million in loans and 20 million in grants.",
            [(50000000, "EUR"), (20000000, "EUR")],
            id="list",
        ),
        pytest.param(
            "It pledged EUR 9 billion. Of this, 2.5 billion loans go to Moldova.",
            [(9000000000, "EUR"), (2500000000, "EUR")],
            id="money-noun",
        ),
        pytest.param(
            "It pledged €5 million. Over 2 million people live there.",
            [(5000000, "EUR")],
            id="people-are-no-money",
        ),
        pytest.param(
            "It pledged €5 million. Of all herders of Ghana (2.7 million) a third are poor.",
            [(5000000, "EUR")],
            id="brackets-tell-what-stands-before",
        ),
        pytest.param(
            "It gave €50 million to Ghana and less (20 million) to Malta.",
            [(50000000, "EUR"), (20000000, "EUR")],
            id="brackets-in-a-sentence-of-money",
        ),
        pytest.param("It moved 5 million in all.", [], id="no-currency-in-the-text"),
        pytest.param("The opposition said the 14 won seats.", [], id="verb"),
        pytest.param("It costs 14,000 won.", [(14000, "KRW")], id="won"),
    ],
)
def test_sums_without_a_currency_take_that_spoken_of(find, text, expected):
    assert [(m.value, m.currency) for m in find(text, "money")] == expected
