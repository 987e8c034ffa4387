"""Which counted things without a giver are a statistic rather than a deliverable."""

from __future__ import annotations

from communique.claims.kinds.commitment.deed import Deed
from communique.claims.kinds.commitment.grading import Form, form_of
from communique.claims.kinds.commitment.numbers import PERCENT, singular
from communique.claims.reading import Reading
from communique.claims.slots.commitment import Commitment
from communique.model.claim import Quantity
from communique.model.terms import Grade
from communique.vocab.claims.commitments import Deliverables


def is_tally(reading: Reading, deliverables: Deliverables, deed: Deed, claim: Commitment) -> bool:
    """Whether what a claim counts is more likely a statistic than a deliverable."""
    tree, quantity = reading.tree, claim.quantity
    if quantity is None:
        return False
    if quantity.unit == PERCENT:
        due = claim.deadline is not None and claim.grade is not Grade.DELIVERED
        sense = deed.sense
        return not (claim.by and sense is not None and (sense.change or sense.bears or due))
    if claim.by or deed.signed or deed.sense is None:
        return False
    if any(tree[i].lemma in deliverables.consignments for i in deed.nouns):
        return False
    if claim.grade is Grade.DELIVERED and _is_measured(deliverables, quantity):
        return True
    subject = tree.subject(deed.index)
    if subject is None and form_of(tree, deed.index) is Form.BARE:
        return True
    if deed.sense.flows and claim.to:
        return False
    if _by_project(reading, deliverables, deed, claim, subject):
        return False
    common = subject is not None and tree[subject].tag in {"NN", "NNS", "WDT", "DT"}
    return common and not tree.passive(deed.index) and not _takes_up(reading, subject)


def _by_project(
    reading: Reading,
    deliverables: Deliverables,
    deed: Deed,
    claim: Commitment,
    subject: int | None,
) -> bool:
    """Whether it is what a project is to make: "the programme will lay 40 km of pipes"."""
    tree = reading.tree
    if subject is None or deed.sense is None or deed.sense.done is None:
        return False
    ahead = form_of(tree, deed.index) is Form.FUTURE or claim.grade is Grade.INTENDED
    return ahead and tree[subject].lemma in deliverables.projects


def _takes_up(reading: Reading, subject: int | None) -> bool:
    """Whether those who act were told before: "the two presidents", "both ministers"."""
    tree, referents = reading.tree, reading.knowledge.referents
    if subject is None or tree[subject].lemma not in referents.taking_up:
        return False
    return any(tree.lower(i) in {"two", "both"} for i in tree.children(subject))


def _is_measured(deliverables: Deliverables, quantity: Quantity) -> bool:
    """Whether it is an amount of goods or power, rather than things one can count."""
    unit = (quantity.unit.lower().split() or [""])[-1]
    return bool({unit, singular(unit)} & deliverables.measured)
