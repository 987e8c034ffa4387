"""Series of figures as a table, a row for each point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.claims.slots.figure import Figure
from communique.cli.printing.colours import COLOURS
from communique.cli.printing.records import Ledger
from communique.cli.printing.rows import Rows
from communique.model.spelled import days
from communique.records.series import Point
from communique.views.series import Series
from communique.views.wording import Wording

_COLUMNS = (
    *("series", "about", "period", "value", "says who", "voices", "told by"),
    *("there because of", "id"),
)


def charted(series: Sequence[Series], ledger: Ledger) -> Rows:
    """Series with their points; values that conflict stand under each other, marked.

    Args:
        series: The series.
        ledger: Words, ids and sides.
    """
    rows = [row for one in series for row in _rows(one, ledger)]
    return Rows("Figures", _COLUMNS, rows, COLOURS[Figure.kind]).filled()


def _rows(one: Series, ledger: Ledger) -> Iterator[list[str]]:
    """A row for each value; what holds for the whole series stands in the first."""
    for index, cells in enumerate(_points(one, ledger.wording)):
        head, tail = _head(one, ledger.wording), _tail(one, ledger)
        blank = index > 0
        yield [*("" if blank else c for c in head), *cells, *("" if blank else c for c in tail)]


def _head(one: Series, wording: Wording) -> list[str]:
    head = one.shown.listed.record.head
    assert isinstance(head, Figure)
    return [wording.value(head.label), wording.value(head.about)]


def _tail(one: Series, ledger: Ledger) -> list[str]:
    record = one.shown.listed.record
    return [
        ledger.teller(record),
        ", ".join(one.shown.via),
        ledger.ids.get(record.id, record.id),
    ]


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
