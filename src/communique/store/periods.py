"""Tells which rows are of a period, by the days that they have."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, Table, and_, or_

from communique.store import tables


def days_within(
    since: date | None, until: date | None, table: Table = tables.record
) -> list[ColumnElement[bool]]:
    """That records are of a period; see `Wanted`.

    Args:
        since: First day of the period.
        until: Last day of it.
        table: The table that tells their days, with the columns of that of records.
    """
    found: list[ColumnElement[bool]] = []
    # An open end reaches on; what has no date of its own is of the time of its telling.
    undated = and_(table.c.first.is_(None), table.c.last.is_(None))
    if since is not None:
        begun = and_(table.c.last.is_(None), table.c.first.isnot(None))
        told = and_(undated, table.c.told_last >= since)
        found.append(or_(table.c.last >= since, begun, told))
    if until is not None:
        ended = and_(table.c.first.is_(None), table.c.last.isnot(None))
        told = and_(undated, table.c.told_first <= until)
        found.append(or_(table.c.first <= until, ended, told))
    return found
