import pytest

from communique.documents.analysis import Analyser
from communique.model.document import Document

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def lemmas():
    analyser = Analyser.load()

    def of(text):
        document = Document(id="d", text=text, text_given=True)
        (analysis,) = analyser.analyse([document])
        return {token.text: token.lemma for token in analysis.tokens}

    return of


def test_inflected_words_have_their_dictionary_form(lemmas):
    found = lemmas("The ministers met and are holding talks; ties were deepened.")
    assert found["ministers"] == "minister"
    assert found["met"] == "meet"
    assert found["holding"] == "hold"
    assert found["deepened"] == "deepen"


def test_words_that_only_look_like_plurals_stay_as_they_are(lemmas):
    found = lemmas("Oman declared its readiness; progress and access followed.")
    assert found["readiness"] == "readiness"
    assert found["progress"] == "progress"
    assert found["access"] == "access"
