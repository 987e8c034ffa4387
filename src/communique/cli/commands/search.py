"""`communique search`: documents by their words, and the records and persons they bring up."""

from __future__ import annotations

from typing import Annotated

import typer

from communique.cli.options import (
    DEFAULT_DOSSIER,
    CodesOption,
    DossierOption,
    FormatOption,
    OutputOption,
    ViewFormat,
)
from communique.cli.showing.asked import Printing


def search(
    words: Annotated[
        list[str],
        typer.Argument(help='Words that must all be there; "words in quotes" stand together.'),
    ],
    limit: Annotated[int, typer.Option("--limit", min=1, help="Most hits of each sort.")] = 20,
    style: FormatOption = ViewFormat.TABLE,
    codes: CodesOption = False,
    output: OutputOption = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """Find documents by their words, and records and persons by their names."""
    from communique.cli.showing.search import show_hits

    printing = Printing(style=style, limit=limit, codes=codes, output=output)
    show_hits(dossier, tuple(words), limit, printing)
