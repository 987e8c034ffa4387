"""The demonstration: a dossier of the example documents, and what it says of two sides."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import RenderableType
from rich.rule import Rule
from rich.text import Text

from communique.checks.registry import all_rules
from communique.claims.extractors import DEFAULT_EXTRACTOR
from communique.claims.shapes import SHAPES
from communique.claims.slots.commitment import Commitment
from communique.claims.slots.figure import Figure
from communique.cli.adding import Filling
from communique.cli.printing.catalogue import stories
from communique.cli.printing.disputes import disputed
from communique.cli.printing.figures import charted
from communique.cli.printing.findings import counted, told
from communique.cli.printing.records import Ledger
from communique.cli.printing.terminal import console_on
from communique.cli.printing.totals import REGIONAL, totalled
from communique.cli.printing.undertakings import undertaken
from communique.cli.showing.asked import Asked
from communique.cli.showing.question import question_of
from communique.cli.today import today
from communique.model.finding import ALARMS
from communique.sources.examples import examples
from communique.store.catalogue import list_stories
from communique.store.dossier import Connection, Mode, open_dossier
from communique.store.ids import short_ids
from communique.store.overview import Overview, overview
from communique.views.adding_up import added_up
from communique.views.choosing import Chosen, Question
from communique.views.findings import list_findings, standing
from communique.views.loading import changes_of, with_points
from communique.views.report import report_of
from communique.views.shown import Shown
from communique.views.undertakings import undertakings
from communique.views.wording import Wording
from communique.vocab.kinship import Kinship

_SIDES = ("KZ", "EU")
# Entries of each list.
_MOST = 5


def demonstrate(jobs: int, keep: Path | None) -> int:
    """Build the example dossier and print what it holds; returns the exit status.

    Args:
        jobs: Number of processes; 0 for all cores.
        keep: File in which the dossier stays; None for one that is removed in the end.

    Raises:
        SetupError: The stages can't be loaded.
        DossierError: The dossier can't be made.
    """
    with TemporaryDirectory(prefix="communique-") as folder:
        path = str(keep or Path(folder) / "demo.db")
        filling = Filling(path, DEFAULT_EXTRACTOR, jobs, None, quiet=True)
        status = filling.add((str(examples()),))
        console = console_on(sys.stdout)
        with open_dossier(path, Mode.READ) as dossier, dossier.reading() as connection:
            for part in Tour.of(connection).parts(console.width):
                console.print(part)
    console.print(Text(_advice(keep), style="bold"))
    return status


def _advice(keep: Path | None) -> str:
    if keep is None:
        return "Try: communique demo --keep demo.db, then communique serve --dossier demo.db"
    return f"Try: communique serve --dossier {keep}"


@dataclass(frozen=True, slots=True)
class Tour:
    """Leads through a dossier.

    Attributes:
        connection: A connection to it.
        question: What lies between the two sides.
        ledger: Words, ids and sides.
    """

    connection: Connection
    question: Question
    ledger: Ledger

    @classmethod
    def of(cls, connection: Connection) -> Tour:
        """A tour of what lies between the two sides of the examples."""
        question = question_of(connection, Asked(dossier="", between=_SIDES))
        sides = question.relationship.sides if question.relationship is not None else ()
        return cls(connection, question, Ledger(Wording.load(), short_ids(connection), sides))

    def parts(self, width: int) -> Iterator[RenderableType]:
        """What to print, in order, in lines of a width."""
        yield Text(_held(overview(self.connection), self.ledger.wording), style="bold")
        copied = list_stories(self.connection)
        if copied:
            yield stories(copied, changes_of(self.connection, copied))
        yield Rule(" – ".join(side.party.name for side in self.ledger.sides))
        chosen = {s.kind: self.question.choose(self.connection, s.kind) for s in SHAPES}
        for shape in SHAPES:
            yield from self._records(shape.kind, chosen[shape.kind])
        shown = [one for answer in chosen.values() for one in answer.shown]
        yield from self._undertakings(shown)
        yield disputed(_telling(shown, _MOST, disputed=True), self.ledger)
        yield from self._findings(width)

    def _records(self, kind: str, chosen: Chosen) -> Iterator[RenderableType]:
        shape = next(shape for shape in SHAPES if shape.kind == kind)
        shown = _telling(chosen.shown, _MOST)
        if kind == Figure.kind and shown:
            yield charted(with_points(self.connection, shown), self.ledger)
        elif shown:
            yield self.ledger.rows(shape, shown)
        if chosen.regional:
            yield self.ledger.rows(shape, _telling(chosen.regional, _MOST), REGIONAL)
        everything = (*chosen.shown, *chosen.regional)
        if kind == Commitment.kind and everything:
            wording, ids = self.ledger.wording, self.ledger.ids
            yield totalled(added_up(everything, Kinship.load()), wording, ids)

    def _undertakings(self, shown: Sequence[Shown]) -> Iterator[RenderableType]:
        found = [one for one in undertakings(s.listed for s in shown) if one.is_open]
        latest = sorted(found, key=lambda one: str(one.told_last))[-_MOST:]
        if latest:
            yield undertaken(latest, {}, self.ledger.wording, self.ledger.ids)

    def _findings(self, width: int) -> Iterator[RenderableType]:
        """The gravest of what does not add up."""
        wanted = standing(today())
        found = list_findings(self.connection, wanted)
        gravest = sorted(found, key=lambda kept: ALARMS.index(kept.finding.severity))[:_MOST]
        rules = {rule.code: rule for rule in all_rules()}
        report = report_of(self.connection, gravest, rules)
        yield Rule("what does not add up")
        yield from (told(kept, report, width) for kept in gravest)
        yield Text(counted(kept.finding.severity for kept in found), style="bold")


def _held(held: Overview, wording: Wording) -> str:
    """What the dossier holds: "12 documents in 11 stories: 150 claims, merged into …"."""
    kinds = wording.words.kinds
    records = [kinds[kind].told(held.records[kind]) for kind in kinds if held.records.get(kind)]
    claims = sum(held.claims.values())
    told = f"{held.documents} documents in {held.stories} stories: {claims} claims"
    return f"{told}, merged into {', '.join(records)}"


def _telling(shown: Sequence[Shown], most: int, *, disputed: bool = False) -> Sequence[Shown]:
    """The records that most voices tell, in their order."""
    wanted = [one for one in shown if one.listed.record.disputes or not disputed]
    ranked = sorted(wanted, key=lambda one: -one.listed.record.stories)[:most]
    return [one for one in wanted if one in ranked]
