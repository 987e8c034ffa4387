"""Checks a dossier: what is due, step by step, or all of it in memory.

As with settling, every step is one short transaction and leaves what is still to be done marked in
the dossier (`store.due`), so an interrupt at any point loses nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from hashlib import sha256
from itertools import islice
from typing import TypeVar

from communique import __version__
from communique.checks.background import Background
from communique.checks.identity import basis_of, ident_of
from communique.checks.registry import all_rules
from communique.checks.rule import DocumentRule, DossierRule, RecordRule, Rule
from communique.checks.runner import (
    check_all,
    check_case,
    check_key,
    check_sheet,
    guarded,
)
from communique.checks.seen import Case, Sheet
from communique.model.extraction import Extraction
from communique.model.finding import Finding, Scope
from communique.model.record import ClaimRef, Node
from communique.pipeline.knowledge import Known
from communique.pipeline.seeing import load_cases, load_sheets, load_told, sheet_of
from communique.records.facts import facts_told
from communique.store.check_keys import CheckKey, compared_under, count_under, put_keys
from communique.store.documents import all_numbers
from communique.store.dossier import Connection, Dossier
from communique.store.due import (
    begin_anew,
    checked_by,
    count_compared,
    count_due,
    done,
    due_documents,
    due_keys,
    due_records,
    pass_over_lonely,
)
from communique.store.findings import StoredFinding, put_findings, quotable
from communique.store.listing import all_ids
from communique.vocab.kinship import Kinship

# What one transaction takes: most of a second, so that other writers need not wait long, and pages
# of the dossier that many rows share are written once for all of them.
_DOCUMENTS = 200
_RECORDS = 2_000
_KEYS = 4_000
# Documents and records that are compared in one transaction, unless one key has more.
_COMPARED = 8_000
# Documents, records and claims that are kept at hand, as most stand under several keys: some 50 kB
# a document with its claims and 5 kB a record, so that only checking a whole large dossier needs
# much memory.
_SHEETS_AT_HAND = 10_000
_CASES_AT_HAND = 80_000
_NODES_AT_HAND = 120_000
_DIGITS = 16

K = TypeVar("K", str, ClaimRef)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Checker:
    """Brings the findings of a dossier up to date.

    Attributes:
        dossier: The dossier, open for writing.
        known: What is known of the world.
        rules: The rules; those of installed packages are among them unless others are given.
        prepared: Gives these rules ready to be run, where they are kept from one check to the next:
            making them reads vocabularies and compiles patterns, which takes longer than checking
            a document. None to make them when they are needed.
    """

    dossier: Dossier
    known: Known
    rules: tuple[type[Rule], ...] = field(default_factory=all_rules)
    prepared: Callable[[], tuple[Rule, ...]] | None = None

    def check(self, most: int | None = None) -> Iterator[str]:
        """Check what is due, step by step; after each, what it was about.

        Args:
            most: Documents and records that may be compared with one another; what is due stays
                due where there are more. None for any number.

        Raises:
            DossierError: The dossier can't be written.
        """
        with self.dossier.reading() as connection:
            if not due_count(connection, self.rules):
                return
        self._begin()
        run = _Run(self.prepared() if self.prepared else ready(self.known, self.rules))
        steps: tuple[tuple[str, Callable[[Connection], bool]], ...] = (
            ("checking documents", run.documents),
            ("checking records", run.records),
            ("comparing", run.lonely),
            ("comparing", run.keys),
        )
        for name, step in steps:
            if step == run.keys and most is not None and self._compared() > most:
                return
            while self._stepped(step):
                yield name

    def _compared(self) -> int:
        with self.dossier.reading() as connection:
            return count_compared(connection)

    def _begin(self) -> None:
        """Have everything checked if another version or other rules have checked the dossier."""
        name = checker_name(self.rules)
        with self.dossier.writing() as connection:
            if checked_by(connection) != name:
                begin_anew(connection, name)

    def _stepped(self, step: Callable[[Connection], bool]) -> bool:
        """Take a step; whether there was anything to do.

        Where another version has begun to check everything, what is due is for that one.
        """
        with self.dossier.writing() as connection, _without_collecting():
            mine = checked_by(connection) == checker_name(self.rules)
            return mine and step(connection)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Look for no garbage meanwhile: what is at hand is much, has no cycles, and stays."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def ready(known: Known, rules: Iterable[type[Rule]]) -> tuple[Rule, ...]:
    """Rules, ready to be run."""
    knowledge = known()
    background = Background.of(knowledge.vocabulary, knowledge.lore, knowledge.kin)
    return tuple(rule(background) for rule in rules)


def checker_name(rules: Iterable[type[Rule]]) -> str:
    """Names this version of the program with some rules."""
    codes = "\n".join(sorted(f"{rule.code} {_circle(rule)}" for rule in rules))
    return f"communique {__version__} {sha256(codes.encode()).hexdigest()[:_DIGITS]}"


def _circle(rule: type[Rule]) -> str:
    """What the keys of a rule are kept under; empty where it has none."""
    return rule.circle() if issubclass(rule, DossierRule) else ""


def checked_alone(extraction: Extraction, rules: Iterable[Rule], kin: Kinship) -> Extraction:
    """A document that was just extracted, with what rules that need no other say of it."""
    facts = facts_told(extraction.document.id, extraction, kin)
    found = check_sheet(rules, sheet_of(facts, extraction), guarded)
    return replace(extraction, findings=tuple(found))


def due_count(connection: Connection, rules: Iterable[type[Rule]]) -> int:
    """How many documents, records and keys are to be checked before all findings are known."""
    return count_due(connection, checker_name(rules))


def was_interrupted(connection: Connection, rules: Iterable[type[Rule]]) -> bool:
    """Whether a check by this version, with these rules, has left something to be done."""
    name = checker_name(rules)
    return checked_by(connection) == name and count_due(connection, name) > 0


@dataclass(frozen=True)
class _Run:
    """Checks what is due; what it has loaded stays at hand for a while.

    What another writer changes meanwhile is due again, and then it is loaded anew.
    """

    rules: tuple[Rule, ...]
    _sheets: dict[str, Sheet] = field(default_factory=dict)
    _cases: dict[str, Case] = field(default_factory=dict)
    _nodes: dict[ClaimRef, Node] = field(default_factory=dict)

    @cached_property
    def _documents(self) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.rules if isinstance(rule, DocumentRule))

    @cached_property
    def _records(self) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.rules if isinstance(rule, RecordRule))

    @cached_property
    def _comparing(self) -> Mapping[str, tuple[DossierRule, ...]]:
        """The rules that compare, by what their keys are kept under."""
        found: dict[str, tuple[DossierRule, ...]] = {}
        for rule in self.rules:
            if isinstance(rule, DossierRule):
                found[rule.circle()] = (*found.get(rule.circle(), ()), rule)
        return found

    @cached_property
    def _of_sheets(self) -> tuple[DossierRule, ...]:
        """The rules that compare documents; of those that share all keys of these one."""
        rules = [rule for circle in self._comparing.values() for rule in circle]
        found = {(rule.circle(), type(rule).keys_of_sheet): rule for rule in reversed(rules)}
        bare = DossierRule.keys_of_sheet
        return tuple(rule for (_, keys), rule in found.items() if keys is not bare)

    @cached_property
    def _of_cases(self) -> tuple[DossierRule, ...]:
        """The rules that compare records; of those that share all keys of these one."""
        rules = [rule for circle in self._comparing.values() for rule in circle]
        found = {(rule.circle(), type(rule).keys_of_case): rule for rule in reversed(rules)}
        bare = DossierRule.keys_of_case
        return tuple(rule for (_, keys), rule in found.items() if keys is not bare)

    def documents(self, connection: Connection) -> bool:
        """Check some documents; whether there were any."""
        due = due_documents(connection, _DOCUMENTS)
        told = {s.key: (s, n) for s, n in load_told(connection, [number for number, _ in due])}
        sheets = {key: sheet for key, (sheet, _) in told.items()}
        found = {
            key: list(check_sheet(self._documents, sheet, guarded)) for key, sheet in sheets.items()
        }
        keys = {key: self._keys_of_sheet(sheet) for key, sheet in sheets.items()}
        _keep(connection, Scope.DOCUMENT, found)
        put_keys(connection, Scope.DOCUMENT, keys)
        done(connection, Scope.DOCUMENT, sheets)
        _hold(self._sheets, {k: s for k, s in sheets.items() if keys[k]}, _SHEETS_AT_HAND)
        _hold(self._nodes, {n.ref: n for _, of in told.values() for n in of}, _NODES_AT_HAND)
        return bool(due)

    def records(self, connection: Connection) -> bool:
        """Check some records; whether there were any. One that lost its claims says nothing."""
        due = due_records(connection, _RECORDS)
        if due_documents(connection, 1):
            # Another writer has changed documents since: what was loaded of them may have changed.
            self._nodes.clear()
        cases = {case.record.id: case for case in load_cases(connection, due, self._nodes)}
        found: dict[str, list[Finding]] = {ident: [] for ident in due}
        keys: dict[str, tuple[CheckKey, ...]] = dict.fromkeys(due, ())
        for ident, case in cases.items():
            found[ident] = list(check_case(self._records, case, guarded))
            keys[ident] = self._keys_of_case(case)
        _keep(connection, Scope.RECORD, found)
        put_keys(connection, Scope.RECORD, keys)
        done(connection, Scope.RECORD, due)
        for ident in due:
            self._cases.pop(ident, None)
        _hold(self._cases, {i: c for i, c in cases.items() if keys[i]}, _CASES_AT_HAND)
        return bool(due)

    def _keys_of_sheet(self, sheet: Sheet) -> tuple[CheckKey, ...]:
        return tuple(
            CheckKey(rule.circle(), key)
            for rule in self._of_sheets
            for key in guarded(rule, partial(rule.keys_of_sheet, sheet))
        )

    def _keys_of_case(self, case: Case) -> tuple[CheckKey, ...]:
        return tuple(
            CheckKey(rule.circle(), key)
            for rule in self._of_cases
            for key in guarded(rule, partial(rule.keys_of_case, case))
        )

    def lonely(self, connection: Connection) -> bool:
        """Pass over keys under which one stands that says nothing alone; nothing is left of it."""
        alone = {name: {rule.alone for rule in rules} for name, rules in self._comparing.items()}
        # Where rules that share keys differ in this, one alone is looked at.
        told = {name: found.pop() if len(found) == 1 else "" for name, found in alone.items()}
        pass_over_lonely(connection, told)
        return False

    def keys(self, connection: Connection) -> bool:
        """Compare what stands under some keys; whether there were any."""
        due = due_keys(connection, _KEYS)
        taken = _few(due, count_under(connection, due))
        compared = compared_under(connection, taken)
        told = [compared[digest] for digest in taken if digest in compared]
        sheets = self._sheets_of(connection, {key for one in told for key in one.documents})
        cases = self._cases_of(connection, {ident for one in told for ident in one.records})
        found: dict[str, list[Finding]] = {digest: [] for digest in taken}
        for one in told:
            under = [sheets[key] for key in one.documents if key in sheets]
            of_records = [cases[ident] for ident in one.records if ident in cases]
            rules = self._comparing[one.key.code]
            found[one.key.digest] = check_key(rules, one.key.key, under, of_records, guarded)
        _keep(connection, Scope.DOSSIER, found)
        done(connection, Scope.DOSSIER, taken)
        return bool(due)

    def _sheets_of(self, connection: Connection, keys: Collection[str]) -> Mapping[str, Sheet]:
        missing = [key for key in keys if key not in self._sheets]
        numbers = [told.number for told in quotable(connection, missing).values()]
        new = {sheet.key: sheet for sheet in load_sheets(connection, numbers)}
        held = {key: self._sheets[key] for key in keys if key in self._sheets}
        _hold(self._sheets, new, _SHEETS_AT_HAND)
        return {**held, **new}

    def _cases_of(self, connection: Connection, idents: Collection[str]) -> Mapping[str, Case]:
        missing = [ident for ident in idents if ident not in self._cases]
        new = {case.record.id: case for case in load_cases(connection, missing)}
        held = {ident: self._cases[ident] for ident in idents if ident in self._cases}
        _hold(self._cases, new, _CASES_AT_HAND)
        return {**held, **new}


def _few(due: Sequence[str], counts: Mapping[str, int]) -> tuple[str, ...]:
    """The first of the keys, at least one, under which not too much stands together."""
    total = 0
    for count, digest in enumerate(due):
        total += counts.get(digest, 0)
        if total > _COMPARED and count:
            return tuple(due[:count])
    return tuple(due)


def _hold(held: dict[K, T], new: Mapping[K, T], most: int) -> None:
    """Keep things at hand, and no more than so many: the oldest go."""
    held.update(new)
    for name in list(islice(held, max(len(held) - most, 0))):
        del held[name]


def _keep(connection: Connection, scope: Scope, found: Mapping[str, Iterable[Finding]]) -> None:
    """Keep what was found in units, in the place of what was found there before."""
    told = {unit: tuple(dict.fromkeys(findings)) for unit, findings in found.items()}
    quoted = {q.document for findings in told.values() for f in findings for q in f.quotes}
    documents = quotable(connection, quoted)
    lineages = {key: document.lineage for key, document in documents.items()}
    stored = [
        StoredFinding(unit, ident_of(finding, lineages), basis_of(finding), finding)
        for unit, findings in sorted(told.items())
        for finding in findings
    ]
    put_findings(connection, scope, told, stored, documents)


def check_dossier(connection: Connection, rules: Collection[Rule]) -> Iterator[Finding]:
    """What all rules say of a whole dossier, in memory; what they say twice is told once."""
    sheets = list(load_sheets(connection, all_numbers(connection)))
    cases = list(load_cases(connection, all_ids(connection)))
    yield from dict.fromkeys(check_all(tuple(rules), sheets, cases))
