import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.documents.normalise import normalise
from communique.model.span import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“Astana” – the EU’s partner", '"Astana" – the EU\'s partner', id="quotes"),
        pytest.param("co\u00adoper\u00adation", "cooperation", id="soft-hyphens"),
        pytest.param("a Fiji–Tonga pact", "a Fiji-Tonga pact", id="joining-dash"),
        pytest.param("in 2024–2026 – or so", "in 2024–2026 – or so", id="other-dashes"),
        pytest.param("37.7\u00a0billion\u202feuros", "37.7 billion euros", id="no-break-spaces"),
        pytest.param("o\ufb03ce of \ufb01nance", "office of finance", id="ligatures"),
        pytest.param("\u200fAstana\u200e", "Astana", id="direction-marks"),
        pytest.param("Chis\u0327ina\u0306u", "Chişinău", id="accents"),
        pytest.param("one\n\n  two", "one two", id="blank-runs"),
        pytest.param("\ud800 bad", "\ufffd bad", id="lone-surrogate"),
        pytest.param("C5+1 and G20, 3.2%", "C5+1 and G20, 3.2%", id="nothing-to-do"),
        pytest.param("", "", id="empty"),
    ],
)
def test_text_is_plain(text, expected):
    assert normalise(text).text == expected


@pytest.mark.parametrize(
    ("text", "word", "original"),
    [
        pytest.param("the co\u00adoperation of", "cooperation", "co\u00adoperation", id="inside"),
        pytest.param("in \u200fAstana\u200e.", "Astana", "Astana", id="marks-around-stay-out"),
        pytest.param("an o\ufb03ce", "office", "o\ufb03ce", id="ligature"),
        pytest.param("in Chis\u0327ina\u0306u.", "Chişinău", "Chis\u0327ina\u0306u", id="accents"),
        pytest.param("a  European\n Union b", "European Union", "European\n Union", id="blanks"),
    ],
)
def test_map_leads_back(text, word, original):
    normalised = normalise(text)
    start = normalised.text.index(word)
    first, last = normalised.original(start, start + len(word))
    assert text[first:last] == original


def test_parts_are_joined_and_lead_back():
    text = "Menu | Home\n\nAstana met Brussels.\n\nShare\n\nIt rained."
    parts = [Span(13, 33), Span(42, 52)]
    normalised = normalise(text, parts)
    assert normalised.text == "Astana met Brussels. It rained."
    assert normalised.part_starts == (0, 21)
    first, last = normalised.original(21, 30)
    assert text[first:last] == "It rained"


def test_part_of_invisible_signs_only_leaves_no_trace():
    assert normalise("ab\u200bcd", [Span(0, 2), Span(2, 3), Span(3, 5)]).text == "ab cd"


ODD = st.text(
    alphabet=st.one_of(
        st.characters(), st.sampled_from("\u00ad\u200f\ufb01\u0301e \n\u00a0“”’\ud800a")
    )
)


@given(ODD)
def test_every_character_leads_back_into_the_text(text):
    normalised = normalise(text)
    before = 0
    for index in range(len(normalised.text)):
        first, last = normalised.original(index, index + 1)
        assert 0 <= first <= last <= len(text)
        assert first >= before
        before = first


@given(ODD)
def test_what_needs_no_change_leads_back_to_itself(text):
    normalised = normalise(text)
    for index, character in enumerate(normalised.text):
        if character.isalnum() and character.isascii():
            first, last = normalised.original(index, index + 1)
            assert character in text[first:last] or last - first == 1
