"""Claims in plain words: dates, sums, parties and terms as people write them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from communique.claims.slots.declare import slots_of
from communique.model.claim import (
    Actor,
    Amount,
    Change,
    Claim,
    Party,
    Person,
    Quantity,
    When,
)
from communique.model.mention import Bound
from communique.model.shaped import hints_of, value_of
from communique.model.spelled import days, number
from communique.model.terms import ActorRole, Modality
from communique.vocab.claims.plain_words import PlainWords, load_plain_words

# Who acts or takes part is plain from the others.
_ROLES_TOLD = frozenset({ActorRole.TARGET, ActorRole.HOST})


@dataclass(frozen=True, slots=True)
class Wording:
    """Puts the values of claims into words.

    Attributes:
        words: Plain names of the terms.
        codes: Tell the codes too: terms of the claim model, codes of parties, ids.
    """

    words: PlainWords
    codes: bool = False

    @classmethod
    def load(cls, codes: bool = False) -> Wording:
        """Read the plain names.

        Raises:
            BadVocabulary: Their file breaks its schema.
        """
        return cls(load_plain_words(), codes)

    def told(self, claim: Claim) -> list[tuple[str, str]]:
        """The filled slots of a claim: what people call each, and its value in words.

        That a claim is a plain statement in the document's own voice goes without saying.
        """
        found = [(slot.label, self.slot(claim, slot.name)) for slot in slots_of(type(claim))]
        if claim.modality is not Modality.ASSERTED:
            found.append(("how sure", self.value(claim.modality)))
        if claim.attributed_to:
            found.append(("according to", claim.attributed_to))
        if self.codes:
            found.append(("id", claim.id))
        return [(label, text) for label, text in found if text]

    def slot(self, claim: Claim, name: str) -> str:
        """The value of a slot in words, empty where there is none."""
        value = getattr(claim, name)
        if name == "part_of" and value and not self.codes:
            return "a larger sum in this text"
        return self.value(value)

    def value(self, value: object) -> str:
        """A value in words; empty for None and empty lists."""
        match value:
            case None:
                return ""
            case StrEnum():
                return self._coded(self.words.of(value), value.value)
            case tuple():
                return ", ".join(self.value(entry) for entry in value)
            case int() | float():
                return number(value)
            case str():
                return " ".join(value.split())
        return self._shape(value)

    def _shape(self, value: object) -> str:
        """A value that has parts."""
        match value:
            case Party():
                return self._coded(value.name, value.code)
            case Person():
                return value.name
            case Actor():
                return self._actor(value)
            case When():
                return days(value.first, value.last) or value.text
            case Amount():
                return self.measure(value.value, value.currency, value.bound)
            case Quantity():
                return self.measure(value.value, value.unit, value.bound)
            case Change():
                return self._change(value)
        return str(value)

    def measure(self, value: float, unit: str | None, bound: Bound | None) -> str:
        """A number with its hedge and unit: "more than 900 companies"."""
        hedge = "" if bound is None else self.words.of(bound)
        return " ".join(part for part in (hedge, number(value), unit) if part)

    def _change(self, change: Change) -> str:
        told = f"{self.words.of(change.direction)} {number(change.value)} {change.unit}"
        return f"{told} against {self.value(change.base)}" if change.base is not None else told

    def _actor(self, actor: Actor) -> str:
        party = self.value(actor.party)
        name = actor.person.name if actor.person is not None else party
        facts = [party] if actor.person is not None and party else []
        if self.codes or actor.role in _ROLES_TOLD:
            facts.append(self._coded(self.words.of(actor.role), actor.role.value))
        return f"{name} ({', '.join(facts)})" if facts else name

    def _coded(self, words: str, code: str | None) -> str:
        return f"{words} [{code}]" if self.codes and code and code != words else words


def label_of(head: Claim, name: str) -> str:
    """What people call a slot."""
    return next((slot.label for slot in slots_of(type(head)) if slot.name == name), name)


def value_in_words(
    head: Claim,
    slot: str,
    value: Any,  # noqa: ANN401 - plain JSON
    wording: Wording,
) -> str:
    """A value as it stands in a body, in words."""
    return wording.value(value_of(value, hints_of(type(head))[slot], slot)) or "nothing"
