"""`show documents`, `show stories`, `show parties`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from communique.claims.shapes import SHAPES
from communique.cli.options import ViewFormat
from communique.cli.printing import catalogue as printed
from communique.cli.showing.asked import Asked, Printing
from communique.cli.showing.days import first_day, last_day
from communique.cli.showing.lists import first, latest, print_list, write_list
from communique.cli.showing.question import relationship_of
from communique.model.languages import is_read
from communique.model.plain import plain
from communique.store.catalogue import (
    DocumentRow,
    PartyCount,
    Period,
    list_documents,
    list_parties,
    list_stories,
)
from communique.store.dossier import Mode, open_dossier
from communique.views.loading import changes_of
from communique.views.versions import Changed
from communique.views.wording import Wording
from communique.vocab.loader import load_vocabulary
from communique.vocab.spellings import other_names

_OF_DOCUMENTS = (
    *("key", "published", "publisher", "title", "language", "read", "claims", "story", "versions"),
    *("speaks_for", "url", "ident"),
)


def show_documents(asked: Asked) -> None:
    """Print documents.

    Raises:
        DossierError: The dossier can't be read.
        BadOption: A date or side means nothing, or the output can't be written.
    """
    period = Period(first_day(asked.since, "--since"), last_day(asked.until, "--until"))
    relationship = relationship_of(asked)
    naming = [] if relationship is None else [side.names for side in relationship.sides]
    with open_dossier(asked.dossier, Mode.READ) as dossier, dossier.reading() as connection:
        rows = list_documents(connection, period, naming)
        stories = list_stories(connection)
    several = {story[0].story: len(story) for story in stories}
    shown = latest(rows, asked.printing)
    if asked.printing.style is ViewFormat.TABLE:
        wording = Wording.load(asked.printing.codes)
        table = printed.documents(shown, several, wording)
        print_list(asked.printing, [table], len(shown), len(rows), "documents")
    else:
        write_list(asked.printing, _OF_DOCUMENTS, (_document(row, several) for row in shown))


def show_stories(printing: Printing, dossier: str) -> None:
    """Print the stories that several documents tell.

    Raises:
        DossierError: The dossier can't be read.
        BadOption: The output can't be written.
    """
    with open_dossier(dossier, Mode.READ) as opened_dossier, opened_dossier.reading() as connection:
        stories = list_stories(connection)
        shown = latest(stories, printing)
        changed = changes_of(connection, shown)
    several = {story[0].story: len(story) for story in stories}
    if printing.style is ViewFormat.TABLE:
        noun = "stories that several documents tell"
        print_list(printing, [printed.stories(shown, changed)], len(shown), len(stories), noun)
    else:
        rows = (
            {**_document(row, several), "changed": _words(changed.get(row.key))}
            for story in shown
            for row in story
        )
        write_list(printing, (*_OF_DOCUMENTS, "changed"), rows)


def _words(changed: Changed | None) -> list[str]:
    return [] if changed is None else [printed.told(edit) for edit in changed.edits]


def show_parties(printing: Printing, dossier: str) -> None:
    """Print the parties of records and documents, those with most records first.

    Raises:
        DossierError: The dossier can't be read.
        BadOption: The output can't be written.
    """
    with open_dossier(dossier, Mode.READ) as opened_dossier, opened_dossier.reading() as connection:
        rows = list_parties(connection)
    shown = first(rows, printing)
    spellings = other_names(load_vocabulary())
    if printing.style is ViewFormat.TABLE:
        table = printed.parties(shown, spellings, Wording.load(printing.codes))
        print_list(printing, [table], len(shown), len(rows), "parties", which="first")
    else:
        kinds = [shape.kind for shape in SHAPES]
        columns = ("name", "code", "spellings", "documents", *(f"{kind}s" for kind in kinds))
        write_list(printing, columns, (_party(row, spellings, kinds) for row in shown))


def _document(row: DocumentRow, several: Mapping[int, int]) -> dict[str, Any]:
    versions = several.get(row.story, 1)
    return {**plain(row), "read": is_read(row.language), "versions": versions}


def _party(
    row: PartyCount, spellings: Mapping[str, Sequence[str]], kinds: Sequence[str]
) -> dict[str, Any]:
    return {
        "name": row.name,
        "code": row.code,
        "spellings": list(spellings.get(row.name, ())),
        "documents": row.documents,
        **{f"{kind}s": row.records[kind] for kind in kinds},
    }
