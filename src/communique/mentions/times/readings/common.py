"""How a period becomes a reading, with the words that cut or widen it."""

from __future__ import annotations

from dataclasses import replace

from communique.mentions.times.found import Context, Found, Reading
from communique.mentions.times.periods import Grain, Period, part_of


def date_reading(
    period: Period, found: Found, context: Context, anchor: str | None, type_: str = "DATE"
) -> Reading:
    """A reading of a period; a part named `part` ("early", "the end of") cuts it."""
    cut = period
    approximate = False
    if "part" in found:
        cut, approximate = _cut(period, found, context), True
    return Reading(
        type_, period.value, cut.first, cut.last, approximate, anchor, None if not period.first
        else period,
    )  # fmt: skip


def _cut(period: Period, found: Found, context: Context) -> Period:
    word = found.string("part")
    if word:
        return part_of(period, word)
    if period.first is None or period.last is None or context.anchor is None:
        return period
    # "earlier this year" ends, and "later this year" begins, with the day of publication.
    if not period.first <= context.anchor <= period.last:
        return period
    if found.holds("part", "EARLIER"):
        return replace(period, last=context.anchor)
    return replace(period, first=context.anchor)


def unknown(value: str, grain: Grain = Grain.OTHER) -> Period:
    """A period that can't be placed."""
    return Period(value, grain)
