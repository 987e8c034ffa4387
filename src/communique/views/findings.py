"""Findings as people left them: which are silenced, and whose silence has lapsed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from communique.model.decision import Decision, Ruling
from communique.model.finding import ALARMS, Finding, Severity
from communique.records.rulings import Silences, in_force, silenced
from communique.store.decisions import decisions_that
from communique.store.dossier import Connection
from communique.store.findings import (
    RawFinding,
    StoredFinding,
    WantedFindings,
    raw_findings,
    read_finding,
)
from communique.store.findings import list_findings as list_stored


@dataclass(frozen=True, slots=True)
class Kept:
    """A finding of a dossier.

    Attributes:
        ident: Its name.
        basis: Digest of what it was computed from.
        finding: The finding.
        silenced: The decision that silences it; None if it stands.
        lapsed: A decision that silenced it when it was computed from something else; None if there
            is none, or if it is silenced.
    """

    ident: str
    basis: str
    finding: Finding
    silenced: Decision | None = None
    lapsed: Decision | None = None


def list_findings(connection: Connection, wanted: WantedFindings | None = None) -> tuple[Kept, ...]:
    """Findings of a dossier in the order of their places, the earliest document first."""
    asked = WantedFindings() if wanted is None else wanted
    silences = silences_in(connection)
    found = (kept_under(silences, stored) for stored in list_stored(connection, asked))
    return tuple(one for one in found if asked.silenced in {None, one.silenced is not None})


@dataclass(frozen=True, slots=True)
class Glanced:
    """A finding of which only what counting needs was read.

    Attributes:
        code: Code of the rule.
        severity: Its severity.
        raw: The finding.
        silences: What people silenced.
    """

    code: str
    severity: Severity
    raw: RawFinding
    silences: Silences

    def read(self) -> Kept:
        """The finding."""
        return kept_under(self.silences, read_finding(self.raw))


def glance_at_findings(connection: Connection, wanted: WantedFindings) -> list[Glanced]:
    """The same as `list_findings`, to be read one by one: many are counted, and few shown."""
    silences = silences_in(connection)
    return [
        Glanced(raw.code, Severity(raw.severity), raw, silences)
        for raw in raw_findings(connection, wanted)
        if wanted.silenced in {None, silences.of(raw.ident, raw.basis) is not None}
    ]


def gravest_first(found: Iterable[Glanced]) -> tuple[Glanced, ...]:
    """Findings by severity; those of one severity stay in their order."""
    ranks = {severity: rank for rank, severity in enumerate(Severity)}
    return tuple(sorted(found, key=lambda one: ranks[one.severity]))


def standing(today: date) -> WantedFindings:
    """What asks for attention on a day: of any severity but what was computed, and not silenced."""
    return WantedFindings(severities=frozenset(ALARMS), today=today, silenced=False)


def silences_in(connection: Connection) -> Silences:
    """What people silenced in a dossier, and have not taken back."""
    return silenced(in_force(decisions_that(connection, [Ruling.SILENCE])))


def kept_under(silences: Silences, stored: StoredFinding) -> Kept:
    """A finding with the decision that silences it, or once did."""
    decision = silences.of(stored.ident, stored.basis)
    lapsed = silences.lapsed(stored.ident) if decision is None else None
    return Kept(stored.ident, stored.basis, stored.finding, decision, lapsed)


def by_code(found: Iterable[Kept]) -> dict[str, int]:
    """Numbers of findings by code, the most frequent first."""
    counted = Counter(kept.finding.code for kept in found)
    return dict(sorted(counted.items(), key=lambda told: (-told[1], told[0])))
