"""The words of an article, folded, with exact offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model.document import Region, RegionKind
from communique.model.span import Span
from communique.records.stories.articles import article_of


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        pytest.param("Talks, in Oslo!", ["talks", "in", "oslo"], id="case and punctuation"),
        pytest.param("1,200.5 or 10:30.", ["1,200.5", "or", "10:30"], id="numbers are whole"),
        pytest.param("$5 and €5, 5%", ["$", "5", "and", "€", "5", "5", "%"], id="signs are words"),
        pytest.param("Oslo’s Oslo's", ["oslo's", "oslo's"], id="apostrophes"),
        pytest.param("‘Oslo’ 'Oslo'", ["oslo", "oslo"], id="quotation marks"),
        pytest.param("co\u00adoperation", ["cooperation"], id="soft hyphen"),
        pytest.param("cafe\u0301 café", ["café", "café"], id="accent of its own"),
        pytest.param("ﬁnance ２０２４", ["finance", "2024"], id="ligature and width"),
        pytest.param("long-term_aim", ["long", "term", "aim"], id="hyphen and underscore part"),
        pytest.param("5\u00a0million\u200b", ["5", "million"], id="odd blanks"),
        pytest.param(" … — ", [], id="no words"),
    ],
)
def test_words_are_folded(text, keys):
    assert list(article_of(text).keys) == keys


def test_what_is_not_the_article_is_left_out():
    text = "Share this page. Talks were held. All rights reserved."
    regions = (
        Region(RegionKind.FURNITURE, Span(0, 16)),
        Region(RegionKind.DISCLAIMER, Span(34, len(text))),
    )
    article = article_of(text, regions)
    assert article.keys == ("talks", "were", "held")
    assert text[article.starts[0] : article.ends[-1]] == "Talks were held"


def test_a_word_after_furniture_is_behind_a_break():
    text = "Talks began. PRINT They went on."
    article = article_of(text, [Region(RegionKind.FURNITURE, Span(13, 18))])
    assert article.keys[2] == "they"
    assert article.breaks == {0, 2}


def test_overlapping_furniture_is_left_out_once():
    regions = [Region(RegionKind.FURNITURE, Span(0, 8)), Region(RegionKind.DISCLAIMER, Span(4, 6))]
    assert article_of("ab cd ef gh", regions).keys == ("gh",)


def test_headings_and_datelines_are_marked():
    text = "Talks in Oslo\n\nOSLO, 5 May. They met."
    regions = [
        Region(RegionKind.HEADING, Span(0, 13)),
        Region(RegionKind.DATELINE, Span(15, 27)),
    ]
    article = article_of(text, regions)
    assert [article.keys[i] for i in sorted(article.heads)] == [
        "talks",
        "in",
        "oslo",
        "oslo",
        "5",
        "may",
    ]


def test_a_sentence_opens_after_a_stop_or_a_line():
    article = article_of("He met Ana, then Ben. Carl\nDora")
    opens = [key for i, key in enumerate(article.keys) if article.opens_sentence(i)]
    assert opens == ["he", "carl", "dora"]


@given(st.text())
def test_offsets_are_ascending_and_exact(text):
    article = article_of(text)
    places = [place for pair in zip(article.starts, article.ends, strict=True) for place in pair]
    assert places == sorted(places)
    for key, start, end in zip(article.keys, article.starts, article.ends, strict=True):
        assert article_of(text[start:end]).keys == (key,)
