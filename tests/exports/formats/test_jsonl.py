import json
from datetime import date

import pytest

from communique.exports.formats.jsonl import to_line
from communique.model.document import Document, PublishedFrom, Region, RegionKind
from communique.model.extraction import Extraction
from communique.model.failure import Failure
from communique.model.mention import (
    Bound,
    MoneyMention,
    OrganizationMention,
    PartyMention,
    PercentMention,
    PersonMention,
    PlaceMention,
    QuantityMention,
    TimeMention,
)
from communique.model.span import Span

TEXT = "“Astana” paid €1.5 bn on 2 June 2023 to JSC Wind for 3 km, 3.2%. Aliya Nur, Oslo"


def extraction(**changes):
    fields = {
        "id": "d-1",
        "text": TEXT,
        "text_given": True,
        "title": "A title",
        "published": date(2024, 2, 1),
        "published_from": PublishedFrom.GIVEN,
        "publisher": "A publisher",
        "url": "https://example.org/a",
        "language": "en",
        "regions": (Region(RegionKind.QUOTATION, Span(0, 8)),),
    }
    mentions = (
        PartyMention(start=1, end=7, text="Astana", name="Kazakhstan", code="KZ", metonym=True),
        MoneyMention(
            start=14, end=21, text="€1.5 bn", value=1.5e9, currency="EUR", precision=1e8
        ),
        TimeMention(
            start=25, end=36, text="2 June 2023", type="DATE", value="2023-06-02",
            first=date(2023, 6, 2), last=date(2023, 6, 2),
        ),
        OrganizationMention(start=40, end=48, text="JSC Wind", name="JSC Wind"),
        QuantityMention(start=53, end=57, text="3 km", value=3, unit="km", bound=Bound.ABOUT),
        PercentMention(start=59, end=63, text="3.2%", value=3.2),
        PersonMention(start=65, end=74, text="Aliya Nur", name="Aliya Nur"),
        PlaceMention(start=76, end=80, text="Oslo", name="Oslo", country="NO"),
    )  # fmt: skip
    return Extraction(Document(**{**fields, **changes}), mentions)


def test_a_line_is_as_the_claim_model_says(snapshot):
    assert json.dumps(json.loads(to_line(extraction())), indent=1, ensure_ascii=False) == snapshot


def test_every_mention_of_the_sample_is_a_slice_of_the_text():
    line = json.loads(to_line(extraction()))
    assert all(TEXT[m["start"] : m["end"]] == m["text"] for m in line["mentions"])


def test_the_text_is_printed_where_the_program_took_it_out():
    keys = list(json.loads(to_line(extraction(text_given=False))))
    assert keys.index("text") == keys.index("language") + 1
    assert "text" not in json.loads(to_line(extraction()))


def test_a_failure_is_a_line_with_an_error(snapshot):
    line = to_line(Failure("d-2", "documents", "IN006", "d-2: its text is empty; give it a text"))
    assert json.dumps(json.loads(line), indent=1) == snapshot


@pytest.mark.parametrize("text", ["lone \ud800 surrogate", "two\nlines\u2028here", 'a "quote"'])
def test_a_line_is_one_line_that_can_be_encoded_and_read_back(text):
    line = to_line(extraction(text=text, text_given=False))
    assert "\n" not in line
    line.encode()
    assert json.loads(line)["text"] == text
