"""Every rule reads its examples, and nothing is read in its near misses."""

from __future__ import annotations

import pytest

from communique.mentions.amounts.amount import AmountKind
from communique.mentions.amounts.reader import AmountReader
from communique.mentions.grammar.numbers import plain
from communique.vocab.amounts import AmountExample, AmountRule, load_amounts

RULES = load_amounts().rules
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples)
]
NEAR_MISSES = [
    pytest.param(text, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, text in enumerate(rule.near_misses)
]


@pytest.fixture(scope="module")
def reader() -> AmountReader:
    return AmountReader.load()


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_rule_reads_its_example(reader: AmountReader, rule: AmountRule, example: AmountExample):
    start = example.text.index(example.quote)
    (found,) = [amount for amount in reader.read(example.text) if amount.start == start]

    high = None if found.high is None else plain(found.high.value)
    assert (found.rule, example.text[found.start : found.end]) == (rule.id, example.quote)
    assert (found.kind.value, plain(found.low.value), high, found.unit) == (
        example.kind,
        example.value,
        example.high,
        example.unit,
    )
    assert found.bound == example.bound


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_near_miss_is_no_amount(reader: AmountReader, text: str):
    found = [a for a in reader.read(text) if a.kind is not AmountKind.NUMBER]

    assert found == []
