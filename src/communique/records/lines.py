"""Decisions as lines of JSON, and what is wrong with a line or a decision by itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from communique.claims.shapes import SHAPE_OF
from communique.model.claim import Party
from communique.model.decision import Decision, Ruling, signed
from communique.model.plain import plain
from communique.model.shaped import shaped, value_of
from communique.model.span import Span
from communique.records.decisions import added_claim, note_of, slot_names, slot_type


def to_line(decision: Decision) -> str:
    """A decision as a line of JSON, without the line break; its keys in a fixed order."""
    entry = plain(decision)
    line = json.dumps(entry, ensure_ascii=False, allow_nan=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        # Lone surrogates, which a text from JSON may hold, are escaped.
        return json.dumps(entry, allow_nan=False)
    return line


def from_line(line: str) -> Decision:
    """A decision from a line of JSON.

    Raises:
        ValueError: It is none; the message says what is wrong.
    """
    try:
        entry = json.loads(line, parse_constant=_no_number)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(entry, Mapping):
        raise ValueError("a decision must be an object")
    decision = shaped(entry, Decision)
    fault = fault_of(decision)
    if fault is not None:
        raise ValueError(fault)
    return decision


def _no_number(name: str) -> Any:  # noqa: ANN401 - it returns nothing
    raise ValueError(f"{name} is no number that JSON knows")


def fault_of(decision: Decision) -> str | None:
    """What is wrong with a decision by itself, whatever a dossier holds; None if nothing is."""
    if decision.at.tzinfo is None:
        return "at: it has no offset from UTC"
    if not decision.author.strip():
        return "author: it is empty"
    if not _fits(decision):
        return f"targets: {decision.ruling} can't be ruled on these"
    try:
        _PAYLOADS[decision.ruling](decision.payload, decision)
    except (ValueError, TypeError, KeyError) as error:
        return f"payload: {error}"
    if signed(decision).id != decision.id:
        return "id: it is not the digest of the decision; it was changed by hand"
    return None


def _fits(decision: Decision) -> bool:
    """Whether the ruling has the targets that it needs."""
    targets, ruling = decision.targets, decision.ruling
    if ruling is Ruling.UNDO:
        return not targets
    if ruling is Ruling.SILENCE:
        # The first form had none; its payload names no finding.
        words = all(t.exact and t.claim is None and t.kind is None for t in targets)
        return words and bool(targets) == ("finding" in decision.payload)
    if ruling is Ruling.SPEAKS_FOR:
        return len(targets) == 1 and not targets[0].exact
    if ruling is Ruling.ADD:
        return len(targets) == 1 and bool(targets[0].exact) and targets[0].claim is None
    several = ruling in {Ruling.MERGE, Ruling.NEVER_MERGE, Ruling.SPLIT}
    claims = all(t.exact and t.claim and t.kind in SHAPE_OF for t in targets)
    return claims and (len(targets) > 1 if several else len(targets) == 1)


_Check = Callable[[Mapping[str, Any], Decision], object]


def _keys(payload: Mapping[str, Any], *names: str) -> None:
    if set(payload) != set(names):
        wanted = ", ".join(names) if names else "nothing"
        raise ValueError(
            f"it must hold {wanted}, and holds {', '.join(sorted(payload)) or 'nothing'}"
        )


def _plain(payload: Mapping[str, Any], _: Decision) -> None:
    _keys(payload)


def _acceptance(payload: Mapping[str, Any], _: Decision) -> None:
    if not payload:
        return
    _keys(payload, "seen")
    seen: Sequence[object] = value_of(payload["seen"], tuple[Any, ...], "seen")
    if not seen:
        raise ValueError("seen: it must hold something, or be left out")
    for entry in seen:
        told: Mapping[str, Any] = value_of(entry, Mapping[str, Any], "seen")
        _keys(told, "finding", "basis")
        for name in told:
            value_of(told[name], str, name)


def _correction(payload: Mapping[str, Any], decision: Decision) -> None:
    _keys(payload, "slot", "value")
    kind, slot = str(decision.targets[0].kind), payload["slot"]
    if slot not in slot_names(kind):
        raise ValueError(f"a claim of kind {kind} has no slot {slot!r}")
    value_of(payload["value"], slot_type(kind, slot), slot)


def _addition(payload: Mapping[str, Any], decision: Decision) -> None:
    _keys(payload, "claim")
    value_of(payload["claim"], Mapping[str, Any], "claim")
    target = decision.targets[0]
    if added_claim(decision, target.exact, Span(0, len(target.exact))).kind != target.kind:
        raise ValueError("claim: it is not of the kind that the target names")
    note = note_of(decision)
    if note is not None and note.id != target.lineage:
        raise ValueError("claim: the note is not what its author wrote that day")


def _on_records(payload: Mapping[str, Any], decision: Decision, *more: str) -> None:
    _keys(payload, "kind", "profiles", *more)
    value_of(payload["kind"], str, "kind")
    profiles: Sequence[object] = value_of(payload["profiles"], tuple[Any, ...], "profiles")
    if len(profiles) != len(decision.targets):
        raise ValueError("profiles: there must be one for each target")


def _split(payload: Mapping[str, Any], decision: Decision) -> None:
    _on_records(payload, decision, "leaving")
    if not 0 < value_of(payload["leaving"], int, "leaving") < len(decision.targets):
        raise ValueError("leaving: some claims must leave, and the first target stay")


def _delivery(payload: Mapping[str, Any], decision: Decision) -> None:
    _on_records(payload, decision, "on", "evidence")
    value_of(payload["on"], date | None, "on")
    value_of(payload["evidence"], str, "evidence")


def _speakers(payload: Mapping[str, Any], _: Decision) -> None:
    _keys(payload, "parties")
    value_of(payload["parties"], tuple[Party, ...], "parties")


def _silence(payload: Mapping[str, Any], decision: Decision) -> None:
    _keys(payload, "code", "basis", *(["finding"] if decision.targets else []))
    for name in payload:
        value_of(payload[name], str, name)
    if not str(payload.get("finding", f"{payload['code']}:")).startswith(f"{payload['code']}:"):
        raise ValueError("finding: it is not of the code")


def _undoing(payload: Mapping[str, Any], _: Decision) -> None:
    _keys(payload, "decision")
    value_of(payload["decision"], str, "decision")


# What each ruling needs in its payload.
_PAYLOADS: Mapping[Ruling, _Check] = MappingProxyType(
    {
        Ruling.ACCEPT: _acceptance,
        Ruling.REJECT: _plain,
        Ruling.CORRECT: _correction,
        Ruling.ADD: _addition,
        Ruling.MERGE: _on_records,
        Ruling.NEVER_MERGE: _on_records,
        Ruling.SPLIT: _split,
        Ruling.DELIVERED: _delivery,
        Ruling.SPEAKS_FOR: _speakers,
        Ruling.SILENCE: _silence,
        Ruling.UNDO: _undoing,
    }
)
