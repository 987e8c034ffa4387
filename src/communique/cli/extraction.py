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

from communique.cli.output import opened
from communique.cli.printing.explain import explained
from communique.cli.printing.summary import summarised
from communique.cli.printing.tables import tabled
from communique.cli.printing.terminal import Progress, clean, console_on
from communique.cli.printing.wording import Wording
from communique.documents.analysis import DEFAULT_MODEL
from communique.exports.registry import LINES
from communique.model.document import Document
from communique.model.extraction import Extraction
from communique.model.failure import Failure
from communique.pipeline.extract import cores, extract
from communique.pipeline.stages import Result, StagesLoader, reads_language
from communique.sources.registry import read_all

FINE, SOME_FAILED = 0, 1
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
    """

    sources: tuple[str, ...]
    style: str
    jobs: int
    model: str | None
    output: Path | None
    quiet: bool
    extractor: str = "grammar"
    codes: bool = False

    def go(self) -> int:
        """Extract and print; returns the exit status.

        Raises:
            SetupError: The stages can't be loaded.
            BadOption: The output can't be written.
        """
        failed = False
        refused: Counter[str] = Counter()
        with ExitStack() as stack:
            out = stack.enter_context(opened(self.output))
            show = self._printer(out)
            progress = stack.enter_context(Progress(shown=not self.quiet))
            for result in self._results():
                progress.step(result)
                failed = failed or isinstance(result, Failure)
                if isinstance(result, Extraction):
                    refused.update(result.refused)
                self._note(result, progress)
                show(result)
            if refused and not self.quiet:
                progress.say(f"communique: {told_refused(refused)}")
        return SOME_FAILED if failed else FINE

    def _results(self) -> Iterator[Result]:
        load = StagesLoader(self.model or DEFAULT_MODEL, self.extractor)
        found = read_all(self.sources, sys.stdin.buffer)
        return extract(found, load, self.jobs or cores())

    def _printer(self, out: TextIO) -> Callable[[Result], None]:
        """What prints one result."""
        line = LINES.get(self.style)
        if line is not None:
            return lambda result: _write_line(out, line(result))
        render = _VIEWS[self.style]
        wording = Wording.load(self.codes)
        console = console_on(out)

        def show(result: Result) -> None:
            if isinstance(result, Extraction):
                console.print(render(result, wording))

        return show

    def _note(self, result: Result, progress: Progress) -> None:
        """One line on standard error for what the user has to know of a document."""
        if isinstance(result, Failure):
            progress.say(f"communique: {clean(result.message)}")
        elif not self.quiet and not reads_language(result.document):
            progress.say(f"communique: {told_unread(result.document)}")


def told_unread(document: Document) -> str:
    """That a document's language is not read, on one line."""
    return (
        f"{clean(document.id)}: its language is {document.language!r}, which is not read yet; "
        "kept without mentions"
    )


def told_refused(refused: Mapping[str, int]) -> str:
    """What the gate left out of a run, on one line."""
    total = sum(refused.values())
    claims = "1 claim was" if total == 1 else f"{total} claims were"
    reasons = ", ".join(f"{reason}: {count}" for reason, count in sorted(refused.items()))
    return f"{claims} left out, since the text does not bear them out ({reasons})"


def _write_line(out: TextIO, line: str) -> None:
    """A whole line at once, in UTF-8 whatever the terminal's encoding, so that none is torn."""
    if hasattr(out, "buffer"):
        out.buffer.write(f"{line}\n".encode())
        out.buffer.flush()
    else:
        out.write(f"{line}\n")
