"""`show events`, `show commitments` …: the records of one kind."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType

from communique.claims.shapes import SHAPE_OF
from communique.claims.slots.commitment import Commitment
from communique.cli.options import ViewFormat
from communique.cli.output import opened_exactly
from communique.cli.printing.records import Ledger
from communique.cli.printing.totals import REGIONAL, totalled
from communique.cli.showing.asked import Asked, Printing
from communique.cli.showing.lists import latest, print_list
from communique.cli.showing.question import question_of
from communique.exports.entries import write_array
from communique.exports.records import columns_of, entry, rows
from communique.exports.sheets import write_sheet
from communique.store.dossier import Connection, Mode, open_dossier
from communique.store.ids import short_ids
from communique.views.adding_up import added_up
from communique.views.choosing import Chosen
from communique.views.loading import with_leading
from communique.views.shown import Shown
from communique.views.wording import Wording
from communique.vocab.kinship import Kinship


def show_records(kind: str, asked: Asked) -> None:
    """Print the records of a kind.

    Raises:
        DossierError: The dossier can't be read.
        BadOption: A date, side or person means nothing, or the output can't be written.
    """
    printing = asked.printing
    # Totals are of all that answer, however many are shown.
    most = 0 if kind == Commitment.kind else printing.most
    with open_dossier(asked.dossier, Mode.READ) as dossier, dossier.reading() as connection:
        chosen = question_of(connection, asked).choose(connection, kind, most)
        if printing.style is ViewFormat.TABLE:
            _print(connection, kind, chosen, printing)
        else:
            shown = latest(chosen.shown, printing)
            _write(connection, kind, (*shown, *chosen.regional), printing)


def _print(connection: Connection, kind: str, chosen: Chosen, printing: Printing) -> None:
    wording = Wording.load(printing.codes)
    ids = {} if printing.codes else short_ids(connection)
    ledger = Ledger(wording, ids, chosen.sides)
    shown = latest(chosen.shown, printing)
    parts: list[RenderableType] = [ledger.rows(SHAPE_OF[kind], shown)] if shown else []
    if chosen.regional:
        parts.append(ledger.rows(SHAPE_OF[kind], chosen.regional, REGIONAL))
    everything = (*chosen.shown, *chosen.regional)
    if kind == Commitment.kind and everything:
        parts.append(totalled(added_up(everything, Kinship.load()), wording, ids))
    print_list(printing, parts, len(shown), chosen.of, wording.words.kinds[kind].many)


def _write(connection: Connection, kind: str, shown: Sequence[Shown], printing: Printing) -> None:
    sheet = printing.style is ViewFormat.CSV
    with opened_exactly(printing.output, for_spreadsheets=sheet) as out:
        if sheet:
            columns = columns_of(SHAPE_OF[kind])
            headings = [heading for heading, _ in columns]
            write_sheet(out, headings, rows(with_leading(connection, shown), columns))
        else:
            write_array(out, (entry(one) for one in shown))
