"""`communique extract`: documents in, JSON lines or a readable summary out; keeps nothing."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from communique.cli.options import (
    CodesOption,
    ExtractorOption,
    JobsOption,
    ModelOption,
    OutputOption,
    QuietOption,
)


class OutputFormat(StrEnum):
    """How results are printed."""

    SUMMARY = "summary"
    TABLE = "table"
    JSONL = "jsonl"
    PLOVER = "plover"


def extract(
    sources: Annotated[
        list[str],
        typer.Argument(help="Files, folders, web addresses, or - for JSON lines on stdin."),
    ],
    output_format: Annotated[
        OutputFormat | None,
        typer.Option("--format", help="How to print: a summary on a terminal, else JSON lines."),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print the text with its claims marked and told.")
    ] = False,
    check: Annotated[
        bool,
        typer.Option("--check", help="Check each document by itself; status 1 if an error stands."),
    ] = False,
    codes: CodesOption = False,
    extractor: ExtractorOption = "grammar",
    jobs: JobsOption = 1,
    model: ModelOption = None,
    output: OutputOption = None,
    quiet: QuietOption = False,
) -> None:
    """Read documents and print what they claim and name, document by document."""
    from communique.cli.extraction import Run

    if output_format is None:
        terminal = output is None and sys.stdout.isatty()
        output_format = OutputFormat.SUMMARY if terminal else OutputFormat.JSONL
    style = "explain" if explain else output_format.value
    run = Run(tuple(sources), style, jobs, model, output, quiet, extractor, codes, check)
    raise typer.Exit(run.go())
