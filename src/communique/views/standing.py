"""Errors that ask for a person's eye: nobody has silenced or accepted them as they are.

An error that a person accepted stands, as what the source says does not add up; it is only not
put before reviewers again until it is computed from something else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from communique.model.finding import Severity
from communique.model.record import ClaimRef
from communique.records.rulings import in_force
from communique.store.dossier import Connection
from communique.store.raised import Raised, accepted_though, raised, records_of_decisions
from communique.views.findings import silences_in


def errors_standing(connection: Connection, today: date, claim: ClaimRef) -> tuple[Raised, ...]:
    """Errors that concern the records of a claim and are not silenced, each once, by name."""
    silences = silences_in(connection)
    found = raised(connection, Severity.ERROR, today, claim)
    told = {(one.ident, one.basis): one for one in found if not silences.of(one.ident, one.basis)}
    return tuple(told[name] for name in sorted(told))


def under_errors(connection: Connection, today: date) -> frozenset[str]:
    """Ids of the records under errors on which nobody has ruled.

    A finding that concerns several records waits with each until somebody has accepted a claim of
    that record.
    """
    found = raised(connection, Severity.ERROR, today)
    if not found:
        return frozenset()
    silences, accepted = silences_in(connection), _accepted(connection)
    return frozenset(
        record
        for one in found
        if not silences.of(one.ident, one.basis)
        for record in one.records - accepted.get((one.ident, one.basis), frozenset())
    )


def _accepted(connection: Connection) -> Mapping[tuple[str, str], frozenset[str]]:
    """In which records errors were accepted, by their name and basis."""
    decisions = [d for d in in_force(accepted_though(connection)) if "seen" in d.payload]
    records = records_of_decisions(connection, decisions)
    found: dict[tuple[str, str], frozenset[str]] = defaultdict(frozenset)
    for decision in decisions:
        for seen in decision.payload["seen"]:
            found[seen["finding"], seen["basis"]] |= records.get(decision.id, frozenset())
    return found
