"""The rules of the checks."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response

from communique.checks.pages import summary
from communique.checks.registry import all_rules
from communique.checks.rule import Rule
from communique.web.api.answers import Entry, Json, ListOfEntries, TheWindow, listed
from communique.web.faults import NotThere

router = APIRouter(tags=["findings"])


@router.get("/rules", response_model=ListOfEntries, response_class=Json)
def rules(window: TheWindow) -> Response:
    """All rules, by code."""
    found = sorted(all_rules(), key=lambda rule: rule.code)
    chosen, after = window.cut(found, [rule.code for rule in found])
    return listed([_entry(rule) for rule in chosen], after, len(found))


@router.get("/rules/{code}", response_model=Entry, response_class=Json)
def rule(code: str) -> Response:
    """A rule.

    Raises:
        NotThere: There is none.
    """
    found = next((rule for rule in all_rules() if rule.code == code.upper()), None)
    if found is None:
        raise NotThere(f"there is no rule {code}", "see /rules")
    return Json(_entry(found))


def _entry(rule: type[Rule]) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "summary": summary(rule),
        "since": rule.since,
    }
