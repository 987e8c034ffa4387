"""Words as searching compares them, and what people may type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.store.words import phrases_of, places_of, word_from, words_of, words_until


def folded(text):
    return [word.folded for word in words_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Oman's trade, 3.5 %", ["oman", "s", "trade", "3", "5"], id="signs"),
        pytest.param("Besançon Besanc\u0327on", ["besancon", "besancon"], id="accents"),
        pytest.param(
            "Łódź, Tromsø, Ærø, STRASSE Straße",
            ["lodz", "tromso", "aero", "strasse", "strasse"],
            id="letters",
        ),
        pytest.param("Токаев ТОКАЕВ", ["токаев", "токаев"], id="cyrillic"),
        pytest.param("C5+1 co-operation", ["c5", "1", "co", "operation"], id="joined"),
        pytest.param("हिन्दी", ["हनद"], id="vowel-signs-are-dropped"),
        pytest.param("a_b __", ["a", "b"], id="underscores"),
        pytest.param("\x00\ud800a\udfff", ["a"], id="what-databases-refuse"),
        pytest.param("\u0301 ٣ ½ ㈱", ["٣", "12"], id="odd"),
        pytest.param("x" * 500, ["x" * 64], id="longer-than-any-word"),
    ],
)
def test_words_are_folded(text, expected):
    assert folded(text) == expected


@given(st.text())
def test_a_word_stands_where_it_says_and_is_cut_by_no_database(text):
    end = 0
    for word in words_of(text):
        assert end <= word.start < word.end <= len(text)
        end = word.end
        assert word.folded.isalnum()
        assert folded(word.folded) == [word.folded]
        assert len(word.folded.encode()) <= 256


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param("trade  with Oman", [("trade",), ("with",), ("oman",)], id="words"),
        pytest.param('"joint statement" Oman', [("joint", "statement"), ("oman",)], id="phrase"),
        pytest.param(
            "“joint statement” «of Oman»", [("joint", "statement"), ("of", "oman")], id="curly"
        ),
        pytest.param("C5+1", [("c5", "1")], id="joined"),
        pytest.param('Oman "joint st', [("oman",), ("joint", "st")], id="open-quote"),
        pytest.param("oman OMAN Omán", [("oman",)], id="once"),
        pytest.param(
            "AND OR NOT NEAR( a* ^b col:c -d",
            [("and",), ("or",), ("not",), ("near",), ("a",), ("b",), ("col", "c"), ("d",)],
            id="no-signs",
        ),
        pytest.param('" " \'; -- %', [], id="nothing"),
    ],
)
def test_people_type_words_and_phrases(asked, expected):
    assert phrases_of(asked, 25, 32) == tuple(expected)


def test_a_long_phrase_is_looked_for_in_stretches():
    assert [len(p) for p in phrases_of('"' + "a b c " * 20 + '"', 25, 32)] == [25, 25, 10]


def test_there_is_an_end_to_what_is_looked_for():
    assert len(phrases_of(" ".join(f"w{i}" for i in range(1000)), 25, 32)) == 32


PHRASES = [("a",), ("b",), ("a", "b"), ("b", "a", "b"), ("ab",)]


@given(st.text(alphabet="abABé_ .\n", max_size=40))
def test_phrases_stand_where_words_do(text):
    words = list(words_of(text))
    for phrase in PHRASES:
        expected = [
            (words[n].start, words[n + len(phrase) - 1].end)
            for n in range(len(words) - len(phrase) + 1)
            if tuple(word.folded for word in words[n : n + len(phrase)]) == phrase
        ]
        assert places_of(text, [phrase]) == expected
    together = [span for phrase in PHRASES for span in places_of(text, [phrase])]
    assert places_of(text, PHRASES) == sorted(set(together))


@given(st.text(alphabet="ab é_.", max_size=40), st.integers(0, 40))
def test_stretches_begin_and_end_with_words(text, place):
    words = list(words_of(text))
    begins = [word.start for word in words if word.start >= place]
    assert word_from(text, place) == (begins[0] if begins else len(text))
    start = begins[0] if begins else 0
    ends = [word.end for word in words if word.start >= start and word.end <= place + 9]
    assert words_until(text, start, place + 9) == (ends[-1] if ends else place + 9)
