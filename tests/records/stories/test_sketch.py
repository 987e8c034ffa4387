"""Sketches of texts: small, the same for the same words, true to what texts share."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.records.stories.articles import article_of
from communique.records.stories.sketch import BOUND, LEAST, Overlap, least_shared, overlap, sketch
from releases import PARAGRAPHS, RELEASE


def words(number, seed=1):
    source = random.Random(seed)
    return " ".join(f"w{source.randrange(5000)}" for _ in range(number))


def sketch_of(text):
    return sketch(article_of(text))


def test_it_is_the_same_on_every_machine():
    assert sketch_of("one two three four five")[0] == 2237958103129565683


def test_typography_makes_no_difference():
    changed = RELEASE.replace("“", '"').replace("”", '"').replace("\n\n", "\r\n").upper()
    assert sketch_of(changed) == sketch_of(RELEASE)


def test_a_long_text_keeps_a_tenth():
    numbers = sketch_of(words(20_000))
    assert len(numbers) == pytest.approx(2000, rel=0.1)
    assert max(numbers) < BOUND


def test_a_short_text_keeps_the_least_or_all():
    assert len(sketch_of(words(150))) == LEAST
    assert len(sketch_of(words(20))) == 16
    assert len(sketch_of("Two words")) == 1
    assert sketch_of("…") == ()


@pytest.mark.parametrize("length", [400, 3000, 12_000])
def test_the_share_of_a_part_is_estimated_whatever_the_length_of_the_whole(length):
    part = words(1500)
    whole = f"{words(length // 2, 2)} {part} {words(length // 2, 3)}"
    assert overlap(sketch_of(part), sketch_of(whole)).of_shorter > 0.95


def test_half_a_text_is_estimated_as_half():
    text = words(4000).split()
    other = " ".join([*text[:2000], *words(2000, 9).split()])
    assert overlap(sketch_of(" ".join(text)), sketch_of(other)).of_shorter == pytest.approx(
        0.5, abs=0.1
    )


def test_texts_of_one_field_share_next_to_nothing():
    one, other = sketch_of("\n".join(PARAGRAPHS[:3])), sketch_of("\n".join(PARAGRAPHS[3:]))
    assert overlap(one, other).shared == 0


def test_a_short_sketch_is_compared_below_the_bound_of_the_long_one():
    short, long = words(100), f"{words(100)} {words(2000, 5)}"
    found = overlap(sketch_of(short), sketch_of(long))
    assert found.shared == found.one == sum(n < BOUND for n in sketch_of(short))


def test_nothing_shares_nothing():
    assert overlap((), sketch_of(RELEASE)) == Overlap(0, 0, len(sketch_of(RELEASE)))
    assert not overlap((), ()).worth_comparing


@settings(max_examples=30)
@given(st.integers(5, 600), st.integers(5, 600), st.integers(0, 300))
def test_it_is_symmetric_and_the_least_is_never_missed(one, other, common):
    mine = sketch_of(f"{words(common, 7)} {words(one, 8)}")
    theirs = sketch_of(f"{words(common, 7)} {words(other, 9)}")
    there, back = overlap(mine, theirs), overlap(theirs, mine)
    assert (there.shared, there.one, there.other) == (back.shared, back.other, back.one)
    if there.worth_comparing:
        shared = len(set(mine) & set(theirs))
        assert shared >= max(least_shared(mine), least_shared(theirs))
