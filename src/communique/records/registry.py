"""The kinds of record that claims are merged into, one line each."""

from __future__ import annotations

from collections.abc import Callable

from communique.records.comparing.lore import Lore
from communique.records.kinds.commitment.matcher import CommitmentMatcher
from communique.records.kinds.event.matcher import EventMatcher
from communique.records.kinds.figure import FigureMatcher
from communique.records.kinds.instrument.matcher import InstrumentMatcher
from communique.records.kinds.office import OfficeMatcher
from communique.records.kinds.person import PersonMatcher
from communique.records.matching import Matcher

#: Each makes the matcher of its kind from what comparisons need to know.
MATCHERS: tuple[Callable[[Lore], Matcher], ...] = (
    CommitmentMatcher,
    EventMatcher,
    FigureMatcher,
    InstrumentMatcher,
    OfficeMatcher,
    PersonMatcher,
)


def matchers_with(lore: Lore) -> tuple[Matcher, ...]:
    """The matchers of all kinds, with what comparisons need to know."""
    return tuple(make(lore) for make in MATCHERS)
