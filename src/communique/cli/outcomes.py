"""How runs over documents end: exit status, and lines for people on what went otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from communique.cli.printing.terminal import Progress, clean
from communique.model.document import Document
from communique.model.extraction import Extraction
from communique.model.failure import Failure
from communique.model.languages import is_read

#: Exit status: all went well, or some document failed and the others were done.
FINE, SOME_FAILED = 0, 1


def say_what_failed(result: Extraction | Failure, progress: Progress, quiet: bool) -> None:
    """One line for what the user has to know of a document; failures are told also to the quiet."""
    if isinstance(result, Failure):
        progress.say(f"communique: {clean(result.message)}")
    elif not quiet and not is_read(result.document.language):
        progress.say(f"communique: {_unread(result.document)}")


def say_what_was_refused(refused: Mapping[str, int], progress: Progress, quiet: bool) -> None:
    """One line on the claims that the gate left out of a run, if there are any."""
    if refused and not quiet:
        progress.say(f"communique: {told_refused(refused)}")


def told_refused(refused: Mapping[str, int]) -> str:
    """What the gate left out of a run, on one line."""
    total = sum(refused.values())
    claims = "1 claim was" if total == 1 else f"{total} claims were"
    reasons = ", ".join(f"{reason}: {count}" for reason, count in sorted(refused.items()))
    return f"{claims} left out, since the text does not bear them out ({reasons})"


def _unread(document: Document) -> str:
    return (
        f"{clean(document.id)}: its language is {document.language!r}, which is not read yet; "
        "kept without mentions"
    )
