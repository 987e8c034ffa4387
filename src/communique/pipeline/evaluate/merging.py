"""Measures merging: whether claims of one happening come into one record, and of two into two.

Only claims that tell a happening of the gold are looked at (`placing`), and every two of a kind are
a pair: right if they are of one happening and in one record, made up if they are only in one
record, missed if they are only of one happening.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from communique.model.record import ClaimRef
from communique.pipeline.evaluate.happenings import MergingGold
from communique.pipeline.evaluate.measure import ALL, Counts, Measure
from communique.pipeline.evaluate.placing import Found, Placed, Placement, placements
from communique.pipeline.evaluate.sampling import interval, samples

#: For each kind of record, the record of each claim, by id. Claims that are not in it stand alone.
Grouping = Mapping[str, Mapping[ClaimRef, str]]


@dataclass(frozen=True, slots=True)
class Why:
    """Why two claims are, or are not, in one record.

    Attributes:
        score: How much speaks for their being one thing.
        reasons: In plain words.
    """

    score: float
    reasons: tuple[str, ...]


#: Tells why two claims of a kind of record are, or are not, in one.
Explain = Callable[[str, ClaimRef, ClaimRef], Why]


@dataclass(frozen=True, slots=True)
class WrongPairs:
    """Claims that were wrongly joined, or wrongly parted.

    Attributes:
        kind: Kind of record.
        joined: Whether they were joined; else parted.
        one: A claim.
        other: Another: of the pairs in question the one for whose union most speaks.
        pairs: Number of such pairs between the same two happenings, or records.
        reasons: Why they were joined, or parted.
    """

    kind: str
    joined: bool
    one: Placed
    other: Placed
    pairs: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cubed:
    """B-cubed: precision and recall of the record of each claim, on average over claims."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class KindScore:
    """Merging of one kind of record, or of all.

    Attributes:
        pairs: Right, made up and missed pairs, with the interval of their F1.
        cubed: The same question asked claim by claim.
        happenings: Number of happenings.
        claims: Number of claims that tell them.
        tellings: Number of tellings in the gold.
        found: Number of those that a claim was found for.
    """

    pairs: Measure
    cubed: Cubed
    happenings: int
    claims: int
    tellings: int
    found: int


@dataclass(frozen=True, slots=True)
class MergingScore:
    """Merging, measured.

    Attributes:
        documents: Number of documents.
        failed: Ids of those that could not be extracted.
        kinds: By kind of record, and in all.
        wrong: What was wrongly joined or parted, by kind.
        missed: Tellings that no claim was found for: kind, happening, document and quote.
    """

    documents: int
    failed: tuple[str, ...]
    kinds: Mapping[str, KindScore]
    wrong: tuple[WrongPairs, ...]
    missed: tuple[tuple[str, str, str, str], ...]


def scored_merging(
    gold: MergingGold,
    found: Found,
    grouping: Grouping,
    explain: Explain | None = None,
    failed: tuple[str, ...] = (),
) -> MergingScore:
    """Measure a grouping of claims.

    Args:
        gold: What people see.
        found: The claims that were found in each document.
        grouping: The records they were joined into; documents go by their id in the gold.
        explain: Tells reasons; without it there are none.
        failed: Documents that could not be extracted.
    """
    placed = placements(gold, found)
    tables = {kind: _Table.of(p.claims, grouping.get(kind, {})) for kind, p in placed.items()}
    happenings = Counter(happening.kind for happening in gold.happenings)
    kinds = {kind: _score([tables[kind]], [p], happenings[kind]) for kind, p in placed.items()}
    kinds[ALL] = _score(list(tables.values()), list(placed.values()), happenings.total())
    wrong = (w for kind, table in tables.items() for w in table.wrong(kind, explain or _unsaid))
    missed = (
        (kind, happening, passage.document, passage.quote.exact)
        for kind, p in placed.items()
        for happening, passage in p.missed
    )
    return MergingScore(len(gold.documents), failed, kinds, tuple(wrong), tuple(missed))


def _unsaid(kind: str, one: ClaimRef, other: ClaimRef) -> Why:
    return Why(0.0, ())


