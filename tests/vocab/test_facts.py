import pytest

from communique.errors import BadVocabulary
from communique.vocab import facts
from communique.vocab.facts import load_fact_words

WORDS = load_fact_words()


@pytest.mark.parametrize("word", ["five", "nineteen", "hundred", "bn", "dozens", "third", "half"])
def test_words_for_numbers_are_known(word):
    assert word in WORDS.numbers


@pytest.mark.parametrize("word", ["january", "june", "tuesday"])
def test_words_for_dates_are_known(word):
    assert word in WORDS.dates


@pytest.mark.parametrize("word", ["may", "march", "sept", "nauryz"])
def test_some_are_dates_only_with_a_capital(word):
    assert word in WORDS.capital_dates
    assert word not in WORDS.dates


def test_a_list_that_is_missing_is_told(monkeypatch):
    monkeypatch.setattr(facts, "_ORDINALS", ("NOWHERE",))
    with pytest.raises(BadVocabulary, match="NOWHERE"):
        load_fact_words()
