"""`communique serve`: the dossier as pages, for people who never use a terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from communique.cli.options import DEFAULT_DOSSIER, DossierOption


def serve(
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port to listen at.")
    ] = 8000,
    host: Annotated[
        str | None, typer.Option("--host", help="Address to listen at; needs --team.")
    ] = None,
    team: Annotated[
        bool, typer.Option("--team", help="People sign in; their accounts tell what they may do.")
    ] = False,
    public_read: Annotated[
        bool,
        typer.Option("--public-read", help="Who has not signed in may read; needs --team."),
    ] = False,
    behind_proxy: Annotated[
        str | None,
        typer.Option(
            "--behind-proxy",
            metavar="ADDRESS",
            help="Address of the proxy before it, whose word on visitors and TLS counts.",
        ),
    ] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Nothing can be changed.")] = False,
    author: Annotated[
        str | None,
        typer.Option("--author", help="Who decides; else COMMUNIQUE_AUTHOR, else the login name."),
    ] = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """Serve the dossier as pages, until Ctrl-C."""
    from communique.cli.serving import Entrance, Serving

    entrance = Entrance(team, public_read, behind_proxy)
    raise typer.Exit(Serving(dossier, host, port, entrance, read_only, author).run())
