"""Fields of a form for the slots of a claim."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import StrEnum
from types import MappingProxyType, NoneType
from typing import Any, get_args, get_origin

from communique.claims.shapes import SHAPE_OF
from communique.claims.slots.declare import slots_of
from communique.model.claim import Actor, Amount, Change, Claim, Party, Person, Quantity, When
from communique.model.shaped import members
from communique.pipeline.typed import typed
from communique.pipeline.values import Reader
from communique.records.decisions import slot_names, slot_type
from communique.views.decided import slot_label
from communique.views.wording import Wording

# How values are written, by the kind of value.
_EXAMPLES = MappingProxyType(
    {
        Party: "KZ, European Union",
        Actor: "host:KZ:Ali Rahimov; participant:EU",
        Amount: "at least 5000000 EUR",
        Quantity: "79 km",
        When: "2023-06-02..2023-06-03",
        Change: "up 3.2 percent",
        Person: "a name",
    }
)


@dataclass(frozen=True, slots=True)
class Field:
    """A field for a slot.

    Attributes:
        name: Name of the slot.
        label: What people call it.
        help: What it holds.
        value: The value as it would be typed.
        options: Terms and what people call them, where it is a list of terms.
        example: How a value is written.
        required: Whether it must be filled.
    """

    name: str
    label: str
    help: str
    value: str = ""
    options: tuple[tuple[str, str], ...] = ()
    example: str = ""
    required: bool = False


def fields_of(
    kind: str, wording: Wording, reader: Reader, claim: Claim | None = None
) -> tuple[Field, ...]:
    """The fields for a kind of claim, filled from a claim if one is given.

    An empty form leaves out what every claim has, and what only describes: words do for it.
    """
    shape = SHAPE_OF[kind]
    helps = {slot.name: slot.help for slot in slots_of(shape)}
    needed = {f.name for f in fields(shape) if f.default is MISSING}
    found: list[Field] = []
    for slot in slot_names(kind):
        hint = slot_type(kind, slot)
        value = "" if claim is None else typed(reader, kind, slot, getattr(claim, slot))
        found.append(
            Field(
                slot,
                slot_label(kind, slot),
                helps.get(slot, ""),
                value,
                _options(hint, wording),
                _EXAMPLES.get(_kind_of(hint), ""),
                slot in needed,
            )
        )
    return tuple(found)


def _kind_of(hint: object) -> Any:  # noqa: ANN401 - a type
    """The type of a value, or of the entries of a list."""
    kind = next(a for a in members(hint) if a is not NoneType)
    if get_origin(kind) is tuple:
        kind = get_args(kind)[0]
    return kind


def _options(hint: object, wording: Wording) -> tuple[tuple[str, str], ...]:
    kind = _kind_of(hint)
    if is_dataclass(kind) or not issubclass(kind, StrEnum):
        return ()
    terms = tuple((term.value, wording.words.of(term)) for term in kind)
    return (("", "not said"), *terms) if NoneType in members(hint) else terms