@dataclass(frozen=True, slots=True)
class _Table:
    """The claims of a kind, by happening and record.

    Attributes:
        rows: Cells of each happening, by record.
        columns: Cells of each record, by happening.
    """

    rows: Mapping[str, Mapping[str, Sequence[Placed]]]
    columns: Mapping[str, Mapping[str, Sequence[Placed]]]

    @classmethod
    def of(cls, claims: Iterable[Placed], records: Mapping[ClaimRef, str]) -> _Table:
        rows: dict[str, dict[str, list[Placed]]] = defaultdict(lambda: defaultdict(list))
        columns: dict[str, dict[str, list[Placed]]] = defaultdict(lambda: defaultdict(list))
        for claim in claims:
            record = records.get(claim.ref, f"alone {claim.ref}")
            rows[claim.happening][record].append(claim)
            columns[record][claim.happening].append(claim)
        return cls(rows, columns)

    def within(self) -> Iterator[tuple[str, Counts]]:
        """Right and missed pairs of each happening."""
        for happening, cells in self.rows.items():
            sizes = [len(cell) for cell in cells.values()]
            right = sum(_pairs(size) for size in sizes)
            yield happening, Counts(right=right, missed=_pairs(sum(sizes)) - right)

    def across(self) -> Iterator[tuple[str, str, int]]:
        """Number of made-up pairs between two happenings, for each record that holds both."""
        for cells in self.columns.values():
            for one, other in combinations(cells, 2):
                yield one, other, len(cells[one]) * len(cells[other])

    def cubes(self) -> Iterator[tuple[int, float, float]]:
        """Size, B-cubed precision and recall of each cell."""
        for cells in self.rows.values():
            whole = sum(map(len, cells.values()))
            for record, cell in cells.items():
                held = sum(map(len, self.columns[record].values()))
                yield len(cell), len(cell) / held, len(cell) / whole

    def wrong(self, kind: str, explain: Explain) -> Iterator[WrongPairs]:
        """What was wrongly joined, then what was wrongly parted."""
        for cells in self.columns.values():
            for one, other in combinations(cells.values(), 2):
                yield _wrong(kind, True, one, other, explain)
        for cells in self.rows.values():
            parts = sorted(cells.values(), key=lambda cell: (-len(cell), cell[0]))
            for one, other in combinations(parts, 2):
                yield _wrong(kind, False, one, other, explain)


def _wrong(
    kind: str, joined: bool, ones: Sequence[Placed], others: Sequence[Placed], explain: Explain
) -> WrongPairs:
    """Two lots of claims, by the pair for whose union most speaks."""
    told = [(explain(kind, a.ref, b.ref), a, b) for a in ones for b in others]
    why, one, other = max(told, key=lambda entry: entry[0].score)
    return WrongPairs(kind, joined, one, other, len(ones) * len(others), why.reasons)


def _pairs(size: int) -> int:
    return size * (size - 1) // 2


def _score(tables: Sequence[_Table], placed: Sequence[Placement], happenings: int) -> KindScore:
    return KindScore(
        pairs=_measure(tables),
        cubed=_cubed(tables),
        happenings=happenings,
        claims=sum(len(p.claims) for p in placed),
        tellings=sum(p.tellings for p in placed),
        found=sum(p.found for p in placed),
    )


def _measure(tables: Sequence[_Table]) -> Measure:
    """Counts of pairs, with an interval over samples of happenings.

    A happening that is drawn twice counts twice, also in its pairs with others.
    """
    within = [entry for table in tables for entry in table.within()]
    number = {happening: place for place, (happening, _) in enumerate(within)}
    across = [(number[a], number[b], n) for table in tables for a, b, n in table.across()]
    own = [counts for _, counts in within]

    def counted(times: Sequence[int]) -> Counts:
        return Counts(
            right=sum(n * counts.right for n, counts in zip(times, own, strict=True)),
            made_up=sum(times[a] * times[b] * n for a, b, n in across),
            missed=sum(n * counts.missed for n, counts in zip(times, own, strict=True)),
        )

    if not own:
        return Measure(Counts(), (0.0, 0.0))
    drawn = (Counter(sample) for sample in samples(len(own)))
    times = ([counter[place] for place in range(len(own))] for counter in drawn)
    return Measure(counted([1] * len(own)), interval(counted(t).f1 for t in times))


def _cubed(tables: Sequence[_Table]) -> Cubed:
    cells = [cell for table in tables for cell in table.cubes()]
    claims = sum(size for size, _, _ in cells) or 1
    return Cubed(
        sum(size * precision for size, precision, _ in cells) / claims,
        sum(size * recall for size, _, recall in cells) / claims,
    )
