"""Works out a thing once for an object that several rules look at, one after another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Once:
    """What can be asked for the same thing again without working it out again."""

    _made: dict[Callable[..., Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, make: Callable[[Self], T]) -> T:
        """What a function makes of this object, worked out when it is first asked for.

        Args:
            make: The function: one of a module, or a method of an object that rules share.
        """
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made
