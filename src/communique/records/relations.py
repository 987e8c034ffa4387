"""How one record stands to another: a restated total supersedes the former, a part its whole.

What is needed of a record is gathered in an `Outline`; whether two are related depends on the two
outlines alone. A record offers keys and seeks keys; two that may be related have one that the one
offers and the other seeks. So when a record changes, it is enough to compare it with those that
seek what it offers and those that offer what it seeks, and to replace its relations.

    outline(record, nodes, sides) -> Outline | None
    offered(outline), sought(outline) -> frozenset[str]
    relate(one, other, sides) -> Relation | None

`relate(one, other)` of kind "part of" says that `one` is part of `other`; the other way round it is
"has part". Sums are never computed here: a part is not added to its whole because it is related.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from communique.claims.slots.commitment import Commitment
from communique.model.mention import Bound
from communique.model.record import ClaimRef, Node, Record, Relation, RelationKind
from communique.records.comparing import sums
from communique.records.comparing.labels import likeness, purpose_of
from communique.records.comparing.parties import Sides, agree
from communique.vocab.restating import restating

_NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)[ -]?([a-z]+)?")
# A new total stands this near to the words that say so, in code points.
_REACH = 80
_BETWEEN = 40
# Words of the purpose that a restated total and the former share at least, those of names double.
_TOLD = 3
_SHARE = 0.5
# No total is restated as so many times the former.
_FACTOR = 4
# Words of its name by which a part names its whole, within so many code points.
_NAMED = 2
_NAMING = 120
# A number that stands without "thousand" or "million" is a sum from here on.
_BARE_SUM = 10_000
_MOST_KEYS = 12

_INVERSE = {
    RelationKind.PART_OF: RelationKind.HAS_PART,
    RelationKind.HAS_PART: RelationKind.PART_OF,
    RelationKind.SUPERSEDES: RelationKind.SUPERSEDED_BY,
    RelationKind.SUPERSEDED_BY: RelationKind.SUPERSEDES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What relations need to know of a commitment's record.

    Attributes:
        record: Its id.
        claims: Its claims, sorted.
        wholes: Claims that documents name as containing it, sorted.
        by: Sides of the givers.
        to: Sides of the receivers.
        purpose: Stems of what it is for.
        names: Those of them that are of names.
        value: The sum.
        currency: Its currency.
        bound: How it is hedged.
        told: Day on which it was announced, else first published.
        restated: Whether a claim tells the sum as a new total.
        formers: Sums for which claims say that this one stands, sorted.
        larger: Sums of which claims say that this one is a part, sorted.
        named: Stems of names of which claims say that the sum is a part, one tuple a naming.
    """

    record: str
    claims: tuple[ClaimRef, ...]
    wholes: tuple[ClaimRef, ...]
    by: tuple[str, ...]
    to: tuple[str, ...]
    purpose: tuple[str, ...]
    names: tuple[str, ...]
    value: int | float
    currency: str | None
    bound: Bound | None
    told: date | None
    restated: bool
    formers: tuple[int | float, ...] = ()
    larger: tuple[int | float, ...] = ()
    named: tuple[tuple[str, ...], ...] = ()


def outline(record: Record, nodes: Iterable[Node], sides: Sides) -> Outline | None:
    """What relations need of a record; None of one that is no commitment of money.

    Args:
        record: The record.
        nodes: Its claims.
        sides: Tells parties.
    """
    head = record.head
    if not isinstance(head, Commitment) or head.amount is None:
        return None
    listed = sorted(nodes, key=lambda node: node.ref)
    givers = {sides.of_party(party) for party in head.by}
    receivers = {sides.of_party(party) for party in head.to}
    purpose = purpose_of(head.action, sides, givers | receivers)
    value = sums.plain(head.amount.value)
    quotes = tuple(dict.fromkeys(e.exact for node in listed for e in node.claim.evidence))
    announced = head.when.last if head.when else None
    return Outline(
        record=record.id,
        claims=tuple(node.ref for node in listed),
        wholes=tuple(_wholes(listed)),
        by=tuple(sorted(givers)),
        to=tuple(sorted(receivers - givers)),
        purpose=purpose.words,
        names=purpose.names,
        value=value,
        currency=head.amount.currency,
        bound=head.amount.bound,
        told=announced or record.told_first,
        restated=any(restates(quote, value) for quote in quotes),
        formers=tuple(sorted({n for q in quotes for n in _formers(q) if n != value})),
        larger=tuple(sorted({n for q in quotes for n in _sums_after(q) if n > value})),
        named=tuple(sorted({names for q in quotes for names in _names_after(q, sides)})),
    )


