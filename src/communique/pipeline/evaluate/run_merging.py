"""Runs an extractor over documents that tell happenings, joins its claims, and measures that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.claims.slots.office import holders_of
from communique.model.claim import Claim
from communique.model.extraction import Extraction
from communique.model.record import ClaimRef, Node
from communique.pipeline.evaluate.happenings import MergingGold
from communique.pipeline.evaluate.joining import Joined, joined
from communique.pipeline.evaluate.merging import MergingScore, scored_merging
from communique.pipeline.evaluate.placing import placements
from communique.pipeline.evaluate.relating import RelationScore, scored_relations
from communique.pipeline.extract import Loader, extract
from communique.pipeline.knowledge import Knowledge
from communique.pipeline.stages import Result
from communique.records.facts import facts_told
from communique.records.parties import Holders


@dataclass(frozen=True, slots=True)
class Told:
    """What was found in the documents.

    Attributes:
        claims: Claims of each document, by its id in the gold.
        nodes: The same as merging sees them.
        holders: Parties of persons, by document.
        failed: Ids of documents that could not be extracted.
    """

    claims: Mapping[str, Sequence[Claim]]
    nodes: Mapping[ClaimRef, Node]
    holders: Holders
    failed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergingEvaluation:
    """Merging and relating, measured."""

    merging: MergingScore
    relations: RelationScore


def evaluate_merging(
    gold: MergingGold, load: Loader, knowledge: Knowledge, jobs: int = 1
) -> MergingEvaluation:
    """Extract the documents, join the claims, and compare with the happenings.

    Args:
        gold: Documents and happenings.
        load: Loads the stages with the extractor.
        knowledge: How claims are compared, and what for.
        jobs: Number of processes.

    Raises:
        SetupError: The stages can't be loaded.
    """
    told = told_in(gold, list(extract(gold.documents, load, jobs)), knowledge)
    return compared_merging(gold, told, joined(told.nodes.values(), knowledge.matchers), knowledge)


def compared_merging(
    gold: MergingGold, told: Told, merged: Joined, knowledge: Knowledge
) -> MergingEvaluation:
    """Compare claims, as they were joined, with the happenings."""
    grouping = merged.grouping()
    placed = placements(gold, told.claims)
    sums = placed["commitment"].claims if "commitment" in placed else ()
    return MergingEvaluation(
        scored_merging(gold, told.claims, grouping, merged.explain, told.failed),
        scored_relations(gold, sums, told.nodes, grouping, told.holders, knowledge),
    )


def told_in(gold: MergingGold, results: Sequence[Result], knowledge: Knowledge) -> Told:
    """What was found in the documents of the gold; results are in their order.

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
    return Told(
        claims={ident: extraction.claims for ident, extraction in extracted.items()},
        nodes={node.ref: node for node in _nodes(extracted, knowledge)},
        holders={ident: holders_of(e.claims) for ident, e in extracted.items()},
        failed=tuple(failed),
    )


def _nodes(extracted: Mapping[str, Extraction], knowledge: Knowledge) -> Iterator[Node]:
    """The claims with the facts of their documents, as a dossier keeps them."""
    for ident, extraction in extracted.items():
        facts = facts_told(ident, extraction, knowledge.kin)
        for claim in extraction.claims:
            yield Node(ClaimRef(ident, claim.id), claim, facts)
