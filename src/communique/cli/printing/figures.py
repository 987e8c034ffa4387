"""Series of figures as a table, a row for each point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.table import Table
from rich.text import Text

from communique.claims.slots.figure import Figure
from communique.cli.printing.records import Ledger, add_column, listing
from communique.cli.printing.terminal import clean
from communique.cli.printing.wording import Wording, days
from communique.records.series import Point
from communique.views.series import Series

_COLUMNS = ("series", "about", "period", "value", "says who", "voices", "told by")
_MARKED = "there because of"


def charted(series: Sequence[Series], ledger: Ledger) -> Table:
    """Series with their points; values that conflict stand under each other, marked.

    Args:
        series: The series.
        ledger: Words, ids and sides.
    """
    marked = any(one.shown.via for one in series)
    table = listing("Figures", "blue")
    for name in (*_COLUMNS, *((_MARKED,) if marked else ())):
        add_column(table, name)
    add_column(table, "id")
    for one in series:
        for index, cells in enumerate(_points(one, ledger.wording)):
            head = _head(one, ledger.wording) if index == 0 else ["", ""]
            tail = _tail(one, ledger, marked) if index == 0 else [""] * (2 + marked)
            table.add_row(*(Text(clean(cell)) for cell in (*head, *cells, *tail)))
    return table


def _head(one: Series, wording: Wording) -> list[str]:
    head = one.shown.listed.record.head
    assert isinstance(head, Figure)
    return [wording.value(head.label), wording.value(head.about)]


def _tail(one: Series, ledger: Ledger, marked: bool) -> list[str]:
    record = one.shown.listed.record
    via = [", ".join(one.shown.via)] if marked else []
    return [ledger.teller(record), *via, ledger.ids.get(record.id, record.id)]


def _points(one: Series, wording: Wording) -> Iterator[list[str]]:
    for point in one.points:
        conflict = " (conflicting)" if len(point.readings) > 1 else ""
        for index, reading in enumerate(point.readings):
            value = wording.measure(reading.value, reading.unit, reading.bound)
            first = [_period(point), f"{value}{conflict}", point.compiler or ""]
            yield [*(first if index == 0 else ["", *first[1:]]), str(reading.stories)]


def _period(point: Point) -> str:
    told = days(point.first, point.last) or "period not told"
    return f"{told} (ahead)" if point.forecast else told
