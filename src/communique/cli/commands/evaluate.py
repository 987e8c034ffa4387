"""`communique evaluate`: how well an extractor does on documents that people have annotated."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

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
            "folder of documents and happenings."
        ),
    ],
    merging: Annotated[
        bool, typer.Option("--merging", help="Measure how claims are merged into records.")
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
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=0, help="Number of processes; 0 for all cores.")
    ] = 1,
    model: Annotated[
        str | None, typer.Option("--model", help="Name or path of a spaCy pipeline.")
    ] = None,
) -> None:
    """Measure an extractor on annotated documents, or the merging of claims into records."""
    if merging:
        from communique.cli.merging_evaluation import MergingReport

        if part is not None or slots:
            option = "--part" if part is not None else "--slots"
            raise BadOption(option, "merging is measured as a whole", "leave it out")
        of_merging = MergingReport(gold, extractor, errors, report_format.value, jobs, model)
        raise typer.Exit(of_merging.go(floors, update, lower))
    from communique.cli.evaluation import Report
    from communique.pipeline.evaluate.gold import Part

    chosen = Part(part.value) if part is not None else None
    report = Report(gold, extractor, chosen, slots, errors, report_format.value, jobs, model)
    raise typer.Exit(report.go(floors, update, lower))
