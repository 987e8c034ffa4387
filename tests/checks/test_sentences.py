"""Sentences of stored texts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.checks.sentences import sentences


def cut(text):
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oman signed. Peru did not.", ["Oman signed.", "Peru did not."]),
        ("The U.S. Senate met. It voted.", ["The U.S. Senate met.", "It voted."]),
        ("It cost EUR 3.3 bn. Exports rose.", ["It cost EUR 3.3 bn.", "Exports rose."]),
        ("They met.\nThey signed.", ["They met.", "They signed."]),
        ("Oman gave 5 million. - Peru gave 3.", ["Oman gave 5 million.", "- Peru gave 3."]),
        ("It fights drugs.The budget grows.", ["It fights drugs.", "The budget grows."]),
        ("Mr. Smith gave 3.5 million.", ["Mr. Smith gave 3.5 million."]),
    ],
)
def test_ends_of_sentences(text, expected):
    assert cut(text) == expected


@given(st.text(alphabet="aB. \n-1!", max_size=60))
def test_sentences_are_in_order_and_miss_no_words(text):
    found = sentences(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    told = "".join(text[span.start : span.end] for span in found)
    assert "".join(told.split()) == "".join(text.split())
