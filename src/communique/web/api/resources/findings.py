"""Findings: what does not add up."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Response

from communique.checks.registry import all_rules
from communique.exports.findings.entry import entry
from communique.views.findings import Kept, list_findings
from communique.views.report import report_of
from communique.web.api.answers import Json, ListOfEntries, TheWindow, listed
from communique.web.asked import TheAsked
from communique.web.telling.findings import TheFilters, wanted_by
from communique.web.visitors import TheSite

router = APIRouter(tags=["findings"])


@router.get("/findings", response_model=ListOfEntries, response_class=Json)
def findings(site: TheSite, asked: TheAsked, filters: TheFilters, window: TheWindow) -> Response:
    """Findings in the order of their places."""
    rules = {rule.code: rule for rule in all_rules()}
    with site.reading() as connection:
        wanted = wanted_by(site, connection, asked, filters)
        found: tuple[Kept, ...] = ()
        if wanted is not None:
            select = (filters.code,) if filters.code else ()
            found = list_findings(connection, replace(wanted, select=select))
        names = [f"{kept.ident} {kept.basis} {n}" for n, kept in enumerate(found)]
        chosen, after = window.cut(found, names)
        report = report_of(connection, chosen, rules)
        items = [entry(kept, report) for kept in chosen]
    return listed(items, after, len(found))
