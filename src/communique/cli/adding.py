"""Fills a dossier for the command line: progress, one line for what went wrong, what was added."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain

from communique.cli.outcomes import (
    FINE,
    SOME_FAILED,
    say_what_failed,
    say_what_was_refused,
)
from communique.cli.printing.findings import counted
from communique.cli.printing.terminal import Progress
from communique.cli.today import today
from communique.documents.analysis import DEFAULT_MODEL
from communique.exports.lines import PROGRAM
from communique.model.extraction import Extraction
from communique.pipeline.adding import Added, Adder, Outcome
from communique.pipeline.checking import Checker
from communique.pipeline.extract import cores
from communique.pipeline.keeping import Keeper
from communique.pipeline.knowledge import Known, lazily
from communique.pipeline.settling import Settler
from communique.pipeline.stages import StagesLoader
from communique.sources.registry import read_all
from communique.store.dossier import Dossier, Mode, open_dossier
from communique.views.findings import list_findings, standing


@dataclass(frozen=True, slots=True)
class Filling:
    """One filling of a dossier.

    Attributes:
        dossier: Path or address.
        extractor: Name of the extractor of claims.
        jobs: Number of processes; 0 for all cores.
        model: spaCy pipeline; None for the default.
        quiet: No progress and no notes on standard error.
    """

    dossier: str
    extractor: str
    jobs: int
    model: str | None
    quiet: bool

    def add(self, sources: tuple[str, ...]) -> int:
        """Add the documents of sources; returns the exit status.

        Raises:
            SetupError: The stages can't be loaded.
            DossierError: The dossier can't be written.
        """
        known = lazily()
        with open_dossier(self.dossier, Mode.WRITE) as dossier:
            adder = self._adder(dossier, known)
            return self._run(adder.add(read_all(sources, sys.stdin.buffer)), dossier, known)

    def update(self, everything: bool) -> int:
        """Extract anew what another version has extracted; returns the exit status.

        Raises:
            SetupError: The stages can't be loaded.
            DossierError: The dossier is not there, or can't be written.
        """
        known = lazily()
        with open_dossier(self.dossier, Mode.WRITE, create=False) as dossier:
            adder = self._adder(dossier, known)
            return self._run(adder.renew(adder.outdated(everything)), dossier, known)

    def _adder(self, dossier: Dossier, known: Known) -> Adder:
        keeper = Keeper(known, f"{PROGRAM} {self.extractor}")
        load = StagesLoader(self.model or DEFAULT_MODEL, self.extractor)
        return Adder(dossier, keeper, load, self.jobs or cores(), lambda: datetime.now(UTC))

    def _run(self, done: Iterable[Added], dossier: Dossier, known: Known) -> int:
        """Show progress, settle and check the dossier, and say what was done."""
        outcomes: Counter[Outcome] = Counter()
        refused: Counter[str] = Counter()
        with Progress(not self.quiet) as progress:
            for added in done:
                outcomes[added.outcome] += 1
                progress.step(added.result)
                if isinstance(added.result, Extraction):
                    refused.update(added.result.refused)
                if added.result is not None:
                    say_what_failed(added.result, progress, self.quiet)
            for step in chain(Settler(dossier, known).settle(), Checker(dossier, known).check()):
                progress.tell(step)
            say_what_was_refused(refused, progress, self.quiet)
            if not self.quiet:
                progress.say(f"communique: {dossier.address}: {told_outcomes(outcomes)}")
                progress.say(f"communique: {_standing(dossier)}")
        return SOME_FAILED if outcomes[Outcome.FAILED] else FINE


def _standing(dossier: Dossier) -> str:
    """How much does not add up in a dossier, and how to see it."""
    wanted = standing(today())
    with dossier.reading() as connection:
        found = list_findings(connection, wanted)
    told = counted(kept.finding.severity for kept in found)
    return f"{told}: see `communique check`" if found else told


def told_outcomes(outcomes: Counter[Outcome]) -> str:
    """What became of the documents, on one line: "3 new, 2 known"."""
    told = [f"{outcomes[outcome]} {outcome}" for outcome in Outcome if outcomes[outcome]]
    total = outcomes.total()
    documents = "1 document" if total == 1 else f"{total} documents"
    return f"{documents}: {', '.join(told)}" if told else documents
