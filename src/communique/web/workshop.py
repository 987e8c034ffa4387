"""Adds documents while the visitor looks on: one job after the other, each with its progress."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from itertools import chain
from secrets import token_urlsafe
from threading import Event, Lock

from fastapi import Request

from communique.claims.extractors import DEFAULT_EXTRACTOR
from communique.errors import CommuniqueError
from communique.exports.lines import PROGRAM
from communique.model.account import AuditEntry, What
from communique.model.failure import Failure
from communique.pipeline.adding import Added, Adder, Outcome
from communique.pipeline.extract import Loader
from communique.pipeline.keeping import Keeper
from communique.pipeline.settling import Settler
from communique.pipeline.stages import StagesLoader
from communique.sources.fetching import Fetcher
from communique.sources.reader import Found
from communique.store.audit import note
from communique.web.site import Site
from communique.web.visitors import Visitor

_log = logging.getLogger(__name__)
# Jobs whose outcome can still be looked at.
_REMEMBERED = 100


class State(StrEnum):
    """How far a job is."""

    WAITING = "waiting for its turn"
    READING = "reading"
    MERGING = "merging and checking"
    DONE = "done"
    STOPPED = "stopped"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self in (State.DONE, State.STOPPED)


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one document.

    Attributes:
        outcome: What became of it.
        name: What it is called.
        key: Its key in the dossier; None where it failed.
        fault: What went wrong.
    """

    outcome: Outcome
    name: str
    key: str | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """Documents that somebody adds.

    Attributes:
        ident: Names the job; hard to guess.
        author: Who adds.
        what: What is added, in words.
        state: How far it is.
        step: What is being done, in words.
        entries: What became of the documents so far.
        fault: Why it was stopped.
    """

    ident: str
    author: str
    what: str
    state: State = State.WAITING
    step: str = ""
    entries: tuple[Entry, ...] = ()
    fault: str = ""


@dataclass
class Workshop:
    """Does jobs, one after the other, as a dossier has one writer.

    Attributes:
        site: The site whose dossier is filled.
        load: Loads the stages, when the first job needs them.
        fetcher: Fetches web addresses.
    """

    site: Site
    load: Loader = field(default_factory=StagesLoader)
    fetcher: Fetcher = field(default_factory=Fetcher)
    _jobs: dict[str, Job] = field(default_factory=dict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)
    _end: Event = field(default_factory=Event, repr=False)
    _worker: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(1, "adding"), repr=False
    )

    def __post_init__(self) -> None:
        # The stages stay loaded from one job to the next.
        self._stages = cache(self.load)

    def take_on(self, visitor: Visitor, what: str, found: Callable[[], Iterable[Found]]) -> Job:
        """Begin what a visitor asks for, and note it in the audit where people sign in.

        Raises:
            Forbidden: The dossier is served for reading only.
            DossierError: The dossier can't be written.
        """
        self.site.must_be_writable()
        if visitor.account is not None:
            with self.site.dossier.writing(changes=False) as connection:
                note(connection, AuditEntry(self.site.now(), visitor.by, What.ADDED, what))
        return self.begin(visitor.name, what, found)

    def begin(self, author: str, what: str, found: Callable[[], Iterable[Found]]) -> Job:
        """Take on a job; it is begun when those before it are done.

        Args:
            author: Who adds.
            what: What is added, in words.
            found: Gives the documents, called when the job is begun.
        """
        job = Job(token_urlsafe(12), author, what)
        with self._lock:
            self._jobs[job.ident] = job
            over = [ident for ident, old in self._jobs.items() if old.state.is_over]
            for ident in over[: max(0, len(self._jobs) - _REMEMBERED)]:
                del self._jobs[ident]
        self._worker.submit(self._do, job.ident, found)
        return job

    def job(self, ident: str) -> Job | None:
        """A job as it stands."""
        with self._lock:
            return self._jobs.get(ident)

    def close(self) -> None:
        """Stop after the document that is being read; what was added stays."""
        self._end.set()
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _do(self, ident: str, found: Callable[[], Iterable[Found]]) -> None:
        try:
            self._change(ident, state=State.READING, step="loading the language pipeline")
            for added in self._adder().add(found()):
                self._note(ident, added)
                if self._end.is_set():
                    self._change(ident, state=State.STOPPED, fault="the program was ended")
                    return
            for step in self._settling():
                self._change(ident, state=State.MERGING, step=step)
            self._change(ident, state=State.DONE, step="")
        except CommuniqueError as error:
            self._change(ident, state=State.STOPPED, fault=str(error))
        except Exception as error:  # noqa: BLE001 - any fault ends this job alone
            # The visitor is told, and other jobs go on.
            _log.exception("adding %s failed", ident)
            fault = f"the program failed ({type(error).__name__}); please report this"
            self._change(ident, state=State.STOPPED, fault=fault)

    def _adder(self) -> Adder:
        keeper = Keeper(self.site.known, f"{PROGRAM} {DEFAULT_EXTRACTOR}")
        return Adder(self.site.dossier, keeper, self._stages, 1, self.site.now)

    def _settling(self) -> Iterator[str]:
        dossier, known = self.site.dossier, self.site.known
        return chain(Settler(dossier, known).settle(), self.site.checker.check())

    def _note(self, ident: str, added: Added) -> None:
        entry = _entry(added)
        with self._lock:
            job = self._jobs[ident]
            self._jobs[ident] = replace(
                job, step=f"read {entry.name}", entries=(*job.entries, entry)
            )

    def _change(self, ident: str, **changes: object) -> None:
        with self._lock:
            self._jobs[ident] = replace(self._jobs[ident], **changes)  # type: ignore[arg-type]


def _entry(added: Added) -> Entry:
    result = added.result
    if isinstance(result, Failure):
        return Entry(Outcome.FAILED, result.id, fault=result.message)
    name = "a document" if result is None else result.document.title or result.document.id
    return Entry(added.outcome, name, added.key)


def workshop_of(request: Request) -> Workshop:
    """The workshop of the application that a request is for."""
    workshop: Workshop = request.app.state.workshop
    return workshop
