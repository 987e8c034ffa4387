"""Decisions in plain words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from communique.claims.shapes import SHAPE_OF
from communique.claims.slots.declare import slots_of
from communique.model.decision import Decision, Ruling
from communique.model.shaped import hints_of, value_of
from communique.views.wording import Wording

# What people call what every claim has.
_COMMON = MappingProxyType({"modality": "how sure", "attributed_to": "according to"})


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision in plain words.

    Attributes:
        verb: What was done, such as "accepted".
        detail: What it was done with, such as "amount: 5,000,000 EUR"; may be empty.
    """

    verb: str
    detail: str = ""


def in_words(decision: Decision, wording: Wording) -> Decided:
    """What was decided; the words that it is about stand in its targets."""
    return _WORDINGS[decision.ruling](decision, wording)


def slot_label(kind: str, slot: str) -> str:
    """What people call a slot of a kind of claim."""
    declared = {s.name: s.label for s in slots_of(SHAPE_OF[kind])} if kind in SHAPE_OF else {}
    return declared.get(slot) or _COMMON.get(slot, slot)


def _correction(decision: Decision, wording: Wording) -> Decided:
    kind, slot = str(decision.targets[0].kind), decision.payload["slot"]
    value = _value(kind, slot, decision.payload["value"], wording)
    return Decided("corrected", f"{slot_label(kind, slot)}: {value or 'nothing'}")


def _value(kind: str, slot: str, entry: Any, wording: Wording) -> str:  # noqa: ANN401 - plain JSON
    if kind not in SHAPE_OF:
        return str(entry)
    shape: Any = SHAPE_OF[kind]
    try:
        return wording.value(value_of(entry, hints_of(shape)[slot], slot))
    except (KeyError, ValueError):
        # Another version of the program knew the slot.
        return str(entry)


def _kind_of(decision: Decision, wording: Wording, many: bool = True) -> str:
    kind = decision.payload["kind"]
    counted = wording.words.kinds.get(kind)
    if counted is None:
        return str(kind)
    return counted.many if many else counted.one


def _delivery(decision: Decision, wording: Wording) -> Decided:
    on, evidence = decision.payload["on"], decision.payload["evidence"]
    return Decided("marked as delivered", f"{on}: {evidence}" if on else evidence)


def _speakers(decision: Decision, wording: Wording) -> Decided:
    names = ", ".join(party["name"] for party in decision.payload["parties"])
    return Decided("said for whom a document speaks", names or "nobody")


def _added(decision: Decision, wording: Wording) -> Decided:
    kind = decision.payload["claim"]["kind"]
    counted = wording.words.kinds.get(kind)
    return Decided("added a claim", kind if counted is None else counted.one)


_WORDINGS: Mapping[Ruling, Callable[[Decision, Wording], Decided]] = MappingProxyType(
    {
        Ruling.ACCEPT: lambda d, w: Decided("accepted"),
        Ruling.REJECT: lambda d, w: Decided("rejected"),
        Ruling.CORRECT: _correction,
        Ruling.ADD: _added,
        Ruling.MERGE: lambda d, w: Decided("merged", _kind_of(d, w)),
        Ruling.NEVER_MERGE: lambda d, w: Decided("kept apart", _kind_of(d, w)),
        Ruling.SPLIT: lambda d, w: Decided("split", _kind_of(d, w, many=False)),
        Ruling.DELIVERED: _delivery,
        Ruling.SPEAKS_FOR: _speakers,
        Ruling.SILENCE: lambda d, w: Decided("silenced", str(d.payload.get("finding", ""))),
        Ruling.UNDO: lambda d, w: Decided("took back", f"decision {d.payload['decision'][:8]}"),
    }
)
