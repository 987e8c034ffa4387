"""`communique dossier …`: verify a dossier, upgrade it, tell what it holds, copy it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from communique.cli.options import DEFAULT_DOSSIER, DossierOption

app = typer.Typer(
    help="Look after a dossier: verify, upgrade, copy it, tell what it holds.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command()
def verify(dossier: DossierOption = DEFAULT_DOSSIER) -> None:
    """Read every quote again, check all that must hold."""
    from communique.cli.dossiers import verified

    raise typer.Exit(verified(dossier))


@app.command()
def upgrade(dossier: DossierOption = DEFAULT_DOSSIER) -> None:
    """Bring an older dossier to this version."""
    from communique.cli.dossiers import upgraded

    raise typer.Exit(upgraded(dossier))


@app.command()
def info(dossier: DossierOption = DEFAULT_DOSSIER) -> None:
    """Tell what a dossier holds, in numbers."""
    from communique.cli.dossiers import told

    raise typer.Exit(told(dossier))


@app.command()
def backup(
    target: Annotated[
        Path | None, typer.Argument(help="The copy; if left out, a file beside the dossier.")
    ] = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """Copy a dossier that is a file."""
    from communique.cli.dossiers import backed_up

    raise typer.Exit(backed_up(dossier, target))
