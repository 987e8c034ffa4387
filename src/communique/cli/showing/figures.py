"""`show figures`: series with their points."""

from __future__ import annotations

from communique.claims.slots.figure import Figure
from communique.cli.options import ViewFormat
from communique.cli.output import opened_exactly
from communique.cli.printing.figures import charted
from communique.cli.printing.records import Ledger
from communique.cli.showing.asked import Asked
from communique.cli.showing.lists import print_list
from communique.cli.showing.question import question_of
from communique.exports import figures as exported
from communique.exports.entries import write_array, write_entries
from communique.store.dossier import Mode, open_dossier
from communique.store.ids import short_ids
from communique.views.loading import with_points
from communique.views.wording import Wording


def show_figures(asked: Asked) -> None:
    """Print series of figures.

    Raises:
        DossierError: The dossier can't be read.
        BadOption: A date, side or person means nothing, or the output can't be written.
    """
    printing = asked.printing
    with open_dossier(asked.dossier, Mode.READ) as dossier, dossier.reading() as connection:
        chosen = question_of(connection, asked).choose(connection, Figure.kind, printing.most)
        series = with_points(connection, chosen.shown)
        ids = {} if printing.codes else short_ids(connection)
    if printing.style is ViewFormat.TABLE:
        ledger = Ledger(Wording.load(printing.codes), ids, chosen.sides)
        table = charted(series, ledger)
        print_list(printing, [table], len(series), chosen.of, "series of figures")
        return
    sheet = printing.style is ViewFormat.CSV
    with opened_exactly(printing.output, for_spreadsheets=sheet) as out:
        if sheet:
            write_entries(
                out, exported.COLUMNS, (row for one in series for row in exported.rows(one))
            )
        else:
            write_array(out, (exported.entry(one) for one in series))
