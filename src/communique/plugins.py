"""Joins what the program has built in with what installed packages offer, by entry points.

A package offers a part under the name of its entry point. Parts are read once at start-up and
handed down as a tuple; tests hand down their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import EntryPoint, entry_points
from typing import Any, Generic, TypeVar

from communique.errors import BadPlugin

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Offer(Generic[T]):
    """A part that can be had by its name.

    Attributes:
        name: What users call it.
        load: Makes it ready for use.
    """

    name: str
    load: Callable[[], T]


def joined(group: str, built_in: Iterable[Offer[T]]) -> tuple[Offer[T], ...]:
    """The built-in parts of a group, and then those of installed packages, by name.

    Args:
        group: Name of the group of entry points, such as `communique.extractors`.
        built_in: The program's own parts.

    Raises:
        BadPlugin: Two parts have one name.
    """
    offers = (*built_in, *_offered(group))
    seen: set[str] = set()
    for offer in offers:
        if offer.name in seen:
            raise BadPlugin(
                f"{group} {offer.name!r}",
                "two parts have this name",
                "remove one of the packages that offer it",
            )
        seen.add(offer.name)
    return offers


def _offered(group: str) -> Iterator[Offer[Any]]:
    for point in sorted(entry_points(group=group), key=lambda point: point.name):
        yield Offer(point.name, partial(_load, point))


def _load(point: EntryPoint) -> Any:  # noqa: ANN401 - what it makes is the package's word
    """Call what an entry point names, without arguments.

    Raises:
        BadPlugin: The package or its part is not there, or can't be called.
    """
    try:
        return point.load()()
    except (ImportError, AttributeError, TypeError) as error:
        reason = f"it can't be loaded ({type(error).__name__}: {error})"
        raise BadPlugin(
            f"{point.group} {point.name!r}", reason, "mend or remove its package"
        ) from error
