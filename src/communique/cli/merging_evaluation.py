"""Runs an evaluation of merging for the command line: report, faults, floors, exit status."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from communique.cli.evaluation import BELOW, FINE, check_floors, measured
from communique.cli.printing.merging import listed_faults, reported_merging
from communique.cli.printing.terminal import clean
from communique.documents.analysis import DEFAULT_MODEL
from communique.errors import BadOption
from communique.pipeline.evaluate.floors import (
    Floors,
    merging_shortfalls,
    merging_updated,
    read_floors,
    write_floors,
)
from communique.pipeline.evaluate.happenings import digest_of_merging, read_merging_gold
from communique.pipeline.evaluate.merging import KindScore, MergingScore
from communique.pipeline.evaluate.relating import RelationScore
from communique.pipeline.evaluate.run_merging import MergingEvaluation, evaluate_merging
from communique.pipeline.extract import cores
from communique.pipeline.knowledge import Knowledge
from communique.pipeline.stages import StagesLoader


@dataclass(frozen=True, slots=True)
class MergingReport:
    """One evaluation of merging.

    Attributes:
        gold: Folder of documents and happenings.
        extractor: Name of the extractor whose claims are merged.
        errors: List what was wrongly joined or parted, and tellings without a claim.
        style: "text" or "json".
        jobs: Number of processes; 0 for all cores.
        model: spaCy pipeline; None for the default.
    """

    gold: Path
    extractor: str
    errors: bool
    style: str
    jobs: int
    model: str | None

    def go(self, floors: Path | None, update: bool, lower: str | None) -> int:
        """Measure and print; returns the exit status.

        Args:
            floors: File of floors; None to compare with none.
            update: Raise the floors to what is reached.
            lower: Why floors may fall.

        Raises:
            InputError: The gold is broken, or options contradict each other.
            SetupError: The stages can't be loaded.
        """
        check_floors(floors, update, lower)
        known = read_floors(floors) if floors is not None else None
        if known is not None and known.merging is None and not update:
            raise BadOption(str(floors), "it has no floors of merging", "set them with --update")
        gold = read_merging_gold(self.gold)
        load = StagesLoader(self.model or DEFAULT_MODEL, self.extractor)
        evaluation = evaluate_merging(gold, load, Knowledge.load(), self.jobs or cores())
        self._print(evaluation)
        score = evaluation.merging
        if score.failed:
            print(f"communique: failed: {', '.join(score.failed)}", file=sys.stderr)
        if floors is not None and known is not None and update:
            merging = merging_updated(known.merging, score, digest_of_merging(self.gold), lower)
            write_floors(floors, replace(known, merging=merging))
            return FINE
        fallen = known is not None and self._falls(score, known)
        return BELOW if fallen or score.failed else FINE

    def _print(self, evaluation: MergingEvaluation) -> None:
        if self.style == "json":
            print(json.dumps(self._as_json(evaluation), ensure_ascii=False, indent=1))
            return
        if self.errors:
            print(clean(listed_faults(evaluation)))
        print(reported_merging(evaluation))

    def _as_json(self, evaluation: MergingEvaluation) -> dict[str, Any]:
        score = evaluation.merging
        report: dict[str, Any] = {
            "documents": score.documents,
            "failed": list(score.failed),
            "kinds": {kind: _kind(of_kind) for kind, of_kind in score.kinds.items()},
            "relations": _relations(evaluation.relations, self.errors),
        }
        if self.errors:
            report["wrong"] = [asdict(wrong) for wrong in score.wrong]
            keys = ("kind", "happening", "document", "quote")
            report["missed"] = [dict(zip(keys, told, strict=True)) for told in score.missed]
        return report

    def _falls(self, score: MergingScore, floors: Floors) -> bool:
        """Whether a floor is missed; each is told in a line."""
        if floors.merging is None:
            return False
        missed = list(merging_shortfalls(floors.merging, score, digest_of_merging(self.gold)))
        for line in missed:
            print(f"communique: {line}", file=sys.stderr)
        return bool(missed)


def _kind(score: KindScore) -> dict[str, Any]:
    return {
        "pairs": measured(score.pairs),
        "b_cubed": {
            "precision": round(score.cubed.precision, 4),
            "recall": round(score.cubed.recall, 4),
            "f1": round(score.cubed.f1, 4),
        },
        "happenings": score.happenings,
        "claims": score.claims,
        "tellings": score.tellings,
        "found": score.found,
    }


def _relations(score: RelationScore, listed: bool) -> dict[str, Any]:
    told: dict[str, Any] = dict(score.counts._asdict())
    if listed:
        told["wrong"] = [asdict(related) for related in score.made_up]
        told["lost"] = [asdict(related) for related in score.missed]
    return told
