"""`show record ID`: everything about one record."""

from __future__ import annotations

from rich.text import Text

from communique.cli.options import ViewFormat
from communique.cli.output import opened, opened_exactly
from communique.cli.printing.record import Sheet
from communique.cli.printing.terminal import console_on
from communique.cli.showing.asked import Printing
from communique.cli.today import today
from communique.errors import BadOption
from communique.exports import page as exported
from communique.exports.entries import write_entries
from communique.exports.lines import encoded
from communique.store.dossier import Connection, Mode, open_dossier
from communique.store.ids import short_ids
from communique.store.listing import Listed, ids_like, load_record
from communique.views.loading import load_page
from communique.views.wording import Wording

# Records that are told where the beginning of an id fits several.
_SEVERAL = 5


def show_record(dossier: str, ident: str, printing: Printing) -> None:
    """Print one record.

    Raises:
        DossierError: The dossier can't be read.
        BadOption: No record has the id, or several begin so, or the output can't be written.
    """
    with open_dossier(dossier, Mode.READ) as opened_dossier, opened_dossier.reading() as connection:
        page = load_page(connection, find(connection, ident), today())
        if printing.style is ViewFormat.TABLE:
            ids = {} if printing.codes else short_ids(connection)
            sheet = Sheet(Wording.load(printing.codes), ids)
            with opened(printing.output) as out:
                console_on(out).print(sheet.show(page), Text())
            return
    with opened_exactly(printing.output, for_spreadsheets=printing.style is ViewFormat.CSV) as out:
        if printing.style is ViewFormat.CSV:
            write_entries(out, exported.COLUMNS, exported.quotes(page))
        else:
            out.write(f"{encoded(exported.entry(page))}\n")


def find(connection: Connection, ident: str) -> Listed:
    """The record of an id, or of the beginning of one.

    Raises:
        BadOption: There is none, or there are several.
    """
    exact = load_record(connection, ident)
    if exact is not None:
        return exact
    begun = [load_record(connection, found) for found in ids_like(connection, ident)]
    found = {listed.record.id: listed for listed in begun if listed is not None}
    if len(found) == 1:
        return next(iter(found.values()))
    if found:
        several = ", ".join(list(found)[:_SEVERAL])
        raise BadOption(ident, f"several records begin so ({several})", "type more of the id")
    raise BadOption(ident, "no record has this id", "the lists of `communique show` tell the ids")
