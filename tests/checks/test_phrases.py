"""Phrases in long texts."""

import pytest

from communique.checks.phrases import offsets, plain


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
