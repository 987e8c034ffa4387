"""Floors of accuracy: what must be reached on collections that must not change unseen."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import floor
from pathlib import Path
from typing import Any

from communique.errors import BadOption
from communique.pipeline.evaluate.measure import Evaluation, Measure
from communique.pipeline.evaluate.merging import MergingScore

_HEAD = """\
# Floors of accuracy (F1, rounded down) on the annotated documents beside this file. A run below
# them, or on other documents, fails. Written by `communique evaluate GOLD --floors FILE`, the part
# on merging with `--merging`: raised with `--update`, lowered only with `--lower REASON` as well;
# the changelog then tells why.
"""
_TABLES = ("found", "slots")
_Beside = Iterator[tuple[str, float, float]]
# The models' sums are rounded differently by different processors, which now and then turns a tag:
# a loss below this is none.
_SLACK = 0.005


@dataclass(frozen=True, slots=True)
class MergingFloors:
    """What merging must reach.

    Attributes:
        gold: Digest of the documents and happenings that the floors are for.
        pairs: Floor of pairwise F1 by kind of record.
        lowered: Why a floor was last lowered; empty where none was.
    """

    gold: str
    pairs: Mapping[str, float]
    lowered: str = ""


@dataclass(frozen=True, slots=True)
class Floors:
    """What must be reached.

    Attributes:
        gold: Digest of the annotated documents that the floors are for.
        found: Floor of F1 by kind, for claims found.
        slots: Floor of F1 by kind, for filled slots.
        lowered: Why a floor was last lowered; empty where none was.
        merging: The same for merging, None where there are none.
    """

    gold: str
    found: Mapping[str, float]
    slots: Mapping[str, float]
    lowered: str = ""
    merging: MergingFloors | None = None


def floors_of(evaluation: Evaluation, digest: str, lowered: str = "") -> Floors:
    """The floors that a measure just reaches."""
    return Floors(digest, _rounded(evaluation.found), _rounded(evaluation.slots), lowered)


def shortfalls(floors: Floors, evaluation: Evaluation, digest: str) -> Iterator[str]:
    """One line for each floor that is missed by more than chance, and one for other documents."""
    yield from _short(digest == floors.gold, _beside(floors, evaluation, digest))


def merging_shortfalls(floors: MergingFloors, score: MergingScore, digest: str) -> Iterator[str]:
    """The same for merging."""
    yield from _short(digest == floors.gold, _pairs_beside(floors, score))


def updated(old: Floors | None, evaluation: Evaluation, digest: str, reason: str | None) -> Floors:
    """New floors: those that the measure reaches, never lower than the old without a reason.

    Raises:
        BadOption: A floor would fall, and no reason was given.
    """
    if old is None:
        return floors_of(evaluation, digest)
    why = _why_lowered(old.lowered, _beside(old, evaluation, digest), reason)
    return replace(floors_of(evaluation, digest, why), merging=old.merging)


def merging_updated(
    old: MergingFloors | None, score: MergingScore, digest: str, reason: str | None
) -> MergingFloors:
    """The same for merging.

    Raises:
        BadOption: A floor would fall, and no reason was given.
    """
    why = _why_lowered(old.lowered, _pairs_beside(old, score), reason) if old is not None else ""
    return MergingFloors(digest, _rounded(_pairs_of(score)), why)


def read_floors(path: Path) -> Floors:
    """The floors in a file.

    Raises:
        BadOption: It can't be read, or is no file of floors.
    """
    try:
        told = tomllib.loads(path.read_text("utf-8"))
        found, slots = (_table(told[name]) for name in _TABLES)
        merging = _merging(told["merging"]) if "merging" in told else None
        return Floors(str(told["gold"]), found, slots, str(told.get("lowered", "")), merging)
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
    lines = [_HEAD, *_head_of(floors)]
    for name, table in zip(_TABLES, (floors.found, floors.slots), strict=True):
        lines += _lines(name, table)
    if floors.merging is not None:
        lines += ["", "[merging]", *_head_of(floors.merging)]
        lines += _lines("merging.pairs", floors.merging.pairs)
    try:
        path.write_text("\n".join(lines) + "\n", "utf-8")
    except OSError as error:
        reason = f"it can't be written ({error.strerror})"
        raise BadOption(str(path), reason, "name another file") from error


def _head_of(floors: Floors | MergingFloors) -> Iterator[str]:
    yield f'gold = "{floors.gold}"'
    if floors.lowered:
        quoted = floors.lowered.replace("\\", "\\\\").replace('"', '\\"')
        yield f'lowered = "{" ".join(quoted.split())}"'


def _lines(name: str, table: Mapping[str, float]) -> list[str]:
    return ["", f"[{name}]", *(f"{kind} = {value:.3f}" for kind, value in table.items())]


def _merging(told: Mapping[str, Any]) -> MergingFloors:
    return MergingFloors(str(told["gold"]), _table(told["pairs"]), str(told.get("lowered", "")))


def _table(told: Mapping[str, Any]) -> dict[str, float]:
    return {kind: float(value) for kind, value in told.items()}


def _rounded(measures: Mapping[str, Measure]) -> dict[str, float]:
    return {kind: floor(measure.counts.f1 * 1000) / 1000 for kind, measure in measures.items()}


def _pairs_of(score: MergingScore) -> dict[str, Measure]:
    return {kind: of_kind.pairs for kind, of_kind in score.kinds.items()}


def _beside(floors: Floors, evaluation: Evaluation, digest: str) -> _Beside:
    """Each floor with what is reached, rounded as floors are."""
    now = floors_of(evaluation, digest)
    for name in _TABLES:
        reached = getattr(now, name)
        for kind, wanted in getattr(floors, name).items():
            yield f"{name} {kind}", wanted, reached.get(kind, 0.0)


def _pairs_beside(floors: MergingFloors, score: MergingScore) -> _Beside:
    reached = _rounded(_pairs_of(score))
    for kind, wanted in floors.pairs.items():
        yield f"merging {kind}", wanted, reached.get(kind, 0.0)


def _short(same_gold: bool, beside: _Beside) -> Iterator[str]:
    if not same_gold:
        yield "the annotated documents have changed since the floors were set"
    for name, wanted, reached in beside:
        if reached < wanted - _SLACK:
            yield f"{name}: {reached:.3f} is below its floor {wanted:.3f}"


def _why_lowered(before: str, beside: _Beside, reason: str | None) -> str:
    """Why floors were last lowered, if these are."""
    fallen = [name for name, wanted, reached in beside if reached < wanted]
    if fallen and not reason:
        raise BadOption(
            f"floors of {', '.join(fallen)}",
            "they would fall",
            "mend the loss, or give --lower REASON",
        )
    return reason if fallen and reason else before
