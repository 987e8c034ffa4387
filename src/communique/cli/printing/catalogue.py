"""Documents, stories, parties and persons of a dossier as tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.table import Table
from rich.text import Text

from communique.claims.slots.office import Office
from communique.cli.printing.records import add_column, listing
from communique.cli.printing.terminal import clean
from communique.cli.printing.wording import Wording, days
from communique.model.languages import is_read
from communique.model.record import Record
from communique.store.catalogue import DocumentRow, PartyCount
from communique.store.people import PersonRow

# Other spellings of a party in one cell.
_SPELLINGS = 6


def documents(rows: Sequence[DocumentRow], several: Mapping[int, int], wording: Wording) -> Table:
    """Documents; those that share a story with others are marked.

    Args:
        rows: The documents.
        several: Number of the documents of each story that several tell.
        wording: Plain words.
    """
    table = listing("Documents")
    for name in (
        *("date", "publisher", "speaks for", "title"),
        *("language", "claims", "story", "key"),
    ):
        add_column(table, name)
    for row in rows:
        _add(table, [*_source(row, wording), _language(row), str(row.claims)], row, several)
    return table


def _add(table: Table, cells: Iterable[str], row: DocumentRow, several: Mapping[int, int]) -> None:
    copies = several.get(row.story, 0)
    story = f"{row.story} ({copies} versions)" if copies else ""
    table.add_row(*(Text(clean(cell)) for cell in (*cells, story, row.key)))


def _source(row: DocumentRow, wording: Wording) -> list[str]:
    return [
        row.published.isoformat() if row.published else "unknown",
        row.publisher or "unknown",
        wording.value(row.speaks_for),
        row.title or row.ident,
    ]


def _language(row: DocumentRow) -> str:
    language = row.language or "unknown"
    return language if is_read(row.language) else f"{language}, not read"


def stories(versions: Sequence[Sequence[DocumentRow]]) -> Table:
    """Stories that several documents tell, each with its documents."""
    table = listing("Stories told by several documents")
    for name in ("story", "date", "publisher", "title", "claims", "key"):
        add_column(table, name)
    for story in versions:
        for index, row in enumerate(story):
            cells = [
                "" if index else str(row.story),
                row.published.isoformat() if row.published else "unknown",
                row.publisher or "unknown",
                row.title or row.ident,
                str(row.claims),
                row.key,
            ]
            table.add_row(*(Text(clean(cell)) for cell in cells))
    return table


def parties(
    rows: Sequence[PartyCount], spellings: Mapping[str, Sequence[str]], wording: Wording
) -> Table:
    """Parties with how much there is on each."""
    words = wording.words.kinds
    kinds = [kind for kind in words if any(row.records[kind] for row in rows)]
    table = listing("Parties")
    for name in ("party", "code", "also written", "documents", *_names(kinds, wording)):
        add_column(table, name)
    for row in rows:
        others = spellings.get(row.name, ())
        more = ", …" if len(others) > _SPELLINGS else ""
        cells = [
            row.name,
            row.code or "",
            ", ".join(others[:_SPELLINGS]) + more,
            str(row.documents),
            *(str(row.records[kind] or "") for kind in kinds),
        ]
        table.add_row(*(Text(clean(cell)) for cell in cells))
    return table


def persons(
    rows: Sequence[PersonRow],
    tenures: Mapping[str, Record],
    wording: Wording,
    ids: Mapping[str, str],
) -> Table:
    """Persons with the names that texts give them, and their posts.

    Args:
        rows: The persons.
        tenures: Records of offices by their id.
        wording: Plain words.
        ids: What to type for each id.
    """
    words = wording.words.kinds
    kinds = [kind for kind in words if any(row.records.get(kind) for row in rows)]
    table = listing("Persons")
    for name in ("person", "also written", "posts", *_names(kinds, wording), "id"):
        add_column(table, name)
    for row in rows:
        names = [name for name, _ in row.names]
        posts = [tenures[i] for i in row.records.get(Office.kind, ()) if i in tenures]
        cells = [
            names[0],
            ", ".join(names[1:]),
            "; ".join(_post(record, wording) for record in posts),
            *(str(len(row.records.get(kind, ())) or "") for kind in kinds),
            ids.get(row.record, row.record),
        ]
        table.add_row(*(Text(clean(cell)) for cell in cells))
    return table


def _names(kinds: Iterable[str], wording: Wording) -> list[str]:
    return [wording.words.kinds[kind].many for kind in kinds]


def _post(record: Record, wording: Wording) -> str:
    """A post with the days in which documents tell it."""
    party = wording.slot(record.head, "party")
    held = " of ".join(part for part in (wording.slot(record.head, "post"), party) if part)
    told = days(record.told_first, record.told_last)
    return f"{held} ({told})" if told else held
