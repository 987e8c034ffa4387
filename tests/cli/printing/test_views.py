"""The views of one result for people: explanation, tables, summary."""

from datetime import date

import pytest

from communique.cli.printing.explain import explained
from communique.cli.printing.summary import summarised
from communique.cli.printing.tables import tabled
from communique.model.document import Document, PublishedFrom, Region, RegionKind
from communique.model.extraction import Extraction
from communique.model.mention import PartyMention
from communique.model.span import Span
from communique.model.terms import EventMode, Modality
from factory import commitment, day, event, figure, instrument, office

TEXT = """A meeting in Lima

Oman and Peru met in Lima on 2 May 2024, where they signed a treaty. President Ali Rahimov spoke.
Oman will give 5 million euros, and exports of 3 billion euros were noted.

Share this page"""


def at(exact):
    return {"exact": exact, "start": TEXT.index(exact)}


@pytest.fixture
def result():
    claims = (
        event(
            **at("Oman and Peru met in Lima on 2 May 2024, where they signed a treaty."),
            mode=EventMode.MEETING,
            place="Lima",
            when=day("2024-05-02"),
        ),
        instrument(**at("they signed a treaty")),
        commitment(**at("Oman will give 5 million euros"), attributed_to="the ministry"),
        figure(**at("exports of 3 billion euros"), modality=Modality.POSSIBLE),
        office(**at("President Ali Rahimov")),
    )
    document = Document(
        id="d",
        text=TEXT,
        text_given=True,
        title="A meeting in Lima",
        published=date(2024, 5, 3),
        published_from=PublishedFrom.GIVEN,
        regions=(Region(RegionKind.FURNITURE, Span(len(TEXT) - 15, len(TEXT))),),
    )
    named = (PartyMention(**span("Oman"), name="Oman", code="OM"),)
    return Extraction(document, named, claims)


def span(text):
    return {"start": TEXT.index(text), "end": TEXT.index(text) + len(text), "text": text}


def test_the_explanation(result, wording, printed, snapshot):
    assert printed(explained(result, wording)) == snapshot


def test_the_explanation_with_codes(result, coded, printed, snapshot):
    assert printed(explained(result, coded)) == snapshot


def test_the_tables(result, wording, printed, snapshot):
    assert printed(tabled(result, wording)) == snapshot


def test_the_summary(result, wording, printed, snapshot):
    assert printed(summarised(result, wording)) == snapshot


def test_quotes_that_end_together_or_touch_are_all_marked(result, wording, printed):
    claims = (event(**at("Oman and Peru")), office(**at("and Peru")), figure(**at(" met")))
    told = printed(explained(Extraction(result.document, (), claims), wording))
    assert "[1 Oman [2 and Peru 1] 2][3  met 3] in Lima" in told


def test_no_claims_are_told_as_such(result, wording, printed):
    told = printed(tabled(Extraction(result.document, ()), wording))
    assert "no claims" in told
    assert "Claims" not in printed(summarised(Extraction(result.document, ()), wording))


def test_what_a_document_holds_drives_no_terminal(result, wording, printed):
    hostile = office(post="Presi\x1b[31mdent\u202e")
    views = [
        view(Extraction(result.document, (), (hostile,)), wording)
        for view in (explained, tabled, summarised)
    ]
    assert all("\x1b" not in printed(view) and "\u202e" not in printed(view) for view in views)
