"""Long lists in pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from communique.web.links import with_query

T = TypeVar("T")
#: Entries of a page.
SIZE = 50


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a reader is in a long list.

    Attributes:
        number: Number of the page, from 1.
        of: Number of all entries.
        size: Entries of a page.
        path: Address of the list.
        pairs: Its other parameters.
    """

    number: int
    of: int
    size: int
    path: str
    pairs: tuple[tuple[str, str], ...]

    @classmethod
    def of_list(
        cls,
        page: int,
        of: int,
        path: str,
        pairs: Iterable[tuple[str, str]] = (),
        size: int = SIZE,
    ) -> Pager:
        """The pager of a page that exists: one too high is the last."""
        last = max(1, -(-of // size))
        return cls(min(max(page, 1), last), of, size, path, tuple(pairs))

    @property
    def pages(self) -> int:
        """Number of pages, at least one."""
        return max(1, -(-self.of // self.size))

    @property
    def first(self) -> int:
        """Place of the first entry of the page, from 1; 0 of an empty list."""
        return (self.number - 1) * self.size + 1 if self.of else 0

    @property
    def last(self) -> int:
        """Place of the last entry of the page."""
        return min(self.number * self.size, self.of)

    def cut(self, entries: Sequence[T]) -> Sequence[T]:
        """The entries of the page."""
        return entries[max(self.first - 1, 0) : self.last]

    def address(self, number: int) -> str:
        """Address of another page."""
        told = [*self.pairs, ("number", str(number) if number > 1 else "")]
        return with_query(self.path, told)
