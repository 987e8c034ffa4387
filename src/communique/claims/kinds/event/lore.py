"""What the finder of events knows, handed to all its parts."""

from __future__ import annotations

from dataclasses import dataclass

from communique.vocab.claims.event import EventGrammar


@dataclass(frozen=True, slots=True)
class Lore:
    """What the finder knows.

    Attributes:
        grammar: The acts and their words.
        states: Name of each state by code.
        executives: Code of the state of each body of its executive, by name.
        one_party: Whether source and target may be of one party, as in strife within a state.
    """

    grammar: EventGrammar
    states: dict[str, str]
    executives: dict[str, str]
    one_party: bool = False
