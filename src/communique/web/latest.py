"""A page of the records of a kind that a request asks for, the latest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.store.dossier import Connection
from communique.views.choosing import Picked
from communique.web.asked import Asked
from communique.web.paging import SIZE, Pager


def latest_page(
    connection: Connection,
    asked: Asked,
    kind: str,
    number: int,
    path: str,
    more: Iterable[tuple[str, str]] = (),
) -> tuple[Pager, Sequence[Picked]]:
    """The pager and the records of a page; a number that is too high is that of the last page.

    Args:
        connection: A connection to the dossier.
        asked: What the page is asked for.
        kind: Kind of the records.
        number: Number of the page, from 1.
        path: Address of the list.
        more: Its parameters besides those that every page takes.
    """
    question = asked.question(connection)
    wanted = max(number, 1)
    found, of = question.latest(connection, kind, (wanted - 1) * SIZE, SIZE)
    if not found and wanted > 1:
        _, of = question.latest(connection, kind, 0, 1)
    pager = Pager.of_list(wanted, of, path, [*asked.pairs(), *more])
    if pager.number != wanted:
        found, _ = question.latest(connection, kind, pager.first - 1, SIZE)
    return pager, found
