"""A deed: what is done with a number, and how firm that is."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model.terms import Grade
from communique.vocab.claims.commitments import Sense


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed that a number belongs to.

    Attributes:
        index: The verb of the deed, or the noun where no verb tells it.
        grade: How firm it is; None where only what stands before tells it ("of which 3 million").
        nouns: Nouns between the number and the deed, nearest first ("a *grant* of 3 million").
        sense: What the verb says, None for nouns.
        signed: Whether it is the signing of a document, whose signers are not thereby givers.
    """

    index: int
    grade: Grade | None
    nouns: tuple[int, ...] = ()
    sense: Sense | None = None
    signed: bool = False
