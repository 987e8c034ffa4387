"""Two rows of words aligned."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.records.stories import alignment
from communique.records.stories.alignment import Run, align


def shown(first, second):
    """The runs as (same words) or (out, new)."""
    mine, theirs = first.split(), second.split()
    return [
        " ".join(mine[r.start : r.end])
        if r.same
        else (" ".join(mine[r.start : r.end]), " ".join(theirs[r.other_start : r.other_end]))
        for r in align(mine, theirs)
    ]


@pytest.mark.parametrize(
    ("first", "second", "runs"),
    [
        pytest.param("a b c", "a b c", ["a b c"], id="same"),
        pytest.param("a b c", "a x c", ["a", ("b", "x"), "c"], id="replaced"),
        pytest.param("a b c", "a c", ["a", ("b", ""), "c"], id="removed"),
        pytest.param("a c", "a b c", ["a", ("", "b"), "c"], id="inserted"),
        pytest.param(
            "rose by 5 per cent in 2021 again",
            "rose by 6 per cent in 2022 again",
            ["rose by", ("5", "6"), "per cent in", ("2021", "2022"), "again"],
            id="two changes stay two",
        ),
        pytest.param(
            "start one two the three four end of it",
            "start five six the seven eight end of it",
            ["start", ("one two the three four", "five six the seven eight"), "end of it"],
            id="a word in common by chance",
        ),
        pytest.param("", "", [], id="nothing"),
        pytest.param("", "a", [("", "a")], id="all inserted"),
    ],
)
def test_runs(first, second, runs):
    assert shown(first, second) == runs


WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=40)


def check(first, second, runs):
    """The runs cover both rows, in order, and tell the truth."""
    place, other_place, last = 0, 0, None
    for run in runs:
        assert (run.start, run.other_start) == (place, other_place)
        assert run.same != last
        if run.same:
            assert first[run.start : run.end] == second[run.other_start : run.other_end]
        place, other_place, last = run.end, run.other_end, run.same
    assert (place, other_place) == (len(first), len(second))


@settings(max_examples=50)
@given(WORDS, WORDS)
def test_runs_cover_both_rows(first, second):
    check(first, second, align(first, second))


@settings(max_examples=50)
@given(WORDS, WORDS)
def test_it_is_symmetric(first, second):
    assert align(first, second) == tuple(run.turned() for run in align(second, first))


SOME = st.lists(st.sampled_from("abcdefgh"), max_size=15)


@settings(max_examples=30)
@given(SOME, SOME)
def test_large_texts_are_cut_at_rare_words(first, second):
    rare = [f"r{number}" for number in range(20)]
    mine, theirs = [*first, *rare, *second], [*second, *rare, *first]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alignment, "_LARGEST", 300)
        runs = align(mine, theirs)
    check(mine, theirs, runs)
    assert any(run.same and run.longest >= 20 for run in runs)


def test_large_texts_without_rare_words_in_common_are_replaced(monkeypatch):
    monkeypatch.setattr(alignment, "_LARGEST", 100)
    assert align(["a"] * 20, ["b"] * 20) == (Run(False, 0, 20, 0, 20),)
