"""Series of figures as JSON objects, and their values as rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from communique.claims.slots.figure import Figure
from communique.exports import records
from communique.model.plain import plain
from communique.views.series import Series

#: Columns of the sheet of figures: a row for each value.
COLUMNS = (
    "record",
    "indicator",
    "label",
    "about",
    "first",
    "last",
    "compiler",
    "forecast",
    "value",
    "unit",
    "bound",
    "voices",
    "claims",
    "conflicting",
    "via",
)


def entry(series: Series) -> dict[str, Any]:
    """The JSON object of a series."""
    points, movements = plain(series.points), plain(series.movements)
    return {**records.entry(series.shown), "points": points, "movements": movements}


def rows(series: Series) -> Iterator[dict[str, Any]]:
    """A flat object for each value of each point."""
    record = series.shown.listed.record
    head = record.head
    assert isinstance(head, Figure)
    for point in series.points:
        for reading in point.readings:
            yield {
                "record": record.id,
                "indicator": head.indicator.value,
                "label": head.label,
                "about": plain(head.about),
                "first": plain(point.first),
                "last": plain(point.last),
                "compiler": point.compiler,
                "forecast": point.forecast,
                "value": reading.value,
                "unit": reading.unit,
                "bound": reading.bound.value if reading.bound is not None else "",
                "voices": reading.stories,
                "claims": len(reading.claims),
                "conflicting": len(point.readings) > 1,
                "via": list(series.shown.via),
            }
