"""Paragraphs as skeletons with a slot for every number."""

import re

import pytest

from checking import told
from communique.checks.arithmetic.forms import readings
from communique.checks.arithmetic.numbers import Sort
from communique.checks.arithmetic.passages import passages
from communique.model.record import DocumentFacts
from communique.pipeline.checking import sheet_of

pytestmark = pytest.mark.model

TEXT = (
    "Trade rose to $5.2 billion (€4.8 billion) in 2023, up 4 %. Exports came to 3.1 billion,"
    " imports to 2.1 billion dollars, and a third of the 40 firms gained.\n"
    "The donors gave 6 million euros:\n- Oman: 4 million euros\n- Peru: 2 million euros"
)


@pytest.fixture(scope="module")
def read(workbench):
    (extraction,) = workbench.extracted([told(TEXT)])
    document = extraction.document
    return passages(sheet_of(DocumentFacts(document.id, document.published), extraction))


def test_every_number_is_a_slot_and_a_conversion_is_none(read):
    assert read[0].words.startswith("trade rose to <m0> (")
    assert "<m1>" not in read[0].words
    assert [n.value for n in read[0].numbers[:4]] == [5.2e9, 4, 3.1e9, 2.1e9]


def test_bare_sums_take_the_currency_beside_them(read):
    exports = next(n for n in read[0].numbers if n.value == 3.1e9)
    assert (exports.sort, exports.unit) == (Sort.MONEY, "USD")


def test_fractions_in_words_are_shares(read):
    third = next(n for n in read[0].numbers if n.text == "a third")
    assert third.sort is Sort.SHARE
    assert third.interval.low < 1 / 3 < third.interval.high


def test_a_list_belongs_to_the_line_that_announces_it(read):
    assert read[1].words.count("|") == 2
    assert len(read[1].numbers) == 3


def test_slots_and_words_are_found_again_in_the_text(read):
    for passage in read:
        for slot in re.finditer(r"<([a-z])(\d+)>", passage.words):
            if slot[1] != "t":
                number = passage.numbers[int(slot[2])]
                span = passage.place(*slot.span())
                assert TEXT[span.start : span.end] == number.text
        for word in re.finditer(r"(?<![<\w])[a-z]{3,}", passage.words):
            span = passage.place(*word.span())
            assert TEXT[span.start : span.end].lower() == word[0]


def test_forms_find_the_roles_of_numbers(workbench):
    (extraction,) = workbench.extracted([told("Trade rose by 10 %, from $5.0 bn to $5.5 bn.")])
    sheet = sheet_of(DocumentFacts("doc", None), extraction)
    (reading,) = readings("growth", passages(sheet)[0])
    roles = {role: number.text for role, number in reading.numbers.items()}
    assert roles == {"rising": "10 %", "base": "$5.0 bn", "level": "$5.5 bn"}
