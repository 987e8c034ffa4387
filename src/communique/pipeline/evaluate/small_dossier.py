"""Small dossiers that are made, checked and thrown away: for examples, seeded cases and tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from communique.checks.registry import all_rules
from communique.checks.rule import Example, Rule
from communique.model.extraction import Extraction
from communique.model.finding import Finding
from communique.model.raw import GivenDocument
from communique.pipeline.checking import check_dossier, ready
from communique.pipeline.keeping import Keeper
from communique.pipeline.knowledge import Knowledge
from communique.pipeline.settling import Settler
from communique.pipeline.stages import Stages
from communique.store.dossier import Connection, Mode, open_dossier

_ADDED = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class SmallDossiers:
    """Makes dossiers of extractions and checks them.

    Attributes:
        knowledge: What keeping and settling need.
        rules: The rules.
        folder: Where files may be made.
    """

    knowledge: Knowledge
    rules: tuple[Rule, ...]
    folder: Path

    @staticmethod
    @contextmanager
    def opened() -> Iterator[SmallDossiers]:
        """With all rules, in a folder that is removed.

        Raises:
            SetupError: What rules and merging need can't be loaded.
        """
        knowledge = Knowledge.load()
        with TemporaryDirectory(prefix="communique-") as folder:
            rules = ready(lambda: knowledge, all_rules())
            yield SmallDossiers(knowledge=knowledge, rules=rules, folder=Path(folder))

    def findings(self, extractions: Iterable[Extraction]) -> tuple[Finding, ...]:
        """What the rules say of a dossier that is made of some extractions."""
        with self.dossier(extractions) as connection:
            return tuple(check_dossier(connection, self.rules))

    @contextmanager
    def dossier(self, extractions: Iterable[Extraction]) -> Iterator[Connection]:
        """A dossier that is made of some extractions, to read from."""
        path = self.folder / "case.db"
        shutil.copy(self._template, path)

        def known() -> Knowledge:
            return self.knowledge

        with open_dossier(str(path), Mode.WRITE) as dossier:
            keeper = Keeper(known, "small dossier")
            with dossier.writing() as connection:
                for extraction in extractions:
                    keeper.keep(connection, extraction, _ADDED)
            for _ in Settler(dossier, known).settle():
                pass
            with dossier.reading() as connection:
                yield connection

    @cached_property
    def _template(self) -> Path:
        """An empty dossier: making one takes longer than copying it."""
        path = self.folder / "template.db"
        open_dossier(str(path), Mode.WRITE).close()
        return path


@dataclass(frozen=True, kw_only=True)
class Workbench(SmallDossiers):
    """The same from documents: it has the stages at hand.

    Attributes:
        stages: Read and extract the documents.
    """

    stages: Stages

    @staticmethod
    @contextmanager
    def opened() -> Iterator[Workbench]:
        """With all rules and the stages, in a folder that is removed.

        Raises:
            SetupError: The stages, or what rules and merging need, can't be loaded.
        """
        with SmallDossiers.opened() as made:
            yield Workbench(
                knowledge=made.knowledge,
                rules=made.rules,
                folder=made.folder,
                stages=Stages.load(),
            )

    def extracted(self, documents: Sequence[GivenDocument]) -> list[Extraction]:
        """What is found in documents.

        Raises:
            ValueError: One of them fails.
        """
        results = self.stages.run(documents)
        found = [result for result in results if isinstance(result, Extraction)]
        if len(found) < len(results):
            failed = next(r for r in results if not isinstance(r, Extraction))
            raise ValueError(f"{failed}")
        return found


def given_by(example: Example, name: str) -> list[GivenDocument]:
    """The documents of an example, under ids that are made of a name."""
    return [
        GivenDocument(
            address=f"{name}, document {number}",
            id=f"{name}-{number}",
            text=told.text,
            title=told.title,
            published=told.published.isoformat(),
            publisher=told.publisher,
            url=told.url,
        )
        for number, told in enumerate(example.documents, start=1)
    ]
