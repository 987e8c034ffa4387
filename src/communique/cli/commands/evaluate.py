"""`communique evaluate`: how well an extractor does on documents that people have annotated."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from communique.cli.options import JobsOption, ModelOption
from communique.errors import BadOption


class ReportFormat(StrEnum):
    """How the report is printed."""

    TEXT = "text"
    JSON = "json"


class PartName(StrEnum):
    """The parts of a collection; as in `pipeline.evaluate.gold`, which is not loaded for help."""

    SEEN = "seen"
    ASIDE = "aside"


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            help="Folder of annotated JSON documents, or a file of JSON lines; with --merging, "
            "folder of documents and happenings; with --checks, of seeded cases."
        ),
    ],
    merging: Annotated[
        bool, typer.Option("--merging", help="Measure how claims are merged into records.")
    ] = False,
    checks: Annotated[
        bool, typer.Option("--checks", help="Measure the checks on seeded cases.")
    ] = False,
    extractor: Annotated[
        str, typer.Option("--extractor", help="Name of the extractor to measure.")
    ] = "grammar",
    part: Annotated[
        PartName | None,
        typer.Option("--part", help="Two thirds for developing, or the third set aside."),
    ] = None,
    slots: Annotated[bool, typer.Option("--slots", help="Report each slot by itself too.")] = False,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what was missed, made up or told differently.")
    ] = False,
    report_format: Annotated[
        ReportFormat, typer.Option("--format", help="How to print the report.")
    ] = ReportFormat.TEXT,
    floors: Annotated[
        Path | None, typer.Option("--floors", help="File of floors that must be reached.")
    ] = None,
    update: Annotated[
        bool, typer.Option("--update", help="Raise the floors to what is reached.")
    ] = False,
    lower: Annotated[
        str | None,
        typer.Option("--lower", metavar="REASON", help="With --update: let floors fall, and why."),
    ] = None,
    jobs: JobsOption = 1,
    model: ModelOption = None,
) -> None:
    """Measure an extractor on annotated documents, the merging of claims, or the checks."""
    if checks:
        from communique.cli.checks_evaluation import ChecksReport

        _refuse("--checks", merging=merging, part=part, slots=slots, floors=floors, update=update)
        of_checks = ChecksReport(gold, extractor, errors, report_format.value, jobs, model)
        raise typer.Exit(of_checks.go())
    if merging:
        from communique.cli.merging_evaluation import MergingReport

        _refuse("--merging", part=part, slots=slots)
        of_merging = MergingReport(gold, extractor, errors, report_format.value, jobs, model)
        raise typer.Exit(of_merging.go(floors, update, lower))
    from communique.cli.evaluation import Report
    from communique.pipeline.evaluate.gold import Part

    chosen = Part(part.value) if part is not None else None
    report = Report(gold, extractor, chosen, slots, errors, report_format.value, jobs, model)
    raise typer.Exit(report.go(floors, update, lower))


def _refuse(measured: str, **others: object) -> None:
    """Refuse options that mean nothing beside what is measured.

    Raises:
        BadOption: One was given.
    """
    for name, value in others.items():
        if value:
            raise BadOption(f"--{name}", f"it means nothing with {measured}", "leave it out")
