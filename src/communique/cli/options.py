"""Options that several commands share, each declared once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
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
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")]
CodesOption = Annotated[
    bool, typer.Option("--codes", help="Tell codes too: PLOVER types, grades, parties, ids.")
]


class ViewFormat(StrEnum):
    """How what is in a dossier is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


FormatOption = Annotated[
    ViewFormat, typer.Option("--format", help="A table for people, or whole entries for programs.")
]
LimitOption = Annotated[
    int | None,
    typer.Option(
        "--limit", min=0, help="The latest so many; 0 for all. Tables have 50 unless told."
    ),
]
BetweenOption = Annotated[
    tuple[str, str] | None,
    typer.Option(
        "--between",
        metavar="A B [C…]",
        help="Where both of two sides take part, or all of several: codes or names.",
    ),
]
#: What follows the two sides that an option can take.
FurtherSides = Annotated[list[str] | None, typer.Argument(hidden=True, metavar="C")]
MemberStatesOption = Annotated[
    bool,
    typer.Option("--member-states", help="Let the members of a side stand for it; marked."),
]
GroupingsOption = Annotated[
    bool,
    typer.Option("--groupings", help="Let groupings that a side is in stand for it; marked."),
]
BanksOption = Annotated[
    bool, typer.Option("--banks", help="Let banks that a side owns stand for it; marked.")
]
SinceOption = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="From this day, month or year on.")
]
UntilOption = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Up to this day, month or year.")
]
PersonOption = Annotated[
    str | None, typer.Option("--person", metavar="NAME", help="Where this person takes part.")
]
