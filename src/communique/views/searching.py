"""What a search for words brings up: documents by their words, records and persons by names."""

from __future__ import annotations

from dataclasses import dataclass

from communique.store.called import headed_with
from communique.store.dossier import Connection
from communique.store.listing import Listed, ids_set_by_people, ids_told_in, load_records
from communique.store.people import PersonRow, list_persons, names_of, persons_named
from communique.store.search import Hit, count_found, documents_with, search_documents
from communique.store.words import phrases_of
from communique.views.people import name_words, named

# Records are looked for in so many documents that hold the words, the best.
_DOCUMENTS = 500
# Most words of a phrase, and most phrases, as in the search for documents.
_LONGEST, _MOST = 25, 32


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


def search_dossier(connection: Connection, asked: str, limit: int) -> Found:
    """What a search brings up, at most so many hits of each sort."""
    return Found(
        search_documents(connection, asked, limit),
        count_found(connection, asked),
        tuple(load_records(connection, records_with(connection, asked, _DOCUMENTS, limit))),
        named(list_persons(connection), asked)[:limit],
    )


def records_with(connection: Connection, asked: str, documents: int, most: int) -> tuple[str, ...]:
    """Ids of records whose names hold all words, those of most independent stories first.

    Looked at are those that documents tell that hold the words, and those in which people have set
    something: no text need hold what they set.

    Args:
        connection: A connection to the dossier.
        asked: What a person typed.
        documents: In so many documents that hold the words, the best, they are looked for.
        most: How many at most.
    """
    phrases = phrases_of(asked, _LONGEST, _MOST)
    if not phrases:
        return ()
    told = ids_told_in(connection, documents_with(connection, asked, documents))
    idents = {*told, *ids_set_by_people(connection)}
    return tuple(headed_with(connection, idents, phrases)[:most])


def people_called(
    connection: Connection, asked: str, limit: int
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Persons of whom some name holds all words, each with its names, that one first."""
    wanted = name_words(asked)
    if not wanted:
        return ()
    meant: dict[str, str] = {}
    for told in persons_named(connection, wanted):
        if wanted <= name_words(told.name):
            meant.setdefault(told.record, told.name)
    chosen = list(meant)[:limit]
    known = names_of(connection, chosen)
    return tuple(
        (record, tuple(dict.fromkeys((meant[record], *known[record])))) for record in chosen
    )
