"""Keeps what was computed from one state of the dossier until there is another."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")
# Entries that are kept; the one that was not asked for longest goes first.
_MOST = 512


@dataclass
class Cache:
    """A store of computed things, shared by the threads that answer requests.

    Two threads that ask for the same at once may both compute it: that does no harm.

    Attributes:
        most: Number of entries that are kept.
    """

    most: int = _MOST
    _held: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def get(self, state: str, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept under a key for a state of the dossier, else what `make` gives."""
        name = (state, key)
        with self._lock:
            if name in self._held:
                self._held.move_to_end(name)
                kept: T = self._held[name]
                return kept
        made = make()
        with self._lock:
            self._held[name] = made
            while len(self._held) > self.most:
                self._held.popitem(last=False)
        return made

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._held.clear()
