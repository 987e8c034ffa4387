"""Options that several commands share, each declared once."""

from __future__ import annotations

from typing import Annotated

import typer

#: Where the dossier is, if the user names none.
DEFAULT_DOSSIER = "dossier.db"

DossierOption = Annotated[
    str,
    typer.Option(
        "--dossier",
        metavar="PATH_OR_URL",
        envvar="COMMUNIQUE_DOSSIER",
        help="The dossier: a file, or the address of a PostgreSQL database.",
    ),
]
JobsOption = Annotated[
    int, typer.Option("--jobs", "-j", min=0, help="Number of processes; 0 for all cores.")
]
ModelOption = Annotated[
    str | None, typer.Option("--model", help="Name or path of a spaCy pipeline.")
]
ExtractorOption = Annotated[
    str, typer.Option("--extractor", help="Name of the extractor of claims.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and notes.")]
