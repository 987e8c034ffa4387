"""A series of figures as a view shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from communique.model.record import Node
from communique.records.series import Movement, Point, movements, points
from communique.views.page import Page
from communique.views.shown import Shown


@dataclass(frozen=True, slots=True)
class Series:
    """A record of figures with its points.

    Attributes:
        shown: The record.
        points: What it says of each period, by compiler, in order of time.
        movements: How it is said to have moved.
    """

    shown: Shown
    points: tuple[Point, ...]
    movements: tuple[Movement, ...]


def series_of(shown: Shown, nodes: Iterable[Node]) -> Series:
    """The series that claims make."""
    claims = tuple(nodes)
    return Series(shown, points(claims), movements(claims))


def series_in(page: Page) -> Series:
    """The series of a record that a page tells all about."""
    return series_of(Shown(page.listed), (told.stored.node for told in page.told.values()))
