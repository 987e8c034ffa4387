"""Undertakings and what came of them, as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from communique.cli.printing.rows import Rows
from communique.cli.printing.tables import shortened
from communique.views.undertaken import came, firmness, what
from communique.views.undertakings import Undertaking
from communique.views.wording import Wording

_COLUMNS = (
    *("who", "to", "what", "how firm", "due", "told first", "told last"),
    *("what came of it", "there because of", "id"),
)


def undertaken(
    found: Sequence[Undertaking],
    via: Mapping[str, Sequence[str]],
    wording: Wording,
    ids: Mapping[str, str],
) -> Rows:
    """Undertakings, one a row.

    Args:
        found: The undertakings.
        via: The switches that let a record in, by its id.
        wording: Plain words.
        ids: What to type for each id.
    """
    rows = [
        [*_cells(one, wording, ids), ", ".join(via.get(one.record, ())), _id(one, ids)]
        for one in found
    ]
    came_of = frozenset(index for index, one in enumerate(found) if not one.is_open)
    return Rows("Undertakings", _COLUMNS, rows, dimmed=came_of).filled()


def _id(one: Undertaking, ids: Mapping[str, str]) -> str:
    return ids.get(one.record, one.record)


def _cells(one: Undertaking, wording: Wording, ids: Mapping[str, str]) -> list[str]:
    return [
        wording.value(one.who) or "unsaid who",
        wording.value(one.to),
        what(one.what, wording, shortened),
        firmness(one, wording),
        wording.value(one.due),
        one.told_first.isoformat() if one.told_first else "",
        one.told_last.isoformat() if one.told_last else "",
        came(one.outcome, wording, ids),
    ]