def offered(told: Outline) -> frozenset[str]:
    """Keys under which a record is found by those that may be related to it."""
    names = told.names if len(told.names) >= _NAMED else ()
    return frozenset(
        (
            f"sum {told.currency} {told.value}",
            *(f"claim {ref}" for ref in told.claims),
            *(f"name {told.currency} {stem}" for stem in names),
            *(f"for {told.currency} {stem}" for stem in _words(told)),
        )
    )


def sought(told: Outline) -> frozenset[str]:
    """Keys under which a record finds its wholes, and what it stands for as a new total."""
    return frozenset(
        (
            *(f"claim {ref}" for ref in told.wholes),
            *(f"sum {told.currency} {value}" for value in (*told.larger, *told.formers)),
            *(f"name {told.currency} {stem}" for names in told.named for stem in names),
            *(f"for {told.currency} {stem}" for stem in (_words(told) if told.restated else ())),
        )
    )


def _words(told: Outline) -> list[str]:
    ranked = sorted(told.purpose, key=lambda word: (word not in told.names, -len(word), word))
    return ranked[:_MOST_KEYS]


def relate(one: Outline, other: Outline, sides: Sides) -> Relation | None:
    """How one record stands to another; None where it does not.

    Args:
        one: Outline of a record.
        other: Outline of another.
        sides: Tells parties.
    """
    for whole, part, kind in (
        (other, one, RelationKind.PART_OF),
        (one, other, RelationKind.HAS_PART),
    ):
        reason = _part_of(part, whole, sides)
        if reason:
            return Relation(kind, other.record, reason)
    for later, former, kind in (
        (one, other, RelationKind.SUPERSEDES),
        (other, one, RelationKind.SUPERSEDED_BY),
    ):
        reason = _supersedes(later, former, sides)
        if reason:
            return Relation(kind, other.record, reason)
    return None


def inverse(relation: Relation, record: str) -> Relation:
    """The same relation as the other record has it.

    Args:
        relation: How a record stands to another.
        record: Id of that record.
    """
    return Relation(_INVERSE[relation.kind], record, relation.reasons)


def restates(quote: str, value: float) -> bool:
    """Whether a sentence tells a sum as a new total: "raised to 15 million", "now totals".

    Args:
        quote: The sentence.
        value: The sum.
    """
    lower = " ".join(quote.lower().split())
    return any(
        _reaches(lower[found.end() : found.end() + _REACH], value)
        for pattern in _totals()
        for found in pattern.finditer(lower)
    )


@cache
def _totals() -> tuple[re.Pattern[str], ...]:
    """What stands before a new total: "now totals", and "raising … to" with a few words between."""
    known = restating()
    raising = "|".join(map(re.escape, known.raising))
    determiners = "|".join(known.determiners)
    return (
        re.compile(rf"\b(?:{'|'.join(map(re.escape, known.totals))})\b"),
        re.compile(rf"\b(?:{raising}) (?:{determiners})\b[^.;:\d]{{0,{_BETWEEN}}}?\bto\b"),
    )


def _formers(quote: str) -> Iterator[int | float]:
    """Sums for which a sentence says that another stands: "replacing the 12 million"."""
    lower = " ".join(quote.lower().split())
    for phrase in restating().formers:
        for found in re.finditer(rf"\b{re.escape(phrase)}\b", lower):
            for _, value in _sums(lower[found.end() : found.end() + _REACH]):
                yield value
                break


def _reaches(stretch: str, value: float) -> bool:
    """Whether the first sum in a stretch of text is the given one, and comes on top of nothing."""
    for before, number in _sums(stretch):
        return number == value and not {*before.split()} & restating().added
    return False


def _sums(stretch: str) -> Iterator[tuple[str, int | float]]:
    """What stands before each sum in a stretch of text, and the sum; years are none."""
    for found in _NUMBER.finditer(stretch):
        digits, word = found.groups()
        scale = restating().scales.get(word or "", 0)
        value = sums.scaled(digits.replace(",", ""), scale)
        if scale or value >= _BARE_SUM:
            yield stretch[: found.start()], value


