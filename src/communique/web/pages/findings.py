"""Findings: what does not add up, gravest first, and the silencing of what does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from communique.checks.pages import FAMILIES, summary
from communique.checks.registry import all_rules
from communique.checks.rule import Rule
from communique.model.finding import Severity
from communique.store.basis import published_on
from communique.store.dossier import Connection
from communique.views.findings import Glanced, glance_at_findings, gravest_first
from communique.web.asked import Asked, TheAsked
from communique.web.deciding import decide
from communique.web.links import with_query
from communique.web.paging import Pager
from communique.web.rendering import page
from communique.web.site import Site
from communique.web.telling.findings import Filters, TheFilters, wanted_by
from communique.web.visitors import Reader, Reviewer, TheSite, genuine

router = APIRouter()
_PATH = "/findings"
# Each takes much room, with its quotes.
_SIZE = 25


@router.get(_PATH)
def findings(
    request: Request,
    site: TheSite,
    asked: TheAsked,
    visitor: Reader,
    filters: TheFilters,
    number: int = 1,
) -> Response:
    """Findings that fit, gravest first, with their computation and the words they speak of."""
    with site.reading() as connection:
        found = _found(site, connection, asked, filters)
        fit = [one for one in found if one.code.startswith(filters.code)]
        pager = Pager.of_list(
            number, len(fit), _PATH, [*asked.pairs(), *filters.pairs()], size=_SIZE
        )
        shown = [one.read() for one in pager.cut(fit)]
        quoted = {quote.document for kept in shown for quote in kept.finding.quotes}
        documents = published_on(connection, quoted)
    rules = rules_by_code()
    context = {
        "shown": shown,
        "pager": pager,
        "filters": filters,
        "documents": documents,
        "rules": rules,
        "summary": summary,
        "families": FAMILIES,
        "codes": _codes(found, rules),
        "severities": Counter(one.severity for one in fit),
        "all_severities": list(Severity),
    }
    return page(request, "findings.html", context, asked=asked)


@router.post(f"{_PATH}/silence", dependencies=[Depends(genuine)])
def silence(
    site: TheSite,
    visitor: Reviewer,
    finding: Annotated[str, Form(max_length=60)],
    reason: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Silence a finding for as long as what it was computed from stays the same."""
    decide(site, visitor, lambda decider: decider.silence(finding), reason)
    return RedirectResponse(with_query(_PATH, [("silenced", "1"), ("ident", finding)]), 303)


def rules_by_code() -> dict[str, type[Rule]]:
    """All rules by their codes."""
    return {rule.code: rule for rule in all_rules()}


def _found(
    site: Site, connection: Connection, asked: Asked, filters: Filters
) -> tuple[Glanced, ...]:
    """Findings of any rule that fit, gravest first."""
    wanted = wanted_by(site, connection, asked, filters)
    if wanted is None:
        return ()
    return site.cache.get(
        site.state(connection),
        ("findings", wanted),
        lambda: gravest_first(glance_at_findings(connection, wanted)),
    )


def _codes(found: Sequence[Glanced], rules: dict[str, type[Rule]]) -> list[tuple[str, str, int]]:
    """Codes that were found, with the rules' names and the numbers of findings, by code."""
    counted = Counter(one.code for one in found)
    named = {code: rules[code].name if code in rules else code for code in counted}
    return [(code, named[code], counted[code]) for code in sorted(counted)]
