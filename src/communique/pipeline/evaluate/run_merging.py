"""Runs an extractor over documents that tell happenings, joins its claims, and measures that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from communique.model.extraction import Extraction
from communique.model.record import ClaimRef, DocumentFacts, Node
from communique.pipeline.evaluate.happenings import MergingGold
from communique.pipeline.evaluate.joining import Joined, joined
from communique.pipeline.evaluate.merging import MergingScore, scored_merging
from communique.pipeline.extract import Loader, extract
from communique.pipeline.stages import Result
from communique.records.matching import Matcher


def evaluate_merging(
    gold: MergingGold,
    load: Loader,
    matchers: Sequence[Matcher],
    jobs: int = 1,
) -> MergingScore:
    """Extract the documents, join the claims, and compare with the happenings.

    Args:
        gold: Documents and happenings.
        load: Loads the stages with the extractor.
        matchers: How claims of each kind of record are compared.
        jobs: Number of processes.

    Raises:
        SetupError: The stages can't be loaded.
    """
    results = extract(gold.documents, load, jobs)
    return compared_merging(gold, list(results), matchers)


def compared_merging(
    gold: MergingGold,
    results: Sequence[Result],
    matchers: Sequence[Matcher],
) -> MergingScore:
    """Join the claims of results, which are in the order of the documents, and compare.

    The claims of a document that failed are not found.
    """
    extracted: dict[str, Extraction] = {}
    failed = []
    for given, result in zip(gold.documents, results, strict=True):
        ident = given.id or given.address
        if isinstance(result, Extraction):
            extracted[ident] = result
        else:
            failed.append(ident)
    merged = joined_of(extracted, matchers)
    found = {ident: extraction.claims for ident, extraction in extracted.items()}
    return scored_merging(gold, found, merged.grouping(), merged.explain, tuple(failed))


def joined_of(extracted: Mapping[str, Extraction], matchers: Sequence[Matcher]) -> Joined:
    """The claims of documents, joined.

    Args:
        extracted: What was found, by the id of the document in the gold.
        matchers: How claims of each kind of record are compared.
    """
    return joined(_nodes(extracted), matchers)


def _nodes(extracted: Mapping[str, Extraction]) -> Iterator[Node]:
    for ident, extraction in extracted.items():
        document = extraction.document
        facts = DocumentFacts(ident, document.published, document.publisher)
        for claim in extraction.claims:
            yield Node(ClaimRef(ident, claim.id), claim, facts)
