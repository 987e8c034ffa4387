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


@pytest.mark.parametrize(
    "sentence",
    [
        *NAMELESS,
        "The envoy asked not to be quoted by name.",
        "She told us off the record.",
        "He was not authorised to speak.",
        "His name was withheld.",
        "Undisclosed officials met there.",
        "Sources close to the talks said so.",
        "Insiders briefed on the plan said so.",
    ],
)
def test_a_promise_is_only_looked_for_beside_words_of_one(sentence):
    assert unnamed().anonymous.search(sentence)
    assert any(part in sentence.lower() for part in unnamed().promised)


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
