"""What a search brings up, for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from communique.cli.printing.colours import COLOURS
from communique.cli.printing.terminal import clean
from communique.store.listing import Listed
from communique.store.people import PersonRow
from communique.store.search import Hit
from communique.views.headlines import headline
from communique.views.wording import Wording

_INDENT = (0, 0, 0, 4)
_MARK = "bold underline"


def found(
    hits: Sequence[Hit],
    of: int,
    records: Sequence[Listed],
    persons: Sequence[PersonRow],
    wording: Wording,
    ids: Mapping[str, str],
) -> RenderableType:
    """Persons and records by name, then documents with what was found marked.

    Args:
        hits: Documents.
        of: Number of all documents that hold the words.
        records: Records whose names hold them.
        persons: Persons whose names hold them.
        wording: Plain words.
        ids: What to type for each id.
    """
    parts: list[RenderableType] = []
    if persons or records:
        parts += [_named(records, persons, wording, ids), Text()]
    for hit in hits:
        parts += _hit(hit)
    if not of:
        parts.append(Text("no document in this dossier holds all these words", style="dim"))
    elif len(hits) < of:
        parts.append(Text(f"the best {len(hits)} of {of} documents", style="dim"))
    return Group(*parts)


def _named(
    records: Sequence[Listed],
    persons: Sequence[PersonRow],
    wording: Wording,
    ids: Mapping[str, str],
) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for person in persons:
        names = ", ".join(name for name, _ in person.names)
        table.add_row("person", ids.get(person.record, person.record), Text(clean(names)))
    kinds = wording.words.kinds
    for listed in records:
        record = listed.record
        word = kinds[record.kind].one if record.kind in kinds else record.kind
        line = Text(clean(headline(record.head, wording)), style=COLOURS.get(record.kind, ""))
        table.add_row(word, ids.get(record.id, record.id), line)
    return table


def _hit(hit: Hit) -> Iterator[RenderableType]:
    facts = [
        hit.published.isoformat() if hit.published else "date unknown",
        hit.publisher or "publisher unknown",
        f"document {hit.document}",
    ]
    yield Text(clean(hit.title or "no title"), style="bold")
    yield Padding(Text(clean(" · ".join(facts)), style="dim"), _INDENT)
    yield Padding(_snippet(hit), _INDENT)


def _snippet(hit: Hit) -> Text:
    """The snippet on one line, with what was found marked: in brackets too, for lack of styles."""
    line = Text()
    reached = 0
    for start, end in hit.marks:
        line.append(_flat(hit.snippet[reached : start - hit.start]))
        line.append(f"[{_flat(hit.snippet[start - hit.start : end - hit.start])}]", style=_MARK)
        reached = end - hit.start
    return line.append(_flat(hit.snippet[reached:]))


def _flat(text: str) -> str:
    return clean(text.replace("\n", " "))
