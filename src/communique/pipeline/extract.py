"""Extraction of a stream of documents, in order, on one process or several."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Hashable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from typing import Protocol

from communique.model.failure import Failure
from communique.model.raw import RawDocument
from communique.pipeline.stages import FAULT, Raw, Result, Stages, address, ident


class Loader(Hashable, Protocol):
    """Loads the stages in the process where it is called.

    It is sent to other processes, so it must be picklable, and equal to its copy there.
    """

    def __call__(self) -> Stages:
        """Load the stages."""


# Batches large enough for the models' batch speed, small enough for memory and a smooth progress.
_DOCUMENTS = 32
_CHARACTERS = 200_000
# Batches handed out ahead of the one whose results are due, for each process.
_AHEAD = 2


def cores() -> int:
    """Number of processor cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not every system has it
        return os.cpu_count() or 1


def extract(found: Iterable[Raw | Failure], load: Loader, jobs: int = 1) -> Iterator[Result]:
    """Extract documents; results come in the order of the documents, as they get ready.

    Args:
        found: Raw documents, and failures of reading, which are passed through in their place.
        load: Loads the stages; called once in each process, when its first document comes.
        jobs: Number of processes; with 1 the work is done in this one.

    Raises:
        SetupError: The stages can't be loaded.
    """
    batches = _batches(found)
    if jobs <= 1:
        stages: Stages | None = None
        for batch in batches:
            # Loaded when the first document comes: where all is known already there is none.
            stages = stages or load()
            yield from _merged(batch, stages.run(_raw(batch)))
    else:
        yield from _Pool(load, jobs).extract(batches)


def _raw(batch: Iterable[Raw | Failure]) -> list[Raw]:
    return [entry for entry in batch if not isinstance(entry, Failure)]


def _batches(found: Iterable[Raw | Failure]) -> Iterator[list[Raw | Failure]]:
    """Documents in batches of bounded number and size."""
    batch: list[Raw | Failure] = []
    size = 0
    for entry in found:
        batch.append(entry)
        size += _size(entry)
        if len(batch) >= _DOCUMENTS or size >= _CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _size(entry: Raw | Failure) -> int:
    if isinstance(entry, Failure):
        return 0
    return len(entry.content) if isinstance(entry, RawDocument) else len(entry.text)


def _merged(batch: Iterable[Raw | Failure], results: Iterable[Result]) -> Iterator[Result]:
    """Results in the places of their documents, among the failures that were passed through."""
    ready = iter(results)
    for entry in batch:
        yield entry if isinstance(entry, Failure) else next(ready)


class _Pool:
    """Processes that extract batches; one that dies takes only the document that killed it."""

    def __init__(self, load: Loader, jobs: int) -> None:
        self._load = load
        self._jobs = jobs
        self._pool = self._started()

    def extract(self, batches: Iterator[list[Raw | Failure]]) -> Iterator[Result]:
        """Results of all batches in order, with a bounded number of batches under way."""
        waiting: deque[tuple[list[Raw | Failure], Future[list[Result]]]] = deque()
        try:
            for batch in batches:
                waiting.append((batch, self._submitted(batch)))
                if len(waiting) > self._jobs * _AHEAD:
                    yield from self._results(*waiting.popleft())
            while waiting:
                yield from self._results(*waiting.popleft())
        finally:
            self._stop()

    def _results(
        self, batch: list[Raw | Failure], future: Future[list[Result]]
    ) -> Iterator[Result]:
        try:
            results = future.result()
        except BrokenProcessPool:
            results = [self._alone(raw) for raw in _raw(batch)]
        yield from _merged(batch, results)

    def _alone(self, raw: Raw) -> Result:
        """One document by itself, after some process has died.

        The first try may meet a pool that another document broke; the second has a fresh one.
        """
        for _ in range(2):
            try:
                return self._submitted([raw]).result()[0]
            except BrokenProcessPool:
                self._stop()
                self._pool = self._started()
        reason = "the process that read it died, perhaps for want of memory"
        message = f"{address(raw)}: {reason}; give it in smaller parts, or leave it out"
        return Failure(ident(raw), "mentions", FAULT, message)

    def _submitted(self, batch: Sequence[Raw | Failure]) -> Future[list[Result]]:
        try:
            return self._pool.submit(_run_in_process, self._load, _raw(batch))
        except BrokenProcessPool as error:
            # The pool broke before this batch; its documents are then run one by one.
            future: Future[list[Result]] = Future()
            future.set_exception(error)
            return future

    def _started(self) -> ProcessPoolExecutor:
        # A fresh interpreter in each process: threads of the libraries don't survive a fork.
        return ProcessPoolExecutor(
            self._jobs, multiprocessing.get_context("spawn"), _leave_interrupts_to_parent
        )

    def _stop(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        # Processes that still work on what nobody waits for would delay the end.
        for process in multiprocessing.active_children():
            process.kill()


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@lru_cache(maxsize=1)
def _loaded(load: Loader) -> Stages:
    """The stages of this process, loaded at its first batch."""
    return load()


def _run_in_process(load: Loader, batch: list[Raw]) -> list[Result]:
    return _loaded(load).run(batch)
