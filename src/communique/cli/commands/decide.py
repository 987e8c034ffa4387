"""`communique decide …`: what people rule on claims, records and documents, for good."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from communique.cli.options import DEFAULT_DOSSIER, DossierOption

app = typer.Typer(
    help="Rule on claims, records and documents; decisions are kept for good, and can be undone.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

ReasonOption = Annotated[str | None, typer.Option("--reason", help="Why, in your words.")]
AuthorOption = Annotated[
    str | None,
    typer.Option("--author", help="Who decides; else COMMUNIQUE_AUTHOR, else the login name."),
]
ClaimArgument = Annotated[str, typer.Argument(help="Id of a claim, or how it begins.")]
RecordArgument = Annotated[str, typer.Argument(help="Id of a record, or how it begins.")]
RecordsArgument = Annotated[list[str], typer.Argument(help="Ids of records of one kind.")]


@app.command()
def accept(
    claim: ClaimArgument,
    reason: ReasonOption = None,
    author: AuthorOption = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """Accept a claim: its values outrank all others."""
    from communique.cli.deciding import Deciding

    raise typer.Exit(Deciding(dossier, author, reason).decide(lambda d: d.accept(claim)))


@app.command()
def reject(
    claim: ClaimArgument,
    reason: ReasonOption = None,
    author: AuthorOption = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """Reject a claim: the text does not say so; it counts no more."""
    from communique.cli.deciding import Deciding

    raise typer.Exit(Deciding(dossier, author, reason).decide(lambda d: d.reject(claim)))


@app.command()
def correct(
    claim: ClaimArgument,
    slot: Annotated[str, typer.Argument(help="Name of the slot.")],
    value: Annotated[str, typer.Argument(help="Plain words, JSON, or none.")],
    reason: ReasonOption = None,
    author: AuthorOption = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """Give a slot of a claim another value."""
    from communique.cli.deciding import Deciding

    run = Deciding(dossier, author, reason)
    raise typer.Exit(run.decide(lambda d: d.correct(claim, slot, value)))


@app.command()
def add(
    kind: Annotated[str, typer.Option("--kind", help="Kind of the claim.")],
    slots: Annotated[
        list[str] | None, typer.Argument(metavar="[SLOT=VALUE]…", help="Values of slots.")
    ] = None,
    document: Annotated[
        str | None, typer.Option("--document", help="Key, id or address of a document.")
    ] = None,
    quote: Annotated[
        str | None, typer.Option("--quote", help="Words of the document that assert it.")
    ] = None,
    note: Annotated[
        str | None, typer.Option("--note", help="In place of these: what you know yourself.")
    ] = None,
    reason: ReasonOption = None,
    author: AuthorOption = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """Add a claim, from words of a document or a note of your own."""
    from communique.cli.deciding import Deciding

    run = Deciding(dossier, author, reason)
    raise typer.Exit(run.add(kind, slots or (), note, document, quote))


@app.command()
def merge(
    records: RecordsArgument,
    reason: ReasonOption = None,
    author: AuthorOption = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """Make records one; the oldest keeps its id, the others lead to it."""
    from communique.cli.deciding import Deciding

    raise typer.Exit(Deciding(dossier, author, reason).decide(lambda d: d.merge(records)))


@app.command("never-merge")
def never_merge(
    records: RecordsArgument,
    reason: ReasonOption = None,
    author: AuthorOption = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """Keep records apart for good."""
    from communique.cli.deciding import Deciding

    raise typer.Exit(Deciding(dossier, author, reason).decide(lambda d: d.never_merge(records)))


@app.command()
def split(
    record: RecordArgument,
    claims: Annotated[list[str], typer.Argument(help="Ids of the claims that leave it.")],
    reason: ReasonOption = None,
    author: AuthorOption = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """Have claims leave a record, and not come back to those that stay."""
    from communique.cli.deciding import Deciding

    raise typer.Exit(Deciding(dossier, author, reason).decide(lambda d: d.split(record, claims)))


@app.command()
def deliver(
    record: RecordArgument,
    evidence: Annotated[
        str, typer.Option("--evidence", help="Quote, address or note that shows it.")
    ],
    on: Annotated[
        datetime | None, typer.Option("--on", metavar="DATE", formats=["%Y-%m-%d"], help="When.")
    ] = None,
    reason: ReasonOption = None,
    author: AuthorOption = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """Mark what a record promises as delivered."""
    from communique.cli.deciding import Deciding

    day = None if on is None else on.date()
    run = Deciding(dossier, author, reason)
    raise typer.Exit(run.decide(lambda d: d.deliver(record, day, evidence)))


@app.command("speaks-for")
def speaks_for(
    document: Annotated[str, typer.Argument(help="Key, id or address of a document.")],
    parties: Annotated[
        list[str] | None, typer.Argument(help="Codes or names; none where it is nobody's voice.")
    ] = None,
    reason: ReasonOption = None,
    author: AuthorOption = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """Say in whose name a document speaks."""
    from communique.cli.deciding import Deciding

    run = Deciding(dossier, author, reason)
    raise typer.Exit(run.decide(lambda d: d.speaks_for(document, parties or ())))


@app.command()
def silence(
    finding: Annotated[str, typer.Argument(help="Id of a finding, or how it begins.")],
    reason: ReasonOption = None,
    author: AuthorOption = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """Silence a finding, for a reason, until what it was computed from changes."""
    from communique.cli.deciding import Deciding

    raise typer.Exit(Deciding(dossier, author, reason).decide(lambda d: d.silence(finding)))


@app.command()
def undo(
    decision: Annotated[str, typer.Argument(help="Id of a decision, or how it begins.")],
    reason: ReasonOption = None,
    author: AuthorOption = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """Take a decision back; to undo an undo restores it."""
    from communique.cli.deciding import Deciding

    raise typer.Exit(Deciding(dossier, author, reason).decide(lambda d: d.undo(decision)))


@app.command("list")
def list_all(dossier: DossierOption = DEFAULT_DOSSIER) -> None:
    """List all decisions in the order in which they count."""
    from communique.cli.deciding import Deciding

    raise typer.Exit(Deciding(dossier).list())


@app.command()
def review(dossier: DossierOption = DEFAULT_DOSSIER) -> None:
    """List the decisions that no longer find their target, or find two."""
    from communique.cli.deciding import Deciding

    raise typer.Exit(Deciding(dossier).review())


@app.command("export")
def export_all(
    file: Annotated[Path | None, typer.Argument(help="Where to; else standard output.")] = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """Write all decisions as JSON lines, in a fixed order."""
    from communique.cli.deciding import Deciding

    raise typer.Exit(Deciding(dossier).give_out(file))


@app.command("import")
def import_all(
    file: Annotated[str, typer.Argument(help="JSON lines, or - for standard input.")],
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """Take in decisions from JSON lines; known ones are passed over, bad lines told."""
    from communique.cli.deciding import Deciding

    raise typer.Exit(Deciding(dossier).take_in(file))
