"""`search`: documents by their words, records and persons by their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from communique.cli.options import ViewFormat
from communique.cli.output import opened, opened_exactly
from communique.cli.printing.found import found
from communique.cli.printing.terminal import console_on
from communique.cli.showing.asked import Printing
from communique.exports import records
from communique.exports.entries import write_entries
from communique.exports.lines import encoded
from communique.model.plain import plain
from communique.store.dossier import Mode, open_dossier
from communique.store.ids import short_ids
from communique.views.headlines import headline
from communique.views.searching import Found, search_dossier
from communique.views.shown import Shown
from communique.views.wording import Wording

_COLUMNS = ("sort", "id", "date", "publisher", "title", "snippet")


def show_hits(dossier: str, words: Sequence[str], limit: int, printing: Printing) -> None:
    """Print what a search brings up.

    Args:
        dossier: Path or address.
        words: What was typed; an argument that holds blanks was in quotation marks.
        limit: Most hits of each sort.
        printing: How to print.

    Raises:
        DossierError: The dossier can't be read.
        BadOption: The output can't be written.
    """
    asked = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
    with open_dossier(dossier, Mode.READ) as opened_dossier, opened_dossier.reading() as connection:
        result = search_dossier(connection, asked, limit)
        ids = {} if printing.codes else short_ids(connection)
    if printing.style is ViewFormat.TABLE:
        with opened(printing.output) as out:
            wording = Wording.load(printing.codes)
            view = found(result.hits, result.of, result.records, result.persons, wording, ids)
            console_on(out).print(view)
        return
    with opened_exactly(printing.output, for_spreadsheets=printing.style is ViewFormat.CSV) as out:
        if printing.style is ViewFormat.CSV:
            write_entries(out, _COLUMNS, _rows(result))
        else:
            out.write(f"{encoded(_entry(result))}\n")


def _entry(result: Found) -> dict[str, Any]:
    return {
        "documents": [plain(hit) for hit in result.hits],
        "records": [records.entry(Shown(listed)) for listed in result.records],
        "persons": [
            {"record": p.record, "names": [name for name, _ in p.names]} for p in result.persons
        ],
    }


def _rows(result: Found) -> Iterator[dict[str, Any]]:
    for hit in result.hits:
        told = {"sort": "document", "id": hit.document, "date": hit.published}
        told |= {"publisher": hit.publisher, "title": hit.title, "snippet": hit.snippet}
        yield told
    wording = Wording.load()
    for listed in result.records:
        record = listed.record
        line = headline(record.head, wording)
        yield {"sort": record.kind, "id": record.id, "date": record.first, "title": line}
    for person in result.persons:
        names = ", ".join(name for name, _ in person.names)
        yield {"sort": "person", "id": person.record, "title": names}
