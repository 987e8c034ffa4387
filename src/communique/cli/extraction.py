"""Runs an extraction for the command line: progress, notes, results, exit status."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from rich.console import RenderableType

from communique.checks.background import Background
from communique.checks.registry import all_rules, rules_with
from communique.cli.outcomes import (
    FINE,
    SOME_FAILED,
    say_what_failed,
    say_what_was_refused,
)
from communique.cli.output import opened
from communique.cli.printing.explain import explained
from communique.cli.printing.findings import told_all
from communique.cli.printing.summary import summarised
from communique.cli.printing.tables import tabled
from communique.cli.printing.terminal import Progress, console_on
from communique.cli.today import today
from communique.documents.analysis import DEFAULT_MODEL
from communique.errors import BadOption
from communique.exports.registry import LINES
from communique.model.extraction import Extraction
from communique.model.failure import Failure
from communique.model.finding import Severity
from communique.pipeline.checking import checked_alone
from communique.pipeline.extract import cores, extract
from communique.pipeline.stages import Result, StagesLoader
from communique.sources.registry import read_all
from communique.views.report import report_alone
from communique.views.wording import Wording

# Views of one result for people.
_VIEWS: Mapping[str, Callable[[Extraction, Wording], RenderableType]] = {
    "explain": explained,
    "summary": summarised,
    "table": tabled,
}


@dataclass(frozen=True, slots=True)
class Run:
    """One extraction.

    Attributes:
        sources: Files, folders, or "-".
        style: "summary", "table", "explain" or the name of a line format.
        jobs: Number of processes; 0 for all cores.
        model: spaCy pipeline; None for the default.
        output: File to write to; None for standard output.
        quiet: No progress and no notes on standard error.
        extractor: Name of the extractor of claims.
        codes: Tell codes beside the plain words.
        check: Check each document by itself.
    """

    sources: tuple[str, ...]
    style: str
    jobs: int
    model: str | None
    output: Path | None
    quiet: bool
    extractor: str = "grammar"
    codes: bool = False
    check: bool = False

    def go(self) -> int:
        """Extract and print; returns the exit status.

        Raises:
            SetupError: The stages or the checks can't be loaded.
            BadOption: The output can't be written, or the format tells no findings.
        """
        failed = False
        checked = self._checker()
        refused: Counter[str] = Counter()
        with ExitStack() as stack:
            out = stack.enter_context(opened(self.output))
            show = self._printer(out)
            progress = stack.enter_context(Progress(shown=not self.quiet))
            for result in map(checked, self._results()):
                progress.step(result)
                failed = failed or isinstance(result, Failure) or _has_error(result)
                if isinstance(result, Extraction):
                    refused.update(result.refused)
                say_what_failed(result, progress, self.quiet)
                show(result)
            say_what_was_refused(refused, progress, self.quiet)
        return SOME_FAILED if failed else FINE

    def _results(self) -> Iterator[Result]:
        load = StagesLoader(self.model or DEFAULT_MODEL, self.extractor)
        found = read_all(self.sources, sys.stdin.buffer)
        return extract(found, load, self.jobs or cores())

    def _checker(self) -> Callable[[Result], Result]:
        """What checks one result, if that was asked for."""
        if not self.check:
            return lambda result: result
        if self.style == "plover":
            remedy = "use jsonl, or a format for people"
            raise BadOption("--format plover", "it tells no findings", remedy)
        background = Background.load()
        rules = rules_with(background)

        def checked(result: Result) -> Result:
            if isinstance(result, Failure):
                return result
            return checked_alone(result, rules, background.kin)

        return checked

    def _printer(self, out: TextIO) -> Callable[[Result], None]:
        """What prints one result."""
        line = LINES.get(self.style)
        if line is not None:
            return lambda result: _write_line(out, line(result))
        render = _VIEWS[self.style]
        wording = Wording.load(self.codes)
        console = console_on(out)
        rules = {rule.code: rule for rule in all_rules()} if self.check else {}

        def show(result: Result) -> None:
            if isinstance(result, Extraction):
                console.print(render(result, wording))
                if result.findings is not None:
                    report = report_alone(result, rules, today())
                    console.print(told_all(report, console.width))

        return show


def _has_error(result: Result) -> bool:
    """Whether a check of severity error stands on a document."""
    findings = result.findings if isinstance(result, Extraction) else None
    return any(finding.severity is Severity.ERROR for finding in findings or ())


def _write_line(out: TextIO, line: str) -> None:
    """A whole line at once, in UTF-8 whatever the terminal's encoding, so that none is torn."""
    if hasattr(out, "buffer"):
        out.buffer.write(f"{line}\n".encode())
        out.buffer.flush()
    else:
        out.write(f"{line}\n")
