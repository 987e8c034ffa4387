"""Builders of small objects for tests, so that each test states only what it is about."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass

from communique.model.analysis import Analysis
from communique.model.document import Document
from communique.model.extraction import Extraction
from communique.model.failure import Failure
from communique.model.raw import GivenDocument
from communique.pipeline.stages import Stages


def given(ident: str, text: str = "A text.") -> GivenDocument:
    return GivenDocument(address=f"test, {ident}", id=ident, text=text)


@dataclass(frozen=True)
class FakeReader:
    """Reads anything; the text "fault" raises what nobody foresaw, "die" ends the process."""

    def read(self, raw: GivenDocument) -> Document:
        if raw.text == "fault":
            raise RuntimeError("unforeseen\nfault")
        if raw.text == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if raw.text == "slow":
            time.sleep(0.3)
        return Document(id=raw.id or raw.address, text=raw.text, text_given=True, language="xx")


@dataclass(frozen=True)
class FakeAnalyser:
    """Analyses nothing, since the fake reader's language is not read."""

    def analyse(self, documents: list[Document]) -> list[Analysis]:
        assert not documents
        return []


@dataclass(frozen=True)
class FakeLoader:
    """Loads stages without models; its documents are in a language that is not analysed."""

    def __call__(self) -> Stages:
        return Stages(FakeReader(), FakeAnalyser(), None, None)  # type: ignore[arg-type]


def idents(results: list[Extraction | Failure]) -> list[str]:
    return [r.id if isinstance(r, Failure) else r.document.id for r in results]
