"""Findings as people left them: which are silenced, and whose silence has lapsed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from communique.model.decision import Decision, Ruling
from communique.model.finding import ALARMS, Finding
from communique.records.rulings import Silences, in_force, silenced
from communique.store.decisions import decisions_that
from communique.store.dossier import Connection
from communique.store.findings import StoredFinding, WantedFindings
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
