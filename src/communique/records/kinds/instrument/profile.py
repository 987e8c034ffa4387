"""What of an instrument claim matters for the question whether two tell of one instrument."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.claims.slots.instrument import Instrument
from communique.model.record import Node
from communique.model.terms import InstrumentAction, InstrumentType
from communique.records.comparing.days import Days
from communique.records.comparing.lore import Lore
from communique.records.comparing.places import Place
from communique.records.comparing.relations import supposed
from communique.records.comparing.titles import Name
from communique.records.kinds.instrument import weights

# A name tells the instrument by one telling word in capitals ("the Heron Charter"), by several for
# common subjects ("the Digital Transport Investment Plan"), or by two without capitals ("the
# memorandum on raw materials"); a word that sets it apart counts as one.
_PROPER = 1.0
_PLAIN_PROPER = 1.5
_TOPIC = 2.0
_BOTH = 2
_GIST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentProfile:
    """What of an instrument claim is compared.

    Attributes:
        type: What sort of document it is.
        name: Its name.
        known: Whether the name tells it without parties or date.
        sides: Whose document it is, sorted.
        supposed: Parties as the document is about them and another, where the claim names fewer
            than two and no name with capitals tells it, sorted.
        count: How many documents it is.
        points: How many points it comprises.
        action: The step, where the day of the step or of publication is kept.
        when: The days of that step.
        told: Day of publication, only where neither a date nor a name with capitals tells it.
        place: Where the step was taken, only where the name does not tell the document.
        gist: Words of the quote, only where the name does not tell one document from another.
    """

    type: InstrumentType
    name: Name | None = None
    known: bool = False
    sides: tuple[str, ...] = ()
    supposed: tuple[str, ...] = ()
    count: int | None = None
    points: int | None = None
    action: InstrumentAction | None = None
    when: Days | None = None
    told: date | None = None
    place: Place | None = None
    gist: tuple[str, ...] = ()


def profile_of(node: Node, claim: Instrument, lore: Lore) -> InstrumentProfile:
    """The profile of an instrument claim."""
    name = lore.titles.read(claim.name)
    many = claim.count is not None and claim.count > 1
    known = not many and name is not None and (_numbered(claim.type, name) or _tells(name, lore))
    when = Days.of(claim.when)
    sides = tuple(sorted({lore.sides.of_party(party) for party in claim.parties}))
    told = when is None and not (known and _proper(name))
    return InstrumentProfile(
        type=claim.type,
        name=name,
        known=known,
        sides=sides,
        supposed=() if known and _proper(name) else supposed(sides, node.document, lore.sides),
        count=claim.count,
        points=claim.points,
        action=claim.action if when is not None or told else None,
        when=when,
        told=node.document.published if told else None,
        place=None if known else lore.places.read(claim.place),
        gist=()
        if lore.titles.telling(name) and (known or len(sides) >= _BOTH)
        else lore.titles.gist(claim.evidence[0].exact)[:_GIST],
    )


def _proper(name: Name | None) -> bool:
    return name is not None and name.proper


def _numbered(sort: InstrumentType, name: Name) -> bool:
    return sort in weights.NUMBERED and bool(name.numbers)


def _tells(name: Name, lore: Lore) -> bool:
    weight = lore.titles.telling(name)
    if not name.proper:
        return weight >= _TOPIC
    own = any(lore.titles.weight(word) == 1 for word in name.words) or name.versions
    return weight >= (_PROPER if own else _PLAIN_PROPER)
