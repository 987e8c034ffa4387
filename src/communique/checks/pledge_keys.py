"""Keys under which rules compare commitments: two sides and a word of the purpose.

They are made of the record's head alone, since they are asked of every record; what costs more is
read of those few that share one.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from communique.checks.pledges import Pledge, sides_told
from communique.checks.seen import Case
from communique.claims.slots.commitment import Commitment
from communique.model.record import DocumentFacts
from communique.model.terms import Grade
from communique.records.comparing import sums
from communique.records.comparing.labels import Purpose, purpose_of, stems
from communique.records.comparing.parties import Sides
from communique.vocab.words import words_of

# Words of a purpose that make keys, and those that make keys two by two.
_MOST_KEYS = 8
_MOST_PAIRED = 4
_BOTH = 2


def pair_keys(sides: Iterable[str]) -> tuple[str, ...]:
    """A key for each two sides."""
    return tuple("+".join(pair) for pair in combinations(sorted(set(sides)), 2))


def keys_of(case: Case, sides: Sides, prefix: str = "") -> Iterator[str]:
    """Keys that commitments share whose sides and purpose may be the same.

    Args:
        case: A record that is a commitment.
        sides: Tells parties.
        prefix: What else has to be the same, such as the currency.
    """
    head = case.record.head
    assert isinstance(head, Commitment)
    yield from _keys(head, case.nodes[0].document, sides, prefix)


def money_keys(
    case: Case, sides: Sides, grades: Container[Grade] = tuple(Grade), counted: bool = False
) -> tuple[str, ...]:
    """Keys that sums of one currency share whose sides and purpose may be the same.

    Args:
        case: A record.
        sides: Tells parties.
        grades: What is less firm, or firmer, has no keys.
        counted: Whether numbers of things have keys too.
    """
    head = case.record.head
    if not isinstance(head, Commitment) or head.grade not in grades:
        return ()
    return case.once(_Reader(sides, counted))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the keys of a sum: three rules ask for the same ones.

    Attributes:
        sides: Tells parties.
        counted: Whether numbers of things have keys too.
    """

    sides: Sides
    counted: bool

    def __call__(self, case: Case) -> tuple[str, ...]:
        head = case.record.head
        assert isinstance(head, Commitment)
        return tuple(money_keys_of(head, case.nodes[0].document, self.sides, self.counted))


def money_keys_of(
    claim: Commitment, document: DocumentFacts, sides: Sides, counted: bool = False
) -> Iterator[str]:
    """The same of a claim of a document."""
    if claim.amount is not None:
        yield from _keys(claim, document, sides, f"{sums.family(claim.amount.currency)} ")
    elif counted and claim.quantity is not None:
        unit = "-".join(stems(claim.quantity.unit)) or claim.quantity.unit
        yield from (f"{unit} {pair}" for pair in pair_keys(sides_told(claim, document, sides)))


def is_home(key: str, pledges: Iterable[Pledge], counted: bool = False) -> bool:
    """Whether a key is the first of those that some sums share: there a rule tells of them."""
    keys = [set(money_keys(p.case, p.sides, counted=counted)) for p in pledges]
    return key == min(set.intersection(*keys), default=None)


def _keys(claim: Commitment, document: DocumentFacts, sides: Sides, prefix: str) -> Iterator[str]:
    told = frozenset(sides.of_party(party) for party in (*claim.by, *claim.to))
    purpose = _purpose(claim.action, sides, told)
    named = {word[1:] for word in purpose.words if word.startswith("@")}
    circle = sides_told(claim, document, sides) | named
    if len(circle) < _BOTH:
        circle |= _named_in(claim.evidence[0].exact, sides)
    words = [w for w in purpose.words if not w.startswith("@")]
    ranked = sorted(words, key=lambda w: (w not in purpose.names, -len(w), w))
    if not words:
        # "The contract on the plant provides for 60 million": the purpose stands before.
        told_of = _purpose(f"so {claim.evidence[0].exact}", sides, told | circle)
        ranked = sorted(
            (w for w in told_of.words if not w.startswith("@")), key=lambda w: (-len(w), w)
        )
    pairs = pair_keys(circle)
    if pairs:
        yield from (f"{prefix}{pair} {w}" for pair in pairs for w in ranked[:_MOST_KEYS])
        if not words:
            yield from (f"{prefix}{pair} -" for pair in pairs)
    else:
        yield from (f"{prefix}{side} {name}" for side in circle for name in purpose.names)
    # A company that nobody knows may be missing in the other document.
    known = [side for side in circle if sides.knows(side)]
    if len(known) < len(circle) or not pairs:
        two = ["+".join(pair) for pair in combinations(sorted(ranked[:_MOST_PAIRED]), 2)]
        yield from (f"{prefix}{side} {some}" for some in two or words for side in known)


@lru_cache(maxsize=4096)
def _named_in(quote: str, sides: Sides) -> frozenset[str]:
    """The sides that a sentence names."""
    return frozenset(w[1:] for w in sides.folded(words_of(quote)) if w.startswith("@"))


@lru_cache(maxsize=4096)
def _purpose(action: str, sides: Sides, told: frozenset[str]) -> Purpose:
    """What an undertaking is for; the rules ask it of one record after another."""
    return purpose_of(action, sides, told)
