"""Data files that comparing claims reads: they do not contradict themselves."""

import pytest

from communique.vocab.descriptions import description_words
from communique.vocab.loader import load_vocabulary
from communique.vocab.name_spellings import name_spellings
from communique.vocab.post_wording import load_post_wording
from communique.vocab.restating import restating


def test_foldings_end():
    known = name_spellings()
    for word in ("zhomart", "tsche", "xhyooqua", "abdullah"):
        once = word
        for pattern, turned in known.foldings:
            once = pattern.sub(turned, once)
        again = once
        for pattern, turned in known.foldings:
            again = pattern.sub(turned, again)
        assert once == again


def test_generations_are_suffixes():
    known = name_spellings()
    assert set(known.generations) <= known.suffixes
    assert not known.fathers & known.particles


@pytest.mark.parametrize("words", ["grammar", "undertaking", "measuring", "sources"])
def test_words_are_in_lower_case(words):
    assert all(word == word.lower() for word in getattr(description_words(), words))


def test_endings_stand_longest_first():
    endings = description_words().endings
    assert len(set(endings)) == len(endings)
    for place, ending in enumerate(endings):
        assert not any(ending.endswith(shorter) for shorter in endings[:place])


def test_posts_of_fields_are_posts():
    names = {post.name.casefold() for post in load_vocabulary().posts}
    for field in load_post_wording().fields:
        assert field.post in names
        assert field.nouns
        assert field.words


def test_degrees_are_no_ranks():
    told = load_post_wording()
    assert not told.degrees & told.ranks


def test_scales_are_powers_of_a_thousand():
    assert set(restating().scales.values()) == {3, 6, 9, 12}
    assert len(set(restating().totals)) == len(restating().totals)
