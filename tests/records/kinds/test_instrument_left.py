"""Instruments whose claims leave parties, or days, to the document or the place."""

import pytest

from communique.records.kinds.instrument.matcher import InstrumentMatcher
from communique.records.matching import ENOUGH
from tellings import instrument

BOTH = ("FR", "KZ")

SAME = [
    pytest.param(
        instrument(parties=BOTH, when="2023-06-02"),
        instrument(parties=(), when="2023-06-02", subjects=BOTH),
        id="no-name-no-party-but-the-day",
    ),
    pytest.param(
        instrument("agreement", parties=BOTH, published="2023-06-02"),
        instrument("agreement", parties=("FR",), published="2023-06-03", subjects=BOTH),
        id="one-party-and-published-on-the-next-day",
    ),
    pytest.param(
        instrument(name="memorandum on falconry and cooperation in saddlery", parties=BOTH,
                   when="2023-06-02"),
        instrument(name="falconry memorandum", parties=(), subjects=BOTH,
                   published="2024-03-01"),
        id="a-hint-at-the-name",
    ),
    pytest.param(
        instrument("agreement", "customs agreement", parties=(), when="2023-06-02",
                   subjects=BOTH),
        instrument("agreement", "customs agreement", parties=("KZ",), when="2023-11-02",
                   action="ratified", subjects=BOTH),
        id="signed-and-ratified",
    ),
    pytest.param(
        instrument("roadmap", parties=BOTH, when="2023-06", action="adopted", place="Turkistan"),
        instrument("roadmap", parties=BOTH, action="adopted", place="Turkistan",
                   published="2024-07-01"),
        id="told-a-year-later-by-its-town",
    ),
]  # fmt: skip

NOT_SAME = [
    pytest.param(
        instrument(parties=BOTH, when="2023-06-02"),
        instrument(parties=(), when="2023-06-02", subjects=("FR", "UZ")),
        id="a-document-about-others",
    ),
    pytest.param(
        instrument(parties=BOTH, when="2023-06-02"),
        instrument(parties=(), when="2023-06-02", subjects=("FR",)),
        id="a-document-about-one",
    ),
    pytest.param(
        instrument(parties=BOTH, when="2023-06-02"),
        instrument(parties=("JP",), when="2023-06-02", subjects=BOTH),
        id="another-party-told",
    ),
    pytest.param(
        instrument(name="memorandum on falconry", parties=BOTH, when="2023-06-02"),
        instrument(name="memorandum on saddlery", parties=(), when="2023-06-02", subjects=BOTH),
        id="two-topics-of-a-day",
    ),
    pytest.param(
        instrument("statement", parties=BOTH, when="2023-06-02"),
        instrument("statement", parties=(), when="2024-06-02", subjects=BOTH),
        id="yearly-statements",
    ),
    pytest.param(
        instrument("programme", "trade and investment programme", parties=BOTH,
                   published="2023-06-02", action="adopted"),
        instrument("programme", "security programme", parties=(), published="2023-06-02",
                   action="mentioned", subjects=BOTH),
        id="what-is-only-mentioned",
    ),
    pytest.param(
        instrument("roadmap", parties=BOTH, when="2023-06", action="adopted", place="Astana"),
        instrument("roadmap", parties=BOTH, action="adopted", place="Astana",
                   published="2024-07-01"),
        id="told-a-year-later-by-a-capital",
    ),
    pytest.param(
        instrument("roadmap", parties=BOTH, when="2023-06", action="adopted", place="Turkistan"),
        instrument("roadmap", parties=("KZ", "JP"), action="adopted", place="Turkistan",
                   published="2024-07-01"),
        id="the-town-with-another-party",
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def matcher(lore):
    return InstrumentMatcher(lore)


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
