"""Which findings a request asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query

from communique.errors import BadOption
from communique.model.finding import ALARMS, Severity
from communique.store.dossier import Connection
from communique.store.findings import WantedFindings
from communique.store.persons import persons_named
from communique.web.asked import Asked
from communique.web.site import Site


@dataclass(frozen=True, slots=True)
class Filters:
    """Which findings are wanted.

    Attributes:
        severity: Their severity; any that asks for attention where it is empty.
        code: Code of a rule, or of a family of rules.
        silenced: Whether those are wanted that a person silenced.
        ident: Name of one finding.
    """

    severity: str = ""
    code: str = ""
    silenced: bool = False
    ident: str = ""

    def pairs(self) -> list[tuple[str, str]]:
        """The parameters of an address that filters so."""
        silenced = "1" if self.silenced else ""
        told = [("severity", self.severity), ("code", self.code), ("silenced", silenced)]
        return [*told, ("ident", self.ident)]


def _filters(
    severity: Annotated[
        str, Query(description="Severity; any that asks for attention without.", max_length=20)
    ] = "",
    code: Annotated[str, Query(description="Beginning of codes.", max_length=20)] = "",
    silenced: Annotated[bool, Query(description="Those that people silenced.")] = False,
    ident: Annotated[
        str, Query(description="Name of one finding, whatever else holds of it.", max_length=60)
    ] = "",
) -> Filters:
    """The filters of a request.

    Raises:
        BadOption: There is no such severity.
    """
    if severity and severity not in set(Severity):
        raise BadOption(severity, "it is no severity", f"one of {', '.join(Severity)}")
    return Filters(severity, code.upper(), silenced, ident)


TheFilters = Annotated[Filters, Depends(_filters)]


def wanted_by(
    site: Site, connection: Connection, asked: Asked, filters: Filters
) -> WantedFindings | None:
    """The findings that are asked for, of any code; None where the person is nobody."""
    if filters.ident:
        return WantedFindings(idents=frozenset([filters.ident]))
    persons = persons_named(connection, asked.person) if asked.person else frozenset[str]()
    if asked.person and not persons:
        return None
    severities = [Severity(filters.severity)] if filters.severity else list(ALARMS)
    relationship = asked.relationship
    return WantedFindings(
        severities=frozenset(severities),
        sides=() if relationship is None else relationship.naming(),
        since=asked.first,
        until=asked.last,
        persons=persons,
        today=site.today,
        silenced=filters.silenced,
    )
