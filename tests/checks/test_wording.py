"""Patterns of listed words: the same as trying one word after another, the longest first."""

import re

import pytest

from communique.checks.seen import words_in
from communique.checks.wording import any_of, first_words, whole

LISTS = {
    "beginnings": ["sign", "signed", "signing", "signed off", "son", "so"],
    "one": ["treaty"],
    "the same twice": ["pact", "pact", "pacts"],
    "signs": ["a.b", "a+b", "a", "co-operation", "co-operate"],
    "letters that differ in case only": ["Al", "alb", "al-Hamra", "Alb"],
    "blanks": ["is to", "is", "is to be", "in force", "in effect"],
}
TEXT = (
    "Signed so soon, the Pacts were signed off by Alb of al-Hamra; Al and alb, a+b is a.b, is to be"
    " in force, in effect co-operation: they co-operate, as is to happen. A treaty is a treaty."
)


@pytest.mark.parametrize("words", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE], ids=["minding case", "in any case"])
@pytest.mark.parametrize("around", ["", r"\b"], ids=["anywhere", "whole"])
def test_any_of_fits_what_the_words_fit_one_after_another(words, flags, around):
    flat = "|".join(map(re.escape, sorted(set(words), key=lambda w: (-len(w), w))))
    plain = re.compile(f"{around}(?:{flat}){around}", flags)
    found = re.compile(f"{around}{any_of(words)}{around}", flags).finditer(TEXT)
    assert [m.span() for m in found] == [m.span() for m in plain.finditer(TEXT)]


def test_whole_words_in_any_case():
    assert [m[0] for m in whole(["pact", "signed off"]).finditer(TEXT)] == ["signed off"]


def test_first_words_are_those_that_texts_are_cut_into():
    phrases = ["has undertaken", "Is to", "co-funds", "vows"]
    assert first_words(phrases) == {"has", "is", "co", "vows"}


def test_words_of_a_text_once_and_without_signs():
    told = "The al-Hamra's pact, signed in 2024: the_pact (No. 5)."
    assert words_in(told) == frozenset(re.findall(r"\w+", told.lower()))
