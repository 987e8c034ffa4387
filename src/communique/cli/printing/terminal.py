"""The terminal: safe text, consoles, progress."""

from __future__ import annotations

import os
import re
import sys
from types import TracebackType
from typing import TextIO

from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

from communique.model.extraction import Extraction
from communique.model.failure import Failure

# Escape sequences, other control characters and marks of writing direction in a hostile document
# must not drive the terminal or reorder what it shows.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
# Characters to a line where there is no terminal.
_WIDTH_OF_FILES = 140


def clean(text: str) -> str:
    """The text with every character that could drive a terminal made visible, one for one."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def console_on(out: TextIO) -> Console:
    """A console with colours on a terminal, plain elsewhere and where NO_COLOR is set.

    In a file or pipe, which have no width, lines may be as long as tables need to be readable.
    """
    plain = not out.isatty() and "COLUMNS" not in os.environ
    width = _WIDTH_OF_FILES if plain else None
    return Console(file=out, highlight=False, markup=False, emoji=False, width=width)


class Progress:
    """How many documents are done, on standard error, if that is a terminal."""

    def __init__(self, shown: bool = True) -> None:
        self._failed = 0
        self._characters = 0
        self._bar: Bar | None = None
        if shown and sys.stderr.isatty():
            self._bar = Bar(
                SpinnerColumn(),
                TextColumn("{task.completed} documents"),
                TextColumn("{task.fields[rate]}"),
                TextColumn("{task.fields[failed]}"),
                TimeElapsedColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self._task = self._bar.add_task("extract", total=None, rate="", failed="")

    def __enter__(self) -> Progress:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def step(self, result: Extraction | Failure | None) -> None:
        """Count one result; None stands for a document that needed no work."""
        if isinstance(result, Failure):
            self._failed += 1
        elif result is not None:
            self._characters += len(result.document.text)
        if self._bar is not None:
            elapsed = self._bar.tasks[0].elapsed or 1.0
            rate = f"{self._characters / elapsed:,.0f} characters/s"
            failed = f"{self._failed} failed" if self._failed else ""
            self._bar.update(self._task, advance=1, rate=rate, failed=failed)

    def tell(self, step: str) -> None:
        """What is being done, in place of the rate."""
        if self._bar is not None:
            self._bar.update(self._task, rate=step)

    def say(self, line: str) -> None:
        """One line on standard error, above the progress."""
        if self._bar is not None:
            self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            print(line, file=sys.stderr)
