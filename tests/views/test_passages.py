"""A text cut into passages is the text still, whatever overlaps in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model.document import Region, RegionKind
from communique.model.span import Span
from communique.views.passages import Highlight, blocks_of, part_at, parts_of

TEXT = "A heading\n\nOman and Peru met. Oman gave money.\nThe end"


def spans(text):
    return st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(
        lambda ends: Span(min(ends), max(ends))
    )


@st.composite
def marked_texts(draw):
    text = draw(st.text(st.sampled_from("ab \n\r\t<&é\u202e\U0001f600"), max_size=60))
    kinds = st.sampled_from(RegionKind)
    regions = draw(st.lists(st.builds(Region, kinds, spans(text)), max_size=4))
    highlights = draw(st.lists(st.builds(Highlight, st.integers(0, 3), spans(text)), max_size=5))
    return text, regions, highlights, draw(st.lists(spans(text), max_size=2))


@given(marked_texts(), st.integers(1, 20))
def test_the_passages_of_all_parts_are_the_text(made, most):
    text, regions, highlights, marked = made
    parts = parts_of(text, most)
    assert "".join(text[part.start : part.end] for part in parts) == text
    passages = [
        passage
        for part in parts
        for block in blocks_of(text, part, regions, highlights, marked)
        for passage in block.passages
    ]
    assert "".join(passage.text for passage in passages) == text
    assert all(text[p.span.start : p.span.end] == p.text for p in passages)


@given(marked_texts())
def test_each_sign_is_under_the_claims_whose_evidence_it_is(made):
    text, regions, highlights, marked = made
    for block in blocks_of(text, Span(0, len(text)), regions, highlights, marked):
        for passage in block.passages:
            for place in range(passage.span.start, passage.span.end):
                under = {h.claim for h in highlights if h.span.start <= place < h.span.end}
                assert set(passage.claims) == under
                assert passage.marked == any(s.start <= place < s.end for s in marked)


def told(highlights, regions=(), marked=()):
    blocks = blocks_of(TEXT, Span(0, len(TEXT)), regions, highlights, marked)
    return [(p.text, p.claims, p.opens) for block in blocks for p in block.passages]


def test_of_nested_claims_the_inner_one_stands_last():
    start = TEXT.index("Oman")
    outer, inner = Span(start, start + 18), Span(start + 9, start + 13)
    found = told([Highlight(0, outer), Highlight(1, inner)])
    assert ("Oman and ", (0,), (0,)) in found
    assert ("Peru", (0, 1), (1,)) in found
    assert (" met.", (0,), ()) in found


def test_claims_that_overlap_share_a_passage():
    start = TEXT.index("Oman")
    found = told([Highlight(0, Span(start, start + 8)), Highlight(1, Span(start + 5, start + 13))])
    assert ("and", (0, 1), (1,)) in found


def test_evidence_in_two_places_is_of_one_claim():
    found = told([Highlight(0, Span(0, 9)), Highlight(0, Span(len(TEXT) - 3, len(TEXT)))])
    assert [words for words, claims, _ in found if claims == (0,)] == ["A heading", "end"]


@pytest.mark.parametrize(
    ("span", "kind"),
    [(Span(0, 9), RegionKind.HEADING), (Span(0, 5), None), (Span(0, 20), RegionKind.HEADING)],
    ids=["the line", "a part of it", "more than it"],
)
def test_a_paragraph_is_what_all_of_it_is(span, kind):
    blocks = blocks_of(TEXT, Span(0, len(TEXT)), [Region(RegionKind.HEADING, span)], [])
    assert blocks[0].kind is kind


def test_long_texts_are_cut_between_lines():
    text = "a line of words\n" * 100
    parts = parts_of(text, 200)
    assert len(parts) > 5
    assert all(text[part.end - 1] == "\n" for part in parts)
    assert part_at(parts, 0) == 0
    assert part_at(parts, len(text) + 9) == len(parts) - 1
    assert parts[part_at(parts, 450)].start <= 450 < parts[part_at(parts, 450)].end


def test_an_empty_text_has_one_empty_part():
    assert parts_of("", 10) == (Span(0, 0),)
    assert blocks_of("", Span(0, 0), [], []) == ()
