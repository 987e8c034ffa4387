"""Runs an extractor over annotated documents and measures it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from communique.model.extraction import Extraction
from communique.pipeline.evaluate.gold import GoldDocument
from communique.pipeline.evaluate.measure import Evaluation, scored, summed
from communique.pipeline.extract import Loader, extract
from communique.pipeline.stages import Result


def evaluate(gold: Sequence[GoldDocument], load: Loader, jobs: int = 1) -> Evaluation:
    """Extract the annotated documents and compare.

    Args:
        gold: The documents; all that was told with them is given to the stages.
        load: Loads the stages with the extractor that is to be measured.
        jobs: Number of processes.

    Raises:
        SetupError: The stages can't be loaded.
    """
    results = extract((document.given for document in gold), load, jobs)
    return compared(gold, list(results))


def compared(gold: Sequence[GoldDocument], results: Sequence[Result]) -> Evaluation:
    """Measure results against the gold; both in one order."""
    refused: Counter[str] = Counter()
    failed: list[str] = []
    documents = []
    for document, result in zip(gold, results, strict=True):
        if isinstance(result, Extraction):
            refused.update(result.refused)
        else:
            failed.append(document.id)
        claims = result.claims if isinstance(result, Extraction) else ()
        documents.append(scored(document.id, claims, document.claims))
    return summed(documents, tuple(failed), refused)
