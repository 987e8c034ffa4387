"""Sums as messages tell them."""

from __future__ import annotations

from collections.abc import Sequence

from communique.checks.arithmetic.numbers import Number
from communique.checks.arithmetic.saying import of, plain
from communique.checks.arithmetic.sum_of_parts import Sum


def fitting(one: Sum) -> str:
    """Parts that make up their whole: "12 + 9 make 21 members"."""
    return f"{_added(one.parts)} make {of(sum(p.value for p in one.parts), one.whole)}"


def parts_and_whole(one: Sum) -> str:
    """Parts that do not make up their whole: "12 + 9 make 21 members, not 20"."""
    more = "" if one.complete else "more than "
    sign = "not" if one.complete else f"{more}the whole of"
    return f"{fitting(one)}, {sign} {plain(one.whole.value)}"


def shares_told(shares: Sequence[Number]) -> str:
    """Shares and what they make: "40 + 35 + 20 % make 95 %"."""
    made = plain(sum(share.value for share in shares))
    return f"{_added(shares)} % make {made} % of the whole"


def _added(parts: Sequence[Number]) -> str:
    return " + ".join(plain(part.value) for part in parts)
