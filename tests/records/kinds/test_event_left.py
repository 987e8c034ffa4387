"""Events whose claims leave sides, or days, to the document or the place."""

import pytest

from communique.records.kinds.event.matcher import EventMatcher
from communique.records.matching import ENOUGH
from tellings import event

BOTH = ("FR", "KZ")
LATER = {"published": "2024-05-20", "quote": "They recalled the previous meeting in Turkistan."}

SAME = [
    pytest.param(
        event("KZ; FR", "2023-06-02", place="Turkistan"),
        event("FR", "2023-06", place="Turkistan", subjects=BOTH),
        id="one-side-told-month-and-town",
    ),
    pytest.param(
        event("KZ; FR", "2023-06-02", "forum", ordinal=3),
        event("", "2023-06", "forum", ordinal=3, subjects=BOTH),
        id="the-third-forum",
    ),
    pytest.param(
        event("KZ; FR", "2023-06-02", place="Turkistan"),
        event("KZ; FR", None, place="Turkistan", **LATER),
        id="recalled-a-year-later-by-its-town",
    ),
    pytest.param(
        event("", "2023-06-02", "visit", by="FR Anna Holm-Berg", hosts="KZ"),
        event("", "2023-06", "visit", by="- Holm-Berg", hosts="KZ"),
        id="a-guest-without-a-side",
    ),
]

NOT_SAME = [
    pytest.param(
        event("KZ; FR", "2023-06-02", place="Turkistan"),
        event("FR", "2023-06", place="Turkistan", subjects=("FR", "UZ")),
        id="a-document-about-others",
    ),
    pytest.param(
        event("KZ; FR", "2023-06-02", place="Turkistan"),
        event("FR", "2023-06", place="Turkistan", subjects=("FR", "KZ", "US")),
        id="a-document-about-three",
    ),
    pytest.param(
        event("KZ; FR", "2023-06-02"),
        event("FR", "2023-06-02", subjects=BOTH),
        id="day-and-form-are-not-enough",
    ),
    pytest.param(
        event("KZ Tokayev; FR Macron", "2023-06-02", place="Astana"),
        event("FR Macron", "2023-06-02", place="Astana", subjects=BOTH),
        id="whom-a-person-met-is-not-left-to-it",
    ),
    pytest.param(
        event("KZ; FR", "2023-06-02", place="Astana"),
        event("KZ; FR", None, place="Astana", **LATER),
        id="recalled-but-in-a-capital",
    ),
    pytest.param(
        event("KZ; FR", "2023-06-02", place="Turkistan"),
        event("KZ; FR", None, place="Turkistan", published="2024-05-20"),
        id="news-of-a-year-later-from-the-same-town",
    ),
    pytest.param(
        event("KZ; FR", "2024-06-02", place="Turkistan"),
        event("KZ; FR", None, place="Turkistan", **LATER),
        id="recalled-before-it-took-place",
    ),
    pytest.param(
        event("KZ; FR", "2023-06-02", place="Turkistan"),
        event("KZ; UZ", None, place="Turkistan", **LATER),
        id="recalled-with-another-side",
    ),
    pytest.param(
        event("KZ; FR", "2023-06-02", place="Turkistan", status="occurred"),
        event("KZ; FR", "2023-01-01..2023-12-31", place="Turkistan"),
        id="a-town-and-a-year",
    ),
]


@pytest.fixture(scope="module")
def matcher(lore):
    return EventMatcher(lore)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_is_left_to_the_document_ties(matcher, one, other):
    (first,), (second,) = matcher.profiles(one), matcher.profiles(other)
    assert matcher.contradict(first, second) is None
    match = matcher.compare(first, second)
    assert match is not None
    assert match.score >= ENOUGH, match
    assert match == matcher.compare(second, first)
    assert set(matcher.blocks(first)) & set(matcher.blocks(second))


@pytest.mark.parametrize(("one", "other"), NOT_SAME)
def test_but_it_ties_nothing_else(matcher, one, other):
    (first,), (second,) = matcher.profiles(one), matcher.profiles(other)
    match = matcher.compare(first, second)
    assert match is None or match.score < ENOUGH, match


def test_a_gathering_of_many_lasts_days(matcher):
    (opened,) = matcher.profiles(event("Central Asia; EU", "2023-06-02", "forum"))
    (ended,) = matcher.profiles(event("Central Asia; EU", "2023-06-03"))
    (later,) = matcher.profiles(event("Central Asia; EU", "2023-06-04"))
    (others,) = matcher.profiles(event("Central Asia; JP", "2023-06-03"))
    assert matcher.contradict(opened, ended) is None
    match = matcher.compare(opened, ended)
    assert match is None or match.score < ENOUGH
    assert matcher.contradict(opened, later)
    assert matcher.contradict(opened, others)
