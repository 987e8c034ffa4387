"""Measures how records are related: parts to their whole, restated totals to the former.

Asked are pairs of happenings that claims were found for. A relation of the gold is right if a
record of the one stands so to a record of the other; any other relation is made up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from communique.model.record import ClaimRef, Node, Record, RelationKind
from communique.pipeline.evaluate.happenings import MergingGold
from communique.pipeline.evaluate.measure import Counts
from communique.pipeline.evaluate.merging import Grouping
from communique.pipeline.evaluate.placing import Placed
from communique.pipeline.knowledge import Knowledge
from communique.records.build import build
from communique.records.parties import Holders
from communique.records.relations import Outline, outline, relate

_KIND = "commitment"
_ASKED = (RelationKind.PART_OF, RelationKind.SUPERSEDES)


@dataclass(frozen=True, slots=True, order=True)
class Related:
    """That one happening stands to another in some way."""

    kind: str
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class RelationScore:
    """Relations, measured.

    Attributes:
        counts: Right, made up and missed ones.
        made_up: Those that were made up.
        missed: Those that were missed.
    """

    counts: Counts
    made_up: tuple[Related, ...]
    missed: tuple[Related, ...]


def scored_relations(
    gold: MergingGold,
    placed: Sequence[Placed],
    nodes: Mapping[ClaimRef, Node],
    grouping: Grouping,
    holders: Holders,
    knowledge: Knowledge,
) -> RelationScore:
    """Relate the records that hold claims of commitments in the gold, and compare.

    Args:
        gold: What people see.
        placed: The claims that tell commitments of the gold.
        nodes: All claims that were found.
        grouping: The records they were joined into.
        holders: Parties of persons, by document.
        knowledge: What is known of the world.
    """
    records = grouping.get(_KIND, {})
    outlines = _outlines(placed, nodes, records, holders, knowledge)
    found = set(_related(outlines, knowledge))
    told = {claim.happening for claim in placed}
    wanted = {related for related in _wanted(gold) if {related.one, related.other} <= told}
    made_up, missed = sorted(found - wanted), sorted(wanted - found)
    counts = Counts(len(found & wanted), len(made_up), len(missed))
    return RelationScore(counts, tuple(made_up), tuple(missed))


def _wanted(gold: MergingGold) -> Iterator[Related]:
    for happening in gold.happenings:
        if happening.part_of is not None:
            yield Related(RelationKind.PART_OF, happening.id, happening.part_of)
        if happening.supersedes is not None:
            yield Related(RelationKind.SUPERSEDES, happening.id, happening.supersedes)


def _outlines(
    placed: Sequence[Placed],
    nodes: Mapping[ClaimRef, Node],
    records: Mapping[ClaimRef, str],
    holders: Holders,
    knowledge: Knowledge,
) -> list[tuple[str, Outline]]:
    """What relations need of each record, beside a happening that it holds claims of."""
    members: dict[str, list[Node]] = defaultdict(list)
    for ref, record in records.items():
        members[record].append(nodes[ref])
    told = sorted({(c.happening, records[c.ref]) for c in placed if c.ref in records})
    found = []
    for happening, ident in told:
        drawn = outline(
            _record(ident, members[ident], holders, knowledge), members[ident], knowledge.sides
        )
        if drawn is not None:
            found.append((happening, drawn))
    return found


def _record(ident: str, nodes: Sequence[Node], holders: Holders, knowledge: Knowledge) -> Record:
    founder = min(node.ref for node in nodes)
    return build(ident, _KIND, founder, nodes, kin=knowledge.kin, holders=holders)


def _related(outlines: Sequence[tuple[str, Outline]], knowledge: Knowledge) -> Iterator[Related]:
    for (one, first), (other, second) in permutations(outlines, 2):
        if one != other and first.record != second.record:
            relation = relate(first, second, knowledge.sides)
            if relation is not None and relation.kind in _ASKED:
                yield Related(relation.kind, one, other)
