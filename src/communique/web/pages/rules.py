"""The rules of the checks, each explained in its own words."""

from __future__ import annotations

from itertools import groupby

from fastapi import APIRouter, Request, Response

from communique.checks.pages import FAMILIES, sections, summary
from communique.checks.registry import all_rules
from communique.web.asked import TheAsked
from communique.web.faults import NotThere
from communique.web.rendering import page
from communique.web.visitors import Reader

router = APIRouter()


@router.get("/rules")
def rules(request: Request, asked: TheAsked, visitor: Reader) -> Response:
    """All rules by family."""
    families = [
        (FAMILIES.get(letters, letters), list(some))
        for letters, some in groupby(all_rules(), lambda rule: rule.code[:3])
    ]
    return page(request, "rules.html", {"families": families, "summary": summary}, asked=asked)


@router.get("/rules/{code}")
def rule(request: Request, code: str, asked: TheAsked, visitor: Reader) -> Response:
    """One rule: what it looks for, why that matters, an example and a near miss.

    Raises:
        NotThere: There is no such rule.
    """
    found = next((rule for rule in all_rules() if rule.code == code.upper()), None)
    if found is None:
        raise NotThere(f"there is no rule {code}", "choose one from the list at /rules")
    return page(
        request, "rule.html", {"rule": found, "sections": list(sections(found))}, asked=asked
    )
