import pytest

from communique.vocab.given_names import load_given_names


@pytest.fixture(scope="module")
def given(vocabulary):
    return load_given_names(vocabulary.name_words)


@pytest.mark.parametrize("name", ["Ursula", "Murat", "María", "Nursultan", "Josephine"])
def test_usual_names_are_there(given, name):
    assert name in given


@pytest.mark.parametrize("word", ["Grace", "Will", "Justice", "May", "#", ""])
def test_words_are_no_given_names(given, word):
    assert word not in given


def test_what_the_packaged_list_has_is_not_repeated(vocabulary):
    words = vocabulary.name_words
    assert set(words.given_names_also_words) & set(words.given_names) == set()
