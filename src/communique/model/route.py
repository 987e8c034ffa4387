"""A route that a text names by its ends: a railway, a pipeline, a flight, a corridor."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Route:
    """A way between places, as one clause tells it.

    Attributes:
        sort: What runs there, a key of `vocab/data/routes.yaml`, such as "railway".
        stops: The places on the way in the order of the text, two at least: towns and regions as
            the text writes them, states by their canonical names.
        start: First code point of the words.
        end: One past the last.
    """

    sort: str
    stops: tuple[str, ...]
    start: int
    end: int
