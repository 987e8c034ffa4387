"""Words for sources without a name: the gate lets all through that a pattern can find."""

import pytest

from communique.vocab.unnamed import unnamed

NAMELESS = (
    "He spoke on condition of anonymity.",
    "An unnamed minister called it dead.",
    "Two people familiar with the matter said so.",
)
HEARSAY = (
    "Oman has reportedly agreed.",
    "It is understood that Oman will agree.",
    "It was learnt from government circles.",
    "According to well-informed quarters, it will rain.",
)


@pytest.mark.parametrize("sentence", NAMELESS)
def test_finds_who_is_not_named(sentence):
    assert unnamed().anonymous.search(sentence)


@pytest.mark.parametrize("sentence", HEARSAY)
def test_finds_hearsay(sentence):
    assert unnamed().hearsay.search(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["Trade fell in the last two quarters.", "According to the ministry, trade fell."],
)
def test_leaves_plain_sentences(sentence):
    assert not unnamed().hearsay.search(sentence)
    assert not unnamed().anonymous.search(sentence)


@pytest.mark.parametrize("sentence", [*NAMELESS, *HEARSAY])
def test_gate_lets_through_what_patterns_find(sentence):
    words, lower = unnamed(), sentence.lower()
    assert any(word in lower for word in words.gate)
    assert any(word in lower for word in words.turns)
