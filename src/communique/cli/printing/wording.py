"""Claims in plain words: dates, sums, parties and terms as people write them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

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
from communique.model.terms import ActorRole, Modality
from communique.vocab.claims.plain_words import PlainWords, load_plain_words

_SCALES = ((1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"))

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


def number(value: float) -> str:
    """A number as people write it: "37.7 billion", "1,200", "3.2"."""
    for scale, name in _SCALES:
        if abs(value) >= scale:
            return f"{_short(value / scale)} {name}"
    return _short(value)


def _short(value: float) -> str:
    return f"{value:,.3f}".rstrip("0").rstrip(".")


def days(first: date | None, last: date | None) -> str:
    """A period as people write it; empty where both ends are open.

    A whole month or year is told as such; "by" and "from" tell that the other end is open.
    """
    if first is None:
        return "" if last is None else f"by {_day(last)}"
    if last is None:
        return f"from {_day(first)}"
    if first == last:
        return _day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return _between(str(first.year), str(last.year), "–")
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return _between(f"{first:%B %Y}", f"{last:%B %Y}", " – ")
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def _between(first: str, last: str, dash: str) -> str:
    return first if first == last else f"{first}{dash}{last}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
