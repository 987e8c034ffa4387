"""How a slot is declared: what people call it, what it means, and what it is good for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, Field, field, fields
from enum import StrEnum
from typing import Any, NamedTuple

from communique.model.claim import Claim


class Role(StrEnum):
    """What a slot is good for when claims are compared."""

    #: Two claims of one fact agree in it; it goes into the claim's id.
    IDENTITY = "identity"
    #: Two claims of one fact may differ in it, and that is worth showing.
    COMPARABLE = "comparable"
    #: Told for the reader only.
    DESCRIPTIVE = "descriptive"
    #: Id of another claim of the document; finders put a provisional one, `identity` the lasting.
    REFERENCE = "reference"


class Slot(NamedTuple):
    """A declared slot.

    Attributes:
        name: Name of the field, and key in the JSON.
        label: What people call it.
        help: What it holds, in one sentence.
        role: What it is good for in comparisons.
        partial: Whether a text may tell some of its members only, without contradicting a text
            that tells more.
    """

    name: str
    label: str
    help: str
    role: Role
    partial: bool = False


def slot(
    label: str,
    help: str,
    role: Role,
    default: Any = MISSING,  # noqa: ANN401 - as field
    *,
    partial: bool = False,
) -> Any:  # noqa: ANN401 - as field
    """Declare a slot as a dataclass field.

    Args:
        label: What people call it.
        help: What it holds, in one sentence.
        role: What it is good for in comparisons.
        default: Value where the text gives none; without it the slot must be filled.
        partial: Whether a text may tell some of its members only.
    """
    metadata = {"label": label, "help": help, "role": role, "partial": partial}
    if default is MISSING:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)


def slots_of(kind: type[Claim]) -> Iterator[Slot]:
    """The slots that a kind declares, in their order."""
    for declared in fields(kind):
        if "role" in declared.metadata:
            yield _slot(declared)


def _slot(declared: Field[Any]) -> Slot:
    told = declared.metadata
    return Slot(declared.name, told["label"], told["help"], told["role"], told["partial"])
