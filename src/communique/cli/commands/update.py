"""`communique update`: extract anew what another version of the program has extracted."""

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


def update(
    everything: Annotated[
        bool, typer.Option("--all", help="Extract all documents anew, whoever extracted them.")
    ] = False,
    dossier: DossierOption = DEFAULT_DOSSIER,
    extractor: ExtractorOption = "grammar",
    jobs: JobsOption = 1,
    model: ModelOption = None,
    quiet: QuietOption = False,
) -> None:
    """Extract anew what an older version has extracted; what people ruled is kept."""
    from communique.cli.adding import Filling

    raise typer.Exit(Filling(dossier, extractor, jobs, model, quiet).update(everything))
