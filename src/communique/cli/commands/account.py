"""`communique account …`: who may sign in where the dossier is served to a team."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from communique.cli.options import DEFAULT_DOSSIER, DossierOption

app = typer.Typer(
    help="Look after the accounts of a team that the dossier is served to.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


class RoleName(StrEnum):
    """What an account may do; each also what those before it may."""

    READER = "reader"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"


NameArgument = Annotated[str, typer.Argument(help="Name of the account.")]


@app.command()
def add(
    name: NameArgument,
    role: Annotated[
        RoleName,
        typer.Option("--role", help="reader, reviewer (also decides, adds) or administrator."),
    ] = RoleName.READER,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """Make an account; its password is asked for, or read from standard input."""
    from communique.cli.accounts import Accounts

    raise typer.Exit(Accounts(dossier).add(name, role))


@app.command("list")
def list_all(dossier: DossierOption = DEFAULT_DOSSIER) -> None:
    """List all accounts: name, role, whether active, since when."""
    from communique.cli.accounts import Accounts

    raise typer.Exit(Accounts(dossier).list())


@app.command()
def role(
    name: NameArgument,
    role: Annotated[RoleName, typer.Argument(help="The new role.")],
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """Give an account another role."""
    from communique.cli.accounts import Accounts

    raise typer.Exit(Accounts(dossier).change_role(name, role))


@app.command()
def password(name: NameArgument, dossier: DossierOption = DEFAULT_DOSSIER) -> None:
    """Give an account another password; its sessions and tokens end."""
    from communique.cli.accounts import Accounts

    raise typer.Exit(Accounts(dossier).reset_password(name))


@app.command()
def close(name: NameArgument, dossier: DossierOption = DEFAULT_DOSSIER) -> None:
    """Close an account; its sessions and tokens end, its name stays taken."""
    from communique.cli.accounts import Accounts

    raise typer.Exit(Accounts(dossier).close(name))


@app.command()
def reopen(name: NameArgument, dossier: DossierOption = DEFAULT_DOSSIER) -> None:
    """Open a closed account again, with its former password."""
    from communique.cli.accounts import Accounts

    raise typer.Exit(Accounts(dossier).reopen(name))
