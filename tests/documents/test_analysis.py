import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.documents.analysis import Analyser
from communique.errors import NoLanguageModel
from communique.model.document import Document, Region, RegionKind
from communique.model.span import Span

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def analyser():
    return Analyser.load()


def document(text, *regions):
    return Document(id="d", text=text, text_given=True, regions=regions)


def words(analysis):
    return [token.text for token in analysis.tokens]


def sentences(analysis):
    return [" ".join(words(analysis)[s.first : s.last]) for s in analysis.sentences]


def analyse(analyser, *documents):
    return list(analyser.analyse(documents))


def test_offsets_index_the_given_text(analyser):
    text = "The EU’s co\u00adoperation with\u00a0Astana:\n“solid”."
    (found,) = analyse(analyser, document(text))
    assert [text[t.start : t.end] for t in found.tokens] == [
        "The", "EU", "’s", "co\u00adoperation", "with", "Astana", ":", "“", "solid", "”", ".",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Leaders meet in Astana\n\nThe talks began today",
            ["Leaders meet in Astana", "The talks began today"],
            id="heading",
        ),
        pytest.param(
            "The sides will:\n- open a route\n- build a port",
            ["The sides will :", "open a route", "build a port"],
            id="list",
        ),
        pytest.param(
            "The ministers discussed transport, energy and the\nregion's water resources.",
            ["The ministers discussed transport , energy and the region 's water resources ."],
            id="wrapped-line",
        ),
        pytest.param(
            "Kazakhstan and the European Union Commemorate the Anniversary of Relations\n\nIt was.",
            [
                "Kazakhstan and the European Union Commemorate the Anniversary of Relations",
                "It was .",
            ],
            id="heading-is-one-sentence",
        ),
    ],
)
def test_sentences_end_where_the_layout_says(analyser, text, expected):
    (found,) = analyse(analyser, document(text))
    assert sentences(found) == expected


def test_what_is_outside_the_article_has_no_tokens(analyser):
    text = "Share this\n\nTokayev met Michel.\n\nViews are not ours."
    regions = (
        Region(RegionKind.FURNITURE, Span(0, 10)),
        Region(RegionKind.DISCLAIMER, Span(33, 52)),
    )
    (found,) = analyse(analyser, document(text, *regions))
    assert words(found) == ["Tokayev", "met", "Michel", "."]


def test_a_batch_keeps_order_and_documents_without_words(analyser):
    found = analyse(analyser, *(document(t) for t in ["One.", "", "\u200b", "Two three."]))
    assert [words(a) for a in found] == [["One", "."], [], [], ["Two", "three", "."]]


def test_a_long_text_is_analysed_in_pieces_that_fit_together(analyser):
    paragraph = "The ministers of Latvia and Kenya met in Nairobi on Tuesday.\n\n"
    text = paragraph * 1500
    (found,) = analyse(analyser, document(text))
    assert len(found.sentences) == 1500
    assert found.tokens[-1].end == len(text.rstrip())
    assert all(s.first <= found.tokens[s.first].head < s.last for s in found.sentences)


def test_heads_stay_inside_their_sentence_and_entities_inside_the_tokens(analyser):
    text = "  \n Charles Michel visited\n\n\n Astana  in May .\n"
    (found,) = analyse(analyser, document(text))
    for sentence in found.sentences:
        for index in range(sentence.first, sentence.last):
            assert sentence.first <= found.tokens[index].head < sentence.last
    assert all(0 <= e.first < e.last <= len(found.tokens) for e in found.entities)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_text_gives_ordered_tokens_that_are_exact(analyser, texts):
    documents = [document(text) for text in texts]
    for given_document, found in zip(documents, analyser.analyse(documents), strict=True):
        end = 0
        for token in found.tokens:
            assert end <= token.start < token.end <= len(given_document.text)
            end = token.end
        assert [i for s in found.sentences for i in range(s.first, s.last)] == list(
            range(len(found.tokens))
        )


def test_an_unknown_pipeline_is_named_with_the_remedy():
    with pytest.raises(NoLanguageModel, match=r"no_such_pipeline.*pip install"):
        Analyser.load("no_such_pipeline")
