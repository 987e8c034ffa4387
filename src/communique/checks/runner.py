"""Runs rules over documents, records and what they share; knows nothing of a dossier's tables."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

from communique.checks.rule import DocumentRule, DossierRule, RecordRule, Rule
from communique.checks.seen import Case, Sheet
from communique.model.finding import Finding

T = TypeVar("T")
_log = logging.getLogger(__name__)


#: Runs one piece of a rule's work: a plain list of it, or what a guard makes of a fault.
Guard = Callable[[Rule, Callable[[], Iterable[T]]], list[T]]


def unguarded(rule: Rule, work: Callable[[], Iterable[T]]) -> list[T]:
    """Run a piece of work; a fault of the rule goes on up."""
    return list(work())


def guarded(rule: Rule, work: Callable[[], Iterable[T]]) -> list[T]:
    """Run a piece of work; a fault of the rule is logged, and costs this piece only."""
    try:
        return list(work())
    except Exception as error:  # noqa: BLE001 - one faulty rule must not lose what others find
        kind = type(error).__name__
        _log.warning("check %s failed somewhere (%s: %s); the others go on", rule.code, kind, error)
        return []


def check_sheet(
    rules: Iterable[Rule], sheet: Sheet, guard: Guard[Finding] = unguarded
) -> Iterator[Finding]:
    """What rules that need one document say of it."""
    for rule in rules:
        if isinstance(rule, DocumentRule):
            yield from guard(rule, partial(rule.check, sheet))


def check_case(
    rules: Iterable[Rule], case: Case, guard: Guard[Finding] = unguarded
) -> Iterator[Finding]:
    """What rules that need one record say of it."""
    for rule in rules:
        if isinstance(rule, RecordRule):
            yield from guard(rule, partial(rule.check, case))


def check_key(
    rules: Iterable[DossierRule],
    key: str,
    sheets: Iterable[Sheet],
    cases: Iterable[Case],
    guard: Guard[Finding] = unguarded,
) -> list[Finding]:
    """What rules that share keys say of all that stands under one, in any order."""
    of_sheets = sorted(sheets, key=lambda sheet: sheet.key)
    of_cases = sorted(cases, key=lambda case: case.record.id)
    return [
        finding
        for rule in rules
        for finding in guard(rule, partial(rule.check, key, of_sheets, of_cases))
    ]


def check_all(
    rules: Sequence[Rule], sheets: Sequence[Sheet], cases: Sequence[Case]
) -> Iterator[Finding]:
    """What all rules say of a whole dossier."""
    for sheet in sheets:
        yield from check_sheet(rules, sheet)
    for case in cases:
        yield from check_case(rules, case)
    for rule in rules:
        if isinstance(rule, DossierRule):
            for key, (of_sheets, of_cases) in sorted(_by_key(rule, sheets, cases).items()):
                yield from check_key((rule,), key, of_sheets, of_cases)


def _by_key(
    rule: DossierRule, sheets: Iterable[Sheet], cases: Iterable[Case]
) -> Mapping[str, tuple[list[Sheet], list[Case]]]:
    found: dict[str, tuple[list[Sheet], list[Case]]] = defaultdict(lambda: ([], []))
    for sheet in sheets:
        for key in set(rule.keys_of_sheet(sheet)):
            found[key][0].append(sheet)
    for case in cases:
        for key in set(rule.keys_of_case(case)):
            found[key][1].append(case)
    return found
