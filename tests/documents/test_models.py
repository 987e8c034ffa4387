import os
import subprocess
import sys

import pytest
import spacy
from thinc.api import NumpyOps

from communique.documents import models
from communique.documents.analysis import DEFAULT_MODEL

pytestmark = pytest.mark.model

TEXTS = (
    "President Aino Korhonen of Finland met Prime Minister Li Wei in Tallinn on 3 May 2024.",
    "The European Commission and the Ministry of Transport of Georgia signed a memorandum.",
    " ",
    "Talks went on.\n\nBoth sides, said Ms. Okafor, would invest $5 million in Port Said.",
)


@pytest.fixture
def nlp():
    return spacy.load(DEFAULT_MODEL, exclude=["attribute_ruler", "lemmatizer"])


def read(doc):
    parse = [(token.tag_, token.dep_, token.head.i, token.is_sent_start) for token in doc]
    return parse, [(name.start, name.end, name.label_) for name in doc.ents]


def test_the_result_is_spacys_own(nlp):
    own = [read(doc) for doc in nlp.pipe(TEXTS)]
    models.multiply_with_numpy(nlp)
    recogniser = models.take_recogniser(nlp)
    assert [read(doc) for doc in models.recognised(recogniser, nlp.pipe(TEXTS))] == own


def test_documents_come_in_order_whatever_the_batch(nlp, monkeypatch):
    recogniser = models.take_recogniser(nlp)
    whole = [read(doc) for doc in models.recognised(recogniser, nlp.pipe(TEXTS))]
    monkeypatch.setattr(models, "_WORDS", 5)
    assert [read(doc) for doc in models.recognised(recogniser, nlp.pipe(TEXTS))] == whole


def test_no_documents_give_none(nlp):
    recogniser = models.take_recogniser(nlp)
    assert list(models.recognised(recogniser, [])) == []


def test_a_recogniser_is_led_only_as_the_last_component(nlp):
    nlp.add_pipe("sentencizer")
    assert models.take_recogniser(nlp) is None
    assert "ner" in nlp.pipe_names


def test_a_recogniser_that_weighs_several_readings_runs_by_itself(nlp):
    nlp.get_pipe("ner").cfg["beam_width"] = 4
    assert models.take_recogniser(nlp) is None


def test_models_that_multiply_otherwise_keep_their_way(nlp):
    class OtherOps(NumpyOps):
        pass

    other = OtherOps()
    tagger = nlp.get_pipe("tagger").model
    tagger.ops = other
    models.multiply_with_numpy(nlp)
    assert tagger.ops is other
    assert not nlp.get_pipe("ner").model.ops.use_blis


@pytest.mark.skipif(sys.platform != "linux", reason="threads are counted there")
@pytest.mark.parametrize(
    "module",
    ["communique.documents.analysis", "communique.pipeline.stages", "communique.web.workshop"],
)
def test_matrices_are_multiplied_by_one_thread(module):
    code = f"import os, {module}, numpy; print(len(os.listdir('/proc/self/task')))"
    without = {name: value for name, value in os.environ.items() if name != "OMP_NUM_THREADS"}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=without, capture_output=True, check=True, timeout=60)
    assert done.stdout.split() == [b"1"]