def _wholes(nodes: Sequence[Node]) -> list[ClaimRef]:
    found = set()
    for node in nodes:
        claim = node.claim
        if isinstance(claim, Commitment) and claim.part_of:
            found.add(ClaimRef(node.ref.document, claim.part_of))
    return sorted(found)


def _part_of(part: Outline, whole: Outline, sides: Sides) -> tuple[str, ...]:
    """Why one sum is part of another; empty where it is not."""
    if part.currency != whole.currency or not part.value < whole.value:
        return ()
    if {*part.wholes} & {*whole.claims}:
        return ("a document tells it as part of that sum",)
    if not _same_parties(part, whole, sides) or _before(part, whole):
        return ()
    shared = likeness(part.purpose, whole.purpose, {*part.names} & {*whole.names})
    # Where both name the receiver, one word of the purpose will do.
    least = 1 if part.to and whole.to else _NAMED
    if whole.value in part.larger and shared.told >= least:
        return (f"told as part of {whole.value:,} {whole.currency}", "the same giver and receiver")
    names = {*whole.names}
    # What is itself called a part of what is named so is no whole of it.
    if len(names) >= _NAMED and _is_of(names, part) and not _is_of(names, whole):
        named = ", ".join(whole.names)
        return (f"told as part of what is named so ({named})", "the same giver and receiver")
    return ()


def _is_of(names: set[str], told: Outline) -> bool:
    """Whether a record is told as part of what is named so."""
    return any(names <= {*named} for named in told.named)


def _supersedes(later: Outline, former: Outline, sides: Sides) -> tuple[str, ...]:
    """Why one total stands for another told before; empty where it does not."""
    named = former.value in later.formers
    if not (named or later.restated) or later.currency != former.currency:
        return ()
    if later.told is None or former.told is None or not former.told < later.told:
        return ()
    if sums.same_number(later.value, former.value, later.bound, former.bound):
        return ()
    if former.wholes or later.wholes or not _same_parties(later, former, sides):
        return ()
    shared = likeness(later.purpose, former.purpose, {*later.names} & {*former.names})
    alike = shared.told >= _TOLD and (shared.cover + shared.share) / 2 >= _SHARE
    # A purpose alone is that of many sums: the receiver, or a name, must be told too.
    known = bool(later.to and former.to) or shared.told > len(shared.common)
    near = max(later.value, former.value) <= _FACTOR * min(later.value, former.value)
    if not ((alike and known and near) or (named and shared.told)):
        return ()
    total = f"in place of {former.value:,}" if named else "as a new total"
    return (
        f"told {total}, {later.told}",
        f"the same purpose ({', '.join(shared.common[:4])})",
        "the same giver and receiver",
    )


def _same_parties(one: Outline, other: Outline, sides: Sides) -> bool:
    """Whether the giver is told and the same, and the receiver the same where it is told."""
    unsaid = not one.to or not other.to
    return agree(sides, one.by, other.by) and (unsaid or agree(sides, one.to, other.to))


def _before(part: Outline, whole: Outline) -> bool:
    """Whether the part was told before there was a whole."""
    return part.told is not None and whole.told is not None and part.told < whole.told


def _sums_after(quote: str) -> Iterator[int | float]:
    """Sums of which a sentence says that another is a part: "a tranche of the 500 million"."""
    for stretch in _after_parts(quote):
        for _, value in _sums(stretch.lower()):
            yield value
            break


def _names_after(quote: str, sides: Sides) -> Iterator[tuple[str, ...]]:
    for stretch in _after_parts(quote):
        # The first word is no name by its capital alone.
        names = purpose_of(f"of {stretch}", sides).names
        if len(names) >= _NAMED:
            yield names


def _after_parts(quote: str) -> Iterator[str]:
    """What follows words that make a sum part of something, up to the end of the clause."""
    text = " ".join(quote.split())
    opening = "|".join(map(re.escape, restating().opening_parts))
    patterns = [rf"\b{re.escape(phrase)}\b" for phrase in restating().parts]
    for pattern in (rf"^(?:{opening})\b", *patterns):
        for found in re.finditer(pattern, text, re.IGNORECASE):
            stretch = text[found.end() : found.end() + _NAMING]
            yield re.split(r"[;:]|, |\. ", stretch, maxsplit=1)[0]
