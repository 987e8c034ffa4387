"""Phrases in long texts."""

import pytest

from communique.checks.phrases import Letters, Phrases, offsets, plain
from communique.checks.seen import words_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("named by parliament", [0]),
        ("was renamed", []),
        ("a name, named", [8]),
        ("Named twice: named", [0, 13]),
        ("", []),
    ],
)
def test_phrases_are_whole_words_in_any_case(text, found):
    assert sorted(offsets(plain(text), ["named"])) == found


def test_lower_case_keeps_offsets():
    assert plain("İstanbul NAMED") == "İstanbul named"


@pytest.mark.parametrize(
    "text",
    [
        "she was sworn in, and he was sworn at",
        "the co-chair was named; unnamed ones were not",
        "nobody was renamed",
        "",
    ],
)
def test_phrases_with_their_words_at_hand_are_found_like_one_after_another(text):
    listed = ["was sworn in", "named", "co-chair", "was named"]
    found = Phrases(listed).offsets(text, words_in(text))
    assert sorted(found) == sorted(offsets(text, listed))


def test_letters_within_words_in_their_order():
    text = "an unnamed official, said to be close to the talks"
    letters = Letters(["said", "name", "close to", "anonym", "offic", "said", "lose  to"])
    for _ in range(2):
        assert letters.among(text, words_in(text)) == ["said", "name", "close to", "offic"]
