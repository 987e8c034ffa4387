"""`communique demo`: what communique does, shown on the example documents."""

from __future__ import annotations

import typer

from communique.cli.options import JobsOption


def demo(
    jobs: JobsOption = 1,
) -> None:
    """Extract the example documents and print what they name."""
    from communique.cli.demonstration import demonstrate

    raise typer.Exit(demonstrate(jobs))
