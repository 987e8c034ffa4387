from datetime import date

import pytest

from communique.mentions.kinds.time import Times
from communique.model.analysis import Analysis
from communique.model.document import Document, PublishedFrom, Region, RegionKind
from communique.model.span import Span

NOTHING = Analysis((), (), ())


@pytest.fixture(scope="module")
def times():
    return Times.load()


def found(times, text, published=date(2024, 2, 2), regions=()):
    document = Document(
        id="d",
        text=text,
        text_given=True,
        published=published,
        published_from=PublishedFrom.GIVEN if published else None,
        regions=regions,
    )
    return [(m.text, m.value, m.first, m.last) for m in times.find(document, NOTHING)]


def test_relative_times_are_counted_from_the_publication_date(times):
    assert found(times, "They met last month.") == [
        ("last month", "2024-01", date(2024, 1, 1), date(2024, 1, 31))
    ]


def test_without_a_publication_date_relative_times_cover_no_days(times):
    ((text, _, first, last),) = found(times, "They met last month.", published=None)
    assert (text, first, last) == ("last month", None, None)


def test_times_outside_the_article_are_passed_over(times):
    text = "Share on 3 May 2023\n\nThey met on 18 May 2023."
    regions = (Region(RegionKind.FURNITURE, Span(0, 19)),)
    assert [value for _, value, _, _ in found(times, text, regions=regions)] == ["2023-05-18"]


def test_a_mention_tells_its_rule_and_what_it_was_counted_from(times):
    text = "They met last month and on 5 May 2020."
    document = Document(
        id="d",
        text=text,
        text_given=True,
        published=date(2024, 2, 2),
        published_from=PublishedFrom.GIVEN,
    )
    relative, full = times.find(document, NOTHING)
    assert (relative.rule, relative.anchored_on) == (
        "shifted-unit",
        "publication date 2024-02-02",
    )
    assert full.rule is not None
    assert full.anchored_on is None
