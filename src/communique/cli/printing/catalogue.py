"""Documents, stories, parties, persons and posts of a dossier as lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from communique.claims.slots.office import Office
from communique.cli.printing.rows import Rows
from communique.model.languages import is_read
from communique.model.record import Record
from communique.model.spelled import days
from communique.records.entities import Entity
from communique.records.stories.differences import Edit
from communique.store.catalogue import DocumentRow, PartyCount
from communique.store.people import PersonRow
from communique.views.versions import Changed
from communique.views.wording import Wording

# Other spellings of a party in one cell.
_SPELLINGS = 6


def documents(rows: Sequence[DocumentRow], several: Mapping[int, int], wording: Wording) -> Rows:
    """Documents; those that share a story with others are marked.

    Args:
        rows: The documents.
        several: Number of the documents of each story that several tell.
        wording: Plain words.
    """
    columns = ("date", "publisher", "speaks for", "title", "language", "claims", "story", "key")
    cells = [
        [
            _published(row),
            row.publisher or "unknown",
            wording.value(row.speaks_for),
            row.title or row.ident,
            _language(row),
            str(row.claims),
            _story(row, several),
            row.key,
        ]
        for row in rows
    ]
    return Rows("Documents", columns, cells).filled()


def _published(row: DocumentRow) -> str:
    return row.published.isoformat() if row.published else "unknown"


def _language(row: DocumentRow) -> str:
    language = row.language or "unknown"
    return language if is_read(row.language) else f"{language}, not read"


def _story(row: DocumentRow, several: Mapping[int, int]) -> str:
    copies = several.get(row.story, 0)
    return f"{row.story} ({copies} versions)" if copies else ""


def stories(versions: Iterable[Sequence[DocumentRow]], changed: Mapping[str, Changed]) -> Rows:
    """Stories that several documents tell, each with its documents.

    Args:
        versions: The documents of each story.
        changed: The figures in which a document departs from an earlier one, by its key.
    """
    columns = ("story", "date", "publisher", "title", "claims", "figures changed", "key")
    cells = [
        [
            "" if index else str(row.story),
            _published(row),
            row.publisher or "unknown",
            row.title or row.ident,
            str(row.claims),
            "; ".join(told(edit) for edit in changed[row.key].edits) if row.key in changed else "",
            row.key,
        ]
        for story in versions
        for index, row in enumerate(story)
    ]
    return Rows("Stories told by several documents", columns, cells).filled()


def told(edit: Edit) -> str:
    """An edit on one line: "5 million → 6 million"."""
    removed, inserted = (" ".join(t.split()) for t in (edit.removed_text, edit.inserted_text))
    return f"{removed} → {inserted}"


def parties(
    rows: Sequence[PartyCount], spellings: Mapping[str, Sequence[str]], wording: Wording
) -> Rows:
    """Parties with how much there is on each."""
    kinds = wording.words.kinds
    columns = ("party", "code", "also written", "documents", *(w.many for w in kinds.values()))
    cells = [
        [
            row.name,
            row.code or "",
            _some(spellings.get(row.name, ())),
            str(row.documents),
            *(str(row.records[kind] or "") for kind in kinds),
        ]
        for row in rows
    ]
    return Rows("Parties", columns, cells).filled()


def _some(spellings: Sequence[str]) -> str:
    more = ", …" if len(spellings) > _SPELLINGS else ""
    return ", ".join(spellings[:_SPELLINGS]) + more


def persons(
    rows: Sequence[PersonRow],
    tenures: Mapping[str, Record],
    wording: Wording,
    ids: Mapping[str, str],
) -> Rows:
    """Persons with the names that texts give them, and their posts.

    Args:
        rows: The persons.
        tenures: Records of offices by their id.
        wording: Plain words.
        ids: What to type for each id.
    """
    kinds = wording.words.kinds
    columns = ("person", "also written", "posts", *(w.many for w in kinds.values()), "id")
    cells = [
        [
            row.names[0][0],
            ", ".join(name for name, _ in row.names[1:]),
            _posts(row, tenures, wording),
            *(str(len(row.records.get(kind, ())) or "") for kind in kinds),
            ids.get(row.record, row.record),
        ]
        for row in rows
    ]
    return Rows("Persons", columns, cells).filled()


def _posts(row: PersonRow, tenures: Mapping[str, Record], wording: Wording) -> str:
    held = [tenures[ident] for ident in row.records.get(Office.kind, ()) if ident in tenures]
    return "; ".join(_post(record, wording) for record in held)


def _post(record: Record, wording: Wording) -> str:
    """A post with the days in which documents tell it."""
    party = wording.slot(record.head, "party")
    held = " of ".join(part for part in (wording.slot(record.head, "post"), party) if part)
    told = days(record.told_first, record.told_last)
    return f"{held} ({told})" if told else held


def posts(rows: Sequence[Entity]) -> Rows:
    """Posts with the wordings that texts give them."""
    cells = [
        [
            row.name,
            ", ".join(wording.text for wording in row.aliases[1:]),
            str(sum(wording.claims for wording in row.aliases)),
        ]
        for row in rows
    ]
    return Rows("Posts", ("post", "also written", "claims"), cells).filled()
