"""What amounts take from their neighbours: a unit, a hedge, the other end of a range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from communique.mentions.amounts.amount import Amount, AmountKind
from communique.mentions.amounts.lexicon import Sign
from communique.mentions.grammar.lexicon import Lexicon

# A comma and a word.
_WIDEST = 2


class Piece(NamedTuple):
    """An amount with its tokens.

    Attributes:
        amount: The amount.
        first: Number of its first token.
        last: One past its last.
        scaled: Whether it has a multiplier ("million").
        borrowed: Whether its unit is that of another amount.
    """

    amount: Amount
    first: int
    last: int
    scaled: bool
    borrowed: bool = False


@dataclass(frozen=True, slots=True)
class Joints:
    """The characters of the classes that join amounts."""

    listing: frozenset[str]
    ending: frozenset[str]
    range_to: frozenset[str]
    conjunction: str
    between: str
    change: str
    ranging: str
    following: frozenset[str]
    inside: str
    apposing: str

    @classmethod
    def of(cls, lexicon: Lexicon) -> Joints:
        """Those of a lexicon."""
        names = lexicon.classes
        signs = (Sign.COMMA, Sign.STOP, Sign.CLOSE, Sign.BREAK, Sign.DASH, Sign.PAUSE)
        words = ("AND", "OR", "TO", "FROM", "IN", "THE", "A")
        return cls(
            listing=frozenset((Sign.COMMA.value, names["AND"], names["OR"])),
            ending=frozenset((names["AND"], names["OR"], names["TO"], Sign.DASH.value)),
            range_to=frozenset((names["TO"], Sign.DASH.value)),
            conjunction=names["AND"],
            between=names["BETWEEN"],
            change=names["FROM"],
            ranging=names["RANGING"],
            following=frozenset([s.value for s in signs] + [names[w] for w in words]),
            inside=names["IN"],
            apposing=Sign.COMMA.value + names["OR"],
        )

    def is_change(self, classes: str, first: int) -> bool:
        """Whether "from" before a range makes it a change, of which both ends are told."""
        before = classes[max(first - 2, 0) : first]
        return before.endswith(self.change) and before[:1] != self.ranging

    def begins_with_year(self, classes: str, first: int) -> bool:
        """Whether what seems a range begins with a year: "from 2 in 2021 to 3 million"."""
        before = classes[max(first - 1, 0) : first]
        return classes[first] == Sign.YEAR.value and before == self.inside


def joined(pieces: Sequence[Piece], classes: str, joints: Joints) -> list[Piece]:
    """The pieces with what they take from one another."""
    found = _with_units_behind(list(pieces), classes, joints)
    found = _with_units_before(found, classes, joints)
    return _with_ends(_with_bounds(found, classes, joints), classes, joints)


def _with_units_behind(pieces: list[Piece], classes: str, joints: Joints) -> list[Piece]:
    """Units told once, behind a list: "10, 20 and 30 per cent"."""
    for at in range(len(pieces) - 2, -1, -1):
        piece, following = pieces[at], pieces[at + 1]
        gap = classes[piece.last : following.first]
        # A comma alone joins only what a list with "and" goes on with.
        if not _joins(gap, joints) or not (following.borrowed or gap[-1] in joints.ending):
            continue
        if gap == joints.apposing and not _listed(pieces, at, classes):
            continue
        if _may_take(piece, following, classes):
            pieces[at] = _taking(piece, following)
    return pieces


def _listed(pieces: Sequence[Piece], at: int, classes: str) -> bool:
    """Whether a comma alone parts an amount from the one before it.

    "5, 10, or 15 per cent" is a list; "250, or 15 per cent" tells one thing twice.
    """
    return at > 0 and classes[pieces[at - 1].last : pieces[at].first] == Sign.COMMA.value


def _with_units_before(pieces: list[Piece], classes: str, joints: Joints) -> list[Piece]:
    """Units told once, before a list: "$4 million, 5 million and 6 million"."""
    for at in range(1, len(pieces)):
        piece, before = pieces[at], pieces[at - 1]
        gap = classes[before.last : piece.first]
        after = classes[piece.last : piece.last + 1]
        if after and after not in joints.following:
            continue
        if (
            before.amount.kind is AmountKind.MONEY
            and (_joins(gap, joints) or gap == joints.change)
            and _may_take(piece, before, classes)
        ):
            pieces[at] = _taking(piece, before)
    return pieces


def _joins(gap: str, joints: Joints) -> bool:
    return 1 <= len(gap) <= _WIDEST and all(c in joints.listing | joints.ending for c in gap)


def _may_take(piece: Piece, other: Piece, classes: str) -> bool:
    """Whether a bare number can have the unit of another amount."""
    if piece.amount.kind is not AmountKind.NUMBER:
        return False
    if other.amount.kind is AmountKind.MONEY:
        return piece.scaled
    is_year = classes[piece.first : piece.last] == Sign.YEAR.value
    return other.amount.kind is AmountKind.PERCENT and not piece.scaled and not is_year


def _taking(piece: Piece, other: Piece) -> Piece:
    amount = replace(piece.amount, kind=other.amount.kind, unit=other.amount.unit)
    return piece._replace(amount=amount, borrowed=True)


def _with_bounds(pieces: list[Piece], classes: str, joints: Joints) -> list[Piece]:
    """A hedge carries over a list of amounts of one kind."""
    for at in range(1, len(pieces)):
        piece, before = pieces[at], pieces[at - 1]
        gap = classes[before.last : piece.first]
        if (
            piece.amount.bound is None
            and piece.amount.kind is before.amount.kind
            and 1 <= len(gap) <= _WIDEST
            and all(char in joints.listing for char in gap)
        ):
            pieces[at] = piece._replace(amount=replace(piece.amount, bound=before.amount.bound))
    return pieces


def _with_ends(pieces: list[Piece], classes: str, joints: Joints) -> list[Piece]:
    """Of two full sums that are a range the first has both ends ("$3 million to $4 million")."""
    for at in range(len(pieces) - 1):
        piece, following = pieces[at], pieces[at + 1]
        one, other = piece.amount, following.amount
        if one.kind is not AmountKind.MONEY or other.kind is not AmountKind.MONEY:
            continue
        if _is_range(piece, following, classes, joints) and one.low.value < other.low.value:
            pieces[at] = piece._replace(amount=replace(one, high=other.low))
    return pieces


def _is_range(piece: Piece, following: Piece, classes: str, joints: Joints) -> bool:
    if piece.amount.high or piece.amount.unit != following.amount.unit:
        return False
    gap = classes[piece.last : following.first]
    if gap == joints.conjunction:
        return classes[max(piece.first - 1, 0) : piece.first] == joints.between
    return len(gap) == 1 and gap in joints.range_to and not joints.is_change(classes, piece.first)
