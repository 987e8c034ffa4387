"""`show persons`: who is named, under what names, in what posts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from communique.claims.shapes import SHAPES
from communique.claims.slots.office import Office
from communique.cli.options import ViewFormat
from communique.cli.printing.catalogue import persons as printed
from communique.cli.showing.asked import Printing
from communique.cli.showing.lists import first, print_list, write_list
from communique.model.record import Record
from communique.store.dossier import Mode, open_dossier
from communique.store.ids import short_ids
from communique.store.people import PersonRow, list_persons
from communique.views.loading import load_tenures
from communique.views.wording import Wording


def show_persons(printing: Printing, dossier: str) -> None:
    """Print the persons of a dossier, those whom most claims name first.

    Raises:
        DossierError: The dossier can't be read.
        BadOption: The output can't be written.
    """
    with open_dossier(dossier, Mode.READ) as opened_dossier, opened_dossier.reading() as connection:
        rows = list_persons(connection)
        tenures = load_tenures(connection)
        ids = {} if printing.codes else short_ids(connection)
    shown = first(rows, printing)
    if printing.style is ViewFormat.TABLE:
        table = printed(shown, tenures, Wording.load(printing.codes), ids)
        print_list(printing, [table], len(shown), len(rows), "persons", which="first")
    else:
        kinds = [f"{shape.kind}s" for shape in SHAPES]
        columns = ("record", "name", "also", "posts", *kinds)
        write_list(printing, columns, (_entry(row, tenures) for row in shown))


def _entry(row: PersonRow, tenures: Mapping[str, Record]) -> dict[str, Any]:
    names: Sequence[str] = [name for name, _ in row.names]
    posts = [tenures[ident] for ident in row.records.get(Office.kind, ()) if ident in tenures]
    return {
        "record": row.record,
        "name": names[0],
        "also": names[1:],
        "posts": [_post(record) for record in posts],
        **{f"{shape.kind}s": len(row.records.get(shape.kind, ())) for shape in SHAPES},
    }


def _post(record: Record) -> dict[str, Any]:
    head = record.head
    assert isinstance(head, Office)
    party = head.party
    told = f"{head.post} of {party.name}" if party is not None else head.post
    return {"name": told, "record": record.id}
