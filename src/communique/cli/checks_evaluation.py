"""Runs an evaluation of the checks on seeded cases for the command line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.checks.registry import all_rules
from communique.cli.printing.seeded import listed_errors, reported_checks
from communique.cli.printing.terminal import clean
from communique.documents.analysis import DEFAULT_MODEL
from communique.pipeline.evaluate.seeded import (
    RuleScore,
    SeededCase,
    evaluate_checks,
    read_seeded,
)
from communique.pipeline.evaluate.small_dossier import SmallDossiers
from communique.pipeline.extract import cores
from communique.pipeline.stages import StagesLoader


@dataclass(frozen=True, slots=True)
class ChecksReport:
    """One evaluation of the checks.

    Attributes:
        gold: Folder of seeded cases.
        extractor: Name of the extractor whose claims are checked.
        errors: List what was missed or reported without reason.
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

    def go(self) -> int:
        """Measure and print; returns the exit status.

        Raises:
            InputError: A case is broken.
            SetupError: The stages can't be loaded.
        """
        cases = read_seeded(self.gold)
        scores = self.scores(cases)
        if self.style == "json":
            print(json.dumps([_entry(score) for score in scores], ensure_ascii=False, indent=1))
            return 0
        if self.errors:
            print(clean(listed_errors(scores, cases)))
        print(reported_checks(scores, {rule.code: rule for rule in all_rules()}))
        return 0

    def scores(self, cases: tuple[SeededCase, ...]) -> tuple[RuleScore, ...]:
        """How each rule does.

        Raises:
            InputError: A document can't be read.
            SetupError: The stages can't be loaded.
        """
        load = StagesLoader(self.model or DEFAULT_MODEL, self.extractor)
        with SmallDossiers.opened() as dossiers:
            return evaluate_checks(cases, load, dossiers, self.jobs or cores())


def _entry(score: RuleScore) -> dict[str, Any]:
    return {
        "code": score.code,
        "cases": score.cases,
        "found": score.found,
        "missed": list(score.missed),
        "false": [{"case": a.case, "message": a.finding.message} for a in score.false],
        "precision": score.precision,
        "recall": score.recall,
    }
