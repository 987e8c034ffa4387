import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.documents.normalise import normalise
from communique.vocab.words import without_accents, word_spans, words_of

# A letter to Unicode, an apostrophe to those who write it.
LETTER_APOSTROPHE = "\u02bc"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        pytest.param("Kazakhstan", ("Kazakhstan",), id="one"),
        pytest.param("C5+1", ("C5", "+", "1"), id="signs"),
        pytest.param("U.S.", ("U", ".", "S", "."), id="points"),
        pytest.param("Cote d’Ivoire", ("Cote", "d", "'", "Ivoire"), id="smart-apostrophe"),
        pytest.param("Asia–Pacific", ("Asia", "-", "Pacific"), id="dash"),
        pytest.param("«Astana»", ('"', "Astana", '"'), id="quotation-marks"),
        pytest.param("Chis\u0327ina\u0306u", ("Chişinău",), id="composed"),
        pytest.param("  two \n words ", ("two", "words"), id="blanks"),
        pytest.param("a_b", ("a", "_", "b"), id="underscore"),
        pytest.param("", (), id="empty"),
    ],
)
def test_names_are_cut_into_words_and_signs(name, words):
    assert words_of(name) == words


@given(st.text())
def test_no_letter_or_digit_is_lost(text):
    composed = unicodedata.normalize("NFC", text).replace(LETTER_APOSTROPHE, "'")
    kept = "".join(c for word in words_of(text) for c in word if c.isalnum())
    assert kept == "".join(c for c in composed if c.isalnum())


@given(st.text())
def test_words_are_never_empty_nor_hold_blanks(text):
    assert all(word and not any(c.isspace() for c in word) for word in words_of(text))


@given(st.text())
def test_cutting_the_words_again_changes_nothing(text):
    assert words_of(" ".join(words_of(text))) == words_of(text)


# Names are composed (NFC) further than texts, whose offsets must hold; in these letters they agree.
LATIN_AND_CYRILLIC = st.one_of(
    st.characters(max_codepoint=0x17F),
    st.characters(min_codepoint=0x400, max_codepoint=0x4FF),
    st.sampled_from("‘’“”–—−‑„ʼ′"),
)


@given(st.text(LATIN_AND_CYRILLIC))
def test_texts_are_cut_as_names_are(text):
    plain = normalise(text).text
    assert tuple(word for word, _, _ in word_spans(plain)) == words_of(plain)


@given(st.text())
def test_spans_follow_each_other_and_cover_all_but_blanks(text):
    spans = [(start, end) for _, start, end in word_spans(text)]
    assert spans == sorted(spans)
    assert all(end <= following for (_, end), (following, _) in pairwise(spans))
    assert "".join(text[start:end] for start, end in spans) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("Türkiye", "Turkiye", id="umlaut"),
        pytest.param("Élysée", "Elysee", id="acute"),
        pytest.param("Beştepe", "Bestepe", id="cedilla"),
        pytest.param("São Tomé", "Sao Tome", id="tilde"),
        pytest.param("Nuku'alofa", "Nuku'alofa", id="plain-already"),
    ],
)
def test_accents_come_off(text, plain):
    assert without_accents(text) == plain
