from collections import Counter

import pytest

from communique.vocab.name_cues import NameCues, load_name_cues
from communique.vocab.schema import NameWords


@pytest.fixture(scope="module")
def cues():
    return load_name_cues()


@pytest.mark.parametrize("kind", NameWords.model_fields)
def test_words_stand_once_in_their_list(vocabulary, kind):
    words = Counter(getattr(vocabulary.name_words, kind))
    assert words
    assert [word for word, times in words.items() if times > 1] == []
    assert [word for word in words if word != word.strip()] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("honorifics", "suffixes", id="before-and-after-a-name"),
        pytest.param("organization_heads", "place_heads", id="organisation-and-place"),
        pytest.param("organization_heads", "gatherings", id="organisation-and-event"),
    ],
)
def test_no_word_decides_two_ways(vocabulary, one, other):
    first, second = (
        {word.lower() for word in getattr(vocabulary.name_words, kind)} for kind in (one, other)
    )
    assert first & second == set()


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        pytest.param("never_names", "No", id="no"),
        pytest.param("never_names", "Yes", id="yes"),
        pytest.param("never_names", "On", id="on"),
        pytest.param("particles", "y", id="y"),
        pytest.param("particles", "bin", id="bin"),
        pytest.param("honorifics", "H.E.", id="honorific"),
        pytest.param("suffixes", "Jr.", id="suffix"),
        pytest.param("organization_heads", "Ministry", id="ministry"),
        pytest.param("company_suffixes", "JSC", id="legal-form"),
        pytest.param("place_heads", "Airport", id="airport"),
        pytest.param("portfolios", "Affairs", id="affairs"),
        pytest.param("gatherings", "Summit", id="summit"),
    ],
)
def test_usual_words_are_there(vocabulary, kind, word):
    assert word in getattr(vocabulary.name_words, kind)


def test_particles_are_in_small_letters(vocabulary):
    assert [p for p in vocabulary.name_words.particles if p != p.lower()] == []


@pytest.mark.parametrize("kind", NameCues.model_fields)
def test_cues_are_words_in_small_letters(cues, kind):
    words = getattr(cues, kind)
    assert words
    assert [word for word in words if word != word.lower().strip() or not word] == []


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        pytest.param("where", "in", id="in"),
        pytest.param("ways", "visit", id="visit"),
        pytest.param("with_party", "between", id="between"),
        pytest.param("relations", "talks", id="talks"),
        pytest.param("money_after", "dollars", id="dollars"),
        pytest.param("money_after", "€", id="sign"),
        pytest.param("money_after", "tenge", id="tenge"),
        pytest.param("not_party_after", "language", id="language"),
        pytest.param("capital_words", "no", id="no"),
        pytest.param("capital_words", "on", id="on"),
        pytest.param("post_links", "of", id="of"),
    ],
)
def test_usual_cues_are_there(cues, kind, word):
    assert word in getattr(cues, kind)


def test_what_always_leads_to_a_party_does_so_for_a_capital(cues):
    assert cues.always_party <= cues.with_party


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("where", "with_party", id="place-and-party"),
        pytest.param("where", "always_party", id="place-and-party-always"),
    ],
)
def test_no_cue_decides_two_ways(cues, one, other):
    assert getattr(cues, one) & getattr(cues, other) == set()


def test_what_opens_a_place_is_a_noun_of_place(vocabulary):
    words = vocabulary.name_words
    assert set(words.place_openers) <= set(words.place_heads)
