"""Every rule reads its examples, and nothing is read in its near misses."""

from __future__ import annotations

from datetime import date

import pytest

from communique.mentions.times.reader import TimeReader
from communique.vocab.times import Example, TimeRule, load_times

RULES = load_times().rules
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
def reader() -> TimeReader:
    return TimeReader.load()


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_rule_reads_its_example(reader: TimeReader, rule: TimeRule, example: Example):
    start = example.text.index(example.quote)
    found = [
        reading
        for reading in reader.read(example.text, example.published)
        if reading.mention.start == start
    ]

    assert [(r.rule, r.mention.text, r.mention.type, r.mention.value) for r in found] == [
        (rule.id, example.quote, example.type, example.value)
    ]
    if example.first is not None:
        assert found[0].mention.first == example.first
    if example.last is not None:
        assert found[0].mention.last == example.last


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_near_miss_is_left_alone(reader: TimeReader, text: str):
    assert [r.mention.text for r in reader.read(text, date(2024, 5, 6))] == []
