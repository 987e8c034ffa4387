"""`communique demo`: what communique does, shown on the example documents."""

from __future__ import annotations

from typing import Annotated

import typer


def demo(
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=0, help="Number of processes; 0 for all cores.")
    ] = 1,
) -> None:
    """Extract the example documents and print what they name."""
    from communique.cli.demonstration import demonstrate

    raise typer.Exit(demonstrate(jobs))
