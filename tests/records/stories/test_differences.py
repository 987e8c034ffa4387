"""The differences of two versions: exact, complete, and told by what they touch."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model.document import Region, RegionKind
from communique.model.span import Span
from communique.records.stories.articles import article_of
from communique.records.stories.differences import differences, edit_of, entry_of
from communique.records.stories.facts import Touch
from communique.vocab.facts import load_fact_words
from releases import BACKGROUND, MONEY, QUOTE, RELEASE

WORDS = load_fact_words()


def edits(first, second):
    return differences(article_of(first), article_of(second), WORDS)


def applied(first, found):
    """The first text after the edits, which are put between blanks."""
    for edit in reversed(found):
        first = f"{first[: edit.removed.start]} {edit.inserted_text} {first[edit.removed.end :]}"
    return first


def test_a_silent_edit_of_a_figure_is_found():
    changed = RELEASE.replace("45 million", "54 million")
    (edit,) = edits(RELEASE, changed)
    assert (edit.removed_text, edit.inserted_text) == ("45", "54")
    assert RELEASE[edit.removed.start :].startswith("45 million dollars")
    assert changed[edit.inserted.start :].startswith("54 million dollars")
    assert edit.touches == (Touch.NUMBER,)
    assert edit.changes_figures


def test_a_paragraph_that_is_put_in_is_one_edit():
    changed = RELEASE.replace(MONEY, f"{MONEY}\n\n{BACKGROUND}")
    (edit,) = edits(RELEASE, changed)
    assert edit.removed_text == ""
    assert edit.removed.start == RELEASE.index(MONEY) + len(MONEY) - 1
    assert edit.inserted_text == BACKGROUND.rstrip(".")
    assert not edit.replaces
    assert not edit.changes_figures


def test_a_passage_that_is_taken_out_is_one_edit():
    changed = RELEASE.replace(QUOTE + "\n\n", "")
    (edit,) = edits(RELEASE, changed)
    assert edit.removed_text == QUOTE.strip("“.”")
    assert edit.inserted == Span(edit.inserted.start, edit.inserted.start)


def test_names_and_dates_are_told_apart():
    changed = RELEASE.replace("Rosa", "Ana").replace("13 May", "14 May")
    assert [edit.touches for edit in edits(RELEASE, changed)] == [(Touch.NAME,), (Touch.DATE,)]


def test_what_is_put_first_is_put_at_the_beginning():
    (edit,) = edits("They met.", "Today they met.")
    assert (edit.removed, edit.inserted_text) == (Span(0, 0), "Today")


def test_other_typography_is_no_difference():
    assert edits(RELEASE, RELEASE.replace("“", '"').replace("\n\n", "\n").upper()) == ()


def test_furniture_inside_a_passage_is_in_no_edit():
    first = "They met here. Long talks followed. SHARE THIS. Nobody spoke. It ended well then."
    begin = first.index("SHARE")
    article = article_of(first, [Region(RegionKind.FURNITURE, Span(begin, begin + 11))])
    second = "They met here. It ended well then."
    found = differences(article, article_of(second), WORDS)
    assert [edit.removed_text for edit in found] == ["Long talks followed", "Nobody spoke"]
    assert {edit.inserted for edit in found} == {Span(13, 13)}


PIECES = st.lists(
    st.sampled_from(
        [
            "the ",
            "Oslo ",
            "5",
            "$",
            "1.5 ",
            "May, ",
            "talks. ",
            "it’s ",
            "-",
            "\n",
            "6 ",
            "éa ",
            "“",
            ".",
        ]
    ),
    max_size=30,
).map("".join)


@settings(max_examples=150)
@given(PIECES, PIECES)
def test_edits_lead_from_the_first_text_to_the_second(first, second):
    found = edits(first, second)
    assert article_of(applied(first, found)).keys == article_of(second).keys
    for edit in found:
        assert first[edit.removed.start : edit.removed.end] == edit.removed_text
        assert second[edit.inserted.start : edit.inserted.end] == edit.inserted_text
        assert edit.removed_text or edit.inserted_text


@settings(max_examples=50)
@given(PIECES, PIECES)
def test_edits_turned_around_are_those_of_the_texts_turned_around(first, second):
    there = {(e.removed_text, e.inserted_text, e.touches) for e in edits(first, second)}
    assert there == {(e.inserted_text, e.removed_text, e.touches) for e in edits(second, first)}


@pytest.mark.parametrize("second", [RELEASE.replace("45", "54"), RELEASE + BACKGROUND, QUOTE, ""])
def test_edits_outlive_json(second):
    for edit in edits(RELEASE, second):
        entry = json.loads(json.dumps(entry_of(edit)))
        assert edit_of(entry, RELEASE, second) == edit
