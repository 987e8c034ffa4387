"""Floors of accuracy: what an extractor must reach on a collection that must not change unseen."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import floor
from pathlib import Path
from typing import Any

from communique.errors import BadOption
from communique.pipeline.evaluate.measure import Evaluation, Measure

_HEAD = """\
# Floors of accuracy (F1, rounded down) on the annotated documents beside this file. A run below
# them, or on other documents, fails. Written by `communique evaluate GOLD --floors FILE`: raised
# with `--update`, lowered only with `--lower REASON` as well; the changelog then tells why.
"""
_TABLES = ("found", "slots")
# The models' sums are rounded differently by different processors, which now and then turns a tag:
# a loss below this is none.
_SLACK = 0.005


@dataclass(frozen=True, slots=True)
class Floors:
    """What must be reached.

    Attributes:
        gold: Digest of the annotated documents that the floors are for.
        found: Floor of F1 by kind, for claims found.
        slots: Floor of F1 by kind, for filled slots.
        lowered: Why a floor was last lowered; empty where none was.
    """

    gold: str
    found: Mapping[str, float]
    slots: Mapping[str, float]
    lowered: str = ""


def floors_of(evaluation: Evaluation, digest: str, lowered: str = "") -> Floors:
    """The floors that a measure just reaches."""
    return Floors(digest, _rounded(evaluation.found), _rounded(evaluation.slots), lowered)


def shortfalls(floors: Floors, evaluation: Evaluation, digest: str) -> Iterator[str]:
    """One line for each floor that is missed by more than chance, and one for other documents."""
    if digest != floors.gold:
        yield "the annotated documents have changed since the floors were set"
    for name, wanted, reached in _beside(floors, evaluation, digest):
        if reached < wanted - _SLACK:
            yield f"{name}: {reached:.3f} is below its floor {wanted:.3f}"


def updated(old: Floors | None, evaluation: Evaluation, digest: str, reason: str | None) -> Floors:
    """New floors: those that the measure reaches, never lower than the old without a reason.

    Raises:
        BadOption: A floor would fall, and no reason was given.
    """
    fallen = (
        []
        if old is None
        else [n for n, want, got in _beside(old, evaluation, digest) if got < want]
    )
    if fallen and not reason:
        raise BadOption(
            f"floors of {', '.join(fallen)}",
            "they would fall",
            "mend the loss, or give --lower REASON",
        )
    kept = old.lowered if old is not None else ""
    return floors_of(evaluation, digest, reason if fallen and reason else kept)


def read_floors(path: Path) -> Floors:
    """The floors in a file.

    Raises:
        BadOption: It can't be read, or is no file of floors.
    """
    try:
        told = tomllib.loads(path.read_text("utf-8"))
        found, slots = (_table(told[name]) for name in _TABLES)
        return Floors(str(told["gold"]), found, slots, str(told.get("lowered", "")))
    except OSError as error:
        reason = f"it can't be read ({error.strerror})"
        raise BadOption(str(path), reason, "name another file, or add --update") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadOption(str(path), f"no file of floors ({error})", "write it anew") from error


def write_floors(path: Path, floors: Floors) -> None:
    """Write floors to a file.

    Raises:
        BadOption: It can't be written.
    """
    lines = [_HEAD, f'gold = "{floors.gold}"']
    if floors.lowered:
        quoted = floors.lowered.replace("\\", "\\\\").replace('"', '\\"')
        lines.append(f'lowered = "{" ".join(quoted.split())}"')
    for name, table in zip(_TABLES, (floors.found, floors.slots), strict=True):
        lines += ["", f"[{name}]", *(f"{kind} = {value:.3f}" for kind, value in table.items())]
    try:
        path.write_text("\n".join(lines) + "\n", "utf-8")
    except OSError as error:
        reason = f"it can't be written ({error.strerror})"
        raise BadOption(str(path), reason, "name another file") from error


def _table(told: Mapping[str, Any]) -> dict[str, float]:
    return {kind: float(value) for kind, value in told.items()}


def _rounded(measures: Mapping[str, Measure]) -> dict[str, float]:
    return {kind: floor(measure.counts.f1 * 1000) / 1000 for kind, measure in measures.items()}


def _beside(
    floors: Floors, evaluation: Evaluation, digest: str
) -> Iterator[tuple[str, float, float]]:
    """Each floor with what is reached, rounded as floors are."""
    now = floors_of(evaluation, digest)
    for name in _TABLES:
        reached = getattr(now, name)
        for kind, wanted in getattr(floors, name).items():
            yield f"{name} {kind}", wanted, reached.get(kind, 0.0)
