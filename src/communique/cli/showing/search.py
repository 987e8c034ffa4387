"""`search`: documents by their words, records and persons by their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from communique.cli.options import ViewFormat
from communique.cli.output import opened, opened_exactly
from communique.cli.printing.found import found
from communique.cli.printing.headlines import headline
from communique.cli.printing.terminal import console_on
from communique.cli.printing.wording import Wording
from communique.cli.showing.asked import Printing
from communique.exports import records
from communique.exports.entries import write_entries
from communique.exports.lines import encoded
from communique.model.plain import plain
from communique.store.dossier import Connection, Mode, open_dossier
from communique.store.ids import short_ids
from communique.store.listing import Listed, records_told_in
from communique.store.people import PersonRow, list_persons
from communique.store.search import Hit, count_found, documents_with, search_documents
from communique.views.found import found_by_name
from communique.views.people import named
from communique.views.shown import Shown

# Records are looked for in so many documents that hold the words, the best.
_DOCUMENTS = 500
_COLUMNS = ("sort", "id", "date", "publisher", "title", "snippet")


@dataclass(frozen=True, slots=True)
class Found:
    """What a search brings up.

    Attributes:
        hits: Documents.
        of: Number of all documents that hold the words.
        records: Records by their names.
        persons: Persons by their names.
    """

    hits: tuple[Hit, ...]
    of: int
    records: tuple[Listed, ...]
    persons: tuple[PersonRow, ...]


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
        result = _search(connection, asked, limit)
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


def _search(connection: Connection, asked: str, limit: int) -> Found:
    documents = documents_with(connection, asked, _DOCUMENTS)
    listed = found_by_name(records_told_in(connection, documents), asked)
    return Found(
        search_documents(connection, asked, limit),
        count_found(connection, asked),
        listed[:limit],
        named(list_persons(connection), asked)[:limit],
    )


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
