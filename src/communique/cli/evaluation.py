"""Runs an evaluation for the command line: report, mistakes, floors, exit status."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.cli.outcomes import told_refused
from communique.cli.printing.evaluation import listed_mistakes, reported, reported_slots, value_of
from communique.cli.printing.terminal import clean
from communique.documents.analysis import DEFAULT_MODEL
from communique.errors import BadOption
from communique.pipeline.evaluate.floors import read_floors, shortfalls, updated, write_floors
from communique.pipeline.evaluate.gold import Part, digest_of, part_of, read_gold
from communique.pipeline.evaluate.measure import Evaluation, Measure
from communique.pipeline.evaluate.mistakes import Mistake
from communique.pipeline.evaluate.run import evaluate
from communique.pipeline.extract import cores
from communique.pipeline.stages import StagesLoader

FINE, BELOW = 0, 1


@dataclass(frozen=True, slots=True)
class Report:
    """One evaluation.

    Attributes:
        gold: Folder or file of annotated documents.
        extractor: Name of the extractor.
        part: Only the documents of this part; None for all.
        slots: Report each slot by itself.
        errors: List the mistakes; those of the part set aside are never listed.
        style: "text" or "json".
        jobs: Number of processes; 0 for all cores.
        model: spaCy pipeline; None for the default.
    """

    gold: Path
    extractor: str
    part: Part | None
    slots: bool
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
        self._check(floors, update, lower)
        documents = read_gold(self.gold, self.part)
        if not documents:
            raise BadOption(f"--part {self.part}", "no document is in it", "leave it out")
        load = StagesLoader(self.model or DEFAULT_MODEL, self.extractor)
        evaluation = evaluate(documents, load, self.jobs or cores())
        self._print(evaluation)
        return self._judge(evaluation, floors, update, lower)

    def _check(self, floors: Path | None, update: bool, lower: str | None) -> None:
        if self.errors and self.part is Part.ASIDE:
            reason = "the mistakes of the part set aside are not for reading"
            raise BadOption("--errors", reason, "use --part seen")
        check_floors(floors, update, lower)
        if floors is not None and self.part is not None:
            raise BadOption("--floors", "floors are for all documents", "leave out --part")

    def _print(self, evaluation: Evaluation) -> None:
        mistakes = self._shown(evaluation)
        if self.style == "json":
            print(json.dumps(self._as_json(evaluation, mistakes), ensure_ascii=False, indent=1))
            return
        if mistakes:
            print(clean(listed_mistakes(mistakes)))
        print(reported(evaluation))
        if evaluation.refused:
            print(told_refused(evaluation.refused))
        if self.slots:
            print(f"\n{reported_slots(evaluation.by_slot)}")
        hidden = len(evaluation.mistakes) - len(mistakes)
        if self.errors and hidden:
            print(f"{hidden} mistakes in documents set aside are not listed")

    def _shown(self, evaluation: Evaluation) -> tuple[Mistake, ...]:
        seen = (m for m in evaluation.mistakes if part_of(m.document) is Part.SEEN)
        return tuple(seen) if self.errors else ()

    def _as_json(self, evaluation: Evaluation, mistakes: tuple[Mistake, ...]) -> dict[str, Any]:
        report = {
            "documents": evaluation.documents,
            "failed": list(evaluation.failed),
            "refused": dict(evaluation.refused),
            "found": {kind: measured(m) for kind, m in evaluation.found.items()},
            "slots": {kind: measured(m) for kind, m in evaluation.slots.items()},
        }
        if self.slots:
            by_slot = evaluation.by_slot.items()
            report["by_slot"] = {slot: {**c._asdict(), "f1": round(c.f1, 4)} for slot, c in by_slot}
        if self.errors:
            report["errors"] = [_mistake(mistake) for mistake in mistakes]
        return report

    def _judge(
        self, evaluation: Evaluation, floors: Path | None, update: bool, lower: str | None
    ) -> int:
        if evaluation.failed:
            print(f"communique: failed: {', '.join(evaluation.failed)}", file=sys.stderr)
        if floors is None:
            return BELOW if evaluation.failed else FINE
        digest = digest_of(self.gold)
        if update:
            old = read_floors(floors) if floors.exists() else None
            write_floors(floors, updated(old, evaluation, digest, lower))
            return FINE
        missed = list(shortfalls(read_floors(floors), evaluation, digest))
        for line in missed:
            print(f"communique: {line}", file=sys.stderr)
        return BELOW if missed or evaluation.failed else FINE


def check_floors(floors: Path | None, update: bool, lower: str | None) -> None:
    """Check that the options on floors agree.

    Raises:
        BadOption: They contradict each other.
    """
    if update and floors is None:
        raise BadOption("--update", "there are no floors", "name their file with --floors")
    if lower is not None and not update:
        raise BadOption("--lower", "it is a part of --update", "add --update")


def measured(measure: Measure) -> dict[str, Any]:
    """A measure as plain values."""
    counts = measure.counts
    return {
        **counts._asdict(),
        "precision": round(counts.precision, 4),
        "recall": round(counts.recall, 4),
        "f1": round(counts.f1, 4),
        "interval": [round(end, 4) for end in measure.interval],
    }


def _mistake(mistake: Mistake) -> dict[str, Any]:
    return {
        "document": mistake.document,
        "kind": mistake.kind,
        "fault": mistake.fault.value,
        "start": mistake.start,
        "quote": mistake.quote,
        "differences": [
            {"slot": d.slot, "expected": value_of(d.expected), "got": value_of(d.got)}
            for d in mistake.differences
        ],
    }
