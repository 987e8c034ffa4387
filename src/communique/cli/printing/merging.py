"""The report of an evaluation of merging, as plain lines that can be searched and compared."""

from __future__ import annotations

from collections.abc import Iterator

from communique.pipeline.evaluate.measure import ALL
from communique.pipeline.evaluate.merging import KindScore, WrongPairs
from communique.pipeline.evaluate.placing import Placed
from communique.pipeline.evaluate.run_merging import MergingEvaluation

_LONGEST_QUOTE = 160


def reported_merging(evaluation: MergingEvaluation) -> str:
    """Pairwise precision, recall and F1 with its 95 % interval, and B-cubed F1, for each kind."""
    score = evaluation.merging
    lines = [
        f"{score.documents} documents",
        f"{'':<12}{'tellings with a claim':>24}{'pairs of claims':>26}",
        f"{'kind':<12}{'found':>7}{'of':>5}{'share':>9}"
        f"{'prec.':>11}{'recall':>8}{'F1':>7}   {'95 %':<13}{'B-cubed':>9}",
    ]
    for kind, of_kind in score.kinds.items():
        name = "all kinds" if kind == ALL else kind
        lines.append(f"{name:<12}{_row(of_kind)}")
    right, made_up, missed = evaluation.relations.counts
    lines.append(f"parts and restated totals: {right} right, {made_up} made up, {missed} missed")
    return "\n".join(lines)


def _row(score: KindScore) -> str:
    counts, (low, high) = score.pairs.counts, score.pairs.interval
    share = score.found / score.tellings if score.tellings else 0.0
    return (
        f"{score.found:>7}{score.tellings:>5}{share:>9.2f}"
        f"{counts.precision:>11.3f}{counts.recall:>8.3f}{counts.f1:>7.3f}"
        f"   {f'{low:.3f}–{high:.3f}':<13}{score.cubed.f1:>9.3f}"
    )


def listed_faults(evaluation: MergingEvaluation) -> str:
    """What was wrongly joined, parted or related, with reasons; then tellings without a claim."""
    score, relations = evaluation.merging, evaluation.relations
    lines = [line for wrong in score.wrong for line in _wrong(wrong)]
    lines += [f"made up: {r.one} {r.kind} {r.other}" for r in relations.made_up]
    lines += [f"missed: {r.one} {r.kind} {r.other}" for r in relations.missed]
    for kind, happening, document, quote in score.missed:
        lines.append(f"no claim: {kind} {happening} in {document}: “{_short(quote)}”")
    return "\n".join(lines) + "\n"


def _wrong(wrong: WrongPairs) -> Iterator[str]:
    fault = "wrongly joined" if wrong.joined else "wrongly parted"
    pairs = "1 pair" if wrong.pairs == 1 else f"{wrong.pairs} pairs"
    yield f"{fault}: {wrong.kind}, {pairs}"
    yield _claim(wrong.one)
    yield _claim(wrong.other)
    yield from (f"    {reason}" for reason in wrong.reasons)


def _claim(placed: Placed) -> str:
    return f"  {placed.happening} in {placed.ref.document}: “{_short(placed.quote)}”"


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}…"
