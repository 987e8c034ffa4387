"""`show undertakings`: what sides said they would do, and what came of it."""

from __future__ import annotations

from datetime import date

from communique.cli.options import ViewFormat
from communique.cli.output import opened_exactly
from communique.cli.printing.undertakings import undertaken
from communique.cli.showing.asked import Asked
from communique.cli.showing.lists import latest, print_list
from communique.cli.showing.question import question_of
from communique.exports import undertakings as exported
from communique.exports.entries import write_array, write_entries
from communique.store.dossier import Mode, open_dossier
from communique.store.ids import short_ids
from communique.views.undertakings import MARKS, Undertaking, undertakings
from communique.views.wording import Wording


def show_undertakings(asked: Asked, open_only: bool) -> None:
    """Print undertakings, those told first first.

    Raises:
        DossierError: The dossier can't be read.
        BadOption: A date, side or person means nothing, or the output can't be written.
    """
    printing = asked.printing
    with open_dossier(asked.dossier, Mode.READ) as dossier, dossier.reading() as connection:
        question = question_of(connection, asked)
        chosen = [
            shown
            for kind, marks in MARKS.items()
            for shown in question.choose(connection, kind, holding=marks).shown
        ]
        ids = {} if printing.codes else short_ids(connection)
    via = {shown.listed.record.id: shown.via for shown in chosen}
    found = undertakings(shown.listed for shown in chosen)
    kept = sorted((one for one in found if one.is_open or not open_only), key=_told)
    shown = latest(kept, printing)
    if printing.style is ViewFormat.TABLE:
        table = undertaken(shown, via, Wording.load(printing.codes), ids)
        print_list(printing, [table], len(shown), len(kept), "undertakings")
        return
    sheet = printing.style is ViewFormat.CSV
    with opened_exactly(printing.output, for_spreadsheets=sheet) as out:
        if sheet:
            rows = (exported.row(one, via[one.record]) for one in shown)
            write_entries(out, exported.COLUMNS, rows)
        else:
            write_array(out, (exported.entry(one, via[one.record]) for one in shown))


def _told(one: Undertaking) -> tuple[date, str]:
    return one.told_first or date.min, one.record
