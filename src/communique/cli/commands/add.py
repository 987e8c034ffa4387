"""`communique add`: documents into a dossier, with what they claim, merged into records."""

from __future__ import annotations

from typing import Annotated

import typer

from communique.cli.options import (
    DEFAULT_DOSSIER,
    DossierOption,
    ExtractorOption,
    JobsOption,
    ModelOption,
    QuietOption,
)


def add(
    sources: Annotated[
        list[str],
        typer.Argument(help="Files, folders, web addresses, or - for JSON lines on stdin."),
    ],
    dossier: DossierOption = DEFAULT_DOSSIER,
    extractor: ExtractorOption = "grammar",
    jobs: JobsOption = 1,
    model: ModelOption = None,
    quiet: QuietOption = False,
) -> None:
    """Put documents into the dossier; what is there already costs next to nothing."""
    from communique.cli.adding import Filling

    raise typer.Exit(Filling(dossier, extractor, jobs, model, quiet).add(tuple(sources)))
