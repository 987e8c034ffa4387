"""Checks what decisions have touched after they are answered, where that takes long."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Event, Lock, Thread

from communique.errors import CommuniqueError

# Seconds without a decision before work begins: a reviewer who goes on must not wait for it.
_PAUSE = 3.0


@dataclass
class Afterwards:
    """Work that is done by one thread once nobody has asked for it for a moment.

    The work is in steps of which each is whole. A new request ends it after the step, and it
    begins anew after the next pause; what was not done is still marked as due in the dossier.

    Attributes:
        work: Does the work, step by step.
        pause: Seconds to wait.
    """

    work: Callable[[], Iterator[str]]
    pause: float = _PAUSE
    _asked: int = 0
    _thread: Thread | None = None
    _end: Event = field(default_factory=Event, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def ask(self) -> None:
        """Have the work done soon."""
        with self._lock:
            self._asked += 1
            if self._thread is None and not self._end.is_set():
                self._thread = Thread(target=self._run, name="afterwards", daemon=True)
                self._thread.start()

    @property
    def is_ended(self) -> bool:
        """Whether no more work is taken on."""
        return self._end.is_set()

    def close(self) -> None:
        """Stop after the step that is being taken; what is due stays so for the next time."""
        self._end.set()
        self.wait()

    def wait(self) -> None:
        """Wait until nothing is left to be done."""
        thread = self._thread
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        while True:
            seen = self._asked
            ended = self._end.wait(self.pause)
            if seen == self._asked and not ended:
                self._work_while(seen)
            with self._lock:
                if seen == self._asked or self._end.is_set():
                    self._thread = None
                    return

    def _work_while(self, seen: int) -> None:
        """Take steps until all is done, or somebody asks again."""
        try:
            for _ in self.work():
                if seen != self._asked or self._end.is_set():
                    return
        except CommuniqueError:
            # The dossier is busy or gone. What is due stays due: the next request tries again.
            return
