"""Decisions out of a dossier and into another, as lines of JSON that a team can keep in git."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from communique.errors import BadDecision
from communique.model.decision import Decision
from communique.records.lines import from_line, to_line
from communique.records.rulings import ordered
from communique.store.decisions import all_decisions
from communique.store.dossier import Connection

# A decision from the future would win over all others until then; a day is the most that clocks
# and their offsets should differ.
_AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Lines:
    """What lines hold.

    Attributes:
        decisions: The decisions, in the order of the lines.
        faults: What is wrong with the others.
    """

    decisions: tuple[Decision, ...]
    faults: tuple[BadDecision, ...]


def exported(connection: Connection) -> Iterator[str]:
    """All decisions as lines, undone ones too, by time; a new one mostly comes last."""
    for decision in ordered(all_decisions(connection)):
        yield to_line(decision)


def read_lines(lines: Iterable[bytes], name: str, now: datetime) -> Lines:
    """Decisions from lines, in any order; a bad line loses no other.

    Args:
        lines: The lines, blank ones among them.
        name: What messages call the source of the lines.
        now: The time: a decision that is dated a day later or more is refused.
    """
    decisions: list[Decision] = []
    faults: list[BadDecision] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            decisions.append(_read(line, now))
        except ValueError as error:
            remedy = "export it anew; decisions are not changed by hand"
            faults.append(BadDecision(f"{name}, line {number}", str(error), remedy))
    return Lines(tuple(decisions), tuple(faults))


def _read(line: bytes, now: datetime) -> Decision:
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("it is not UTF-8") from None
    decision = from_line(text)
    if decision.at > now + _AHEAD:
        raise ValueError(f"at: {decision.at.isoformat()} is yet to come; a clock was wrong")
    return decision
