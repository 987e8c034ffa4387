import re

import pytest

from communique.vocab.wording import load_wording
from communique.vocab.words import without_accents


@pytest.fixture(scope="module")
def lists():
    wording = load_wording()
    found = {name: getattr(wording, name) for name in type(wording).model_fields}
    levels, versions = found.pop("levels"), found.pop("versions")
    return {**found, **levels, **versions, "ordinals": frozenset(found["ordinals"])}


def test_words_are_in_the_form_in_which_they_are_compared(lists):
    for words in lists.values():
        for word in words:
            assert word == without_accents(word).lower()
            assert re.fullmatch(r"[a-z'-]+( [a-z'-]+)*", word), word


def test_only_names_of_towns_have_several_words(lists):
    words = {word for name, words in lists.items() if name != "venues" for word in words}
    assert not [word for word in words if " " in word]


@pytest.mark.parametrize(
    ("one", "other"),
    [("empty", "forms"), ("plain", "forms"), ("later", "forms"), ("ordinals", "forms")],
)
def test_a_word_of_a_name_is_of_one_sort(lists, one, other):
    assert lists[one] & lists[other] == set()
