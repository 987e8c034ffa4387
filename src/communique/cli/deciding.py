"""Runs decisions for the command line: makes and enters them, settles and checks, tells."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from communique.cli.outcomes import FINE, SOME_FAILED
from communique.cli.printing.decisions import announced, listed, reviewed
from communique.errors import BadOption
from communique.model.decision import Decision
from communique.pipeline.deciding import Decider
from communique.pipeline.entering import entered
from communique.pipeline.exchanging import exported, read_lines
from communique.pipeline.knowledge import lazily
from communique.pipeline.ruling import unplaced
from communique.pipeline.values import Reader
from communique.store.decisions import all_decisions
from communique.store.dossier import Connection, Mode, open_dossier

# Names the author, where the command line does not.
_AUTHOR = "COMMUNIQUE_AUTHOR"


@dataclass(frozen=True, slots=True)
class Deciding:
    """Decisions of one person on one dossier.

    Attributes:
        dossier: Path or address.
        author: Who decides; None for the environment's author, else the login name.
        reason: Why.
    """

    dossier: str
    author: str | None = None
    reason: str | None = None

    def decide(self, make: Callable[[Decider], Decision]) -> int:
        """Make one decision and tell it; returns the exit status.

        Args:
            make: Calls the method of the decider.

        Raises:
            DecisionError: It can't be decided so.
            DossierError: The dossier is not there, or can't be written.
        """
        known = lazily()
        values = Reader(lambda name: known().kin.named(name))
        now = datetime.now().astimezone()
        author = author_of(self.author)

        def made(connection: Connection) -> tuple[Decision]:
            return (make(Decider(connection, values, author, now, self.reason)),)

        with open_dossier(self.dossier, Mode.WRITE, create=False) as dossier:
            for decision in entered(dossier, known, made):
                print(announced(decision))
        return FINE

    def add(
        self,
        kind: str,
        slots: Sequence[str],
        note: str | None,
        document: str | None,
        quote: str | None,
    ) -> int:
        """Add a claim from a note, or from words of a document; returns the exit status.

        Raises:
            BadOption: It is not told from what.
            DecisionError: It can't be added so.
            DossierError: The dossier is not there, or can't be written.
        """
        told = _slots(slots)
        if note is not None and document is None and quote is None:
            return self.decide(lambda decider: decider.note(note, kind, told))
        if document is not None and quote is not None and note is None:
            return self.decide(lambda decider: decider.add(document, quote, kind, told))
        reason = "a claim rests on words of a document, or on a note"
        raise BadOption("decide add", reason, "give --document and --quote, or --note alone")

    def take_in(self, file: str) -> int:
        """Enter the decisions of a file, or of standard input for "-"; returns the exit status.

        Raises:
            BadOption: The file can't be read.
            DossierError: The dossier is not there, or can't be written.
        """
        name = "standard input" if file == "-" else file
        found = read_lines(_lines(file), name, datetime.now().astimezone())
        for fault in found.faults:
            print(f"communique: {fault}", file=sys.stderr)
        with open_dossier(self.dossier, Mode.WRITE, create=False) as dossier:
            new = entered(dossier, lazily(), lambda _: found.decisions)
        known = len(found.decisions) - len(new)
        bad = f", {len(found.faults)} refused" if found.faults else ""
        print(f"{len(new)} new, {known} known{bad}")
        return SOME_FAILED if found.faults else FINE

    def give_out(self, file: Path | None) -> int:
        """Write all decisions to a file, or to standard output; returns the exit status.

        Raises:
            BadOption: The file can't be written.
            DossierError: The dossier can't be read.
        """
        with open_dossier(self.dossier, Mode.READ) as dossier, dossier.reading() as connection:
            lines = "".join(f"{line}\n" for line in exported(connection)).encode()
        if file is None:
            sys.stdout.buffer.write(lines)
            return FINE
        try:
            file.write_bytes(lines)
        except OSError as error:
            reason = f"it can't be written ({error.strerror})"
            raise BadOption(str(file), reason, "name another file") from error
        return FINE

    def list(self) -> int:
        """Print all decisions; returns the exit status.

        Raises:
            DossierError: The dossier can't be read.
        """
        with open_dossier(self.dossier, Mode.READ) as dossier, dossier.reading() as connection:
            decisions = all_decisions(connection)
        for line in listed(decisions):
            print(line)
        return FINE

    def review(self) -> int:
        """Print the decisions that did not find their target; returns the exit status.

        Raises:
            DossierError: The dossier can't be read.
        """
        with open_dossier(self.dossier, Mode.READ) as dossier, dossier.reading() as connection:
            missing = unplaced(connection)
        for one in missing:
            print(reviewed(one))
        if not missing:
            print("every decision has found its target", file=sys.stderr)
        return FINE


def _slots(told: Sequence[str]) -> dict[str, str]:
    """Slots and values from arguments such as "grade=pledged"."""
    slots: dict[str, str] = {}
    for entry in told:
        slot, between, value = entry.partition("=")
        if not between or slot in slots:
            reason = "a slot is told once, as SLOT=VALUE"
            raise BadOption(repr(entry), reason, "put it as in grade=pledged")
        slots[slot] = value
    return slots


def author_of(given: str | None) -> str:
    """Who decides: as given, else as the environment says, else the login name.

    Raises:
        BadOption: None of these tells.
    """
    named = given or os.environ.get(_AUTHOR)
    if named and named.strip():
        return named.strip()
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError) as error:
        reason = "the system does not tell who you are"
        raise BadOption("--author", reason, f"give it, or set {_AUTHOR}") from error


def _lines(file: str) -> Sequence[bytes]:
    if file == "-":
        return sys.stdin.buffer.read().split(b"\n")
    try:
        return Path(file).read_bytes().split(b"\n")
    except OSError as error:
        reason = f"it can't be read ({error.strerror})"
        raise BadOption(file, reason, "name another file") from error
