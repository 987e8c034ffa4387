"""Totals of commitments with what they add up, as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from communique.cli.printing.rows import Rows
from communique.views.totals import LeftOut, Reason, Total, Totals
from communique.views.wording import Wording

#: How money is headed that no side is known to give or get alone.
REGIONAL = "regional, share not stated"
_RULE = "Sums of one firmness, currency, kind of money and payer are added, each commitment once."
_REASONS = {
    Reason.NO_AMOUNT: "without a sum",
    Reason.DENIED: "denied",
    Reason.CONTAINED: "contained in, or restated by, another that counts",
}
# Ids told of what a total adds up.
_IDS = 6


def totalled(found: Totals, wording: Wording, ids: Mapping[str, str]) -> RenderableType:
    """The totals, what they rest on, and what is in none of them.

    Args:
        found: The totals.
        wording: Plain words.
        ids: What to type for each id.
    """
    own, regional = found.own, found.regional
    parts: list[RenderableType] = []
    for heading, totals in (("Totals", own), (f"Totals, {REGIONAL}", regional)):
        if totals:
            parts.append(_rows(heading, totals, wording, ids))
    if parts:
        parts.append(Text(_RULE, style="dim"))
    if found.left_out:
        parts.append(Text(f"Not added up: {_left_out(found.left_out)}.", style="dim"))
    return Group(*parts)


def _rows(heading: str, totals: Sequence[Total], wording: Wording, ids: Mapping[str, str]) -> Rows:
    columns = ("how firm", "who pays", "kind of money", "total", "of")
    cells = [_cells(total, wording, ids) for total in totals]
    return Rows(heading, columns, cells, "bright_red")


def _cells(total: Total, wording: Wording, ids: Mapping[str, str]) -> list[str]:
    sort = total.sort
    return [
        wording.value(sort.grade) + ("" if sort.certain else ", planned or possible"),
        ", ".join(sort.payers) or "unsaid who",
        wording.value(sort.finance) or "not told",
        wording.measure(total.value, sort.currency or "currency not told", total.bound),
        _of(total, ids),
    ]


def _of(total: Total, ids: Mapping[str, str]) -> str:
    """How many commitments a total adds up, and which."""
    count = len(total.records)
    noun = "commitment" if count == 1 else "commitments"
    more = ", …" if count > _IDS else ""
    told = ", ".join(ids.get(ident, ident) for ident in total.records[:_IDS])
    return f"{count} {noun} ({told}{more})"


def _left_out(found: Sequence[LeftOut]) -> str:
    counted = Counter(one.reason for one in found)
    return ", ".join(
        f"{counted[reason]} {_REASONS[reason]}" for reason in Reason if counted[reason]
    )
