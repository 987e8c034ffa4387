"""What of a commitment is compared."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from communique.claims.slots.commitment import Commitment
from communique.model.mention import Bound
from communique.model.record import DocumentFacts
from communique.model.terms import Finance
from communique.records.comparing import sums
from communique.records.comparing.labels import Purpose, purpose_of, stems, weight
from communique.records.comparing.parties import Sides
from communique.records.kinds.commitment.weights import POOR
from communique.vocab.restating import restating
from communique.vocab.words import words_of


@dataclass(frozen=True, slots=True)
class CommitmentProfile:
    """What of a commitment is compared.

    Attributes:
        by: Sides of the givers.
        to: Sides of the receivers that are known parties, a giver's own left out.
        purpose: Stems of what it is for.
        beside: Stems that stand beside it in the sentence, and hint at the purpose: names, and all
            words where the undertaking itself hardly tells one.
        names: Those of both that are of names.
        sources: Stems of the law, plan or budget that the money comes from.
        finance: Kind of money.
        value: The sum.
        currency: Its currency.
        loose: Whether the currency is but what a bare sign is taken for.
        bound: How it is hedged.
        further: Whether it is told as one more ("another 50 million").
        quantity: The counted quantity.
        unit: Stems of what is counted.
        quantity_bound: How the quantity is hedged.
        deadline: Last day of the deadline.
        since: First day on which it may have been announced.
        told: Last day on which it may have been announced; where that is unsaid, both are the day
            of publication.
        about: Sides that its document is about.
    """

    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    purpose: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    finance: Finance | None = None
    value: int | float | None = None
    currency: str | None = None
    loose: bool = False
    bound: Bound | None = None
    further: bool = False
    quantity: int | float | None = None
    unit: tuple[str, ...] = ()
    quantity_bound: Bound | None = None
    deadline: date | None = None
    since: date | None = None
    told: date | None = None
    about: tuple[str, ...] = ()

    @property
    def numbered(self) -> bool:
        """Whether it has a sum or a quantity."""
        return self.value is not None or self.quantity is not None

    @property
    def circle(self) -> frozenset[str]:
        """The sides between which it is: who gives and receives, and whom its document is about."""
        return frozenset((*self.by, *self.to, *self.about))

    @property
    def poor(self) -> bool:
        """Whether it hardly tells what it is for."""
        return weight(self.purpose, self.names) <= POOR


def profile_of(claim: Commitment, document: DocumentFacts, sides: Sides) -> CommitmentProfile:
    """What of a commitment is compared.

    Args:
        claim: The commitment.
        document: Its document.
        sides: Tells parties.
    """
    quote = claim.evidence[0].exact
    about = {sides.of_party(party) for party in document.subjects}
    receivers = {sides.of_party(party) for party in claim.to}
    known = {side for side in receivers if sides.knows(side)}
    by, to = givers_and_receivers(claim, document, sides)
    givers = set(by)
    # A centre or programme that is given to tells the purpose: no party is contradicted by it.
    action = ". ".join((claim.action, *sorted(receivers - known)))
    purpose = purpose_of(action, sides, givers | known)
    beside = _beside(quote, purpose, sides, givers | known)
    amount, quantity, when = claim.amount, claim.quantity, claim.when
    currency = amount.currency if amount else None
    return CommitmentProfile(
        by=by,
        to=to,
        purpose=purpose.words,
        beside=beside.words,
        names=tuple(sorted({*purpose.names, *beside.names})),
        sources=purpose.sources,
        finance=claim.finance,
        value=sums.plain(amount.value) if amount else None,
        currency=currency,
        loose=sums.loose(currency, " ".join(e.exact for e in claim.evidence)),
        bound=amount.bound if amount else None,
        further=is_further(claim),
        quantity=sums.plain(quantity.value) if quantity else None,
        unit=stems(quantity.unit) or (quantity.unit,) if quantity else (),
        quantity_bound=quantity.bound if quantity else None,
        deadline=claim.deadline.last if claim.deadline else None,
        since=(when.first or when.last if when else None) or document.published,
        told=(when.last if when else None) or document.published,
        about=tuple(sorted(about)),
    )


def givers_and_receivers(
    claim: Commitment, document: DocumentFacts, sides: Sides
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Sides of the givers and of the receivers, as a profile has them; all else costs much more."""
    about = {sides.of_party(party) for party in document.subjects}
    quote = claim.evidence[0].exact
    near = about | {word[1:] for word in sides.folded(words_of(quote)) if word.startswith("@")}
    givers = set(_supported((sides.of_party(p) for p in claim.by), near, about, sides))
    known = {side for party in claim.to if sides.knows(side := sides.of_party(party))}
    # "The United States invests 5 billion in the United States" tells no receiver.
    receivers = set(_supported(known, near, about, sides)) - givers
    return tuple(sorted(givers)), tuple(sorted(receivers))


def is_further(claim: Commitment) -> bool:
    """Whether a sum is told as one more ("another 50 million")."""
    return claim.amount is not None and bool(_further().search(claim.evidence[0].exact))


def _supported(
    parties: Collection[str] | Iterator[str],
    near: Collection[str],
    about: Collection[str],
    sides: Sides,
) -> Iterator[str]:
    """Parties that the sentence names or the document is about.

    Another is read from afar, and would set apart all that is told of the right one. Where it is
    not known what the document is about, all are believed.
    """
    for party in parties:
        kin = any(sides.belongs(party, side) or sides.belongs(side, party) for side in near)
        if kin or not about or not sides.knows(party):
            yield party


@cache
def _further() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(restating().added)))
    return re.compile(rf"\b(?:{words}) \D{{,4}}\d", re.IGNORECASE)


def _beside(quote: str, purpose: Purpose, sides: Sides, known: Collection[str]) -> Purpose:
    """What the rest of the sentence tells: who pays and through what often stands before.

    "Lake Bank will provide …" names the bank; "the contribution to the centre was committed" tells
    the purpose before the undertaking.
    """
    # Behind a first word of ours, that of the sentence is a name if it has a capital.
    whole = purpose_of(f"so {quote}", sides, known)
    poor = weight(purpose.words, purpose.names) <= POOR
    told = {*(whole.words if poor else whole.names)} - {*purpose.words}
    names = tuple(name for name in whole.names if name in told)
    return Purpose(tuple(sorted(told)), names, ())
