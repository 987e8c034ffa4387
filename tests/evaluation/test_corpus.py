"""Real press releases: none fails, and every mention is the slice that it says."""

import gzip
import json

import pytest

from communique.model.extraction import Extraction
from communique.model.raw import GivenDocument
from communique.pipeline.stages import Stages

pytestmark = [pytest.mark.model, pytest.mark.corpus]

# Every so many documents; `communique extract` over the whole file takes minutes.
_STEP = 50


def test_a_sample_of_the_corpus_passes(corpus):
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines][::_STEP]
    raws = [GivenDocument(r["id"], r["id"], r["text"], r["title"], r["published"]) for r in records]
    results = Stages.load().run(raws)
    for record, result in zip(records, results, strict=True):
        assert isinstance(result, Extraction), result
        assert result.document.text == record["text"]
        for mention in result.mentions:
            assert record["text"][mention.start : mention.end] == mention.text
