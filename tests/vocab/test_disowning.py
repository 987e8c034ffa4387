"""How publishers disown what they publish: each way has its words, and a gate that lets them in."""

import pytest

from communique.vocab.disowning import disowning


def found(sentence):
    return [sort.says for sort in disowning().sorts if sort.pattern.search(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The views expressed in this article are those of the author.",
        "We could not independently verify this information.",
        "The publisher accepts no responsibility for the content of this release.",
    ],
)
def test_finds_a_way_of_disowning(sentence):
    assert found(sentence)
    assert any(word in sentence.lower() for word in disowning().gate)
    assert disowning().turns.search(sentence)


@pytest.mark.parametrize(
    "sentence", ["The ministers exchanged views on trade.", "The treaty was signed in Lima."]
)
def test_leaves_plain_sentences(sentence):
    assert not found(sentence)


def test_a_text_speaks_of_itself():
    assert disowning().work.search("This press release was distributed by an agency.")
    assert not disowning().work.search("The treaty was distributed to the members.")


def test_every_way_says_what_it_is():
    assert all(sort.says for sort in disowning().sorts)
