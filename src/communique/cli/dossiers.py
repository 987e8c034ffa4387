"""Runs what looks after a dossier for the command line: verifying, upgrading, copying, telling."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from communique.cli.printing.terminal import clean
from communique.store.dossier import Mode, open_dossier
from communique.store.overview import Overview, overview
from communique.store.preparing import backup_dossier, upgrade_dossier
from communique.store.verify import verify

FINE, WRONG = 0, 1
_MEGABYTE = 1_000_000


def verified(address: str) -> int:
    """Verify a dossier: a line for each problem; returns the exit status.

    Raises:
        DossierError: It can't be read.
    """
    problems = 0
    with open_dossier(address, Mode.READ) as dossier, dossier.reading() as connection:
        for problem in verify(connection):
            if problem.note:
                print(clean(f"communique: note: {problem}"), file=sys.stderr)
            else:
                problems += 1
                print(clean(str(problem)))
        held = overview(connection)
    claims = f"{sum(held.claims.values()):,} claims in {held.documents:,} documents"
    counted = "1 problem" if problems == 1 else f"{problems:,} problems"
    found = counted if problems else "nothing wrong"
    print(f"communique: {claims}: {found}", file=sys.stderr)
    return WRONG if problems else FINE


def upgraded(address: str) -> int:
    """Upgrade a dossier; returns the exit status.

    Raises:
        DossierError: It can't be upgraded.
    """
    before, after = upgrade_dossier(address)
    if before == after:
        print(f"it has version {after} already")
    else:
        print(f"made, version {after}" if before is None else f"from version {before} to {after}")
    return FINE


def told(address: str) -> int:
    """Print what a dossier holds; returns the exit status.

    Raises:
        DossierError: It can't be read.
    """
    with open_dossier(address, Mode.READ) as dossier, dossier.reading() as connection:
        lines = list(_lines(dossier.address, overview(connection)))
    width = max(len(name) for name, _ in lines)
    for name, value in lines:
        print(clean(f"{name:<{width}}  {value}"))
    return FINE


def _lines(address: str, held: Overview) -> Iterator[tuple[str, str]]:
    yield "dossier", address
    yield "version", held.version
    yield "size", f"{held.bytes / _MEGABYTE:,.1f} MB"
    yield "documents", f"{held.documents:,}"
    yield "texts", f"{held.texts:,}"
    yield "stories", f"{held.stories:,}"
    yield "sources that failed", f"{held.failures:,}"
    yield "claims", _counted(held.claims)
    yield "records", _counted(held.records)
    yield "findings", _counted(held.findings)
    yield "decisions", f"{held.decisions:,}"
    yield "read by", _counted(held.extractors) if held.extractors else "nothing yet"


def _counted(numbers: Mapping[str, int]) -> str:
    if len(numbers) < 2:
        return "".join(f"{number:,} ({name})" for name, number in numbers.items()) or "0"
    each = ", ".join(f"{name} {number:,}" for name, number in numbers.items())
    return f"{sum(numbers.values()):,} ({each})"


def backed_up(address: str, target: Path | None) -> int:
    """Copy a dossier, and print where the copy is; returns the exit status.

    Raises:
        DossierError: It can't be copied.
        BadOption: There is something under that name.
    """
    print(clean(str(backup_dossier(address, target))))
    return FINE
