"""Commitments: somebody undertakes to give, build or do something that can later be checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from communique.claims.slots.declare import Role, slot
from communique.model.claim import Amount, Claim, Party, Quantity, When
from communique.model.terms import Finance, Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Claim):
    """An undertaking that can be checked: it has an amount, a countable part or a deadline."""

    kind: ClassVar[str] = "commitment"

    by: tuple[Party, ...] = slot("by", "Who gives or does; empty if unsaid.", Role.COMPARABLE, ())
    to: tuple[Party, ...] = slot("to", "Who receives.", Role.COMPARABLE, ())
    action: str = slot("action", "What is undertaken, in the text's words.", Role.DESCRIPTIVE)
    finance: Finance | None = slot("kind of money", "Grant, loan …", Role.COMPARABLE, None)
    part_of: str | None = slot(
        "part of", "Id of the claim whose amount contains this one.", Role.REFERENCE, None
    )
    amount: Amount | None = slot("amount", "The sum.", Role.IDENTITY, None)
    quantity: Quantity | None = slot("quantity", "The countable part.", Role.IDENTITY, None)
    grade: Grade = slot("firmness", "How firm the wording is.", Role.IDENTITY)
    deadline: When | None = slot("deadline", "By when.", Role.IDENTITY, None)
    when: When | None = slot("announced", "When it was announced.", Role.COMPARABLE, None)
