"""`communique demo`: what communique does, shown on the example documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from communique.cli.options import JobsOption


def demo(
    keep: Annotated[
        Path | None, typer.Option("--keep", metavar="PATH", help="Keep the dossier in this file.")
    ] = None,
    jobs: JobsOption = 1,
) -> None:
    """Build a dossier of the example documents and print what it says."""
    from communique.cli.demonstration import demonstrate

    raise typer.Exit(demonstrate(jobs, keep))
