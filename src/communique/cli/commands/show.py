"""`communique show …`: what a dossier holds, as tables or for programs.

Each kind of record has a command, which shows it by its declared slots; so have the other lists.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from communique.cli.options import (
    DEFAULT_DOSSIER,
    BanksOption,
    BetweenOption,
    CodesOption,
    DossierOption,
    FormatOption,
    FurtherSides,
    GroupingsOption,
    LimitOption,
    MemberStatesOption,
    OutputOption,
    PersonOption,
    SinceOption,
    UntilOption,
    ViewFormat,
)
from communique.cli.showing.asked import Asked, Printing, sides_of

#: The kinds of record by name: their shapes, of which a test knows, are not loaded for the help.
KINDS = ("event", "instrument", "commitment", "figure", "office")

app = typer.Typer(
    name="show",
    help="Print what a dossier holds: records, documents, parties, undertakings.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def _records(kind: str) -> Callable[..., None]:
    """The command of a kind of record."""

    def command(
        between: BetweenOption = None,
        further: FurtherSides = None,
        member_states: MemberStatesOption = False,
        groupings: GroupingsOption = False,
        banks: BanksOption = False,
        since: SinceOption = None,
        until: UntilOption = None,
        person: PersonOption = None,
        limit: LimitOption = None,
        style: FormatOption = ViewFormat.TABLE,
        codes: CodesOption = False,
        output: OutputOption = None,
        dossier: DossierOption = DEFAULT_DOSSIER,
    ) -> None:
        asked = Asked(
            dossier=dossier,
            between=sides_of(between, further),
            member_states=member_states,
            groupings=groupings,
            banks=banks,
            since=since,
            until=until,
            person=person,
            printing=Printing(style=style, limit=limit, codes=codes, output=output),
        )
        _show(kind, asked)

    return command


def _show(kind: str, asked: Asked) -> None:
    if kind == "figure":
        from communique.cli.showing.figures import show_figures

        show_figures(asked)
    else:
        from communique.cli.showing.records import show_records

        show_records(kind, asked)


for _kind in KINDS:
    app.command(f"{_kind}s", help=f"The {_kind}s, by time.")(_records(_kind))


@app.command("undertakings")
def _undertakings(
    between: BetweenOption = None,
    further: FurtherSides = None,
    member_states: MemberStatesOption = False,
    groupings: GroupingsOption = False,
    banks: BanksOption = False,
    since: SinceOption = None,
    until: UntilOption = None,
    person: PersonOption = None,
    open_only: Annotated[
        bool, typer.Option("--open", help="Only those of which nothing came in this dossier.")
    ] = False,
    limit: LimitOption = None,
    style: FormatOption = ViewFormat.TABLE,
    codes: CodesOption = False,
    output: OutputOption = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """What sides said they would do, and what came of it."""
    from communique.cli.showing.undertakings import show_undertakings

    asked = Asked(
        dossier=dossier,
        between=sides_of(between, further),
        member_states=member_states,
        groupings=groupings,
        banks=banks,
        since=since,
        until=until,
        person=person,
        printing=Printing(style=style, limit=limit, codes=codes, output=output),
    )
    show_undertakings(asked, open_only)


@app.command("record")
def _record(
    ident: Annotated[
        str, typer.Argument(metavar="ID", help="Id of the record, or the beginning of it.")
    ],
    style: FormatOption = ViewFormat.TABLE,
    codes: CodesOption = False,
    output: OutputOption = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """All of one record: evidence, disputes, history."""
    from communique.cli.showing.record import show_record

    show_record(dossier, ident, Printing(style=style, codes=codes, output=output))


@app.command("documents")
def _documents(
    between: BetweenOption = None,
    further: FurtherSides = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    style: FormatOption = ViewFormat.TABLE,
    codes: CodesOption = False,
    output: OutputOption = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """The documents, by day of publication."""
    from communique.cli.showing.catalogue import show_documents

    asked = Asked(
        dossier=dossier,
        between=sides_of(between, further),
        since=since,
        until=until,
        printing=Printing(style=style, limit=limit, codes=codes, output=output),
    )
    show_documents(asked)


@app.command("stories")
def _stories(
    limit: LimitOption = None,
    style: FormatOption = ViewFormat.TABLE,
    codes: CodesOption = False,
    output: OutputOption = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """The stories that several documents tell."""
    from communique.cli.showing.catalogue import show_stories

    show_stories(Printing(style=style, limit=limit, codes=codes, output=output), dossier)


@app.command("parties")
def _parties(
    limit: LimitOption = None,
    style: FormatOption = ViewFormat.TABLE,
    codes: CodesOption = False,
    output: OutputOption = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """The parties, most records first."""
    from communique.cli.showing.catalogue import show_parties

    show_parties(Printing(style=style, limit=limit, codes=codes, output=output), dossier)


@app.command("persons")
def _persons(
    limit: LimitOption = None,
    style: FormatOption = ViewFormat.TABLE,
    codes: CodesOption = False,
    output: OutputOption = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """The persons, with their names and posts."""
    from communique.cli.showing.persons import show_persons

    show_persons(Printing(style=style, limit=limit, codes=codes, output=output), dossier)


@app.command("posts")
def _posts(
    limit: LimitOption = None,
    style: FormatOption = ViewFormat.TABLE,
    codes: CodesOption = False,
    output: OutputOption = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """The posts, with their wordings."""
    from communique.cli.showing.posts import show_posts

    show_posts(Printing(style=style, limit=limit, codes=codes, output=output), dossier)
