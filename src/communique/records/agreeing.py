"""Whether a claim agrees with the key slots that a decision remembers: strictly, or not at all.

Slots are compared as plain JSON, since a decision may come from a file, and from a version of the
claim model that is no longer this one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from communique.model.claim import Claim
from communique.model.plain import plain


def agreement(
    slots: Mapping[str, Any],
    claim: Claim,
    told: Mapping[str, Sequence[Any]],
    *,
    strict: bool = False,
) -> int:
    """In how many key slots a claim agrees; 0 if it contradicts any.

    Args:
        slots: The key slots as they were.
        claim: The claim.
        told: Values that a person has told of slots; to have them is to agree too.
        strict: Every slot that was filled must agree; else a claim may leave it open.
    """
    verdicts = [verdict for _, verdict in _compared(slots, claim, told)]
    if False in verdicts or (strict and None in verdicts):
        return 0
    return verdicts.count(True)


def contradictions(
    slots: Mapping[str, Any], claim: Claim, told: Mapping[str, Sequence[Any]]
) -> list[str]:
    """Names of the key slots in which a claim contradicts."""
    return [name for name, verdict in _compared(slots, claim, told) if verdict is False]


def _compared(
    slots: Mapping[str, Any], claim: Claim, told: Mapping[str, Sequence[Any]]
) -> Iterator[tuple[str, bool | None]]:
    """For each key slot that was filled whether the claim agrees; None where it leaves it open.

    The modality decides only against a claim: nearly all claims are asserted, so that it tells
    nothing for one.
    """
    for name, was in slots.items():
        now = plain(getattr(claim, name, None))
        if _open(was):
            continue
        if _open(now):
            yield name, None
        elif not any(_alike(value, now) for value in (was, *told.get(name, ()))):
            yield name, False
        elif name != "modality":
            yield name, True


def _open(value: object) -> bool:
    return value is None or value == [] or value == ""


def _alike(was: object, now: object) -> bool:
    if isinstance(was, Mapping) and isinstance(now, Mapping):
        return _same_object(was, now)
    if isinstance(was, list) and isinstance(now, list):
        return _holds(was, now) or _holds(now, was)
    if isinstance(was, str) and isinstance(now, str):
        return _folded(was) == _folded(now)
    return was == now


def _holds(some: Sequence[object], others: Sequence[object]) -> bool:
    """Whether every member of the one list is among the other's: some may have been overlooked."""
    return all(any(_alike(one, other) for other in others) for one in some)


def _same_object(was: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    if "first" in was and "last" in was:
        return _share_a_day(was, now)
    if "role" in was:
        # Who takes part counts, not in what role, which is read with less certainty.
        pairs = [(was.get(k), now.get(k)) for k in ("party", "person")]
        both = [(a, b) for a, b in pairs if a is not None and b is not None]
        return bool(both) and all(_alike(a, b) for a, b in both)
    if "name" in was:
        return _same_name(was, now)
    if "value" not in was:
        return was == now
    # A sum or quantity: the bound is left aside, an open currency contradicts none.
    names = ("value", "currency", "unit")
    return all(
        _alike(was[n], now.get(n)) for n in names if not _open(was.get(n)) and not _open(now.get(n))
    )


def _share_a_day(was: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Whether two periods meet; ISO dates sort as text."""
    first = max(str(was.get("first") or ""), str(now.get("first") or ""))
    ends = [str(end) for end in (was.get("last"), now.get("last")) if end]
    return not ends or first <= min(ends)


def _same_name(was: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Whether two names are one: the same words, or of a person also fewer ("Rahimov")."""
    one, other = (set(_folded(str(value.get("name"))).split()) for value in (was, now))
    if "code" in was or "code" in now:
        return one == other
    return one <= other or other <= one


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())
